using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// What a first reading of a document took each word for. In a second reading a word's other occurrences vote on what it is here: a
/// name that one sentence makes plain helps where it stands bare.
/// </summary>
internal sealed class NameVotes
{
    private const uint Kind = NameContextFeatures.EndKind;

    // Types and "no name"; a power of two makes indexing cheap.
    private const int Choices = 16;

    private int[] _counts = [];

    /// <summary>Counts the labels of name-like tokens <c>[first, first + labels.Length)</c>.</summary>
    public void Count(NameText text, int first, ReadOnlySpan<byte> labels)
    {
        int size = text.Evidence.Count * Choices;
        if (_counts.Length < size) _counts = new int[size * 2];
        else Array.Clear(_counts, 0, size);
        for (int i = 0; i < labels.Length; i++)
        {
            if (!text.Facts[first + i].IsNameLike) continue;
            _counts[text.Number[first + i] * Choices + (int)NameLabels.TypeOf(labels[i])]++;
        }
    }

    /// <summary>Adds the features of a token's votes; none where nobody voted.</summary>
    /// <param name="label">The token's own label, whose vote does not count.</param>
    public void Add<TSink>(NameText text, int token, byte label, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        WordFacts facts = text.Facts[token];
        if (!facts.IsNameLike) return;
        int own = (int)NameLabels.TypeOf(label), first = text.Number[token] * Choices, best = -1, votes = 0, all = 0;
        for (int choice = 0; choice < Choices; choice++)
        {
            int count = _counts[first + choice] - (choice == own ? 1 : 0);
            all += count;
            if (count <= votes) continue;
            (best, votes) = (choice, count);
        }
        if (all <= 0) return;
        ulong share = votes == all ? (ulong)Math.Min(votes, 3) : 0;
        sink.Add(FeatureHash.Of(Kind, (ulong)best, share));
        sink.Add(FeatureHash.Of(Kind + 1, (ulong)best, (ulong)facts.Case, facts.CoarseCluster));
    }
}
