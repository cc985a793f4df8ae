namespace NewsNlp.Statements.Learned;

/// <summary>Where quotation marks stand about a token.</summary>
internal static class QuoteSigns
{
    /// <summary>Eight bits or so: in a quote, in a nested one, one before, one behind, how near, and whether the sentence holds any.</summary>
    public static uint Around(StatementTokens tokens, int at)
    {
        ref readonly TokenFacts token = ref tokens[at];
        uint signs = token.Quote >= 0 ? 1u : 0;
        if (token.Nested) signs |= 2;
        return signs | Nearest(tokens, at, -token.SinceChange) << 2 | Nearest(tokens, at, token.ToChange) << 5;
    }

    // 0 none near, else 1 for the very next token, 2 for up to three, 3 for up to eight; 4 more where the quote holds few words.
    private static uint Nearest(StatementTokens tokens, int at, int change)
    {
        int away = Math.Abs(change);
        if (away == StatementTokens.Far || !tokens.Near(at + change, at)) return 0;
        int quote = tokens[at + change].Quote;
        if (quote < 0) return away == 1 ? 1u : 0;
        (int first, int end) = tokens.QuoteTokens[quote];
        return (away <= 2 ? 1u : away <= 4 ? 2u : 3u) + (end - first < 6 ? 4u : 0);
    }

    /// <summary>True where the word is the first inside of an outermost quote (or of a part of it behind its mark).</summary>
    public static bool Opens(StatementTokens tokens, int word) =>
        tokens[word].Quote is >= 0 and int q && (tokens.QuoteTokens[q].First >= word - 1) && !HasWordBetween(tokens, tokens.QuoteTokens[q].First, word);

    public static bool Closes(StatementTokens tokens, int word) =>
        tokens[word].Quote is >= 0 and int q && tokens.QuoteTokens[q].End - word <= 4 && !HasWordBetween(tokens, word + 1, tokens.QuoteTokens[q].End);

    private static bool HasWordBetween(StatementTokens tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (tokens[i].IsWord) return true;
        return false;
    }
}
