using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>Shapes of words: classes of characters in a row.</summary>
internal static class WordShape
{
    /// <summary>The word's case, and a hash of its classes with runs of one class as one.</summary>
    public static (WordCase Case, ulong Short) Of(ReadOnlySpan<char> form)
    {
        ulong hash = 0;
        char before = '\0';
        int capitals = 0, letters = 0, digits = 0;
        foreach (char c in form)
        {
            char kind = Class(c);
            if (kind is 'A' or 'a') letters++;
            if (kind == 'A') capitals++;
            if (kind == '0') digits++;
            if (kind != before) hash = FeatureHash.Pair(hash, kind);
            before = kind;
        }
        return (CaseOf(form, capitals, letters, digits), hash);
    }

    /// <summary>A hash of the classes of all its characters, up to sixteen.</summary>
    public static ulong Long(ReadOnlySpan<char> form)
    {
        ulong hash = 1;
        foreach (char c in form[..Math.Min(16, form.Length)]) hash = FeatureHash.Pair(hash, Class(c));
        return hash;
    }

    private static WordCase CaseOf(ReadOnlySpan<char> form, int capitals, int letters, int digits)
    {
        if (letters == 0) return digits > 0 ? WordCase.Number : WordCase.Mark;
        if (capitals == 0) return WordCase.Lower;
        if (capitals == letters && capitals > 1) return WordCase.Upper;
        return capitals == 1 && Class(form[0]) == 'A' ? WordCase.Capital : WordCase.Mixed;
    }

    private static char Class(char c)
    {
        if (c < 128)
        {
            if ((uint)(c - 'a') <= 25) return 'a';
            if ((uint)(c - 'A') <= 25) return 'A';
            return (uint)(c - '0') <= 9 ? '0' : c;
        }
        if (char.IsUpper(c)) return 'A';
        return char.IsLetter(c) || char.IsSurrogate(c) ? 'a' : char.IsDigit(c) ? '0' : c;
    }
}
