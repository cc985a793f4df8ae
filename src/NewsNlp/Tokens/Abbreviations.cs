using NewsNlp.Lexicon;

namespace NewsNlp.Tokens;

/// <summary>How an abbreviation's dot behaves.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>No abbreviation.</summary>
    None,

    /// <summary>A name follows; no sentence ends here.</summary>
    Title,

    /// <summary>The dot belongs to the word only before a number.</summary>
    Number,

    /// <summary>A month or a day.</summary>
    Date,

    /// <summary>A sentence may end here.</summary>
    Other,
}

/// <summary>The abbreviations of <c>Lexicon/en/tokens/abbreviations.txt</c>.</summary>
internal sealed class Abbreviations
{
    private readonly WordMap<(AbbreviationKind Kind, bool Capital)> _kinds;

    public Abbreviations()
    {
        Dictionary<string, (AbbreviationKind, bool)> kinds = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in LexiconFile.Rows("tokens/abbreviations"))
        {
            // Listed in both cases: either will do.
            bool capital = char.IsUpper(row[0][0]) && !kinds.ContainsKey(row[0]);
            kinds[row[0]] = (Enum.Parse<AbbreviationKind>(row[1], ignoreCase: true), capital);
            LongestEntry = Math.Max(LongestEntry, row[0].Length);
        }
        _kinds = new WordMap<(AbbreviationKind, bool)>(kinds);
    }

    public int LongestEntry { get; }

    /// <summary>The kind of a word written without its last dot.</summary>
    public AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestEntry || word.IsEmpty || !_kinds.TryGet(word, out (AbbreviationKind Kind, bool Capital) found)) return AbbreviationKind.None;
        return found.Capital && !char.IsUpper(word[0]) ? AbbreviationKind.None : found.Kind;
    }
}
