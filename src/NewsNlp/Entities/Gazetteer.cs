using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Entities;

/// <summary>What lists of names say of a word or phrase.</summary>
[Flags]
internal enum GazetteerTypes : byte
{
    None = 0,
    FirstName = 1,
    Surname = 2,
    City = 4,

    /// <summary>Countries, and states and provinces.</summary>
    Country = 8,

    /// <summary>Continents, seas, mountains, regions of the world.</summary>
    Region = 16,
    Company = 32,

    /// <summary>Of a country: <c>Chilean</c>.</summary>
    Nationality = 64,

    /// <summary>As a word: begins a phrase of the lists.</summary>
    BeginsPhrase = 128,
}

/// <summary>Lists of names, compiled to hashes: 32 bits of a word or phrase in lower case, and what it may be.</summary>
internal sealed class Gazetteer
{
    public const int LongestPhrase = 5;

    private readonly ulong[] _slots;
    private readonly int _shift;

    public Gazetteer(ReadOnlySpan<uint> hashes, ReadOnlySpan<byte> types)
    {
        int bits = 4;
        while ((1 << bits) < hashes.Length * 2L) bits++;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int i = 0; i < hashes.Length; i++)
        {
            int slot = (int)(hashes[i] >> _shift);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = ((ulong)hashes[i] << 32) | 0x100 | types[i];
        }
    }

    /// <param name="normal"><see cref="FeatureHash.OfNormal"/> of a word.</param>
    public GazetteerTypes Word(ulong normal) => Look(Key(normal));

    /// <param name="phrase">A hash that <see cref="Extend"/> made of two or more words.</param>
    public GazetteerTypes Phrase(ulong phrase) => Look(Key(phrase));

    public static ulong Extend(ulong phrase, ulong normal) => FeatureHash.Pair(phrase, normal);

    /// <summary>The 32 bits of a word's or phrase's hash that the table keeps.</summary>
    public static uint Key(ulong hash) => (uint)((hash ^ (hash >> 29)) * 0xC4CEB9FE1A85EC53 >> 32);

    public static Gazetteer Read(ModelFile file)
    {
        uint[] hashes = file.Array<uint>("gazetteer.hashes");
        return new Gazetteer(hashes, file.Array<byte>("gazetteer.types", hashes.Length));
    }

    private GazetteerTypes Look(uint key)
    {
        for (int slot = (int)(key >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            ulong entry = _slots[slot];
            if (entry == 0) return GazetteerTypes.None;
            if ((uint)(entry >> 32) == key) return (GazetteerTypes)(byte)entry;
        }
    }
}
