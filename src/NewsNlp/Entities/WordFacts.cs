using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>What the names model knows of a word by itself.</summary>
internal struct WordFacts
{
    /// <summary>The word as written.</summary>
    public ulong Form;

    /// <summary>The word in lower case, digits as 0.</summary>
    public ulong Normal;

    /// <summary>Its shape, runs of like characters as one: <c>McDonald-9</c> is <c>AaAa-0</c>.</summary>
    public ulong Shape;

    public ushort Cluster;
    public byte MiddleCluster;
    public byte CoarseCluster;
    public WordCase Case;
    public GazetteerTypes Gazetteer;

    /// <summary>A word that may be, or be part of, a name.</summary>
    public readonly bool IsNameLike => Case is WordCase.Capital or WordCase.Upper or WordCase.Mixed;

    public static WordFacts Of(ReadOnlySpan<char> form, WordClusters clusters, Gazetteer gazetteer)
    {
        int fine = clusters.Fine(form);
        WordFacts facts = new()
        {
            Form = FeatureHash.OfWord(form),
            Normal = FeatureHash.OfNormal(form),
            Cluster = (ushort)fine,
            MiddleCluster = (byte)clusters.Middle(fine),
            CoarseCluster = (byte)clusters.Coarse(fine),
        };
        (facts.Case, facts.Shape) = WordShape.Of(form);
        facts.Gazetteer = facts.Case == WordCase.Lower ? GazetteerTypes.None : gazetteer.Word(facts.Normal);
        return facts;
    }
}
