using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// What a document's names are, by their words, by how they begin and end and by their initials: what a candidate is told of the rest of
/// the document. One for each thread.
/// </summary>
internal sealed class NameEvidence
{
    // A name has so many words that count, and its initials so many letters.
    public const int MaxWords = 8;

    // An array so much larger than what is in it would take longer to clear than to fill.
    private const int Roomy = 16, Smallest = 64;

    private Entry[] _entries = new Entry[Smallest];
    private int _count;

    /// <summary>Where in a name some of its words are.</summary>
    internal enum Part : ulong
    {
        Whole = 1,
        Front,
        Back,
        Word,
        Initials,
        Acronym,
    }

    public void Clear()
    {
        if (_entries.Length > Smallest && _entries.Length > Roomy * _count) _entries = new Entry[Smallest];
        else Array.Clear(_entries);
        _count = 0;
    }

    /// <summary>Adds a name, or takes it out again.</summary>
    /// <param name="sign">1 or -1.</param>
    public void Add(DocumentDraft draft, NameText text, in NameCandidate name, int sign)
    {
        int length = name.End - name.First;
        Add(Key(text, Part.Whole, name.First, name.End), name.Shares, sign);
        if (length > 1)
        {
            Add(Key(text, Part.Front, name.First, name.First + 1), name.Shares, sign);
            Add(Key(text, Part.Back, name.End - 1, name.End), name.Shares, sign);
            Add(InitialsKey(draft, text, name), name.Shares, sign);
        }
        else if (text.Facts[name.First].Case == WordCase.Upper) Add(AcronymKey(draft, name.First, Part.Acronym), name.Shares, sign);
        if (length > 2)
        {
            Add(Key(text, Part.Front, name.First, name.End - 1), name.Shares, sign);
            Add(Key(text, Part.Back, name.First + 1, name.End), name.Shares, sign);
        }
        for (int token = name.First; token < Math.Min(name.End, name.First + MaxWords); token++)
            if (text.Facts[token].IsNameLike) Add(Key(text, Part.Word, token, token + 1), name.Shares, sign);
    }

    /// <summary>The shares of all names that have these words as that part.</summary>
    public ClassSums Of(NameText text, Part part, int first, int end) => Of(Key(text, part, first, end));

    /// <summary>The shares of all names whose initials the token is.</summary>
    public ClassSums OfSpelled(DocumentDraft draft, int token) => Of(AcronymKey(draft, token, Part.Initials));

    /// <summary>The shares of all acronyms that are the name's initials.</summary>
    public ClassSums OfAcronym(DocumentDraft draft, NameText text, in NameCandidate name) => Of(InitialsKey(draft, text, name) + (Part.Acronym - Part.Initials));

    private static ulong Key(NameText text, Part part, int first, int end)
    {
        ulong key = 0;
        for (int token = first; token < end; token++) key = FeatureHash.Pair(key, text.Facts[token].Normal);
        return Key(key, part);
    }

    private static ulong InitialsKey(DocumentDraft draft, NameText text, in NameCandidate name)
    {
        ulong key = 0;
        for (int token = name.First; token < Math.Min(name.End, name.First + 2 * MaxWords); token++)
            if (text.Facts[token].IsNameLike) key = FeatureHash.Pair(key, draft.Form(token)[0]);
        return Key(key, Part.Initials);
    }

    private static ulong AcronymKey(DocumentDraft draft, int token, Part part)
    {
        ulong key = 0;
        foreach (char c in draft.Form(token)[..Math.Min(draft.Form(token).Length, 2 * MaxWords)]) key = FeatureHash.Pair(key, c);
        return Key(key, part);
    }

    // The part stands in the lowest bits, and no key is 0.
    private static ulong Key(ulong words, Part part) => ((words ^ (words >> 31)) * 0xC4CEB9FE1A85EC53 & ~7UL) + (ulong)part;

    private ClassSums Of(ulong key) => _entries[Slot(key)].Sums;

    private void Add(ulong key, ClassBytes shares, int sign)
    {
        int slot = Slot(key);
        if (_entries[slot].Key == 0)
        {
            if (2 * ++_count > _entries.Length)
            {
                Grow();
                slot = Slot(key);
            }
            _entries[slot].Key = key;
        }
        ref ClassSums sums = ref _entries[slot].Sums;
        for (int c = 0; c < NameClasses.Count; c++) sums[c] += sign * shares[c];
    }

    private int Slot(ulong key)
    {
        int slot = Home(key);
        while (_entries[slot].Key != 0 && _entries[slot].Key != key) slot = (slot + 1) & (_entries.Length - 1);
        return slot;
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[2 * old.Length];
        foreach (Entry entry in old)
            if (entry.Key != 0) _entries[Slot(entry.Key)] = entry;
    }

    private int Home(ulong key) => (int)(key >> 40) & (_entries.Length - 1);

    private struct Entry
    {
        public ulong Key;
        public ClassSums Sums;
    }
}

/// <summary>A number for each <see cref="NameClass"/>.</summary>
[System.Runtime.CompilerServices.InlineArray(NameClasses.Count)]
internal struct ClassSums
{
    private int _first;
}
