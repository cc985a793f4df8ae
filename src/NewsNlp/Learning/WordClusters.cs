using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// Word clusters at three sizes: words that occur in like company share a cluster. The small clusters nest in the large ones, so that
/// one look-up gives the fine cluster and two tables the others. Cluster 0 is "not known" at every size.
/// </summary>
/// <remarks>Case and the form of an apostrophe make no difference. Immutable, any number of threads.</remarks>
internal sealed class WordClusters
{
    public const string Model = "clusters";

    /// <summary>Number of fine clusters, 0 included; likewise below.</summary>
    public const int FineCount = 1024;
    public const int MiddleCount = 256;
    public const int CoarseCount = 64;

    private const int RankStep = 100;

    private static readonly ConditionalWeakTable<ModelSource, WordClusters> Shared = [];

    private readonly Slot[] _slots;
    private readonly int _shift;
    private readonly byte[] _middleOfFine;
    private readonly byte[] _coarseOfFine;

    private WordClusters(uint[] hashes, ushort[] fine, byte[] middleOfFine, byte[] coarseOfFine)
    {
        int bits = BitOperations.Log2((uint)Math.Max(hashes.Length, 4)) + 2;
        _slots = new Slot[1 << bits];
        _shift = 32 - bits;
        _middleOfFine = middleOfFine;
        _coarseOfFine = coarseOfFine;
        for (int i = 0; i < hashes.Length; i++) Insert(new Slot(hashes[i], fine[i], (ushort)(i / RankStep + 1)));
    }

    /// <summary>The clusters of a source; loaded once and shared by all steps that ask.</summary>
    /// <exception cref="InvalidModelException">The model is missing or damaged.</exception>
    public static WordClusters Of(ModelSource models) => Shared.GetValue(models, source => Read(source.Load(Model)));

    public static WordClusters Read(ModelFile file)
    {
        uint[] hashes = file.Array<uint>("hashes");
        ushort[] fine = file.Array<ushort>("fine", hashes.Length);
        byte[] middle = file.Array<byte>("middle", FineCount), coarse = file.Array<byte>("coarse", FineCount);
        if (hashes.Length > 1 << 20) throw ModelFile.Error(Model, $"{hashes.Length} words are too many");
        if (fine.Any(id => id is 0 or >= FineCount)) throw ModelFile.Error(Model, "a word has a cluster that does not exist");
        if (coarse.Any(id => id >= CoarseCount)) throw ModelFile.Error(Model, "a cluster has a parent that does not exist");
        return new WordClusters(hashes, fine, middle, coarse);
    }

    /// <param name="words">By falling frequency.</param>
    /// <param name="fine">For each word its fine cluster.</param>
    /// <param name="middle">For each fine cluster the middle one it lies in; likewise <paramref name="coarse"/>.</param>
    public static ModelFile Write(string[] words, ushort[] fine, byte[] middle, byte[] coarse)
    {
        ModelFile file = new(Model);
        uint[] hashes = [.. words.Select(word => Hash(word))];
        file.Set<uint>("hashes", hashes);
        file.Set<ushort>("fine", fine);
        file.Set<byte>("middle", middle);
        file.Set<byte>("coarse", coarse);
        return file;
    }

    /// <summary>The word's cluster among <see cref="FineCount"/>; 0 where the word is not known.</summary>
    public int Fine(ReadOnlySpan<char> word) => Fine(Hash(word));

    /// <summary>Has fetched what <see cref="Fine(uint)"/> will look at, and gives what that asks for: who has else to do meanwhile need not wait.</summary>
    public uint Expect(ReadOnlySpan<char> word)
    {
        uint hash = Hash(word);
        MemoryLines.Prefetch(ref _slots[hash >> _shift]);
        return hash;
    }

    /// <summary>As <see cref="Fine(ReadOnlySpan{char})"/>.</summary>
    /// <param name="hash">What <see cref="Expect"/> gave of the word.</param>
    public int Fine(uint hash) => Find(hash).Fine;

    /// <summary>The word's place by falling frequency, rounded up to hundreds; 0 where the word is not known.</summary>
    public int Rank(ReadOnlySpan<char> word) => Find(Hash(word)).Rank * RankStep;

    /// <summary>The cluster among <see cref="MiddleCount"/> in which a fine one lies.</summary>
    public int Middle(int fine) => _middleOfFine[fine];

    /// <summary>The cluster among <see cref="CoarseCount"/> in which a fine one lies.</summary>
    public int Coarse(int fine) => _coarseOfFine[fine];

    // An empty slot where the word is not known.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Slot Find(uint hash)
    {
        int mask = _slots.Length - 1;
        for (int at = (int)(hash >> _shift); ; at = (at + 1) & mask)
        {
            Slot slot = _slots[at];
            if (slot.Hash == hash || slot.Fine == 0) return slot;
        }
    }

    // Of two words with one hash the first, which is the more frequent, stays. Half of the slots at least are free, so searches end.
    private void Insert(Slot slot)
    {
        int at = (int)(slot.Hash >> _shift);
        for (; _slots[at].Fine != 0; at = (at + 1) & (_slots.Length - 1))
            if (_slots[at].Hash == slot.Hash) return;
        _slots[at] = slot;
    }

    // Part of the model format. 32 bits: of 100,000 unknown words two or three will be taken for a known one.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        ulong hash = (ulong)word.Length + 0x9E3779B97F4A7C15;
        foreach (char c in word) hash = (hash ^ Lower(c)) * 0xD6E8FEB86659FD93 + (hash >> 43);
        hash ^= hash >> 31;
        hash *= 0xFF51AFD7ED558CCD;
        return (uint)(hash >> 32);
    }

    private static char Lower(char c)
    {
        if (c < 128) return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
    }

    private readonly record struct Slot(uint Hash, ushort Fine, ushort Rank);
}
