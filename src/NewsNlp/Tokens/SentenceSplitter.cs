using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>Parts the tokens of a block into sentences.</summary>
internal sealed class SentenceSplitter(TokenLexicon lexicon)
{
    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> on, which are those of <paramref name="block"/>.</summary>
    public void Split(DocumentDraft draft, int first, int block)
    {
        int start = first;
        for (int token = first; token < draft.TokenCount - 1; token++)
        {
            if (!EndsSentence(draft, token, out int next)) continue;
            draft.Sentences.Add(new SentenceData(start, next, block));
            start = next;
            token = next - 1;
        }
        if (start < draft.TokenCount) draft.Sentences.Add(new SentenceData(start, draft.TokenCount, block));
    }

    private bool EndsSentence(DocumentDraft draft, int token, out int next)
    {
        next = token + 1;
        ReadOnlySpan<char> form = draft.Form(token);
        bool stop = CharKinds.Of(form[0]) == CharKind.Stop;
        if (!stop && (form.Length < 2 || form[^1] != '.')) return false;
        while (next < draft.TokenCount && IsCloser(draft, next)) next++;
        if (next >= draft.TokenCount || IsJoined(draft, next)) return false;
        char follower = FirstLetter(draft, next);
        if (!stop) return char.IsUpper(follower) && EndsAtAbbreviation(draft, form, next);
        if (form is ".") return !char.IsLower(follower) || next == token + 1;
        return !char.IsLower(follower);
    }

    private bool EndsAtAbbreviation(DocumentDraft draft, ReadOnlySpan<char> form, int next)
    {
        if (form.Length == 2 || lexicon.Abbreviations.KindOf(form[..^1]) is AbbreviationKind.Title or AbbreviationKind.Number) return false;
        return lexicon.Starters.Contains(draft.Form(next));
    }

    // Closing marks right behind the full stop belong to the sentence before.
    private static bool IsCloser(DocumentDraft draft, int token)
    {
        if (!IsJoined(draft, token)) return false;
        ReadOnlySpan<char> form = draft.Form(token);
        return form is "\"" or "”" or "’" or "'" or "''" or "’’" or ")" or "]" or "»" or "}" or "›";
    }

    private static bool IsJoined(DocumentDraft draft, int token) => draft.TokenBuffer[token].Start == draft.TokenBuffer[token - 1].End;

    private static char FirstLetter(DocumentDraft draft, int token)
    {
        for (int i = token; i < draft.TokenCount && i < token + 3; i++)
        {
            char first = draft.Form(i)[0];
            if (CharKinds.IsWordPart(first)) return first;
        }
        return '\0';
    }
}
