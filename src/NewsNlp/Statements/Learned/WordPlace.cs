namespace NewsNlp.Statements.Learned;

/// <summary>Where a word stands, in seven bits: in a quote, at its start, at its end; before and behind it a border of what kind.</summary>
internal static class WordPlace
{
    private const int Quoted = 1, Opening = 2, Closing = 4, Before = 8, Behind = 32;

    /// <summary>True for the first word of an outermost quote.</summary>
    public static bool Opens(byte place) => (place & Opening) != 0;

    public static bool Closes(byte place) => (place & Closing) != 0;

    public static byte Of(StatementTokens tokens, int word)
    {
        int place = 0;
        if (tokens[word].Quote >= 0)
        {
            place = Quoted;
            if (QuoteSigns.Opens(tokens, word)) place |= Opening;
            if (QuoteSigns.Closes(tokens, word)) place |= Closing;
        }
        place += Border(tokens, word, tokens.NextWord(word - 1, -1)) * Before;
        return (byte)(place + Border(tokens, word, tokens.NextWord(word + 1, 1)) * Behind);
    }

    private static int Border(StatementTokens tokens, int word, int other)
    {
        if (other < 0 || tokens[other].Block != tokens[word].Block) return 2;
        return tokens[other].Sentence != tokens[word].Sentence ? 1 : tokens[other].Quote != tokens[word].Quote ? 3 : 0;
    }
}
