using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>Tokens <c>[First, End)</c> that tell that something is said.</summary>
internal readonly record struct CueSpan(int First, int End);

/// <summary>Finds cues with a linear-chain CRF over each sentence.</summary>
internal sealed class CueTagger(SequenceModel model, float caution)
{
    public const int Outside = 0, Begin = 1, Inside = 2;

    public static readonly string[] Labels = ["O", "B", "I"];

    private readonly short _caution = (short)Math.Clamp(caution * model.Scale, -2000, 2000);

    public void Find(StatementTokens tokens, SentenceData sentence, CueScratch scratch, List<CueSpan> cues)
    {
        int count = sentence.EndToken - sentence.FirstToken, lanes = model.Lanes;
        Span<short> scores = scratch.Scores(count * lanes);
        scores.Clear();
        for (int i = 0; i < count; i++)
        {
            Span<short> own = scores.Slice(i * lanes, lanes);
            RowSink sink = new(model.Weights, own);
            CueFeatures.Extract(tokens, sentence.FirstToken + i, ref sink);
            own[Begin] -= _caution;
        }
        Span<byte> labels = scratch.Labels(count);
        Viterbi.Decode(model, scores, labels, scratch.Viterbi);
        for (int i = 0; i < count; i++)
        {
            if (labels[i] != Begin) continue;
            int end = i + 1;
            while (end < count && labels[end] == Inside) end++;
            cues.Add(new CueSpan(sentence.FirstToken + i, sentence.FirstToken + end));
        }
    }
}

/// <summary>Working memory of <see cref="CueTagger"/>; one for each thread.</summary>
internal sealed class CueScratch
{
    private short[] _scores = [];
    private byte[] _labels = [];

    public ViterbiScratch Viterbi { get; } = new();

    public Span<short> Scores(int count)
    {
        if (_scores.Length < count) _scores = new short[count * 2];
        return _scores.AsSpan(0, count);
    }

    public Span<byte> Labels(int count)
    {
        if (_labels.Length < count) _labels = new byte[count * 2];
        return _labels.AsSpan(0, count);
    }
}
