using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// Keeps the lemmas of words seen lately, so that a known word costs no new string. Each entry holds the word itself and is compared
/// with it, so an answer never depends on what is kept. One for each thread.
/// </summary>
internal sealed class LemmaCache
{
    private const int SetBits = 11;
    private const int Ways = 4;

    /// <summary>Longer words are rare and would keep much memory alive.</summary>
    private const int MaxLength = 64;

    /// <summary>So many tokens ahead of its lemma a token's entries are best asked for.</summary>
    public const int Ahead = 12;

    private readonly Entry[] _entries = new Entry[Ways << SetBits];
    private readonly byte[] _oldest = new byte[1 << SetBits];

    /// <summary>Has fetched where the lemma of a word may be kept.</summary>
    /// <param name="word"><see cref="FeatureHash.OfWord"/> of the word; likewise below.</param>
    public void Expect(ulong word, byte tag, PartOfSpeech pos)
    {
        int first = SetOf(FeatureHash.OfTagged(word, tag, pos)) * Ways;
        MemoryLines.Prefetch(ref _entries[first]);
        MemoryLines.Prefetch(ref _entries[first + Ways - 1]);
    }

    public string Lemma(LemmaRules rules, ReadOnlySpan<char> form, ulong word, byte tag, PartOfSpeech pos)
    {
        if (form.Length > MaxLength) return rules.Lemma(form, tag, pos);
        ulong key = FeatureHash.OfTagged(word, tag, pos);
        int set = SetOf(key), first = set * Ways;
        foreach (ref readonly Entry entry in _entries.AsSpan(first, Ways))
            if (entry.Key == key && entry.Form is not null && form.SequenceEqual(entry.Form) && entry.Tag == tag && entry.Pos == pos) return entry.Lemma!;
        string lemma = rules.Lemma(form, tag, pos);
        string kept = form.SequenceEqual(lemma) ? lemma : form.ToString();
        _entries[first + _oldest[set]] = new Entry(key, kept, tag, pos, lemma);
        _oldest[set] = (byte)((_oldest[set] + 1) % Ways);
        return lemma;
    }

    private static int SetOf(ulong key) => (int)(key >> (64 - SetBits));

    private readonly record struct Entry(ulong Key, string? Form, byte Tag, PartOfSpeech Pos, string? Lemma);
}
