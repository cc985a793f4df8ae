namespace NewsNlp.Quantities;

/// <summary>Phrases of the lexicon as a trie over vocabulary numbers, matched against atoms, longest first.</summary>
internal sealed class PhraseTrie<T>(QuantityVocabulary vocabulary)
    where T : class
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<(T Value, string? Exact)>> _ends = [[]];
    private readonly HashSet<int> _first = [];
    private bool[] _starts = [];

    /// <param name="phrase">As text; it is cut the way articles are.</param>
    /// <param name="value">What a match gives.</param>
    /// <param name="exact">Capitals count, as they do in symbols.</param>
    public void Add(string phrase, T value, bool exact = false)
    {
        AtomList atoms = new(vocabulary);
        atoms.Clear(phrase);
        AtomScanner.Scan(phrase, 0, phrase.Length, atoms, vocabulary);
        int state = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Word == 0) throw new InvalidOperationException($"'{phrase}' cannot be looked up.");
            state = Step(state, atoms[i].Word);
        }
        _first.Add(atoms[0].Word);
        _ends[state].Add((value, exact ? phrase : null));
    }

    /// <summary>To be called once, after the last phrase.</summary>
    public PhraseTrie<T> Freeze()
    {
        _starts = new bool[vocabulary.Count];
        foreach (int word in _first) _starts[word] = true;
        return this;
    }

    /// <summary>The longest phrase that begins at atom <paramref name="at"/>; <paramref name="end"/> is the atom behind it.</summary>
    public T? Match(AtomList atoms, int at, out int end)
    {
        end = at;
        T? found = null;
        if (!_starts[atoms[at].Word]) return null;
        int state = 0;
        for (int i = at; _next.TryGetValue(Key(state, atoms[i].Word), out state); i++)
        {
            if (Pick(atoms, at, i, state) is not { } value) continue;
            found = value;
            end = i + 1;
        }
        return found;
    }

    private T? Pick(AtomList atoms, int first, int last, int state)
    {
        T? found = null;
        foreach ((T value, string? exact) in _ends[state])
        {
            if (exact is null) found ??= value;
            else if (atoms.Text.AsSpan(atoms[first].Start, atoms[last].End - atoms[first].Start).SequenceEqual(exact)) return value;
        }
        return found;
    }

    private int Step(int state, int word)
    {
        if (_next.TryGetValue(Key(state, word), out int next)) return next;
        _next.Add(Key(state, word), next = _ends.Count);
        _ends.Add([]);
        return next;
    }

    private static long Key(int state, int word) => ((long)state << 32) | (uint)word;
}
