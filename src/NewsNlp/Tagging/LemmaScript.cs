using System.Globalization;

namespace NewsNlp.Tagging;

/// <summary>What becomes of a word's capitals in its lemma, or of the commas of a number.</summary>
internal enum LemmaCase : byte
{
    Keep,
    Lower,
    Capital,

    /// <summary>All commas go: <c>1,250</c> is <c>1250</c>.</summary>
    NoCommas,
}

/// <summary>How a lemma is made from a form: change the capitals, take letters off the end, put others there. <c>cities</c>: -3, +y.</summary>
/// <remarks>The capitals of what is put on are as the script says, whatever the form's are.</remarks>
internal readonly record struct LemmaScript(LemmaCase Case, byte Strip, string Append)
{
    /// <summary>The script that makes <paramref name="lemma"/> of <paramref name="form"/>, with as few changes as will do.</summary>
    public static LemmaScript From(string form, string lemma)
    {
        LemmaScript best = Between(form, lemma, LemmaCase.Keep);
        foreach (LemmaCase way in new[] { LemmaCase.Lower, LemmaCase.Capital, LemmaCase.NoCommas })
        {
            LemmaScript other = Between(form, lemma, way);
            if (other.Strip + other.Append.Length < best.Strip + best.Append.Length) best = other;
        }
        return best;
    }

    /// <summary>The lemma; the form itself where the script does not fit it.</summary>
    public string Apply(ReadOnlySpan<char> form)
    {
        Span<char> cased = form.Length <= 256 ? stackalloc char[form.Length] : new char[form.Length];
        cased = cased[..Recase(form, Case, cased)];
        return Strip > cased.Length || cased.Length - Strip + Append.Length == 0 ? form.ToString() : string.Concat(cased[..^Strip], Append);
    }

    /// <summary>As it stands in a model: <c>1 3 y</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Case} {Strip} {Append}");

    /// <summary>False where <paramref name="text"/> is not what <see cref="ToString"/> gives.</summary>
    public static bool TryParse(string text, out LemmaScript script)
    {
        string[] parts = text.Split(' ', 3);
        script = default;
        if (parts.Length != 3 || !byte.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out byte way) ||
            !byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out byte strip) || way > (byte)LemmaCase.NoCommas) return false;
        script = new LemmaScript((LemmaCase)way, strip, parts[2]);
        return true;
    }

    private static LemmaScript Between(string form, string lemma, LemmaCase way)
    {
        Span<char> cased = new char[form.Length];
        cased = cased[..Recase(form, way, cased)];
        int common = cased.CommonPrefixLength(lemma);
        return new LemmaScript(way, (byte)Math.Min(cased.Length - common, byte.MaxValue), lemma[common..]);
    }

    // Gives how many characters there are then.
    private static int Recase(ReadOnlySpan<char> form, LemmaCase way, Span<char> to)
    {
        int count = 0;
        for (int i = 0; i < form.Length; i++)
        {
            if (way == LemmaCase.NoCommas && form[i] == ',') continue;
            to[count++] = way switch
            {
                LemmaCase.Keep or LemmaCase.NoCommas => form[i],
                LemmaCase.Capital when i == 0 => char.ToUpperInvariant(form[i]),
                _ => char.ToLowerInvariant(form[i]),
            };
        }
        return count;
    }
}
