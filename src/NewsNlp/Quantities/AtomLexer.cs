using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Cuts the tokens of a sentence into atoms.</summary>
internal static class AtomLexer
{
    public static void Read(DocumentDraft draft, int firstToken, int endToken, List<Atom> atoms)
    {
        atoms.Clear();
        string text = draft.Text;
        int at = draft.TokenBuffer[firstToken].Start, before = -1;
        for (int token = firstToken; token < endToken; token++)
        {
            int end = draft.TokenBuffer[token].End;
            at = Math.Max(at, draft.TokenBuffer[token].Start);
            while (at < end)
            {
                AtomKind kind = KindAt(text, at, end);
                int stop = EndOf(draft, kind, at, token, endToken);
                atoms.Add(new Atom(at, stop, token, kind, Glued: before == at));
                before = at = stop;
            }
        }
    }

    // A number may reach over tokens that touch ("12,34,567"); a word never does.
    private static int EndOf(DocumentDraft draft, AtomKind kind, int at, int token, int endToken)
    {
        string text = draft.Text;
        int end = draft.TokenBuffer[token].End;
        if (kind == AtomKind.Word) return EndOfWord(text, at, end);
        if (kind == AtomKind.Number) return EndOfNumber(text, at, draft.TokenBuffer[endToken - 1].End);
        return at + 1 < end && char.IsSurrogatePair(text, at) ? at + 2 : at + 1;
    }

    private static AtomKind KindAt(string text, int at, int end)
    {
        char c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))) return AtomKind.Number;
        return char.IsLetter(c) ? AtomKind.Word : AtomKind.Symbol;
    }

    // Separators belong to the number only between digits: "1,400.5" but not the full stop behind "1,400."
    private static int EndOfNumber(string text, int at, int end)
    {
        while (at < end)
        {
            char c = text[at];
            bool separator = c is ',' or '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]);
            if (!char.IsAsciiDigit(c) && !separator) break;
            at++;
        }
        return at;
    }

    // Dots inside belong to the word ("U.S.", "a.m."), a last one only where there was one before it.
    private static int EndOfWord(string text, int at, int end)
    {
        int start = at;
        bool dotted = false;
        while (at < end)
        {
            char c = text[at];
            if (c == '.' && at > start && at + 1 < end && char.IsLetter(text[at + 1])) dotted = true;
            else if (c == '.' && dotted && at + 1 == end) return at + 1;
            else if (!char.IsLetter(c)) break;
            at++;
        }
        return at;
    }
}
