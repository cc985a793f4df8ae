using NewsNlp.Drafts;
using NewsNlp.Lexicon;

namespace NewsNlp.Tagging;

/// <summary>
/// Parts a subhead from the sentence that it was pasted onto: pages that press an article into one paragraph leave no line end between
/// the two (<c>Vote may be weeks away Marsh said he …</c>), and both would be read as one sentence.
/// </summary>
/// <remarks>
/// Looks only at paragraphs as long as such articles. Elsewhere the same pattern is mostly a relative clause without <c>that</c>
/// (<c>a decision Marsh made</c>): seven of 31,000 sentences of PolNeAR train, against some two subheads in each pasted article.
/// </remarks>
internal sealed class PastedSubheads
{
    private const int MinParagraph = 1000;
    private const int MinWords = 3;
    private const int MaxWords = 9;
    private const int MaxSubjectWords = 5;

    private static readonly Kind[] Kinds = [.. PennTags.Names.Select(KindOf)];

    // Behind these a clause without "that" goes on: "Khan said rival Marsh had …".
    private readonly WordSet _reports = new(LexiconFile.Rows("statements/cues").Where(row => row[1] is "say" or "think").Select(row => row[0]));

    private enum Kind : byte
    {
        Other,
        Noun,
        Adjective,
        Adverb,
        Determiner,
        FiniteVerb,
        BaseVerb,
        Stop,
    }

    public void Part(DocumentDraft draft)
    {
        List<SentenceData>? parted = null;
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            int cut = draft.Layout.Blocks[sentence.Block].Span.Length < MinParagraph ? -1 : EndOfSubhead(draft, sentence);
            if (cut >= 0)
            {
                parted ??= draft.Sentences[..s];
                parted.Add(sentence with { EndToken = cut });
                sentence = sentence with { FirstToken = cut };
            }
            parted?.Add(sentence);
        }
        if (parted is null) return;
        draft.Sentences.Clear();
        draft.Sentences.AddRange(parted);
    }

    // -1 where the sentence begins with none.
    private int EndOfSubhead(DocumentDraft draft, SentenceData sentence)
    {
        int end = Math.Min(sentence.EndToken, sentence.FirstToken + MaxWords + 1);
        if (end - sentence.FirstToken < MinWords || KindAt(draft, sentence.FirstToken) is not (Kind.Noun or Kind.Adjective or Kind.BaseVerb)) return -1;
        // "Harbour a costly dream": tagged as an order to harbour it, which news hardly gives.
        bool complete = KindAt(draft, sentence.FirstToken) == Kind.BaseVerb && KindAt(draft, sentence.FirstToken + 1) == Kind.Determiner;
        for (int token = sentence.FirstToken + 1; token < end; token++)
        {
            Kind kind = KindAt(draft, token), before = KindAt(draft, token - 1);
            if (kind == Kind.Stop || (kind == Kind.FiniteVerb && _reports.Contains(draft.Lemmas[token]))) return -1;
            if (complete && token - sentence.FirstToken >= MinWords && BeginsAnew(draft, token) && SubjectEnd(draft, token, sentence.EndToken) > 0) return token;
            // A verb makes the subhead a clause; so does a second noun phrase set against the first ("Harbour a costly dream").
            complete |= kind == Kind.FiniteVerb || (kind == Kind.Determiner && before == Kind.Noun);
        }
        return -1;
    }

    private static bool BeginsAnew(DocumentDraft draft, int token) =>
        char.IsUpper(draft.Form(token)[0]) && char.IsLower(draft.Form(token - 1)[0]) && KindAt(draft, token - 1) is Kind.Noun or Kind.Adverb;

    // Where the verb stands whose subject begins at the token; -1 where none does.
    private static int SubjectEnd(DocumentDraft draft, int token, int end)
    {
        for (int i = token; i < end && i <= token + MaxSubjectWords; i++)
        {
            Kind kind = KindAt(draft, i);
            if (kind == Kind.FiniteVerb) return i > token ? i : -1;
            if (kind is not (Kind.Noun or Kind.Adjective) && !(i == token && kind == Kind.Determiner)) return -1;
        }
        return -1;
    }

    private static Kind KindAt(DocumentDraft draft, int token) => Kinds[draft.TokenBuffer[token].Tag];

    private static Kind KindOf(string tag) => tag switch
    {
        "NN" or "NNS" or "NNP" or "NNPS" => Kind.Noun,
        "JJ" => Kind.Adjective,
        "RB" or "RBR" or "JJR" => Kind.Adverb,
        "DT" => Kind.Determiner,
        "VBD" or "VBZ" or "VBP" or "MD" => Kind.FiniteVerb,
        "VB" => Kind.BaseVerb,
        "WDT" or "WP" or "WRB" or "." or "," or ":" or "``" or "''" or "-LRB-" or "-RRB-" => Kind.Stop,
        _ => Kind.Other,
    };
}
