using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// The word that a misspelt one stands for: a frequent word that has one letter more, two letters the other way round or a letter not doubled
/// (<c>enviroment</c>, <c>nulcear</c>, <c>occassion</c>), or letters fewer times in a row (<c>sooooo</c>). Known words, and known words with a common
/// beginning or ending, are no misspelt ones.
/// </summary>
/// <remarks>Immutable, any number of threads. Time grows with the square of a word's length, which is bounded.</remarks>
internal sealed class Spelling(WordClusters words)
{
    public const int MaxLength = 20;

    private const int MinLength = 5;
    private const int MinStem = 3;

    /// <summary>A word is mended to one of so many.</summary>
    private const int Frequent = 20_000;

    private static readonly string[] Beginnings = ["un", "re", "de", "pre", "non", "out", "mis", "over", "sub", "anti", "inter"];
    private static readonly string[] Endings = ["s", "es", "ed", "er", "ers", "est", "ing", "ings", "ly", "able", "ness", "like", "less"];

    /// <summary>True where the word is misspelt and it is known for what.</summary>
    /// <param name="mended">Room for <see cref="MaxLength"/> + 1 letters; takes the word in small letters.</param>
    /// <param name="length">How many letters it has.</param>
    public bool TryMend(ReadOnlySpan<char> form, Span<char> mended, out int length)
    {
        length = 0;
        if (form.Length is < MinLength - 1 or > MaxLength) return false;
        Span<char> word = stackalloc char[MaxLength];
        word = word[..form.Length];
        for (int i = 0; i < form.Length; i++)
        {
            if (!char.IsAsciiLetterLower(form[i]) && !(i == 0 && char.IsAsciiLetterUpper(form[i]))) return false;
            word[i] = (char)(form[i] | 0x20);
        }
        if (words.Rank(word) > 0) return false;
        Guess best = new(words, mended);
        if (HasRun(word)) TryShorterRuns(word, ref best);
        else if (word.Length >= MinLength && !IsMade(word)) TryOneLetter(word, ref best);
        length = best.Length;
        return length > 0;
    }

    // A known word with a common beginning or ending: "defunded", "unwinnable".
    private bool IsMade(ReadOnlySpan<char> word)
    {
        foreach (string beginning in Beginnings)
            if (word.Length >= beginning.Length + MinStem && word.StartsWith(beginning, StringComparison.Ordinal) && IsFrequent(word[beginning.Length..])) return true;
        foreach (string ending in Endings)
            if (word.Length >= ending.Length + MinStem && word.EndsWith(ending, StringComparison.Ordinal) && IsStem(word[..^ending.Length], ending)) return true;
        return false;
    }

    private bool IsFrequent(ReadOnlySpan<char> word) => words.Rank(word) is > 0 and <= Frequent;

    // "defund", "rile" of "riling", "pimp" of "pimping", "hop" of "hopping", "copy" of "copier".
    private bool IsStem(ReadOnlySpan<char> stem, string ending)
    {
        if (words.Rank(stem) > 0) return true;
        if (ending[0] is not ('e' or 'i' or 'a')) return false;
        if (stem[^1] == stem[^2] && words.Rank(stem[..^1]) > 0) return true;
        Span<char> longer = stackalloc char[MaxLength + 1];
        stem.CopyTo(longer);
        longer[stem.Length] = 'e';
        if (words.Rank(longer[..(stem.Length + 1)]) > 0) return true;
        longer[stem.Length - 1] = 'y';
        return stem[^1] == 'i' && words.Rank(longer[..stem.Length]) > 0;
    }

    private static void TryOneLetter(scoped ReadOnlySpan<char> word, ref Guess best)
    {
        // The first letter is hardly ever wrong. A last one that lacks is not looked for: such words are mostly others, or cut off.
        Span<char> other = stackalloc char[MaxLength + 1];
        for (int at = 1; at < word.Length; at++)
        {
            word.CopyTo(other);
            if (at + 1 < word.Length)
            {
                (other[at], other[at + 1]) = (word[at + 1], word[at]);
                best.Try(other[..word.Length]);
            }
            if (word[at] == word[at - 1])
            {
                word[(at + 1)..].CopyTo(other[at..]);
                best.Try(other[..(word.Length - 1)]);
            }
            word[..at].CopyTo(other);
            word[at..].CopyTo(other[(at + 1)..]);
            for (char letter = 'a'; letter <= 'z'; letter++)
            {
                other[at] = letter;
                best.Try(other[..(word.Length + 1)]);
            }
        }
    }

    // Of three letters and more in a row one or two.
    private static void TryShorterRuns(scoped ReadOnlySpan<char> word, ref Guess best)
    {
        Span<char> other = stackalloc char[MaxLength];
        for (int most = 1; most <= 2; most++)
        {
            int count = 0;
            for (int start = 0, end; start < word.Length; start = end)
            {
                end = start + 1;
                while (end < word.Length && word[end] == word[start]) end++;
                int kept = end - start >= 3 ? most : end - start;
                other.Slice(count, kept).Fill(word[start]);
                count += kept;
            }
            best.Try(other[..count]);
        }
    }

    private static bool HasRun(ReadOnlySpan<char> word)
    {
        for (int i = 2; i < word.Length; i++) if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        return false;
    }

    // The most frequent of the words that were tried.
    private ref struct Guess(WordClusters words, Span<char> word)
    {
        private readonly Span<char> _word = word;
        private int _rank = Frequent + 1;

        public int Length { get; private set; }

        public void Try(scoped ReadOnlySpan<char> other)
        {
            int rank = words.Rank(other);
            if (rank == 0 || rank >= _rank) return;
            _rank = rank;
            other.CopyTo(_word);
            Length = other.Length;
        }
    }
}
