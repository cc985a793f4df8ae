using System.Numerics;

namespace NewsNlp.Lexicon;

/// <summary>
/// Tells of most words that are not in a set that they are not, by their length and their first, middle and last letter: one bit to look at, where a table
/// of words costs a hash of all letters and several fetches.
/// </summary>
internal sealed class WordSieve
{
    private const int BitsToAWord = 16, LeastBits = 10, MostBits = 16;

    private readonly ulong[] _present;
    private readonly int _shift;

    public WordSieve(IReadOnlyCollection<string> words)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)words.Count * BitsToAWord + 1) + 1, LeastBits, MostBits);
        (_present, _shift) = (new ulong[1 << (bits - 6)], 32 - bits);
        foreach (string word in words)
            if (TryHash(word, out uint hash)) _present[hash >> (_shift + 6)] |= 1UL << (int)(hash >> _shift);
    }

    /// <summary>False only where no word of the set is like this one but for the case of its letters.</summary>
    public bool Passes(ReadOnlySpan<char> word) => !TryHash(word, out uint hash) || (_present[hash >> (_shift + 6)] >> (int)(hash >> _shift) & 1) != 0;

    // False where one of the letters has a case that cannot be told by a bit: no letter of ASCII is the other case of one that is not.
    private static bool TryHash(ReadOnlySpan<char> word, out uint hash)
    {
        hash = 0;
        if (word.IsEmpty) return false;
        uint first = word[0], middle = word[word.Length >> 1], last = word[^1];
        if ((first | middle | last) >= 128) return false;
        uint letters = (first | 0x20) << 14 | (middle | 0x20) << 7 | last | 0x20;
        hash = (letters + ((uint)Math.Min(word.Length, 31) << 21)) * 0x9E3779B1;
        return true;
    }
}
