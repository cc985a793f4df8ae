using System.Globalization;

namespace NewsNlp.Tokens;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum CharKind : byte
{
    Symbol,
    Space,
    Letter,
    Digit,

    /// <summary>Invisible inside a word (soft hyphen, joiners); belongs to the word only between two of its letters.</summary>
    Joiner,
    Apostrophe,
    Hyphen,

    /// <summary>What ends sentences: . ! ? and the ellipsis.</summary>
    Stop,

    /// <summary>Symbols that stay together in a row of any of them: ---&gt;, ***, ===.</summary>
    Rule,
    Currency,
    HighSurrogate,
    LowSurrogate,
}

/// <summary>The kind of each code unit, looked up in one table of 64 KiB that is made once.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Table = Make();

    public static CharKind Of(char c) => Table[c];

    public static bool IsWordPart(char c) => Table[c] is CharKind.Letter or CharKind.Digit;

    private static CharKind[] Make()
    {
        CharKind[] table = new CharKind[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++) table[c] = ByCategory((char)c);
        Set(table, CharKind.Apostrophe, "'’‘‛ʼ＇`´′");
        Set(table, CharKind.Hyphen, "-\u2010\u2011－﹣");
        Set(table, CharKind.Stop, ".!?…‥");
        Set(table, CharKind.Rule, "*=+~_<>^#|");
        Set(table, CharKind.Joiner, "\u00AD\u200C\u200D\u2060");
        return table;
    }

    private static void Set(CharKind[] table, CharKind kind, string chars)
    {
        foreach (char c in chars) table[c] = kind;
    }

    private static CharKind ByCategory(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber => CharKind.Letter,
        UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
        UnicodeCategory.OtherNumber => c is >= '¼' and <= '¾' or >= '⅐' and <= '⅞' ? CharKind.Digit : CharKind.Symbol,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format => CharKind.Space,
        UnicodeCategory.CurrencySymbol => CharKind.Currency,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(c) ? CharKind.HighSurrogate : CharKind.LowSurrogate,
        _ => CharKind.Symbol,
    };
}
