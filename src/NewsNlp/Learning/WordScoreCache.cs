namespace NewsNlp.Learning;

/// <summary>
/// Remembers, for a word as written, what depends on the word alone: facts about it and the summed weights of its features for each
/// position in which it can stand to the token that is being labelled. News repeats its words, so that most tokens cost a few vector
/// additions instead of some dozens of table look-ups.
/// </summary>
/// <remarks>
/// Four places to a set (with one, two frequent words of the same set would push each other out for ever), a fixed number of sets, the
/// oldest place taken next. What is remembered is exactly what would be computed again, so an answer never depends on it. One for each
/// thread.
/// </remarks>
/// <typeparam name="TFacts">What the caller keeps of a word beside its scores.</typeparam>
internal sealed class WordScoreCache<TFacts>(int setBits, int positions, int lanes) where TFacts : struct
{
    private const int Ways = 4;

    private readonly ulong[] _keys = new ulong[Ways << setBits];
    private readonly byte[] _oldest = new byte[1 << setBits];
    private readonly TFacts[] _facts = new TFacts[Ways << setBits];
    private readonly short[] _scores = new short[(Ways << setBits) * positions * lanes];

    /// <summary>True where <paramref name="place"/> still holds the word.</summary>
    public bool Holds(int place, ulong key) => _keys[place] == Tag(key);

    /// <summary>The word's place; -1 where it is not remembered.</summary>
    public int Find(ulong key)
    {
        int first = SetOf(key) * Ways;
        ulong tag = Tag(key);
        for (int place = first; place < first + Ways; place++)
            if (_keys[place] == tag) return place;
        return -1;
    }

    /// <summary>Gives the word a place, its scores all zero; the caller fills facts and scores at once.</summary>
    public int Claim(ulong key)
    {
        int set = SetOf(key);
        int place = set * Ways + _oldest[set];
        _oldest[set] = (byte)((_oldest[set] + 1) % Ways);
        _keys[place] = Tag(key);
        _scores.AsSpan(place * positions * lanes, positions * lanes).Clear();
        return place;
    }

    public ref TFacts Facts(int place) => ref _facts[place];

    public Span<short> Scores(int place, int position) => _scores.AsSpan((place * positions + position) * lanes, lanes);

    // 0 marks a free place.
    private static ulong Tag(ulong key) => key == 0 ? 1 : key;

    private int SetOf(ulong key) => (int)(key >> (64 - setBits));
}
