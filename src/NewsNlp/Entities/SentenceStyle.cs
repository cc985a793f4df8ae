namespace NewsNlp.Entities;

/// <summary>How much a capital tells in a sentence.</summary>
internal enum SentenceStyle : byte
{
    Running,

    /// <summary>Most words begin with a capital, as in a headline.</summary>
    Title,

    /// <summary>All in capitals.</summary>
    Capitals,
}

/// <summary>Tells the style of a sentence from its words.</summary>
internal static class SentenceStyles
{
    public static SentenceStyle Of(ReadOnlySpan<WordFacts> words)
    {
        int lower = 0, upper = 0, capital = 0;
        foreach (WordFacts word in words)
        {
            if (word.Case == WordCase.Lower) lower++;
            else if (word.Case == WordCase.Upper) upper++;
            else if (word.Case is WordCase.Capital or WordCase.Mixed) capital++;
        }
        if (upper >= 3 && upper > 3 * (lower + capital)) return SentenceStyle.Capitals;
        return upper + capital >= 3 && upper + capital > 2 * lower ? SentenceStyle.Title : SentenceStyle.Running;
    }
}
