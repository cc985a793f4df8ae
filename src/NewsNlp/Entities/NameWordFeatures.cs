using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>Features that depend on one word alone, for each position in which it can stand to the token that is being labelled.</summary>
internal static class NameWordFeatures
{
    /// <summary>Positions −2 to +2.</summary>
    public const int Positions = 5;

    /// <summary>The position of the token itself.</summary>
    public const int Middle = 2;

    /// <summary>Kinds of features from here on are free for others.</summary>
    public const uint FirstFreeKind = Positions * KindsOfPosition;

    private const uint KindsOfPosition = 32;

    public static void Add<TSink>(in WordFacts facts, ReadOnlySpan<char> form, int position, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        uint kind = (uint)position * KindsOfPosition;
        sink.Add(FeatureHash.Of(kind, facts.Normal));
        sink.Add(FeatureHash.Of(kind + 1, facts.Shape));
        sink.Add(FeatureHash.Of(kind + 2, facts.Cluster));
        sink.Add(FeatureHash.Of(kind + 3, facts.MiddleCluster));
        if (position is 0 or Positions - 1) return;
        sink.Add(FeatureHash.Of(kind + 4, facts.CoarseCluster));
        sink.Add(FeatureHash.Of(kind + 5, FeatureHash.OfNormal(Last(form, 3))));
        sink.Add(FeatureHash.Of(kind + 6, (ulong)facts.Gazetteer));
        sink.Add(FeatureHash.Of(kind + 7, (ulong)facts.Case));
        if (position == Middle) AddOwn(facts, form, kind, ref sink);
    }

    private static void AddOwn<TSink>(in WordFacts facts, ReadOnlySpan<char> form, uint kind, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        sink.Add(FeatureHash.Of(kind + 8, facts.Form));
        sink.Add(FeatureHash.Of(kind + 9, WordShape.Long(form)));
        for (int length = 1; length <= 4; length++)
        {
            sink.Add(FeatureHash.Of(kind + 10, (ulong)length, FeatureHash.OfNormal(form[..Math.Min(length, form.Length)])));
            if (length != 3) sink.Add(FeatureHash.Of(kind + 11, (ulong)length, FeatureHash.OfNormal(Last(form, length))));
        }
        sink.Add(FeatureHash.Of(kind + 12, (ulong)Math.Min(form.Length, 12), (ulong)facts.Case));
        for (int bit = 1; bit < 256; bit <<= 1)
            if (((int)facts.Gazetteer & bit) != 0) sink.Add(FeatureHash.Of(kind + 13, (ulong)bit, (ulong)facts.Case));
        sink.Add(FeatureHash.Of(kind + 14, facts.Cluster, (ulong)facts.Case));
        sink.Add(FeatureHash.Of(kind + 15, facts.MiddleCluster, facts.Shape));
        int hyphen = form.IndexOf('-');
        if (hyphen <= 0 || hyphen == form.Length - 1) return;
        sink.Add(FeatureHash.Of(kind + 16, FeatureHash.OfNormal(form[..hyphen])));
        sink.Add(FeatureHash.Of(kind + 17, FeatureHash.OfNormal(form[(form.LastIndexOf('-') + 1)..])));
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> form, int length) => form[Math.Max(0, form.Length - length)..];
}
