using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Tagging;

namespace NewsNlp.Syntax;

/// <summary>What the parser sees of a word: numbers of rows in its tables. Part of the model format.</summary>
/// <param name="Word">The hash of the word in lower case, its digits as 0.</param>
/// <param name="Ending">Row of its last three letters.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Doubt">The tag that the tagger nearly gave; see <see cref="TagDoubt"/>.</param>
internal readonly record struct WordFeatures(uint Word, ushort Ending, byte Tag, byte Pos, byte Kind, byte Doubt)
{
    public const int EndingRows = 4096;

    public const int TagRows = 64;

    public const int PosRows = 24;

    public const int KindRows = 8;

    public const int DoubtRows = TagDoubt.Count;

    public static WordFeatures Of(ReadOnlySpan<char> form, byte tag, PartOfSpeech pos, byte doubt = 0) => new(
        HashOf(form), (ushort)(FeatureHash.OfNormal(form[Math.Max(0, form.Length - 3)..]) % EndingRows), tag, (byte)pos, KindOf(form), doubt);

    public static WordFeatures Of(DocumentDraft draft, int token)
    {
        ref readonly TokenData data = ref draft.TokenBuffer[token];
        return Of(draft.Form(token), data.Tag, data.Pos, data.Doubt);
    }

    public static uint HashOf(ReadOnlySpan<char> form) => (uint)(FeatureHash.OfNormal(form) >> 32);

    // 0 is no word: the row of the places before and after a sentence.
    private static byte KindOf(ReadOnlySpan<char> form)
    {
        bool digit = false, letter = false, lower = false, upper = false;
        foreach (char c in form)
        {
            if (char.IsDigit(c)) digit = true;
            else if (char.IsLower(c)) lower = true;
            else if (char.IsUpper(c)) upper = true;
            else if (char.IsLetter(c)) letter = true;
        }
        if (digit) return (byte)(lower || upper || letter ? 6 : 5);
        if (!lower && !upper) return (byte)(letter ? 1 : 7);
        if (!upper) return 1;
        if (!lower) return (byte)(form.Length == 1 ? 2 : 3);
        return (byte)(char.IsUpper(form[0]) ? 2 : 4);
    }
}
