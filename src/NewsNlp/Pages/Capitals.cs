namespace NewsNlp.Pages;

/// <summary>Tells words that are written in capitals throughout, as places in datelines and owners of pictures are.</summary>
internal static class Capitals
{
    /// <summary>True where no letter is small and at least <paramref name="letters"/> are capitals.</summary>
    public static bool Throughout(ReadOnlySpan<char> words, int letters)
    {
        int found = 0;
        foreach (char c in words)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) found++;
        }
        return found >= letters;
    }
}
