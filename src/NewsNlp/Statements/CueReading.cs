using NewsNlp.Drafts;
using NewsNlp.Lexicon;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>What a cue says beside that something is said: its main word, what is done by it, whether it is negated, who is addressed.</summary>
internal sealed class CueReading(StatementTokens tokens, SpeechLexicon lexicon)
{
    private const int NegationReach = 3, LongestAddressee = 8;

    private static readonly WordSet Negations = LexiconFile.Words("statements/negations");
    private static readonly WordSet Addressed = LexiconFile.Words("statements/addressed");

    private readonly DocumentDraft _draft = tokens.Draft;

    /// <summary>Lemma of the cue's telling verb or noun; the words themselves where there is neither (<c>according to</c>).</summary>
    public string LemmaOf(CueSpan cue)
    {
        int main = MainOf(cue);
        if (main < 0) return _draft.SpanOf(cue.First, cue.End).In(_draft.Text).ToLowerInvariant();
        return _draft.Lemmas[main] ?? _draft.Form(main).ToString().ToLowerInvariant();
    }

    public Stance StanceOf(CueSpan cue) => lexicon.StanceOf(LemmaOf(cue));

    public bool IsNegated(CueSpan cue)
    {
        int from = Math.Max(0, cue.First - NegationReach);
        for (int t = cue.End - 1; t >= from; t--)
        {
            if (t < cue.First && (tokens[t].Sentence != tokens[cue.First].Sentence || IsBorder(t))) return false;
            if (Negations.Contains(_draft.Form(t))) return true;
        }
        return false;
    }

    /// <summary>The noun phrase right behind a verb of telling; none where it belongs to the content.</summary>
    public WordRange AddresseeOf(CueSpan cue, IReadOnlyList<TextSpan> content)
    {
        int main = MainOf(cue), first = cue.End;
        if (main < 0 || first >= tokens.Count) return WordRange.None;
        if (_draft.Is(first, "to") && first + 1 < tokens.Count) first++;
        else if (!Addressed.Contains(_draft.Lemmas[main] ?? "")) return WordRange.None;
        int last = first - 1;
        while (last + 1 < tokens.Count && last + 1 - first < LongestAddressee && IsOfNounPhrase(last + 1, first)) last++;
        if (last < first || !IsNominal(tokens[last].Pos) || tokens[first].Sentence != tokens[cue.First].Sentence) return WordRange.None;
        TextSpan span = _draft.SpanOf(first, last + 1);
        foreach (TextSpan part in content)
            if (part.Overlaps(span)) return WordRange.None;
        return new WordRange(first, last);
    }

    // The word of the cue that the lexicon knows, verbs first; else its last verb; else a noun or adjective.
    private int MainOf(CueSpan cue)
    {
        int known = -1, verb = -1, other = -1;
        for (int t = cue.First; t < cue.End; t++)
        {
            ref readonly TokenFacts facts = ref tokens[t];
            if (facts.Pos == PartOfSpeech.Verb) verb = t;
            else if (facts.Pos is PartOfSpeech.Noun or PartOfSpeech.Adjective) other = t;
            if (facts.Cue != SpeechClass.None && (known < 0 || (facts.Pos == PartOfSpeech.Verb && tokens[known].Pos != PartOfSpeech.Verb))) known = t;
        }
        return known >= 0 ? known : verb >= 0 && !_draft.Is(verb, "according") ? verb : other;
    }

    private bool IsBorder(int token) => !tokens[token].IsWord && _draft.Form(token)[0] is not ('\'' or '’' or '-');

    private bool IsOfNounPhrase(int token, int first)
    {
        PartOfSpeech pos = tokens[token].Pos;
        if (IsNominal(pos)) return pos != PartOfSpeech.Pronoun || token == first;
        return pos is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Numeral && (token == first || tokens[token - 1].Pos != PartOfSpeech.Pronoun);
    }

    private static bool IsNominal(PartOfSpeech pos) => pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun;
}
