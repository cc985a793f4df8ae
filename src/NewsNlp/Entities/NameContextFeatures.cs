using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>Features that depend on more than one word: neighbours together, the run of capitals, and the rest of the document.</summary>
internal static class NameContextFeatures
{
    // Other occurrences of a word beyond this many tell little more and would make long documents slow.
    public const int MaxOccurrences = 4;

    /// <summary>Kinds of features from here on are free for others.</summary>
    public const uint EndKind = Kind + 100;

    private const uint Kind = NameWordFeatures.FirstFreeKind;

    /// <summary>All of a token, as training wants them; at run time what several tokens share is added up once.</summary>
    public static void Add<TSink>(NameText text, SentenceData sentence, SentenceStyle style, int token, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        AddNeighbours(text, sentence, style, token, ref sink);
        if (!text.Facts[token].IsNameLike) return;
        AddRun(text, sentence, style, token, ref sink, ref sink);
        AddEvidence(text, sentence, style, token, ref sink);
        int looked = 0;
        for (int other = text.Evidence[text.Number[token]].First; other >= 0 && looked < MaxOccurrences; other = text.Evidence.NextOf(other))
        {
            if (other == token) continue;
            looked++;
            AddOccurrence(text, other, ref sink);
        }
    }

    /// <summary>Of a token and the two words on either side.</summary>
    public static void AddNeighbours<TSink>(NameText text, SentenceData sentence, SentenceStyle style, int token, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        WordFacts before2 = At(text, sentence, token - 2), before = At(text, sentence, token - 1), own = text.Facts[token];
        WordFacts after = At(text, sentence, token + 1), after2 = At(text, sentence, token + 2);
        sink.Add(FeatureHash.Of(Kind, (ulong)style, (ulong)own.Case, EdgesOf(sentence, token)));
        sink.Add(FeatureHash.Of(Kind + 1, before.Normal, own.Normal));
        sink.Add(FeatureHash.Of(Kind + 2, own.Normal, after.Normal));
        sink.Add(FeatureHash.Of(Kind + 3, before.Shape, own.Shape));
        sink.Add(FeatureHash.Of(Kind + 4, own.Shape, after.Shape));
        sink.Add(FeatureHash.Of(Kind + 5, before.Shape, own.Shape, after.Shape));
        sink.Add(FeatureHash.Of(Kind + 6, before.Normal, own.Shape));
        sink.Add(FeatureHash.Of(Kind + 7, after.Normal, own.Shape));
        sink.Add(FeatureHash.Of(Kind + 8, before.MiddleCluster, own.MiddleCluster));
        sink.Add(FeatureHash.Of(Kind + 9, own.MiddleCluster, after.MiddleCluster));
        sink.Add(FeatureHash.Of(Kind + 10, before.Cluster, own.Cluster));
        sink.Add(FeatureHash.Of(Kind + 11, own.Cluster, after.Cluster));
        sink.Add(FeatureHash.Of(Kind + 12, before.MiddleCluster, own.Shape, after.MiddleCluster));
        sink.Add(FeatureHash.Of(Kind + 13, before.Normal, own.Shape, after.Normal));
        sink.Add(FeatureHash.Of(Kind + 14, before2.Normal, before.Normal, (ulong)own.Case));
        sink.Add(FeatureHash.Of(Kind + 15, after.Normal, after2.Normal, (ulong)own.Case));
        sink.Add(FeatureHash.Of(Kind + 16, (ulong)before.Gazetteer, (ulong)own.Gazetteer, (ulong)own.Case));
        sink.Add(FeatureHash.Of(Kind + 17, (ulong)own.Gazetteer, (ulong)after.Gazetteer, (ulong)own.Case));
        sink.Add(FeatureHash.Of(Kind + 18, before2.Shape, before.Shape, own.Shape));
        sink.Add(FeatureHash.Of(Kind + 19, own.Shape, after.Shape, after2.Shape));
        sink.Add(FeatureHash.Of(Kind + 21, text.Joints[token], own.Shape, FeatureHash.Pair(before.Shape, after.Shape)));
        sink.Add(FeatureHash.Of(Kind + 22, text.Joints[token], before2.Shape, FeatureHash.Pair(own.Shape, after2.Shape)));
        if (text.Phrase[token] != 0) sink.Add(FeatureHash.Of(Kind + 20, (ulong)text.Phrase[token]));
    }

    /// <summary>Of a run of name-like words, to one sink what is the same for each token in it, to another what is a token's own.</summary>
    public static void AddRun<TRun, TOwn>(NameText text, SentenceData sentence, SentenceStyle style, int token, ref TRun run, ref TOwn own)
        where TRun : IFeatureSink, allows ref struct
        where TOwn : IFeatureSink, allows ref struct
    {
        int start = text.RunStart[token], end = text.RunEnd[token];
        WordFacts before = At(text, sentence, start - 1), after = At(text, sentence, end);
        WordFacts first = text.Facts[start], last = text.Facts[end - 1];
        ulong place = (ulong)(Math.Min(token - start, 3) * 4 + Math.Min(end - 1 - token, 3));
        own.Add(FeatureHash.Of(Kind + 30, place, (ulong)style));
        run.Add(FeatureHash.Of(Kind + 31, before.Normal));
        run.Add(FeatureHash.Of(Kind + 32, after.Normal));
        run.Add(FeatureHash.Of(Kind + 33, before.Normal, after.Normal));
        run.Add(FeatureHash.Of(Kind + 34, before.Cluster));
        run.Add(FeatureHash.Of(Kind + 35, after.Cluster));
        own.Add(FeatureHash.Of(Kind + 36, place, before.MiddleCluster, after.MiddleCluster));
        run.Add(FeatureHash.Of(Kind + 37, last.Normal));
        run.Add(FeatureHash.Of(Kind + 38, last.Cluster));
        run.Add(FeatureHash.Of(Kind + 39, first.Normal));
        run.Add(FeatureHash.Of(Kind + 40, first.Cluster));
        own.Add(FeatureHash.Of(Kind + 41, first.MiddleCluster, last.MiddleCluster, place));
        own.Add(FeatureHash.Of(Kind + 42, (ulong)first.Gazetteer, (ulong)last.Gazetteer, place));
        if (after.Normal == Of) AddComplement(text, sentence, end + 1, ref run);
    }

    // Ministry OF Defence: the word behind "of" tells what the run before it is.
    private static void AddComplement<TSink>(NameText text, SentenceData sentence, int token, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        WordFacts complement = At(text, sentence, token);
        sink.Add(FeatureHash.Of(Kind + 43, complement.Cluster));
        sink.Add(FeatureHash.Of(Kind + 44, complement.Shape));
    }

    /// <summary>Of how the document writes the word elsewhere.</summary>
    public static void AddEvidence<TSink>(NameText text, SentenceData sentence, SentenceStyle style, int token, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        WordEvidence.Word word = text.Evidence[text.Number[token]];
        ulong own = (ulong)text.Facts[token].Case * 8 + (ulong)style * 2 + (token == sentence.FirstToken ? 1UL : 0);
        ulong seen = (ulong)(Math.Min(word.Lower, 2) * 4 + Math.Min(word.Capital, 3));
        sink.Add(FeatureHash.Of(Kind + 50, own, seen));
    }

    /// <summary>Of another occurrence of a token's word.</summary>
    public static void AddOccurrence<TSink>(NameText text, int other, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        int start = text.RunStart[other], end = text.RunEnd[other];
        if (other > start)
        {
            WordFacts left = text.Facts[other - 1];
            sink.Add(FeatureHash.Of(Kind + 51, left.Normal));
            sink.Add(FeatureHash.Of(Kind + 52, left.MiddleCluster, (ulong)left.Gazetteer));
        }
        if (other < end - 1)
        {
            WordFacts right = text.Facts[other + 1], last = text.Facts[end - 1];
            sink.Add(FeatureHash.Of(Kind + 53, right.Normal));
            sink.Add(FeatureHash.Of(Kind + 54, right.MiddleCluster, (ulong)right.Gazetteer));
            sink.Add(FeatureHash.Of(Kind + 55, last.Cluster));
        }
        ulong place = (ulong)(Math.Min(other - start, 2) * 3 + Math.Min(end - 1 - other, 2));
        sink.Add(FeatureHash.Of(Kind + 56, place));
        if (start > 0) sink.Add(FeatureHash.Of(Kind + 57, place, text.Facts[start - 1].Normal));
        if (end < text.TokenCount) sink.Add(FeatureHash.Of(Kind + 58, place, text.Facts[end].Normal));
    }

    private static readonly ulong Of = FeatureHash.OfNormal("of");

    private static WordFacts At(NameText text, SentenceData sentence, int token) =>
        token >= sentence.FirstToken && token < sentence.EndToken ? text.Facts[token] : default;

    private static ulong EdgesOf(SentenceData sentence, int token) =>
        (token == sentence.FirstToken ? 1UL : 0) + (token == sentence.EndToken - 1 ? 2UL : 0);
}
