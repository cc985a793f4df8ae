namespace NewsNlp.Statements.Learned;

/// <summary>Where a word stands, in seven bits: in a quote, at its start, at its end; before and behind it a border of what kind.</summary>
internal static class WordPlace
{
    // A word farther away is no neighbour.
    private const int MostAway = 12;

    private const int Quoted = 1, Opening = 2, Closing = 4, Before = 8, Behind = 32;

    // No word near by in the same block.
    private const int Far = 2;

    /// <summary>True for the first word of an outermost quote.</summary>
    public static bool Opens(byte place) => (place & Opening) != 0;

    public static bool Closes(byte place) => (place & Closing) != 0;

    /// <summary>Sets the places of an article's words.</summary>
    /// <param name="facts">The same tokens, their quotes and sentences known.</param>
    public static void Read(StatementTokens tokens, Span<TokenFacts> facts)
    {
        int before = -1;
        for (int word = 0; word < facts.Length; word++)
        {
            if (!facts[word].IsWord) continue;
            // The border behind one word is that before the next.
            int border = before < 0 || word - before > MostAway ? Far : Border(facts[before], facts[word]);
            if (before >= 0) facts[before].Place += (byte)(border * Behind);
            facts[word].Place = (byte)(QuoteBits(tokens, word) + border * Before);
            before = word;
        }
        if (before >= 0) facts[before].Place += Far * Behind;
    }

    private static int QuoteBits(StatementTokens tokens, int word)
    {
        if (tokens[word].Quote < 0) return 0;
        return Quoted | (QuoteSigns.Opens(tokens, word) ? Opening : 0) | (QuoteSigns.Closes(tokens, word) ? Closing : 0);
    }

    private static int Border(in TokenFacts word, in TokenFacts other)
    {
        if (other.Block != word.Block) return Far;
        return other.Sentence != word.Sentence ? 1 : other.Quote != word.Quote ? 3 : 0;
    }
}
