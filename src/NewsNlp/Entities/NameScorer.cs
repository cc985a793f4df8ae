using System.Collections.Immutable;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// Scores of the labels of tokens. Where a word without a capital and its neighbours, each by itself, leave no doubt that it is no name,
/// that is settled and the token gets no scores; what tokens of a run or occurrences of a word share is added up once.
/// </summary>
/// <param name="certain">The lead, in log-odds, from which "no name" is settled: beside no, one and two name-like words.</param>
internal sealed class NameScorer(NamesModel model, ImmutableArray<float> certain)
{
    /// <summary>
    /// Measured on silver news: of 121,000 tokens that these leads settle, the context would have made three part of a name.
    /// </summary>
    public static readonly ImmutableArray<float> Quick = [0, 2, 3];

    /// <summary>Nothing is settled: for training, which should not depend on a measure to save time.</summary>
    public static readonly ImmutableArray<float> Never = [1000, 1000, 1000];

    // More than the features of one token, or of one run or occurrence; and room for those of several tokens.
    private const int MaxFeatures = 64;
    private const int Buffer = 16 * MaxFeatures;
    private const int OccurrenceSlots = 1 << 11;

    private readonly int _lanes = model.Sequence.Lanes;
    private readonly int[] _certain = [.. certain.Select(lead => (int)(lead * model.Sequence.Scale))];
    private readonly NameWords _words = new(model);
    private readonly uint[] _buffer = new uint[Buffer];
    private readonly uint[] _sharedBuffer = new uint[MaxFeatures];
    private readonly int[] _ends = new int[Buffer];
    private readonly int[] _places = new int[Buffer];
    private readonly short[] _run = new short[model.Sequence.Lanes];
    private readonly int[] _occurrences = new int[OccurrenceSlots];
    private readonly short[] _occurrenceScores = new short[OccurrenceSlots * model.Sequence.Lanes];
    private int _runStart;

    /// <summary>Begins a document: looks its words up.</summary>
    public void Begin(DocumentDraft draft, NameText text)
    {
        _words.Read(draft, text);
        _occurrences.AsSpan().Fill(-1);
    }

    /// <summary>Scores a stretch of tokens.</summary>
    /// <param name="scores">Takes the scores of tokens that are open.</param>
    /// <param name="open">Takes for each token whether its label is open.</param>
    public void Score(DocumentDraft draft, NameText text, SentenceData stretch, SentenceStyle style, Span<short> scores, Span<bool> open)
    {
        _runStart = -1;
        SettleByLeads(text, stretch, open);
        BatchSink sink = new(model.Sequence.Weights, _buffer);
        int waiting = 0;
        for (int token = stretch.FirstToken; token < stretch.EndToken; token++)
        {
            int at = token - stretch.FirstToken;
            if (!open[at]) continue;
            Span<short> sums = scores.Slice(at * _lanes, _lanes);
            open[at] = _words.Score(draft, stretch, token, sums) < Certain(text, stretch, token);
            if (!open[at]) continue;
            AddContext(text, stretch, style, token, ref sink);
            if (text.Facts[token].IsNameLike) AddShared(text, stretch, token, sums);
            (_ends[waiting], _places[waiting++]) = (sink.Count, at * _lanes);
            if (sink.Count + MaxFeatures < Buffer && waiting < Buffer) continue;
            sink.AddTo(scores, _ends.AsSpan(0, waiting), _places.AsSpan(0, waiting));
            waiting = 0;
        }
        sink.AddTo(scores, _ends.AsSpan(0, waiting), _places.AsSpan(0, waiting));
    }

    // Settles most tokens by leads alone, and has fetched what the words around the others say of them.
    private void SettleByLeads(NameText text, SentenceData stretch, Span<bool> open)
    {
        for (int token = stretch.FirstToken; token < stretch.EndToken; token++)
        {
            bool unsure = open[token - stretch.FirstToken] = text.Facts[token].IsNameLike || _words.LeastLead(stretch, token) < Certain(text, stretch, token);
            if (unsure) _words.Expect(stretch, token);
        }
    }

    private int Certain(NameText text, SentenceData stretch, int token) =>
        text.Facts[token].IsNameLike ? int.MaxValue : _certain[NameLikeBeside(text, stretch, token)];

    private static int NameLikeBeside(NameText text, SentenceData stretch, int token) =>
        (token > stretch.FirstToken && text.Facts[token - 1].IsNameLike ? 1 : 0)
        + (token + 1 < stretch.EndToken && text.Facts[token + 1].IsNameLike ? 1 : 0);

    /// <summary>Adds the votes of a token's other occurrences to its scores.</summary>
    public void AddVotes(NameText text, NameVotes votes, int token, byte label, Span<short> sums)
    {
        BatchSink sink = new(model.Sequence.Weights, _sharedBuffer);
        votes.Add(text, token, label, ref sink);
        sink.AddTo(sums);
    }

    private static void AddContext(NameText text, SentenceData stretch, SentenceStyle style, int token, ref BatchSink sink)
    {
        NameContextFeatures.AddNeighbours(text, stretch, style, token, ref sink);
        if (!text.Facts[token].IsNameLike) return;
        NoSink run = default;
        NameContextFeatures.AddRun(text, stretch, style, token, ref run, ref sink);
        NameContextFeatures.AddEvidence(text, stretch, style, token, ref sink);
    }

    private void AddShared(NameText text, SentenceData stretch, int token, Span<short> sums)
    {
        if (_runStart != text.RunStart[token]) ScoreRun(text, stretch, token);
        LaneMath.Add(_run, sums);
        int looked = 0;
        for (int other = text.Evidence[text.Number[token]].First; other >= 0 && looked < NameContextFeatures.MaxOccurrences; other = text.Evidence.NextOf(other))
        {
            if (other == token) continue;
            looked++;
            LaneMath.Add(OccurrenceScores(text, other), sums);
        }
    }

    private void ScoreRun(NameText text, SentenceData stretch, int token)
    {
        _runStart = text.RunStart[token];
        _run.AsSpan().Clear();
        BatchSink sink = new(model.Sequence.Weights, _sharedBuffer);
        NoSink own = default;
        NameContextFeatures.AddRun(text, stretch, SentenceStyle.Running, token, ref sink, ref own);
        sink.AddTo(_run);
    }

    private ReadOnlySpan<short> OccurrenceScores(NameText text, int token)
    {
        int slot = token & (OccurrenceSlots - 1);
        Span<short> scores = _occurrenceScores.AsSpan(slot * _lanes, _lanes);
        if (_occurrences[slot] == token) return scores;
        _occurrences[slot] = token;
        scores.Clear();
        BatchSink sink = new(model.Sequence.Weights, _sharedBuffer);
        NameContextFeatures.AddOccurrence(text, token, ref sink);
        sink.AddTo(scores);
        return scores;
    }

    /// <summary>Takes features that are added up elsewhere.</summary>
    private struct NoSink : IFeatureSink
    {
        public readonly void Add(uint feature)
        {
        }
    }
}
