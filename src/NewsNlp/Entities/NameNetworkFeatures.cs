using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>What the names' network sees of a word beside its vector: numbers of rows in its table of facts. Part of the model format.</summary>
internal static class NameNetworkFeatures
{
    /// <summary>A token has no more of them.</summary>
    public const int Most = 5 + 2 * Bits + 2;

    /// <summary>Which of a token's rows is that of its tag.</summary>
    public const int TagPlace = 4;

    private const int Endings = 4096, Beginnings = 4096, Shapes = 256, Cases = 8, Bits = 8, Often = 4, Letters = 3;
    private const int BeginningsAt = Endings, ShapesAt = BeginningsAt + Beginnings, CasesAt = ShapesAt + Shapes, ListsAt = CasesAt + Cases;
    private const int PhrasesAt = ListsAt + Bits, LowerAt = PhrasesAt + Bits, CapitalAt = LowerAt + Often;

    /// <summary>The row of no tag, for documents that have none; behind it those of tags.</summary>
    public const int NoTag = CapitalAt + Often;

    private const int Tags = 64;

    /// <summary>So many rows the table has.</summary>
    public const int Rows = NoTag + Tags;

    /// <param name="rows">Takes the rows, at most <see cref="Most"/>.</param>
    /// <returns>How many they are.</returns>
    public static int Fill(DocumentDraft draft, NameText text, int token, Span<ushort> rows)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        WordFacts facts = text.Facts[token];
        rows[0] = (ushort)(FeatureHash.OfNormal(form[Math.Max(0, form.Length - Letters)..]) % Endings);
        rows[1] = (ushort)(BeginningsAt + FeatureHash.OfNormal(form[..Math.Min(Letters, form.Length)]) % Beginnings);
        rows[2] = (ushort)(ShapesAt + facts.Shape % Shapes);
        rows[3] = (ushort)(CasesAt + (int)facts.Case);
        rows[TagPlace] = (ushort)(NoTag + draft.TokenBuffer[token].Tag % Tags);
        int count = TagPlace + 1;
        AddBits(facts.Gazetteer, ListsAt, rows, ref count);
        AddBits(text.Phrase[token], PhrasesAt, rows, ref count);
        WordEvidence.Word word = facts.IsNameLike ? text.Evidence[text.Number[token]] : default;
        rows[count++] = (ushort)(LowerAt + Math.Min(word.Lower, Often - 1));
        rows[count++] = (ushort)(CapitalAt + Math.Min(word.Capital, Often - 1));
        return count;
    }

    /// <summary>What of a token's facts its word as written does not tell: two tokens of one word for which this is the same have the same rows.</summary>
    public static ulong OfPlace(DocumentDraft draft, NameText text, int token)
    {
        WordEvidence.Word word = text.Facts[token].IsNameLike ? text.Evidence[text.Number[token]] : default;
        return draft.TokenBuffer[token].Tag | (ulong)text.Phrase[token] << 8 | (ulong)Math.Min(word.Lower, Often - 1) << 16 | (ulong)Math.Min(word.Capital, Often - 1) << 24;
    }

    private static void AddBits(GazetteerTypes types, int first, Span<ushort> rows, ref int count)
    {
        for (int bit = 0; bit < Bits; bit++)
            if (((int)types >> bit & 1) != 0) rows[count++] = (ushort)(first + bit);
    }
}
