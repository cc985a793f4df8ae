using System.Numerics;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// Which <see cref="LemmaScript"/> a word takes: that of the longest known key, from the word as written over the word in lower case
/// down to its last letters and its tag alone. Exceptions and rules are one table.
/// </summary>
internal sealed class LemmaRules
{
    public const string Model = "lemmas";
    public const int MaxSuffix = 6;

    private readonly LemmaScript[] _scripts;
    private readonly ulong[] _slots;
    private readonly int _shift;

    public LemmaRules(LemmaScript[] scripts, ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> scriptOfKey)
    {
        _scripts = scripts;
        int bits = BitOperations.Log2((uint)keys.Length * 3 / 2 + 4) + 1;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int i = 0; i < keys.Length; i++)
        {
            int at = (int)(keys[i] >> _shift);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = (ulong)(scriptOfKey[i] + 1) << 32 | keys[i];
        }
    }

    public string Lemma(ReadOnlySpan<char> form, byte tag, PartOfSpeech pos)
    {
        // All keys first, so that the waits for memory overlap.
        Span<uint> keys = stackalloc uint[Levels];
        int count = 0;
        for (int level = 0; level < Levels; level++)
        {
            if (!TryKey(form, tag, pos, level, out uint key)) continue;
            MemoryLines.Prefetch(ref _slots[key >> _shift]);
            keys[count++] = key;
        }
        foreach (uint key in keys[..count])
            if (Find(key) is >= 0 and int script) return _scripts[script].Apply(form);
        return form.ToString();
    }

    /// <summary>Number of keys that a word can have.</summary>
    public static int Levels => MaxSuffix + 3;

    /// <summary>How many letters at the end of a word its key at a level tells of.</summary>
    public static int SeenAt(int level, int length) => level < 2 ? length : MaxSuffix + 2 - level;

    /// <summary>The word's key at a level: 0 as written, 1 in lower case, then shorter and shorter ends; none where the word is too short.</summary>
    public static bool TryKey(ReadOnlySpan<char> form, byte tag, PartOfSpeech pos, int level, out uint key)
    {
        int suffix = MaxSuffix + 2 - level;
        key = 0;
        if (level >= 2 && suffix >= form.Length) return false;
        ulong word = level switch
        {
            0 => FeatureHash.OfWord(form),
            1 => FeatureHash.OfNormal(form),
            _ => FeatureHash.OfNormal(form[^suffix..]),
        };
        ulong capitals = level == 0 ? 0 : (ulong)WordFeatures.CaseOf(form);
        key = FeatureHash.Of((uint)Math.Min(level, 2), word, (ulong)tag << 16 | (ulong)pos << 8 | capitals);
        return true;
    }

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static LemmaRules Read(ModelFile file)
    {
        string[] lines = file.Lines("scripts");
        LemmaScript[] scripts = new LemmaScript[lines.Length];
        for (int i = 0; i < lines.Length; i++)
            if (!LemmaScript.TryParse(lines[i], out scripts[i])) throw ModelFile.Error(file.Name, $"script {i} cannot be read");
        uint[] keys = file.Array<uint>("keys");
        ushort[] scriptOfKey = file.Array<ushort>("script-of-key", keys.Length);
        if (keys.Length > 1 << 20) throw ModelFile.Error(file.Name, $"{keys.Length} rules are too many");
        if (scriptOfKey.Any(script => script >= scripts.Length)) throw ModelFile.Error(file.Name, "a rule has a script that does not exist");
        return new LemmaRules(scripts, keys, scriptOfKey);
    }

    public static ModelFile Write(LemmaScript[] scripts, ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> scriptOfKey)
    {
        ModelFile file = new(Model);
        file.SetLines("scripts", scripts.Select(script => script.ToString()));
        file.Set("keys", keys);
        file.Set("script-of-key", scriptOfKey);
        return file;
    }

    private int Find(uint key)
    {
        for (int at = (int)(key >> _shift); ; at = (at + 1) & (_slots.Length - 1))
        {
            ulong slot = _slots[at];
            if (slot == 0) return -1;
            if ((uint)slot == key) return (int)(slot >> 32) - 1;
        }
    }
}
