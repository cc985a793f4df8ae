using System.Collections.Frozen;

namespace NewsNlp.Lexicon;

/// <summary>A set of words that ignores case and can be asked with a span, without a copy.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}

/// <summary>Values by word; ignores case and can be asked with a span, without a copy.</summary>
internal sealed class WordMap<T>(IEnumerable<KeyValuePair<string, T>> entries)
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> word, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _lookup.TryGetValue(word, out value);
}
