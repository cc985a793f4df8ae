using System.Numerics;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>Which words a document has in small letters, and which with a capital where no sentence begins.</summary>
internal sealed class CapitalEvidence
{
    private const int MaxKept = 1 << 15;

    // The hash of the word in lower case, and above it the flags; 0 is a free place.
    private ulong[] _slots = new ulong[1 << 12];
    private int _shift;

    public void Read(DocumentDraft draft, ReadOnlySpan<SentenceStyle> styles)
    {
        Reserve(draft.TokenCount);
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            bool inWords = false;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                ReadOnlySpan<char> form = draft.Form(i);
                if (!char.IsLetter(form[0])) continue;
                if (!char.IsUpper(form[0])) Add(Key(form), WordSetting.SeenSmall);
                else if (inWords && styles[s] == SentenceStyle.Normal) Add(Key(form), WordSetting.SeenCapital);
                inWords = true;
            }
        }
    }

    /// <summary><see cref="WordSetting.SeenSmall"/> and <see cref="WordSetting.SeenCapital"/>, as they hold of the word.</summary>
    public byte Of(ReadOnlySpan<char> form) => (byte)(_slots[Place(Key(form))] >> 32);

    public void Trim()
    {
        if (_slots.Length > MaxKept) _slots = new ulong[1 << 12];
    }

    private static uint Key(ReadOnlySpan<char> form) => (uint)(FeatureHash.OfNormal(form) >> 32) | 1;

    private void Reserve(int tokens)
    {
        int bits = BitOperations.Log2((uint)tokens + 64) + 2;
        if (_slots.Length < 1 << bits) _slots = new ulong[1 << bits];
        else Array.Clear(_slots, 0, 1 << bits);
        _shift = 32 - bits;
    }

    private void Add(uint key, byte flag) => _slots[Place(key)] |= (ulong)flag << 32 | key;

    private int Place(uint key)
    {
        int mask = (1 << (32 - _shift)) - 1;
        int at = (int)(key >> _shift);
        while ((uint)_slots[at] != key && _slots[at] != 0) at = (at + 1) & mask;
        return at;
    }
}
