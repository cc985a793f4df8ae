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
internal sealed class WordScoreCache<TFacts> where TFacts : struct
{
    /// <summary>Places of a set.</summary>
    public const int Ways = 4;

    private readonly int _shift;
    private readonly int _lanes;
    private readonly int _size;
    private readonly ulong[] _keys;
    private readonly int _firstKey;
    private readonly byte[] _oldest;
    private readonly TFacts[] _facts;

    // Lines begin with the first score: a word then lies on as few of them as can be.
    private readonly short[] _scores;
    private readonly int _firstScore;

    public WordScoreCache(int setBits, int positions, int lanes)
    {
        _shift = 64 - setBits;
        _lanes = lanes;
        _size = positions * lanes;
        _keys = MemoryLines.Allocate<ulong>(Ways << setBits, out _firstKey);
        _oldest = new byte[1 << setBits];
        _facts = new TFacts[Ways << setBits];
        _scores = MemoryLines.Allocate<short>((Ways << setBits) * _size, out _firstScore);
    }

    /// <summary>True where <paramref name="place"/> still holds the word.</summary>
    public bool Holds(int place, ulong key) => _keys[_firstKey + place] == Tag(key);

    /// <summary>The word's place; -1 where it is not remembered.</summary>
    public int Find(ulong key)
    {
        int first = SetOf(key) * Ways;
        ulong tag = Tag(key);
        ReadOnlySpan<ulong> keys = _keys.AsSpan(_firstKey + first, Ways);
        for (int way = 0; way < keys.Length; way++)
            if (keys[way] == tag) return first + way;
        return -1;
    }

    /// <summary>Has fetched what tells whether a word is remembered. Who looks up many words does this for some of them before the first <see cref="Find"/>.</summary>
    public void ExpectPlace(ulong key) => MemoryLines.Prefetch(ref _keys[_firstKey + SetOf(key) * Ways]);

    /// <summary>Has a word's facts and scores fetched.</summary>
    public void Expect(int place)
    {
        ExpectFacts(place);
        ExpectScores(place);
    }

    /// <summary>Has a word's facts fetched.</summary>
    public void ExpectFacts(int place) => MemoryLines.Prefetch(ref _facts[place]);

    /// <summary>Has a word's scores fetched.</summary>
    public void ExpectScores(int place)
    {
        int first = _firstScore + place * _size;
        for (int i = 0; i < _size; i += MemoryLines.Bytes / sizeof(short)) MemoryLines.Prefetch(ref _scores[first + i]);
    }

    /// <summary>Has a word's scores at one position fetched; where they fill more than a line of memory, the first one.</summary>
    public void ExpectScores(int place, int position) => MemoryLines.Prefetch(ref _scores[_firstScore + place * _size + position * _lanes]);

    /// <summary>Gives the word a place, its scores all zero; the caller fills facts and scores at once.</summary>
    public int Claim(ulong key)
    {
        int set = SetOf(key);
        int place = set * Ways + _oldest[set];
        _oldest[set] = (byte)((_oldest[set] + 1) % Ways);
        _keys[_firstKey + place] = Tag(key);
        Scores(place).Clear();
        return place;
    }

    public ref TFacts Facts(int place) => ref _facts[place];

    /// <summary>The word's scores, position by position.</summary>
    public Span<short> Scores(int place) => _scores.AsSpan(_firstScore + place * _size, _size);

    public Span<short> Scores(int place, int position) => _scores.AsSpan(_firstScore + place * _size + position * _lanes, _lanes);

    // 0 marks a free place.
    private static ulong Tag(ulong key) => key == 0 ? 1 : key;

    private int SetOf(ulong key) => (int)(key >> _shift);
}
