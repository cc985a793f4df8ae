using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>The tags that the tagger has given to the left of a token.</summary>
/// <param name="One">Of the word before; likewise two and three before. <see cref="None"/> outside the sentence.</param>
/// <param name="Verb">Of the last verb, auxiliary or infinitive "to" of the sentence, and <paramref name="VerbWord"/>, which word it is.</param>
internal readonly record struct TagHistory(byte One, byte Two, byte Three, byte Verb, uint VerbWord)
{
    public const byte None = 255;

    public static TagHistory Start { get; } = new(None, None, None, None, 0);

    public TagHistory Push(byte tag, bool isVerb, uint word) => new(tag, One, Two, isVerb ? tag : Verb, isVerb ? word : VerbWord);
}

/// <summary>The tagger's features that depend on several words, and those that also depend on the tags before.</summary>
internal static class ContextFeatures
{
    /// <summary>How many <see cref="CollectTags"/> writes; likewise <see cref="CollectWords"/>.</summary>
    public const int OfTags = 18;
    public const int OfWords = 20;

    /// <summary>So many words to the right the next verb is looked for.</summary>
    public const int Ahead = 8;

    /// <summary>How many <see cref="Collect"/> writes.</summary>
    public const int Count = OfTags + OfWords;

    /// <param name="words">The words of the sentence with two <see cref="WordFeatures.Outside"/> before and behind, or <see cref="Ahead"/> words behind; <paramref name="at"/> is the one to tag.</param>
    public static void Collect(ReadOnlySpan<TagWord> words, int at, TagHistory tags, Span<uint> to)
    {
        CollectTags(words, at, tags, to);
        CollectWords(words, at, to[OfTags..]);
    }

    /// <inheritdoc cref="Collect"/>
    public static void CollectTags(ReadOnlySpan<TagWord> words, int at, TagHistory tags, Span<uint> to)
    {
        ref readonly TagWord word = ref words[at], next = ref words[at + 1];
        ulong one = tags.One, pair = (ulong)tags.Two << 8 | one, triple = (ulong)tags.Three << 16 | pair;
        uint ambiguity = AmbiguityOf(word), nextAmbiguity = AmbiguityOf(next);
        to[0] = FeatureHash.Of(300, one);
        to[1] = FeatureHash.Of(301, tags.Two);
        to[2] = FeatureHash.Of(302, pair);
        to[3] = FeatureHash.Of(303, triple);
        to[4] = FeatureHash.Of(304, one, word.Lower);
        to[5] = FeatureHash.Of(305, one, ambiguity);
        to[6] = FeatureHash.Of(306, tags.Two, ambiguity);
        to[7] = FeatureHash.Of(307, pair, ambiguity);
        to[8] = FeatureHash.Of(308, one, word.Suffix);
        to[9] = FeatureHash.Of(309, one, next.Lower);
        to[10] = FeatureHash.Of(310, one, nextAmbiguity);
        to[11] = FeatureHash.Of(311, one, ambiguity, nextAmbiguity);
        to[12] = FeatureHash.Of(312, one, word.Middle);
        to[13] = FeatureHash.Of(313, pair, word.Lower);
        to[14] = FeatureHash.Of(314, one, word.Fine);
        to[15] = FeatureHash.Of(315, tags.Verb, ambiguity);
        to[16] = FeatureHash.Of(316, tags.VerbWord, ambiguity);
        to[17] = FeatureHash.Of(317, (ulong)tags.Verb << 8 | one, ambiguity);
    }

    /// <inheritdoc cref="Collect"/>
    public static void CollectWords(ReadOnlySpan<TagWord> words, int at, Span<uint> to)
    {
        ref readonly TagWord word = ref words[at], before = ref words[at - 1], next = ref words[at + 1];
        ref readonly TagWord second = ref words[at - 2], afterNext = ref words[at + 2];
        uint ambiguity = AmbiguityOf(word), nextAmbiguity = AmbiguityOf(next), afterNextAmbiguity = AmbiguityOf(afterNext);
        to[0] = FeatureHash.Of(318, before.Lower, word.Lower);
        to[1] = FeatureHash.Of(319, word.Lower, next.Lower);
        to[2] = FeatureHash.Of(320, before.Lower, next.Lower);
        to[3] = FeatureHash.Of(321, next.Lower, afterNext.Lower);
        to[4] = FeatureHash.Of(322, second.Lower, before.Lower);
        to[5] = FeatureHash.Of(323, ambiguity, nextAmbiguity);
        to[6] = FeatureHash.Of(324, ambiguity, nextAmbiguity, afterNextAmbiguity);
        to[7] = FeatureHash.Of(325, word.Lower, nextAmbiguity);
        to[8] = FeatureHash.Of(326, before.Lower, ambiguity);
        to[9] = FeatureHash.Of(327, ambiguity, next.Lower);
        to[10] = FeatureHash.Of(328, word.Lower, afterNextAmbiguity);
        to[11] = FeatureHash.Of(329, before.Middle, word.Middle);
        to[12] = FeatureHash.Of(330, word.Middle, next.Middle);
        to[13] = FeatureHash.Of(331, before.Lower, word.Lower, next.Lower);
        to[14] = FeatureHash.Of(332, word.Suffix, next.Suffix);
        to[15] = FeatureHash.Of(333, before.Suffix, word.Suffix);
        to[16] = FeatureHash.Of(334, (uint)before.Case << 16 | (uint)word.Case << 8 | (uint)next.Case, word.Suffix);
        to[17] = FeatureHash.Of(335, second.Lower, word.Lower);
        int verb = NextVerb(words, at);
        ulong ahead = verb == 0 ? 0 : (ulong)Math.Min(verb - at, 4) << 16 | words[verb].Ambiguity;
        to[18] = FeatureHash.Of(336, word.Lower, ahead);
        to[19] = FeatureHash.Of(337, ambiguity, ahead);
    }

    // The next verb of the clause; 0 where none is near.
    private static int NextVerb(ReadOnlySpan<TagWord> words, int at)
    {
        int end = Math.Min(words.Length, at + Ahead + 1);
        for (int i = at + 1; i < end && words[i].Case is not (WordCase.Symbols or WordCase.Outside); i++)
            if (words[i].IsVerb) return i;
        return 0;
    }

    private static uint AmbiguityOf(in TagWord word) => word.Ambiguity | (uint)word.Case << 8;
}
