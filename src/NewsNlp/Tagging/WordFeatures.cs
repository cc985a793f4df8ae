using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>The tagger's features that depend on one word alone, for each position in which it can stand to the token that is tagged.</summary>
internal sealed class WordFeatures(WordClusters clusters, TagLexicon lexicon)
{
    /// <summary>From two words before to two words behind.</summary>
    public const int Positions = 5;
    public const int Middle = 2;

    /// <summary>A word has fewer features than this at any position.</summary>
    public const int MaxAtPosition = 48;

    private const int MaxSuffix = 5;
    private const int MaxPrefix = 4;

    /// <summary>Stands in for the word before the first and behind the last of a sentence.</summary>
    public static TagWord Outside { get; } = new()
    {
        Lower = 1,
        Suffix = 1,
        Fine = 0,
        Middle = 0,
        Ambiguity = 0,
        Case = WordCase.Outside,
        IsVerb = false,
    };

    public TagWord Describe(ReadOnlySpan<char> word, WordSetting setting)
    {
        uint lower = (uint)(FeatureHash.OfNormal(word) >> 32);
        int fine = clusters.Fine(word);
        WordCase wordCase = CaseOf(word);
        if (SentenceStyles.Hides(setting.Style, wordCase)) wordCase = WordCase.Headline;
        byte ambiguity = lexicon.ClassOf(lower);
        return new TagWord
        {
            Lower = lower,
            Suffix = (uint)(FeatureHash.OfNormal(word[^Math.Min(3, word.Length)..]) >> 32),
            Fine = (ushort)fine,
            Middle = (byte)clusters.Middle(fine),
            Ambiguity = ambiguity,
            Case = wordCase,
            IsVerb = lexicon.IsVerb(ambiguity),
        };
    }

    /// <summary>Adds the word's features at <paramref name="position"/>.</summary>
    public void Collect<TSink>(ReadOnlySpan<char> word, in TagWord facts, WordSetting setting, int position, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        uint kind = 100 + (uint)position * 20;
        sink.Add(FeatureHash.Of(kind, facts.Lower));
        sink.Add(FeatureHash.Of(kind + 1, (uint)facts.Case, (uint)setting.Style | setting.Glue));
        sink.Add(FeatureHash.Of(kind + 2, facts.Ambiguity, (uint)facts.Case));
        sink.Add(FeatureHash.Of(kind + 3, facts.Middle));
        if (facts.Case == WordCase.Outside) return;
        if (facts.Fine != 0) sink.Add(FeatureHash.Of(kind + 4, facts.Fine));
        if (Math.Abs(position - Middle) > 1) return;
        sink.Add(FeatureHash.Of(kind + 5, facts.Suffix));
        sink.Add(FeatureHash.Of(kind + 6, FeatureHash.OfNormal(word[^Math.Min(2, word.Length)..])));
        if (position == Middle) CollectSpelling(word, facts, setting, ref sink);
    }

    private void CollectSpelling<TSink>(ReadOnlySpan<char> word, in TagWord facts, WordSetting setting, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        if (setting.Style == SentenceStyle.Normal) sink.Add(FeatureHash.Of(1, FeatureHash.OfWord(word)));
        for (int n = 1; n <= MaxSuffix && n < word.Length; n++)
        {
            ulong suffix = FeatureHash.OfNormal(word[^n..]);
            sink.Add(FeatureHash.Of(10 + (uint)n, suffix));
            if (n is 2 or 3) sink.Add(FeatureHash.Of(30 + (uint)n, suffix, (uint)facts.Case));
        }
        for (int n = 1; n <= MaxPrefix && n < word.Length; n++) sink.Add(FeatureHash.Of(20 + (uint)n, FeatureHash.OfNormal(word[..n])));
        ulong shape = ShapeOf(word);
        sink.Add(FeatureHash.Of(2, shape, (uint)setting.Style | setting.Glue));
        sink.Add(FeatureHash.Of(3, facts.Ambiguity));
        sink.Add(FeatureHash.Of(4, (uint)clusters.Coarse(facts.Fine), (uint)facts.Case));
        sink.Add(FeatureHash.Of(5, (uint)Math.Min(word.Length, 12), (uint)facts.Case));
        if (setting.Capital != 0)
        {
            sink.Add(FeatureHash.Of(8, setting.Capital, (uint)facts.Case));
            sink.Add(FeatureHash.Of(9, setting.Capital, facts.Ambiguity));
            sink.Add(FeatureHash.Of(40, setting.Capital, facts.Middle));
        }
        int hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && hyphen < word.Length - 1)
        {
            sink.Add(FeatureHash.Of(6, FeatureHash.OfNormal(word[(hyphen + 1)..])));
            sink.Add(FeatureHash.Of(7, FeatureHash.OfNormal(word[..hyphen])));
        }
    }

    public static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, digits = 0;
        foreach (char c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsUpper(c)) upper++;
            else if (char.IsLetter(c)) lower++;
        }
        if (digits > 0) return WordCase.Digits;
        if (upper + lower == 0) return WordCase.Symbols;
        if (upper == 0) return WordCase.Lower;
        if (lower == 0) return upper == 1 ? WordCase.OneCapital : WordCase.Capitals;
        return upper == 1 && char.IsUpper(word[0]) ? WordCase.Capital : WordCase.Mixed;
    }

    // Runs of capitals, small letters and digits as one letter each; other characters as they are.
    private static ulong ShapeOf(ReadOnlySpan<char> word)
    {
        ulong shape = 0;
        char last = '\0';
        foreach (char c in word[..Math.Min(word.Length, 40)])
        {
            char kind = char.IsAsciiDigit(c) ? '0' : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c;
            if (kind != last) shape = FeatureHash.Pair(shape, kind);
            last = kind;
        }
        return shape;
    }
}
