namespace NewsNlp.Pages;

/// <summary>Compares lines by their letters and digits alone, so that quote marks, dashes and spacing do not matter.</summary>
internal static class SameWords
{
    public static string Key(string text, TextSpan span) => string.Create(Count(text, span), (text, span), static (key, state) =>
    {
        int at = 0;
        foreach (char c in state.text.AsSpan(state.span.Start, state.span.Length))
            if (char.IsLetterOrDigit(c)) key[at++] = char.ToLowerInvariant(c);
    });

    /// <summary>Where <paramref name="words"/> end in <paramref name="line"/>, if the line begins with them; else -1.</summary>
    public static int EndOfPrefix(string text, TextSpan words, TextSpan line)
    {
        int at = line.Start;
        foreach (char c in text.AsSpan(words.Start, words.Length))
        {
            if (!char.IsLetterOrDigit(c)) continue;
            while (at < line.End && !char.IsLetterOrDigit(text[at])) at++;
            if (at == line.End || char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(c)) return -1;
            at++;
        }
        while (at < line.End && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int Count(string text, TextSpan span)
    {
        int count = 0;
        foreach (char c in text.AsSpan(span.Start, span.Length))
            if (char.IsLetterOrDigit(c)) count++;
        return count;
    }
}
