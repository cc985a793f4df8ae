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

    /// <summary>The level at which a word is looked up whatever its tags.</summary>
    public const int Untagged = 2;

    /// <summary>The first level of word endings.</summary>
    public const int Endings = 3;

    /// <summary>From so many letters on a name in capitals is more likely a word than an abbreviation.</summary>
    private const int LongWord = 6;

    /// <summary>Beside the numbers of <see cref="WordCase"/>.</summary>
    private const ulong LongCapitals = 255;

    private static readonly byte Name = PennTags.IndexOf("NNP"), Names = PennTags.IndexOf("NNPS");
    private static readonly byte[] Unspelt = [.. new[] { "ADD", "AFX", "CD", "FW", "GW", "NFP", "SYM", "XX" }.Select(tag => PennTags.IndexOf(tag))];

    private readonly LemmaScript[] _scripts;
    private readonly ulong[] _slots;
    private readonly int _shift;
    private readonly Spelling? _spelling;

    /// <param name="spelling">Null where misspelt words keep their spelling.</param>
    public LemmaRules(LemmaScript[] scripts, ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> scriptOfKey, Spelling? spelling = null)
    {
        _scripts = scripts;
        _spelling = spelling;
        int bits = BitOperations.Log2((uint)keys.Length * 7 / 5 + 4) + 1;
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
        int script = Find(form, tag, pos, out int level);
        if (level < Endings || _spelling is null || !MaySpell(tag)) return Lemma(form, script);
        Span<char> mended = stackalloc char[Spelling.MaxLength + 1];
        if (!_spelling.TryMend(form, mended, out int length)) return Lemma(form, script);
        return Lemma(mended[..length], Find(mended[..length], tag, pos, out _));
    }

    private string Lemma(ReadOnlySpan<char> form, int script) => script < 0 ? form.ToString() : _scripts[script].Apply(form);

    // The script of the longest known key, and its level; -1 and the number of levels where none is known.
    private int Find(ReadOnlySpan<char> form, byte tag, PartOfSpeech pos, out int level)
    {
        // All keys first, so that the waits for memory overlap.
        Span<uint> keys = stackalloc uint[Levels];
        Span<bool> has = stackalloc bool[Levels];
        for (level = 0; level < Levels; level++)
        {
            has[level] = TryKey(form, tag, pos, level, out keys[level]);
            if (has[level]) MemoryLines.Prefetch(ref _slots[keys[level] >> _shift]);
        }
        for (level = 0; level < Levels; level++)
            if (has[level] && Find(keys[level]) is >= 0 and int script) return script;
        return -1;
    }

    // Names are spelt in many ways, and what is foreign or no word in any.
    private static bool MaySpell(byte tag) => !IsName(tag) && !Unspelt.Contains(tag);

    /// <summary>Number of keys that a word can have.</summary>
    public static int Levels => MaxSuffix + 4;

    /// <summary>How many letters at the end of a word its key at a level tells of.</summary>
    public static int SeenAt(int level, int length) => level < Endings ? length : MaxSuffix + Endings - level;

    /// <summary>
    /// The word's key at a level: 0 as written, 1 in lower case, 2 in lower case whatever its tags, then shorter and shorter ends; none where the word is too short, at 2 for names.
    /// </summary>
    public static bool TryKey(ReadOnlySpan<char> form, byte tag, PartOfSpeech pos, int level, out uint key)
    {
        int suffix = MaxSuffix + Endings - level;
        key = 0;
        if (level >= Endings && suffix >= form.Length || level == Untagged && IsName(tag)) return false;
        ulong word = level switch
        {
            0 => FeatureHash.OfWord(form),
            1 or Untagged => FeatureHash.OfNormal(form),
            _ => FeatureHash.OfNormal(form[^suffix..]),
        };
        ulong capitals = level == 0 ? 0 : CaseOf(form, tag);
        key = level == Untagged ? FeatureHash.Of(3, word, capitals) : FeatureHash.Of((uint)Math.Min(level, 2), word, (ulong)tag << 16 | (ulong)pos << 8 | capitals);
        return true;
    }

    /// <exception cref="InvalidModelException">A model is missing or damaged.</exception>
    public static LemmaRules Load(ModelSource models) => Read(models.Load(Model), new Spelling(WordClusters.Of(models)));

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static LemmaRules Read(ModelFile file, Spelling? spelling = null)
    {
        string[] lines = file.Lines("scripts");
        LemmaScript[] scripts = new LemmaScript[lines.Length];
        for (int i = 0; i < lines.Length; i++)
            if (!LemmaScript.TryParse(lines[i], out scripts[i])) throw ModelFile.Error(file.Name, $"script {i} cannot be read");
        uint[] keys = file.Array<uint>("keys");
        ushort[] scriptOfKey = file.Array<ushort>("script-of-key", keys.Length);
        if (keys.Length > 1 << 20) throw ModelFile.Error(file.Name, $"{keys.Length} rules are too many");
        if (scriptOfKey.Any(script => script >= scripts.Length)) throw ModelFile.Error(file.Name, "a rule has a script that does not exist");
        return new LemmaRules(scripts, keys, scriptOfKey, spelling);
    }

    public static ModelFile Write(LemmaScript[] scripts, ReadOnlySpan<uint> keys, ReadOnlySpan<ushort> scriptOfKey)
    {
        ModelFile file = new(Model);
        file.SetLines("scripts", scripts.Select(script => script.ToString()));
        file.Set("keys", keys);
        file.Set("script-of-key", scriptOfKey);
        return file;
    }

    private static bool IsName(byte tag) => tag == Name || tag == Names;

    // Long names in capitals are words, short ones mostly abbreviations.
    private static ulong CaseOf(ReadOnlySpan<char> form, byte tag)
    {
        WordCase wordCase = WordFeatures.CaseOf(form);
        return wordCase == WordCase.Capitals && form.Length >= LongWord && !form.Contains('.') && IsName(tag) ? LongCapitals : (ulong)wordCase;
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
