using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// What the attributions about one tell of whether it is one: that whose content holds its cue, that whose cue its content holds, that which says
/// the same, and the next on either side. The numbers of the templates are part of the model format.
/// </summary>
internal static class RivalFeatures
{
    // So many neighbours on each side are looked at, which bounds the time.
    private const int Reach = 8;

    private const float NoOdds = -9;

    /// <param name="tokens">The article.</param>
    /// <param name="all">What was found in it, in the order of the cues, each judged by itself.</param>
    /// <param name="at">The one looked at.</param>
    /// <param name="sink">Takes the features.</param>
    public static void Add<TSink>(StatementTokens tokens, ReadOnlySpan<AttributionData> all, int at, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        ref readonly AttributionData own = ref all[at];
        Rivals rivals = Rivals.Of(all, at);
        AddOdds(own, all, rivals, ref sink);
        if (rivals.Outer >= 0) AddOuter(tokens, own, all[rivals.Outer], ref sink);
        if (rivals.Inner >= 0) AddInner(tokens, own, all[rivals.Inner], ref sink);
        if (rivals.Twin >= 0) AddTwin(tokens, own, all[rivals.Twin], ref sink);
        AddNext(tokens, own, at > 0 ? all[at - 1] : default, 5040, ref sink);
        AddNext(tokens, own, at + 1 < all.Length ? all[at + 1] : default, 5050, ref sink);
    }

    private static void AddOdds<TSink>(in AttributionData own, ReadOnlySpan<AttributionData> all, in Rivals rivals, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        uint odds = Buckets.OfOdds(own.KeepOdds), coarse = odds / 3;
        sink.Add(LinearHash.Of(5000, odds));
        sink.Add(LinearHash.Of(5001, OddsOf(all, rivals.Outer), coarse));
        sink.Add(LinearHash.Of(5002, OddsOf(all, rivals.Inner), coarse));
        sink.Add(LinearHash.Of(5003, OddsOf(all, rivals.Twin), coarse));
        sink.Add(LinearHash.Of(5004, OddsOf(all, rivals.Crossing), coarse));
        sink.Add(LinearHash.Of(5005, OddsOf(all, rivals.SameSource), coarse));
        sink.Add(LinearHash.Of(5006, OddsOf(all, rivals.AroundSource)));
        sink.Add(LinearHash.Of(5007, rivals.Kinds));
        features = sink;
    }

    private static void AddOuter<TSink>(StatementTokens tokens, in AttributionData own, in AttributionData outer, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        uint side = outer.Cue.First < own.Cue.First ? 1u : 0u, quoted = tokens[own.Cue.First].Quote >= 0 ? 1u : 0u;
        uint odds = Buckets.OfOdds(outer.KeepOdds), cue = tokens[own.Cue.First].Lemma, kind = KindOf(tokens, own);
        uint source = outer.Source == own.Source ? 1u : own.Source.IsNone ? 2u : outer.Content.Holds(own.Source.First) ? 3u : 0u;
        sink.Add(LinearHash.Of(5010, side, quoted, odds / 3));
        sink.Add(LinearHash.Of(5011, cue, odds / 4));
        sink.Add(LinearHash.Of(5012, kind, odds / 4));
        sink.Add(LinearHash.Of(5013, cue, tokens[outer.Cue.First].Lemma));
        sink.Add(LinearHash.Of(5014, side, Buckets.OfOdds(outer.ContentMargin - own.ContentMargin)));
        sink.Add(LinearHash.Of(5015, source, odds / 3));
        sink.Add(LinearHash.Of(5016, ContentShape.Compare(outer.Content.Last, own.Content.Last), side, quoted));
        sink.Add(LinearHash.Of(5017, (uint)tokens[outer.Cue.End - 1].Cue, kind));
        features = sink;
    }

    private static void AddInner<TSink>(StatementTokens tokens, in AttributionData own, in AttributionData inner, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        uint side = inner.Cue.First < own.Cue.First ? 1u : 0u, quoted = tokens[inner.Cue.First].Quote >= 0 ? 1u : 0u;
        uint odds = Buckets.OfOdds(inner.KeepOdds), source = inner.Source == own.Source ? 1u : own.Source.IsNone ? 2u : 0u;
        sink.Add(LinearHash.Of(5020, side, quoted, odds / 3));
        sink.Add(LinearHash.Of(5021, tokens[own.Cue.First].Lemma, odds / 4));
        sink.Add(LinearHash.Of(5022, KindOf(tokens, own), odds / 4));
        sink.Add(LinearHash.Of(5024, side, Buckets.OfOdds(inner.ContentMargin - own.ContentMargin)));
        sink.Add(LinearHash.Of(5025, source, odds / 3));
        features = sink;
    }

    private static void AddTwin<TSink>(StatementTokens tokens, in AttributionData own, in AttributionData twin, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        sink.Add(LinearHash.Of(5030, twin.Cue.First < own.Cue.First ? 1u : 0u, Buckets.OfOdds(twin.KeepOdds - own.KeepOdds)));
        sink.Add(LinearHash.Of(5031, tokens[own.Cue.First].Lemma, tokens[twin.Cue.First].Lemma));
        sink.Add(LinearHash.Of(5032, twin.Source == own.Source ? 1u : own.Source.IsNone ? 2u : twin.Source.IsNone ? 3u : 0u));
        features = sink;
    }

    // In the same sentence or the one beside it.
    private static void AddNext<TSink>(StatementTokens tokens, in AttributionData own, in AttributionData next, uint template, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        int away = next.Cue.End == 0 ? int.MaxValue : Math.Abs(tokens[next.Cue.First].Sentence - tokens[own.Cue.First].Sentence);
        if (away > 1)
        {
            sink.Add(LinearHash.Of(template, 0));
            features = sink;
            return;
        }
        sink.Add(LinearHash.Of(template + 1, (uint)away, Buckets.OfOdds(next.KeepOdds) / 2));
        sink.Add(LinearHash.Of(template + 2, (uint)away, Buckets.Of(Math.Abs(next.Cue.First - own.Cue.First))));
        sink.Add(LinearHash.Of(template + 3, (uint)away, (uint)tokens[next.Cue.End - 1].Cue, KindOf(tokens, own)));
        features = sink;
    }

    private static uint OddsOf(ReadOnlySpan<AttributionData> all, int at) => Buckets.OfOdds(at < 0 ? NoOdds : all[at].KeepOdds);

    private static uint KindOf(StatementTokens tokens, in AttributionData data) => (uint)tokens[data.Cue.End - 1].Cue * 64 + tokens[data.Cue.End - 1].Tag;

    /// <summary>Of the attributions near one, the surest of each kind; -1 for none.</summary>
    /// <param name="Outer">Its content holds the cue.</param>
    /// <param name="Inner">Its cue lies in the content.</param>
    /// <param name="Twin">It has the same content.</param>
    /// <param name="Crossing">Its content overlaps the content otherwise.</param>
    /// <param name="SameSource">It has the same source, whatever else it is.</param>
    /// <param name="AroundSource">Its source holds the cue.</param>
    private readonly record struct Rivals(int Outer, int Inner, int Twin, int Crossing, int SameSource, int AroundSource)
    {
        public uint Kinds => Bit(Outer) + Bit(Inner) * 2 + Bit(Twin) * 4 + Bit(Crossing) * 8 + Bit(SameSource) * 16;

        public static Rivals Of(ReadOnlySpan<AttributionData> all, int at)
        {
            (int outer, int inner, int twin, int crossing, int sameSource, int aroundSource) = (-1, -1, -1, -1, -1, -1);
            ref readonly AttributionData own = ref all[at];
            for (int i = Math.Max(0, at - Reach); i < Math.Min(all.Length, at + Reach + 1); i++)
            {
                if (i == at) continue;
                ref readonly AttributionData other = ref all[i];
                if (other.Content == own.Content) Take(all, i, ref twin);
                else if (other.Content.Holds(own.Cue.First)) Take(all, i, ref outer);
                else if (own.Content.Holds(other.Cue.First)) Take(all, i, ref inner);
                else if (other.Content.First <= own.Content.Last && other.Content.Last >= own.Content.First) Take(all, i, ref crossing);
                if (!own.Source.IsNone && other.Source == own.Source) Take(all, i, ref sameSource);
                if (other.Source.Holds(own.Cue.First)) Take(all, i, ref aroundSource);
            }
            return new Rivals(outer, inner, twin, crossing, sameSource, aroundSource);
        }

        private static void Take(ReadOnlySpan<AttributionData> all, int at, ref int surest)
        {
            if (surest < 0 || all[at].KeepOdds > all[surest].KeepOdds) surest = at;
        }

        private static uint Bit(int at) => at < 0 ? 0u : 1u;
    }
}
