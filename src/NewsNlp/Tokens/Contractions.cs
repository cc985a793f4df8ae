using NewsNlp.Lexicon;

namespace NewsNlp.Tokens;

/// <summary>Words written as one that are two or three tokens: <c>cannot</c>, <c>gonna</c>.</summary>
internal sealed class Contractions
{
    private readonly WordMap<(byte First, byte Second)> _cuts;
    private readonly int _shortest = int.MaxValue;
    private readonly int _longest;

    public Contractions()
    {
        Dictionary<string, (byte, byte)> cuts = [];
        foreach (string[] row in LexiconFile.Rows("tokens/contractions"))
        {
            string[] parts = row[0].Split(' ');
            string whole = string.Concat(parts);
            cuts[whole] = ((byte)parts[0].Length, (byte)(parts.Length > 2 ? parts[0].Length + parts[1].Length : 0));
            _shortest = Math.Min(_shortest, whole.Length);
            _longest = Math.Max(_longest, whole.Length);
        }
        _cuts = new WordMap<(byte, byte)>(cuts);
    }

    /// <summary>Where the word parts; the second cut is 0 where it has two parts only.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out (byte First, byte Second) cuts)
    {
        cuts = default;
        // Nearly every word is turned away here, before it costs a lookup.
        return word.Length >= _shortest && word.Length <= _longest && EndsAsContraction(word[^1] | 0x20) && _cuts.TryGet(word, out cuts);
    }

    private static bool EndsAsContraction(int last) => last is 'a' or 't' or 'm' or 'e' or 's' or 'l' or 'o';
}
