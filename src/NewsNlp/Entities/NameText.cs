using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// A document as the names model sees it, before any label: facts of each word, runs of capitalised words, phrases of the lists, and
/// how words occur elsewhere in the document. Reused from document to document; one for each thread.
/// </summary>
internal sealed class NameText
{
    public WordFacts[] Facts { get; private set; } = [];

    /// <summary>For a name-like token the first token of its run of name-like tokens, and the end of the run.</summary>
    public int[] RunStart { get; private set; } = [];

    public int[] RunEnd { get; private set; } = [];

    /// <summary>For a token in a phrase of the lists what the phrase may be; <see cref="GazetteerTypes.BeginsPhrase"/> at its first token.</summary>
    public GazetteerTypes[] Phrase { get; private set; } = [];

    /// <summary>For each token 1 where it is joined to the one before without a space, 2 where to the one behind: <c>Jean-Luc</c>.</summary>
    public byte[] Joints { get; private set; } = [];

    /// <summary>For a name-like token its word's number in <see cref="Evidence"/>.</summary>
    public int[] Number { get; private set; } = [];

    public SentenceStyle[] Style { get; private set; } = [];

    public WordEvidence Evidence { get; } = new();

    public int TokenCount { get; private set; }

    /// <summary>Makes room; the caller then fills <see cref="Facts"/>.</summary>
    public void Reserve(DocumentDraft draft)
    {
        int tokens = TokenCount = draft.TokenCount;
        if (Facts.Length < tokens)
        {
            int size = Math.Max(tokens, Facts.Length * 2);
            Facts = new WordFacts[size];
            (RunStart, RunEnd, Number) = (new int[size], new int[size], new int[size]);
            Phrase = new GazetteerTypes[size];
            Joints = new byte[size];
        }
        if (Style.Length < draft.Sentences.Count) Style = new SentenceStyle[Math.Max(draft.Sentences.Count, Style.Length * 2)];
    }

    /// <summary>Finds runs, phrases and evidence from the facts.</summary>
    public void Prepare(DocumentDraft draft, Gazetteer gazetteer)
    {
        Evidence.Clear(draft.TokenCount);
        Array.Clear(Phrase, 0, draft.TokenCount);
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            Style[s] = SentenceStyles.Of(Facts.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken));
            FindJoints(draft, sentence);
            FindRuns(sentence);
            FindPhrases(sentence, gazetteer);
            CollectNames(sentence, Style[s]);
        }
        CollectLower();
    }

    private void FindJoints(DocumentDraft draft, SentenceData sentence)
    {
        bool joined = false;
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            bool next = token + 1 < sentence.EndToken && draft.TokenBuffer[token].End == draft.TokenBuffer[token + 1].Start;
            Joints[token] = (byte)((joined ? 1 : 0) + (next ? 2 : 0));
            joined = next;
        }
    }

    private void FindRuns(SentenceData sentence)
    {
        int token = sentence.FirstToken;
        while (token < sentence.EndToken)
        {
            if (!Facts[token].IsNameLike)
            {
                token++;
                continue;
            }
            int end = token + 1;
            while (end < sentence.EndToken && Facts[end].IsNameLike) end++;
            RunStart.AsSpan(token, end - token).Fill(token);
            RunEnd.AsSpan(token, end - token).Fill(end);
            token = end;
        }
    }

    // The longest phrase that begins at a token; phrases do not overlap.
    private void FindPhrases(SentenceData sentence, Gazetteer gazetteer)
    {
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if ((Facts[token].Gazetteer & GazetteerTypes.BeginsPhrase) == 0) continue;
            int end = token;
            GazetteerTypes types = GazetteerTypes.None;
            ulong phrase = Facts[token].Normal;
            for (int i = token + 1; i < Math.Min(sentence.EndToken, token + Gazetteer.LongestPhrase); i++)
            {
                phrase = Gazetteer.Extend(phrase, Facts[i].Normal);
                GazetteerTypes found = gazetteer.Phrase(phrase);
                if (found != GazetteerTypes.None) (end, types) = (i, found);
            }
            if (end == token) continue;
            Phrase.AsSpan(token, end + 1 - token).Fill(types & ~GazetteerTypes.BeginsPhrase);
            Phrase[token] |= GazetteerTypes.BeginsPhrase;
            token = end;
        }
    }

    private void CollectNames(SentenceData sentence, SentenceStyle style)
    {
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            if (Facts[token].IsNameLike)
                Number[token] = Evidence.AddNameLike(Facts[token].Normal, token, style == SentenceStyle.Running && token > sentence.FirstToken);
    }

    private void CollectLower()
    {
        foreach (ref readonly WordFacts facts in Facts.AsSpan(0, TokenCount))
            if (facts.Case == WordCase.Lower) Evidence.AddLower(facts.Normal);
    }
}
