using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Which tokens stand between double quotation marks, as far as coreference needs to know: a mark left open ends with its paragraph.</summary>
internal static class QuoteMarks
{
    public static void Find(DocumentDraft draft, bool[] quoted)
    {
        int block = -1;
        bool open = false;
        foreach (SentenceData sentence in draft.Sentences)
        {
            if (sentence.Block != block) open = false;
            block = sentence.Block;
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                // Nearly every token.
                char first = draft.Text[draft.TokenBuffer[token].Start];
                if (char.IsAsciiLetterOrDigit(first))
                {
                    quoted[token] = open;
                    continue;
                }
                ReadOnlySpan<char> form = draft.Form(token);
                if (first is '“' or '„' or '«' || form is "``") open = true;
                else if (first is '”' or '»' || form is "''") open = false;
                else if (first == '"') open = !open;
                else quoted[token] = open;
            }
        }
    }
}
