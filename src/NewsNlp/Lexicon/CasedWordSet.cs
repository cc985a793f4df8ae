using System.Collections.Frozen;

namespace NewsNlp.Lexicon;

/// <summary>A set of words in which capitals count (<c>MW</c> is not <c>mw</c>); can be asked with a span, without a copy.</summary>
internal sealed class CasedWordSet(IEnumerable<string> words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);
}
