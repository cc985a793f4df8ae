using System.Runtime.CompilerServices;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Tokens <c>[First, End)</c> that tell that something is said.</summary>
internal readonly record struct CueSpan(int First, int End);

/// <summary>A cue as the tagger found it.</summary>
/// <param name="Margin">By how much it is better than no cue there, in log-odds.</param>
internal readonly record struct FoundCue(CueSpan Span, float Margin);

/// <summary>Finds cues with a linear-chain CRF over each sentence, in integers; ties go to the lower label.</summary>
internal sealed class CueTagger
{
    public const int Outside = 0, Begin = 1, Inside = 2;

    public static readonly string[] Labels = ["O", "B", "I"];

    private const int MaxScore = 6000, Forbidden = -8192, Closed = -20000;

    // A cue going on that is this much less likely than none, in log-odds, by all before a word and the words about it, is over where that cannot begin one.
    private const float Hopeless = 1.5f;

    // Cues without a word of reporting that are less likely, in log-odds: one in thirty is kept in the end, and they would be three in ten of all.
    private const float LeastUnspoken = -1f;

    private readonly CueWeights _weights;
    private readonly CueOpeners _openers;

    // First at the start of a sentence, then behind each label.
    private readonly CueScores[] _transitions = new CueScores[4];
    private readonly int _caution, _leastUnspoken, _hopeless;
    private readonly float _scale;

    private CueTagger(CueWeights weights, CueOpeners openers, short[] transitions, float scale, float caution)
    {
        (_weights, _openers, _scale, _hopeless) = (weights, openers, scale, (int)Math.Min(Hopeless * scale, MaxScore));
        Caution = caution;
        _caution = (int)Math.Clamp(caution * scale, -2000, 2000);
        // Margins are told less the caution.
        _leastUnspoken = (int)Math.Clamp(LeastUnspoken * scale, -MaxScore, MaxScore) - _caution;
        for (int i = 0; i < _transitions.Length; i++)
        {
            ReadOnlySpan<short> row = transitions.AsSpan(3 * i, 3);
            _transitions[i] = new CueScores(Bounded(row[Outside]), Bounded(row[Begin]), Bounded(row[Inside]));
        }
    }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static CueTagger Read(ModelFile file) => Read(file, file.Array<float>("cue.caution", 1)[0]);

    /// <param name="caution">Taken off the log-odds of a cue's beginning.</param>
    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static CueTagger Read(ModelFile file, float caution)
    {
        float scale = file.Array<float>("cue.scale", 1)[0];
        if (!(scale is > 0 and < 1e6f)) throw ModelFile.Error(file.Name, "section 'cue.scale' is out of bounds");
        if (!float.IsFinite(caution)) throw ModelFile.Error(file.Name, "section 'cue.caution' is out of bounds");
        return new CueTagger(CueWeights.Read(file, "cue"), CueOpeners.Read(file, scale), file.Array<short>("cue.transitions", 12), scale, caution);
    }

    /// <summary>Taken off the log-odds of a cue, and so off every margin.</summary>
    public float Caution { get; }

    /// <summary>Adds the cues of an article to <paramref name="cues"/>, in text order.</summary>
    public void Find(StatementTokens tokens, CueScratch scratch, List<FoundCue> cues)
    {
        scratch.Words.Read(tokens, _weights);
        foreach (SentenceData sentence in tokens.Draft.Sentences)
        {
            int count = sentence.EndToken - sentence.FirstToken;
            Span<byte> labels = scratch.Labels(count);
            Span<CueScores> scores = scratch.Scores(count);
            Decode(tokens, sentence.FirstToken, scratch, scores, labels);
            Collect(tokens, scores, labels, sentence, cues);
        }
    }

    private void Collect(StatementTokens tokens, ReadOnlySpan<CueScores> scores, ReadOnlySpan<byte> labels, SentenceData sentence, List<FoundCue> cues)
    {
        int first = sentence.FirstToken;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != Begin) continue;
            int end = i + 1;
            while (end < labels.Length && labels[end] == Inside) end++;
            int margin = MarginOf(scores, labels, i, end);
            if (margin < _leastUnspoken && !HasReporting(tokens, first + i, first + end)) continue;
            cues.Add(new FoundCue(new CueSpan(first + i, WithStatement(tokens, first + end, sentence.EndToken)), margin / _scale));
        }
    }

    private static bool HasReporting(StatementTokens tokens, int first, int end)
    {
        for (int t = first; t < end; t++)
            if (tokens[t].Cue != SpeechClass.None) return true;
        return false;
    }

    // "…," she said in a brief statement. At the end of a sentence this belongs to the cue: in 29 of 40 cases of PolNeAR train it does, the tagger is in
    // two minds.
    private static int WithStatement(StatementTokens tokens, int end, int sentenceEnd)
    {
        if (end >= sentenceEnd - 2 || !tokens.Draft.Is(end, "in") || !tokens.Draft.Is(end + 1, "a")) return end;
        for (int at = end + 2; at < Math.Min(sentenceEnd, end + 5); at++)
            if (tokens.Draft.Is(at, "statement")) return at + 1 == sentenceEnd || tokens.Draft.Form(at + 1) is "." ? at + 1 : end;
        return end;
    }

    // The score of the cue's labels less that of "outside" in their stead.
    private int MarginOf(ReadOnlySpan<CueScores> scores, ReadOnlySpan<byte> labels, int first, int end)
    {
        int margin = 0, before = first == 0 ? 0 : labels[first - 1] + 1, erased = before;
        for (int i = first; i < end; i++)
        {
            margin += Of(scores[i], labels[i]) - scores[i].Outside + Of(_transitions[before], labels[i]) - _transitions[erased].Outside;
            (before, erased) = (labels[i] + 1, Outside + 1);
        }
        return end == labels.Length ? margin : margin + Of(_transitions[before], labels[end]) - Of(_transitions[erased], labels[end]);
    }

    private static int Of(in CueScores scores, int label) => label == Outside ? scores.Outside : label == Begin ? scores.Begin : scores.Inside;

    // On the way forward a token's byte holds, two bits each, the label before it from which each of its own labels is reached best.
    private void Decode(StatementTokens tokens, int first, CueScratch scratch, Span<CueScores> scores, Span<byte> labels)
    {
        CueScores best = default;
        for (int i = 0; i < labels.Length; i++)
        {
            if (i % CueLookAhead.Stretch == 0) LookAhead(tokens, first + i, Math.Min(labels.Length - i, CueLookAhead.Stretch), scratch);
            bool mayBegin = scratch.Ahead.Knows(i % CueLookAhead.Stretch);
            // Most tokens: no cue goes on, none begins.
            labels[i] = Outside;
            if (best.Begin == Closed && best.Inside == Closed && !mayBegin) continue;
            CueScores before = best;
            best = _transitions[0];
            if (i > 0) labels[i] = Advance(before, out best);
            CueScores words = scratch.Words[first + i];
            if (best.Outside + words.Outside - best.Inside - words.Inside >= _hopeless && !mayBegin)
            {
                best = new CueScores(0, Closed, Closed);
                continue;
            }
            CueScores own = words + (mayBegin ? scratch.Ahead.Sum(i % CueLookAhead.Stretch, _weights) : ContextOf(tokens, first + i));
            own.Begin -= _caution;
            scores[i] = own;
            best = new CueScores(best.Outside + Clamp(own.Outside), best.Begin + Clamp(own.Begin), best.Inside + Clamp(own.Inside));
            int top = Math.Max(best.Outside, Math.Max(best.Begin, best.Inside));
            best = new CueScores(best.Outside - top, best.Begin - top, best.Inside - top);
        }
        Trace(best, labels);
    }

    // Those that may begin a cue are scored whatever stands before them.
    private void LookAhead(StatementTokens tokens, int first, int count, CueScratch scratch)
    {
        CueLookAhead ahead = scratch.Ahead;
        ahead.Clear();
        for (int i = 0; i < count; i++)
        {
            if (_openers.Allow(tokens[first + i], scratch.Words[first + i])) ahead.Add(tokens, first + i, _weights);
            else ahead.Skip();
        }
        ahead.Sift(_weights);
    }

    // Of a token into which a cue may go on, though none begins there.
    [SkipLocalsInit]
    private CueScores ContextOf(StatementTokens tokens, int token)
    {
        CueSink sink = new(_weights, stackalloc uint[FeatureBuffer.Size]);
        CueFeatures.AddContext(tokens, token, ref sink);
        return _weights.Sum(sink.Features[.._weights.Sift(sink.Features)]);
    }

    private byte Advance(CueScores before, out CueScores best)
    {
        ref readonly CueScores o = ref _transitions[1], b = ref _transitions[2], i = ref _transitions[3];
        int from = Best(before.Outside + o.Outside, before.Begin + b.Outside, before.Inside + i.Outside, out int outside)
            | Best(before.Outside + o.Begin, before.Begin + b.Begin, before.Inside + i.Begin, out int begin) << 2
            | Best(before.Outside + o.Inside, before.Begin + b.Inside, before.Inside + i.Inside, out int inside) << 4;
        best = new CueScores(outside, begin, inside);
        return (byte)from;
    }

    private static int Best(int outside, int begin, int inside, out int score)
    {
        int label = begin > outside ? Begin : Outside;
        score = Math.Max(outside, begin);
        if (inside <= score) return label;
        score = inside;
        return Inside;
    }

    private static int Bounded(short transition) => Math.Clamp((int)transition, Forbidden, MaxScore);

    private static int Clamp(int score) => Math.Clamp(score, -MaxScore, MaxScore);

    private static void Trace(CueScores best, Span<byte> labels)
    {
        int label = Best(best.Outside, best.Begin, best.Inside, out _);
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            int before = labels[i] >> (2 * label) & 3;
            labels[i] = (byte)label;
            label = before;
        }
    }
}

/// <summary>Working memory of <see cref="CueTagger"/>; one for each thread.</summary>
internal sealed class CueScratch
{
    private byte[] _labels = [];
    private CueScores[] _scores = [];

    public CueWordScores Words { get; } = new();

    public CueLookAhead Ahead { get; } = new();

    public Span<byte> Labels(int count)
    {
        if (_labels.Length < count) _labels = new byte[count * 2];
        return _labels.AsSpan(0, count);
    }

    public Span<CueScores> Scores(int count)
    {
        if (_scores.Length < count) _scores = new CueScores[count * 2];
        return _scores.AsSpan(0, count);
    }
}
