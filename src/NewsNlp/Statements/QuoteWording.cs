using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>What quoted words look like by themselves.</summary>
internal enum QuotedWords
{
    /// <summary>A word or two in scare quotes.</summary>
    Scare,

    /// <summary>A title or a slogan: words in capitals, short ones in between.</summary>
    Title,

    Speech,
}

/// <summary>Tells speech from titles and scare quotes.</summary>
internal static class QuoteWording
{
    private const int FewestWords = 3, FewestCapitals = 2, LongestParticle = 3;

    public static QuotedWords Of(StatementTokens tokens, int quote)
    {
        (int first, int end) = tokens.QuoteTokens[quote];
        int words = 0, capitals = 0, longer = 0;
        for (int t = first; t < end; t++)
        {
            if (!tokens[t].IsWord) continue;
            words++;
            if (char.IsUpper(tokens.Draft.Form(t)[0])) capitals++;
            else if (tokens.Draft.Form(t).Length > LongestParticle) longer++;
        }
        if (words < FewestWords) return QuotedWords.Scare;
        return longer > 0 || capitals < FewestCapitals || EndsLikeSpeech(tokens, quote) ? QuotedWords.Speech : QuotedWords.Title;
    }

    // Not a full stop, which American papers put within the marks of a title, too.
    private static bool EndsLikeSpeech(StatementTokens tokens, int quote) => tokens.Draft.Text[tokens.Quotes[quote].InnerEnd - 1] is '!' or '?';
}
