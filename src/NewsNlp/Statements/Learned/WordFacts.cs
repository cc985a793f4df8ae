using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>What the statement models know of a word with its lemma, wherever it stands.</summary>
internal readonly record struct WordFacts(uint Word, uint Lemma, uint Suffix, ushort Fine, byte Middle, SpeechClass Cue, bool IsWord)
{
    public static WordFacts Of(ReadOnlySpan<char> form, string? lemma, WordClusters clusters, SpeechLexicon lexicon)
    {
        uint cluster = clusters.Expect(form);
        uint word = HashOf(form), lemmaHash = lemma is null ? word : HashOf(lemma), suffix = HashOf(form.Length > 3 ? form[^3..] : form);
        SpeechClass cue = lexicon.ClassOf(lemma is null ? form : lemma);
        int fine = clusters.Fine(cluster);
        return new WordFacts(word, lemmaHash, suffix, (ushort)fine, (byte)clusters.Middle(fine), cue, HasLetterOrDigit(form));
    }

    private static uint HashOf(ReadOnlySpan<char> letters) => (uint)(FeatureHash.OfNormal(letters) >> 32);

    private static bool HasLetterOrDigit(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}

/// <summary>Remembers the facts of words seen lately; what is remembered is what would be found again. One for each thread.</summary>
internal sealed class StatementWords(WordClusters clusters, SpeechLexicon lexicon)
{
    private const int CacheSetBits = 11;

    private readonly WordScoreCache<WordFacts> _cache = new(CacheSetBits, 0, 0);

    /// <summary>So many words are remembered at most.</summary>
    public const int Places = WordScoreCache<WordFacts>.Ways << CacheSetBits;

    /// <summary>Has fetched where a word may be, for <see cref="Find"/>.</summary>
    /// <param name="key">Tells the form with its tag from others; likewise below.</param>
    public void Expect(ulong key) => _cache.ExpectPlace(key);

    /// <summary>The word's place, its facts fetched; good until the next word is looked for.</summary>
    public int Find(ulong key, ReadOnlySpan<char> form, string? lemma)
    {
        int place = _cache.Find(key);
        if (place < 0)
        {
            place = _cache.Claim(key);
            _cache.Facts(place) = WordFacts.Of(form, lemma, clusters, lexicon);
        }
        _cache.ExpectFacts(place);
        return place;
    }

    /// <summary>The same for a word that was looked for before: another one may have taken its place since.</summary>
    /// <param name="place">What <see cref="Find"/> gave.</param>
    public int FindAgain(ulong key, int place, ReadOnlySpan<char> form, string? lemma) => _cache.Holds(place, key) ? place : Find(key, form, lemma);

    /// <summary>The facts of the word at a place.</summary>
    public ref readonly WordFacts this[int place] => ref _cache.Facts(place);
}
