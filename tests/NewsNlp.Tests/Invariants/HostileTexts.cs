namespace NewsNlp.Tests.Invariants;

/// <summary>Texts that have broken readers of news before, each by one idea.</summary>
internal static class HostileTexts
{
    /// <summary>Patterns that are repeated to any length.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
    [
        "\"((((", "a", "\"", "“", "”", "‘", "'", "«", "1", "1,", "1.", ".", ". ", "-", "—", " ", "\n", "\r\n", "\t", "\0", "\uD800", "\uDC00", "\u200B", "\u00A0",
        "é", "中", "😀", "A.", "U.S.", "Mr. ", "he said ", "\"I said,\" he said, ", "John Smith ", "A", "A ", "May ", "$1", "$", "http://", "@", "#", "(", ")", "[[nid:",
        "<p>", "&amp;", "five hundred thousand ", "million ", "yesterday ", "said that ", "of the ", "and ", ", ", "; ", "10^400 ", "99999999999999999999", "1/0 ",
    ];

    /// <summary>Short texts, odd in one way each.</summary>
    public static IReadOnlyList<string> Short { get; } =
    [
        "", " ", "\n\n\n", "\uFEFF", "\uFFFD", "\"", "''", "``", "“”", "said", "said.", "he", "\"?\"", "—", "...", "1", "-1", "£", "£5", "%", "5%", "\uD83D", "\uDE00 \uD83D",
        "\"Unclosed, she said. \"And again, he added.", "He said \"\" and then '' and then “.", "“One,” ‘two’ «three» „four“ he said.",
        "NO CASE AT ALL SAID THE MAYOR OF OLDTOWN ON MONDAY", "no capitals said anna lindqvist in brno on monday", "a\u0301\u0302\u0303b said c\u0327.",
        "word\u200Bjoin\u2060er \u202Eright to left\u202C.", "x\u0000y\u0001z", "It is 25:99 on 31 February 2025, $1e999, -0 and 1/0.", "I I I I I. i i i i.",
        "did $ said that the minister accepted.", "- . : one two three four\n\nHOLM: one two three\n\n- . : one two three four\n\nHOLM: one two three",
    ];

    public static string Repeat(string pattern, int length)
    {
        System.Text.StringBuilder text = new(length + pattern.Length);
        while (text.Length < length) text.Append(pattern);
        return text.ToString(0, length);
    }
}
