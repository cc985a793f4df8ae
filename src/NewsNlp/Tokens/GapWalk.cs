using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>Walks over the gaps of a block in which a sentence might end.</summary>
internal ref struct GapWalk
{
    private readonly DocumentDraft _draft;

    public GapWalk(DocumentDraft draft, int first)
    {
        _draft = draft;
        Gap = first;
        LowerStart = first < draft.TokenCount && char.IsLower(draft.Form(first)[0]);
    }

    /// <summary>The token behind the gap.</summary>
    public int Gap { get; private set; }

    public bool LowerStart { get; }

    /// <summary>Whether a double quotation mark is open at the gap.</summary>
    public bool InQuote { get; private set; }

    /// <summary>Whether an empty line lies in the gap.</summary>
    public bool IsParagraphEnd { get; private set; }

    public bool Next()
    {
        while (Gap + 1 < _draft.TokenCount)
        {
            NoteQuote(_draft.Form(Gap));
            Gap++;
            IsParagraphEnd = HasEmptyLine(_draft.TokenBuffer[Gap - 1].End, _draft.TokenBuffer[Gap].Start);
            if (IsParagraphEnd || GapShapes.IsCandidate(_draft, Gap)) return true;
        }
        return false;
    }

    private void NoteQuote(ReadOnlySpan<char> form)
    {
        if (form.Length > 2) return;
        if (form is "\"" or "''" or "``") InQuote = !InQuote;
        else if (form[0] is '“' or '«' or '„') InQuote = true;
        else if (form[0] is '”' or '»') InQuote = false;
    }

    private readonly bool HasEmptyLine(int from, int to)
    {
        if (to - from < 2) return false;
        ReadOnlySpan<char> space = _draft.Text.AsSpan(from, to - from);
        int line = space.IndexOf('\n');
        return line >= 0 && space[(line + 1)..].Contains('\n');
    }
}
