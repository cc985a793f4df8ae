namespace NewsNlp.Quantities;

/// <summary>Cuts text into atoms.</summary>
internal static class AtomScanner
{
    public static void Scan(string text, int start, int end, AtomList atoms, QuantityVocabulary vocabulary)
    {
        bool glued = false;
        for (int at = start; at < end;)
        {
            char c = text[at];
            if (IsSpace(c))
            {
                glued = false;
                at++;
                continue;
            }
            Atom atom = new() { Start = at, First = c, Glued = glued };
            Read(text.AsSpan(0, end), ref atom, vocabulary);
            atoms.Add(atom);
            at = atom.End;
            glued = true;
        }
    }

    private static void Read(ReadOnlySpan<char> text, ref Atom atom, QuantityVocabulary vocabulary)
    {
        int at = atom.Start;
        if (char.IsAsciiDigit(atom.First) || NumeralText.IsVulgar(atom.First) || StartsWithPoint(text, at, atom.Glued))
        {
            atom.Kind = AtomKind.Number;
            NumeralText.Read(text, ref atom);
            if (atom.Length == 1) atom.Word = vocabulary.Find(text.Slice(at, 1));
            return;
        }
        bool word = char.IsLetter(atom.First);
        atom.Kind = word ? AtomKind.Word : AtomKind.Symbol;
        atom.End = at + 1;
        if (word)
            while (atom.End < text.Length && IsWordPart(text[atom.End])) atom.End++;
        atom.Word = vocabulary.Find(text[at..atom.End]);
    }

    // Marks belong to the letter before them.
    private static bool IsWordPart(char c) => char.IsLetter(c) || (c >= 0x300 && c < 0x370);

    private static bool StartsWithPoint(ReadOnlySpan<char> text, int at, bool glued) =>
        text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (!glued || text[at - 1] is '(' or '$' or '£' or '€' or '-' or '−' or '+');

    private static bool IsSpace(char c) => c <= ' ' || (c >= 0x7F && (char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF'));
}
