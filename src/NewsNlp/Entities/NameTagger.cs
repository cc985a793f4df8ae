using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// Labels the tokens of one document after another; keeps its working memory. One for each thread. Each document is read twice: the
/// second time with the votes of the first.
/// </summary>
/// <param name="certain">As for <see cref="NameScorer"/>.</param>
internal sealed class NameTagger(NamesModel model, ImmutableArray<float> certain)
{
    // Sentences are labelled in stretches of at most this many tokens and documents in parts of about so many, so that memory does
    // not grow with hostile text.
    internal const int MaxStretch = 400;

    private const int MaxPart = 16_000;

    private readonly int _lanes = model.Sequence.Lanes;
    private readonly NameText _text = new();
    private readonly NameVotes _votes = new();
    private readonly NameScorer _scorer = new(model, certain);
    private readonly ViterbiScratch _viterbi = new();
    private readonly List<(SentenceData Tokens, int Sentence)> _stretches = [];
    private readonly NameLattice _lattice = new(model.Sequence);
    private readonly NameNetwork? _network = model.Network is null ? null : new NameNetwork(model.Network);
    private NameJudge? _judge;
    private readonly List<NameCandidate> _candidates = [];
    private short[] _scores = [];
    private byte[] _labels = [];
    private bool[] _open = [];
    private int _first;

    /// <summary>Told of the candidates of each part of a document before they are judged; for training.</summary>
    public Action<NameText, List<NameCandidate>>? CandidatesFound { get; init; }

    /// <summary>Judges the candidates.</summary>
    public NameJudge Judge => _judge ??= new NameJudge(model.Judge, model.Gazetteer, _network);

    public void Tag(DocumentDraft draft)
    {
        _text.Reserve(draft);
        _scorer.Begin(draft, _text);
        _text.Prepare(draft, model.Gazetteer);
        for (int s = 0; s < draft.Sentences.Count;)
        {
            s = TakePart(draft, s);
            ReadPart(draft);
        }
    }

    // Cuts the next sentences into stretches; returns the first sentence behind them.
    private int TakePart(DocumentDraft draft, int s)
    {
        _stretches.Clear();
        _first = draft.Sentences[s].FirstToken;
        int end = _first;
        for (; s < draft.Sentences.Count && end - _first < MaxPart; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            end = sentence.EndToken;
            for (int first = sentence.FirstToken; first < end; first += MaxStretch)
                _stretches.Add((sentence with { FirstToken = first, EndToken = Math.Min(end, first + MaxStretch) }, s));
        }
        int count = end - _first;
        if (_labels.Length < count)
        {
            int size = Math.Max(count, 2 * _labels.Length);
            (_labels, _open, _scores) = (new byte[size], new bool[size], new short[size * _lanes]);
        }
        _labels.AsSpan(0, count).Fill(NameLabels.Outside);
        return s;
    }

    private void ReadPart(DocumentDraft draft)
    {
        ReadFirst(draft);
        FindCandidates(draft);
        CandidatesFound?.Invoke(_text, _candidates);
        Judge.Judge(draft, _text, _candidates);
        foreach ((SentenceData stretch, int _) in _stretches)
        {
            Judge.Choose(stretch.EndToken, draft.Names);
            ElectionNames.Replace(draft, _text, stretch);
        }
    }

    private void ReadFirst(DocumentDraft draft)
    {
        foreach ((SentenceData stretch, int sentence) in _stretches)
        {
            int at = stretch.FirstToken - _first, count = stretch.EndToken - stretch.FirstToken;
            _scorer.Score(draft, _text, stretch, _text.Style[sentence], _scores.AsSpan(at * _lanes, count * _lanes), _open.AsSpan(at, count));
            for (int token = stretch.FirstToken; NextSegment(stretch, ref token, out Segment segment);)
                if (IsVotedOn(segment)) Decode(segment);
        }
        _votes.Count(_text, _first, _labels.AsSpan(0, _stretches[^1].Tokens.EndToken - _first));
    }

    private void FindCandidates(DocumentDraft draft)
    {
        _candidates.Clear();
        _network?.Begin(_first, _stretches[^1].Tokens.EndToken - _first);
        int number = 0;
        foreach ((SentenceData stretch, int sentence) in _stretches)
        {
            int found = _candidates.Count;
            for (int token = stretch.FirstToken; NextSegment(stretch, ref token, out Segment segment);)
            {
                if (IsVotedOn(segment)) AddVotes(segment);
                Decode(segment);
                NameCandidate place = new() { First = segment.First, Sentence = sentence, Segment = number++ };
                _lattice.Find(new LabelledSegment(ScoresOf(segment), LabelsOf(segment), _viterbi.Forward, ExitOf(segment)), place, _candidates);
            }
            _network?.Read(draft, _text, stretch, CollectionsMarshal.AsSpan(_candidates)[found..]);
        }
    }

    // Open tokens in a row. What lies on either side is settled as no name, or the end of the stretch.
    private bool NextSegment(SentenceData stretch, ref int token, out Segment segment)
    {
        while (token < stretch.EndToken && !_open[token - _first]) token++;
        int first = token;
        while (token < stretch.EndToken && _open[token - _first]) token++;
        segment = new Segment(first, token, first == stretch.FirstToken, token == stretch.EndToken);
        return first < token;
    }

    // Words that occur once have no votes to give or take: one reading is enough for them.
    private bool IsVotedOn(Segment segment)
    {
        for (int token = segment.First; token < segment.End; token++)
            if (_text.Facts[token].IsNameLike && _text.Evidence[_text.Number[token]].IsRepeated) return true;
        return false;
    }

    private void AddVotes(Segment segment)
    {
        for (int token = segment.First; token < segment.End; token++)
            if (_text.Facts[token].IsNameLike)
                _scorer.AddVotes(_text, _votes, token, _labels[token - _first], _scores.AsSpan((token - _first) * _lanes, _lanes));
    }

    private void Decode(Segment segment) =>
        Viterbi.Decode(model.Sequence, ScoresOf(segment), LabelsOf(segment), _viterbi, EntryOf(segment), ExitOf(segment));

    private ReadOnlySpan<short> EntryOf(Segment segment) =>
        segment.Begins ? model.Sequence.Start : model.Sequence.Transitions.AsSpan(NameLabels.Outside * _lanes, _lanes);

    private ReadOnlySpan<short> ExitOf(Segment segment) =>
        segment.Ends ? model.Sequence.End : model.Sequence.Backwards.AsSpan(NameLabels.Outside * _lanes, _lanes);

    private Span<short> ScoresOf(Segment segment) => _scores.AsSpan((segment.First - _first) * _lanes, (segment.End - segment.First) * _lanes);

    private Span<byte> LabelsOf(Segment segment) => _labels.AsSpan(segment.First - _first, segment.End - segment.First);

    /// <summary>Tokens <c>[First, End)</c>, and whether the stretch begins and ends with them.</summary>
    private readonly record struct Segment(int First, int End, bool Begins, bool Ends);
}
