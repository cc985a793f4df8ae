using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>
/// Hashes of words and features. They are part of the model format: the same at training and at run time, on every machine and in
/// every process, which <see cref="string.GetHashCode()"/> is not.
/// </summary>
internal static class FeatureHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>64 bits of a word as written.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        ulong hash = (ulong)word.Length * Prime;
        foreach (char c in word) hash = (hash ^ c) * 0xFF51AFD7ED558CCD + (hash >> 47);
        return Finish(hash);
    }

    /// <summary>64 bits of a word with its tags.</summary>
    /// <param name="word"><see cref="OfWord"/> of the word.</param>
    public static ulong OfTagged(ulong word, byte tag, PartOfSpeech pos) => Pair(word, (ulong)tag << 8 | (ulong)pos);

    /// <summary>64 bits of a word in lower case (A to Z and what invariant rules know), its digits as 0.</summary>
    public static ulong OfNormal(ReadOnlySpan<char> word)
    {
        ulong hash = (ulong)word.Length * Prime;
        foreach (char c in word) hash = (hash ^ Normal(c)) * 0xFF51AFD7ED558CCD + (hash >> 47);
        return Finish(hash);
    }

    /// <summary>The character that <see cref="OfNormal"/> hashes for <paramref name="c"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Normal(char c)
    {
        if (c < 128)
        {
            if ((uint)(c - 'A') <= 'Z' - 'A') return (char)(c | 0x20);
            return (uint)(c - '0') <= 9 ? '0' : c;
        }
        return char.ToLowerInvariant(c);
    }

    /// <summary>A feature: what <paramref name="kind"/> of thing (each template has its own number) and which value of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, ulong value)
    {
        ulong hash = (value + kind * Prime) * 0xFF51AFD7ED558CCD;
        hash ^= hash >> 32;
        hash *= 0xC4CEB9FE1A85EC53;
        return (uint)(hash >> 32);
    }

    /// <summary>A feature of two values; their order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, ulong first, ulong second) => Of(kind, Pair(first, second));

    /// <summary>A feature of three values; their order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, ulong first, ulong second, ulong third) => Of(kind, Pair(Pair(first, second), third));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second) => (first * Prime ^ (first >> 29)) + second * 0xD6E8FEB86659FD93;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 29);
    }
}
