using System.Runtime.InteropServices;
using NewsNlp.Lexicon;

namespace NewsNlp.Quantities;

/// <summary>How a word takes part in a number written in words.</summary>
internal enum NumberRole : byte
{
    None,
    Zero,
    Unit,
    Teen,
    Tens,
    Hundred,
    Dozen,
    Scale,

    /// <summary>A short scale, only behind digits: <c>bn</c>.</summary>
    Short,

    /// <summary>A plural that names no value: <c>thousands</c>.</summary>
    Vague,
    Fold,
    Times,
    Factor,
}

/// <summary>All that the lexicon says about one word.</summary>
internal struct WordInfo
{
    public Cue Cues;
    public NumberRole Role;
    public double Value;

    /// <summary>Place in an order; 0 where the word is no ordinal.</summary>
    public double Ordinal;

    /// <summary>The parts a whole is cut into: 3 for <c>third</c> and <c>thirds</c>; 0 where the word names none.</summary>
    public double Parts;
    public bool PluralParts;
}

/// <summary>The words that matter to quantities, each with a number; filled while the lexicon is read, then only asked.</summary>
internal sealed class QuantityVocabulary
{
    /// <summary>Longer words are in no table.</summary>
    private const int LongestWord = 24;

    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<WordInfo> _building = [];
    private WordMap<int>? _frozen;
    private WordInfo[] _infos = [];

    public QuantityVocabulary()
    {
        Id("\0");
        ReadNumbers();
        foreach (string[] row in LexiconFile.Rows("quantities/cues"))
            Edit(row[0]).Cues |= Enum.Parse<Cue>(row[1]);
    }

    /// <summary>The word's number, given to it where it has none yet.</summary>
    public int Id(string word)
    {
        if (_ids.TryGetValue(word, out int id)) return id;
        _ids.Add(word, id = _building.Count);
        _building.Add(default);
        return id;
    }

    public void Freeze()
    {
        _frozen = new WordMap<int>(_ids);
        _infos = [.. _building];
    }

    public int Count => _building.Count;

    /// <summary>The word's number; 0 where it is in no table.</summary>
    public int Find(ReadOnlySpan<char> word) =>
        word.Length > LongestWord ? 0 : _frozen is { } map ? map.TryGet(word, out int id) ? id : 0 : Id(word.ToString());

    public ref readonly WordInfo this[int id]
    {
        get
        {
            if (_frozen is null) return ref CollectionsMarshal.AsSpan(_building)[id];
            return ref _infos[id];
        }
    }

    private ref WordInfo Edit(string word)
    {
        int id = Id(word);
        return ref CollectionsMarshal.AsSpan(_building)[id];
    }

    private void ReadNumbers()
    {
        foreach (string[] row in LexiconFile.Rows("quantities/numbers"))
        {
            ref WordInfo info = ref Edit(row[0]);
            double value = double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            switch (row[1])
            {
                case "ordinal": info.Ordinal = value; break;
                case "part": info.Parts = value; break;
                case "parts": (info.Parts, info.PluralParts) = (value, true); break;
                default: (info.Role, info.Value) = (Enum.Parse<NumberRole>(row[1], ignoreCase: true), value); break;
            }
        }
    }
}
