using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsNlp.Tokens;

/// <summary>Emoji (with skin tones, joiners, flags) and emoticons.</summary>
internal static class EmojiShape
{
    /// <summary>End of the letters or the emoji at a high surrogate; a lone surrogate is a token of one unit.</summary>
    public static int EndOfSurrogate(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return at + 1;
        return WordShape.IsLetter(text[at], text[at + 1]) ? WordShape.EndOfLetters(text, at) : EndOfEmoji(text, at);
    }

    /// <summary>End of an emoji of the basic plane (☎, ✉); 0 at any other symbol.</summary>
    public static int EndOfSymbolEmoji(ReadOnlySpan<char> text, int at) =>
        text[at] is >= '☀' and <= '➿' or >= '⌀' and <= '⏿' or >= '⬀' and <= '⯿' ? EndOfEmoji(text, at) : 0;

    /// <summary>End of :) ;-) :( =) (: and their like; 0 where there is none.</summary>
    public static int EndOfEmoticon(ReadOnlySpan<char> text, int at)
    {
        char eyes = text[at];
        if (eyes == '(' && at + 1 < text.Length && text[at + 1] == ':' && IsFree(text, at + 2)) return at + 2;
        if (eyes is not (':' or ';' or '=')) return 0;
        int mouth = at + 1;
        if (mouth < text.Length && text[mouth] is '-' or '\'') mouth++;
        if (mouth >= text.Length) return 0;
        bool smiles = text[mouth] is ')' or '(' && (eyes != '=' || mouth == at + 1);
        bool letters = text[mouth] is 'D' or 'P' && IsFree(text, mouth + 1) && (at == 0 || CharKinds.Of(text[at - 1]) == CharKind.Space);
        return (smiles && IsFree(text, mouth + 1)) || letters ? mouth + 1 : 0;
    }

    private static bool IsFree(ReadOnlySpan<char> text, int at) => at >= text.Length || !CharKinds.IsWordPart(text[at]);

    private static int EndOfEmoji(ReadOnlySpan<char> text, int at)
    {
        bool flag = IsFlagLetter(text, at);
        at = EndOfRune(text, at);
        if (flag && IsFlagLetter(text, at)) return EndOfRune(text, at);
        while (at < text.Length)
        {
            if (text[at] is '\uFE0F' or '\uFE0E' or '\u20E3' || IsModifier(text, at)) at = EndOfRune(text, at);
            else if (text[at] == '\u200D' && at + 1 < text.Length && IsPictograph(text, at + 1)) at = EndOfRune(text, at + 1);
            else break;
        }
        return at;
    }

    private static int EndOfRune(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? at + 2 : at + 1;

    private static bool IsFlagLetter(ReadOnlySpan<char> text, int at) => At(text, at) is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsModifier(ReadOnlySpan<char> text, int at) => At(text, at) is >= 0x1F3FB and <= 0x1F3FF or >= 0xE0020 and <= 0xE007F;

    private static bool IsPictograph(ReadOnlySpan<char> text, int at) =>
        Rune.DecodeFromUtf16(text[at..], out Rune rune, out _) == OperationStatus.Done && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    private static int At(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? char.ConvertToUtf32(text[at], text[at + 1]) : 0;
}
