namespace NewsNlp.Entities;

/// <summary>
/// Where each name-like word of a document occurs and how: what an article says of a name in one sentence helps in all others.
/// </summary>
internal sealed class WordEvidence
{
    private ulong[] _keys = new ulong[64];
    private int[] _words = new int[64];
    private Word[] _entries = new Word[32];
    private int[] _next = [];
    private int _count;

    /// <summary>Forgets all; the next document has so many tokens.</summary>
    public void Clear(int tokens)
    {
        int size = 64;
        while (size < tokens * 2L) size <<= 1;
        if (_keys.Length < size || _keys.Length > 1 << 16 && _keys.Length > size * 4) (_keys, _words) = (new ulong[size], new int[size]);
        else Array.Clear(_keys);
        if (_next.Length < tokens) _next = new int[Math.Max(tokens, _next.Length * 2)];
        _count = 0;
    }

    /// <summary>Notes a word in lower case, if it is name-like elsewhere: after all those that are.</summary>
    public void AddLower(ulong normal)
    {
        int number = NumberOf(normal);
        if (number >= 0) _entries[number].Lower++;
    }

    /// <summary>Notes a name-like word.</summary>
    /// <param name="telling">True where its capital is not owed to its place (sentence start, headline).</param>
    /// <returns>The word's number among the words of the document, from 0.</returns>
    public int AddNameLike(ulong normal, int token, bool telling)
    {
        int entry = Entry(normal);
        ref Word word = ref _entries[entry];
        if (telling) word.Capital++;
        // In text order, so that the occurrences looked at are the first ones.
        _next[token] = -1;
        if (word.First < 0) word.First = token;
        else _next[word.Last] = token;
        word.Last = token;
        return entry;
    }

    /// <summary>What was noted of a word.</summary>
    public ref readonly Word this[int number] => ref _entries[number];

    // -1 where the word is none of them.
    private int NumberOf(ulong normal)
    {
        for (int slot = Home(normal); _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
            if (_keys[slot] == normal) return _words[slot];
        return -1;
    }

    /// <summary>How many words there are.</summary>
    public int Count => _count;

    /// <summary>The word's next name-like occurrence; -1 behind the last.</summary>
    public int NextOf(int token) => _next[token];

    private int Entry(ulong normal)
    {
        int slot = Home(normal);
        for (; _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
            if (_keys[slot] == normal) return _words[slot];
        if (_count == _entries.Length) Array.Resize(ref _entries, _count * 2);
        _keys[slot] = normal;
        _words[slot] = _count;
        _entries[_count] = new Word { First = -1, Last = -1 };
        return _count++;
    }

    private int Home(ulong normal) => (int)(normal >> 20) & (_keys.Length - 1);

    /// <summary>A word of the document.</summary>
    internal struct Word
    {
        public int Lower;
        public int Capital;
        public int First;
        public int Last;

        /// <summary>It occurs name-like more than once.</summary>
        public readonly bool IsRepeated => First != Last;
    }
}
