using NewsNlp.Pages;

namespace NewsNlp.Statements.Quotes;

/// <summary>Finds everything that stands between quotation marks, of any style, in time linear in the text.</summary>
internal static class QuoteFinder
{
    /// <summary>The quotes of all blocks in text order, an outer one before those inside it.</summary>
    public static List<QuoteData> Find(string text, IReadOnlyList<Block> blocks)
    {
        List<QuoteData> quotes = [];
        List<QuoteMark> marks = [];
        int carried = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            QuotePairing pairing = new(text, blocks[i].Span, i, quotes);
            pairing.ReadMarks(marks);
            bool goesOn = blocks[i].Kind == BlockKind.Paragraph && i + 1 < blocks.Count
                && blocks[i + 1].Kind == BlockKind.Paragraph && StartsWithOpening(text, blocks[i + 1].Span);
            carried = pairing.Pair(marks, carried, goesOn);
        }
        return quotes;
    }

    private static bool StartsWithOpening(string text, TextSpan block)
    {
        int at = block.Start;
        while (at < block.End && char.IsWhiteSpace(text[at])) at++;
        return at < block.End && QuoteMark.Read(text, at, at, block.End) is { Family: not QuoteFamily.None, MayOpen: true };
    }
}
