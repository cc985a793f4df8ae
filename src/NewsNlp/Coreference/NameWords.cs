using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>A word of a name in normal form.</summary>
/// <param name="Key">Of its letters and digits, whatever their case.</param>
/// <param name="Initial">Its first letter in lower case.</param>
/// <param name="IsInitial">True for <c>J.</c> and <c>J</c>.</param>
internal readonly record struct NameWord(ulong Key, char Initial, bool IsInitial);

/// <summary>
/// The words of each name of an article in normal form: case, full stops and apostrophes do not count, articles, generation marks
/// and legal forms are left out.
/// </summary>
internal sealed class NameWords
{
    private const ulong Offset = 0xCBF29CE484222325, Prime = 0x9E3779B97F4A7C15;

    private readonly List<NameWord> _words = [];
    private readonly int[] _starts;

    public NameWords(DocumentDraft draft, CoreferenceLexicon lexicon)
    {
        _starts = new int[draft.Names.Count + 1];
        for (int name = 0; name < draft.Names.Count; name++)
        {
            _starts[name] = _words.Count;
            AddWords(draft, draft.Names[name], lexicon);
        }
        _starts[^1] = _words.Count;
    }

    public ReadOnlySpan<NameWord> this[int name] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words)[_starts[name].._starts[name + 1]];

    /// <summary>Of a whole name: the order of its words counts.</summary>
    public ulong KeyOf(int name)
    {
        ulong key = Offset;
        foreach (NameWord word in this[name]) key = (key ^ word.Key) * Prime + (key >> 31);
        return key;
    }

    /// <summary>As <see cref="KeyOf(int)"/>, for a name of a list; words are parted by blanks and hyphens.</summary>
    public static ulong KeyOf(string name)
    {
        ulong key = Offset;
        foreach (string word in name.Split(' ', '-'))
            if (!word.Equals("the", StringComparison.OrdinalIgnoreCase)) key = (key ^ WordKey(word)) * Prime + (key >> 31);
        return key;
    }

    /// <summary>As <see cref="KeyOf(int)"/>, for a name of one word.</summary>
    public static ulong KeyOfOne(ReadOnlySpan<char> word) => (Offset ^ WordKey(word)) * Prime + (Offset >> 31);

    public static ulong KeyOf(NameWord word) => (Offset ^ word.Key) * Prime + (Offset >> 31);

    /// <summary>Of a run of tokens that is no name of the draft.</summary>
    public static ulong KeyOf(DocumentDraft draft, int first, int end)
    {
        ulong key = Offset;
        for (int token = first; token < end; token++) key = (key ^ WordKey(draft.Form(token))) * Prime + (key >> 31);
        return key;
    }

    /// <summary>Of one word.</summary>
    public static ulong WordKey(ReadOnlySpan<char> word)
    {
        ulong key = Offset;
        foreach (char c in word)
            if (c is not ('.' or '\'' or '’')) key = (key ^ char.ToLowerInvariant(c)) * Prime + (key >> 29);
        return key;
    }

    private void AddWords(DocumentDraft draft, in NameData name, CoreferenceLexicon lexicon)
    {
        int first = _words.Count;
        for (int token = name.FirstToken; token < name.EndToken; token++)
        {
            ReadOnlySpan<char> form = draft.Form(token);
            if (!HasLetterOrDigit(form) || form is "'s" or "’s") continue;
            if (_words.Count > first || name.EndToken - token > 1)
                if (lexicon.NameSuffixes.Contains(form.TrimEnd('.'))) continue;
            AddWord(form);
        }
        if (_words.Count == first) AddWord(draft.Form(name.FirstToken));
    }

    // Tokens keep hyphenated names whole or apart as the writer set them; here they are always apart.
    private void AddWord(ReadOnlySpan<char> form)
    {
        int start = 0;
        for (int i = 1; i < form.Length - 1; i++)
        {
            if (form[i] is not ('-' or '‐' or '‑') || i == start) continue;
            AddPart(form[start..i]);
            start = i + 1;
        }
        AddPart(form[start..]);
    }

    private void AddPart(ReadOnlySpan<char> part)
    {
        bool isInitial = part.Length == 1 || (part.Length == 2 && part[1] == '.');
        _words.Add(new NameWord(WordKey(part), char.ToLowerInvariant(part[0]), isInitial && char.IsUpper(part[0])));
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return true;
        return false;
    }
}
