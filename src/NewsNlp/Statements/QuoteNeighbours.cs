using NewsNlp.Drafts;
using NewsNlp.Lexicon;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who, by the words about it, speaks a quote that the models have found no source for.</summary>
internal sealed class QuoteNeighbours(StatementTokens tokens)
{
    private static readonly WordSet Personal = LexiconFile.Words("statements/personal-pronouns");

    private const int Behind = 8, MostSteps = 8, LongestSubject = 14;

    /// <summary>"…," he warned: the verb right behind the quote that has a subject there, too.</summary>
    public (CueSpan Cue, WordRange Source)? VerbBehind(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First || end >= tokens.Count || EndsSentence(quote)) return null;
        for (int t = end; t < Math.Min(tokens.Count, end + Behind) && tokens.Near(t, end - 1) && tokens[t].Quote < 0; t++)
        {
            if (IsFullStop(t)) return null;
            if (tokens[t].Pos != PartOfSpeech.Verb) continue;
            int subject = tokens[t].Subject;
            return subject < end || subject > t + Behind || tokens[subject].Quote >= 0 ? null : (new CueSpan(t, t + 1), SubjectOf(t));
        }
        return null;
    }

    /// <summary>"…" — Ada Holm: the name that a dash right behind the quote, or at the start of the next paragraph, signs it with.</summary>
    public WordRange SignedBy(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First) return WordRange.None;
        if (end < tokens.Count && IsFullStop(end)) end++;
        int first = end;
        while (first < tokens.Count && IsDash(first)) first++;
        if (first == end || first >= tokens.Count || tokens[first].Name == EntityType.None || tokens[first].Block - tokens.Quotes[quote].Block > 1) return WordRange.None;
        int last = LastOfName(first);
        return EndsSignature(last, first) ? new WordRange(first, last) : WordRange.None;
    }

    /// <summary>
    /// "…," the two write, or "…," replied Ada Holm: what stands between the quote and a verb of saying right behind it, or the name behind
    /// that; the tree is not asked.
    /// </summary>
    public (CueSpan Cue, WordRange Source)? SaidBehind(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First || EndsSentence(quote)) return null;
        int first = end < tokens.Count && tokens.Draft.Form(end) is "," ? end + 1 : end, verb = first;
        while (verb < first + Behind && IsPlainWord(verb, end)) verb++;
        if (!Says(verb, end)) return null;
        WordRange source = verb == first ? NameAt(first + 1, end) : MayBeSource(first, verb - 1) ? new WordRange(first, verb - 1) : WordRange.None;
        return source.IsNone ? null : (new CueSpan(verb, verb + 1), source);
    }

    /// <summary>Ada Holm: "…", also behind a dash or <c>from</c>: the name alone that announces the quote, and the colon.</summary>
    public (CueSpan Cue, WordRange Source)? AnnouncedBy(int quote)
    {
        int colon = tokens.QuoteTokens[quote].First - 1;
        if (colon < 1 || tokens.Draft.Form(colon) is not ":" || !tokens.Near(colon - 1, colon) || !tokens[colon - 1].IsSpeakingName) return null;
        int first = colon - 1;
        while (first > 0 && tokens.Near(first - 1, colon) && tokens[first - 1].Name == tokens[colon - 1].Name) first--;
        return StandsAlone(first) ? (new CueSpan(colon, colon + 1), new WordRange(first, colon - 1)) : null;
    }

    // At the start of a block or sentence, behind a dash or "from".
    private bool StandsAlone(int first) =>
        first == 0 || !tokens.Near(first - 1, first) || IsDash(first - 1) || IsFullStop(first - 1) || tokens.Draft.Is(first - 1, "from");

    private bool IsPlainWord(int token, int end) =>
        token < tokens.Count && tokens.Near(token, end - 1) && tokens[token].IsWord && tokens[token].Quote < 0 && tokens[token].Pos != PartOfSpeech.Verb;

    private WordRange NameAt(int first, int near)
    {
        if (first >= tokens.Count || !tokens.Near(first, near - 1) || tokens[first].Quote >= 0 || !tokens[first].IsSpeakingName) return WordRange.None;
        return new WordRange(first, LastOfName(first));
    }

    private int LastOfName(int first)
    {
        int last = first;
        while (last + 1 < tokens.Count && tokens.Near(last + 1, first) && tokens[last + 1].Name == tokens[first].Name) last++;
        return last;
    }

    private bool Says(int token, int near) =>
        token < tokens.Count && tokens.Near(token, near - 1) && tokens[token].Pos == PartOfSpeech.Verb && tokens[token].Quote < 0 && tokens[token].Cue == SpeechClass.Say;

    private bool MayBeSource(int first, int last)
    {
        if (tokens[first].Pos == PartOfSpeech.CoordinatingConjunction) return false;
        return tokens[last].Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Numeral || (first == last && Personal.Contains(tokens.Draft.Form(first)));
    }

    // Behind a name that is part of the running text goes on a clause.
    private bool EndsSignature(int last, int first) =>
        last + 1 >= tokens.Count || !tokens.Near(last + 1, first) || tokens[last + 1].Quote >= 0 || (!tokens[last + 1].IsWord && !IsDash(last + 1));

    private bool IsDash(int token) => !tokens[token].IsWord && tokens.Draft.Form(token)[0] is '-' or '–' or '—' or '―' && tokens[token].Quote < 0;

    // An American paper puts the full stop within the marks.
    private bool EndsSentence(int quote) => tokens.Draft.Text[tokens.Quotes[quote].InnerEnd - 1] == '.';

    /// <summary>The subject of the clause that the quoted words hang in; none where there is no tree.</summary>
    public WordRange SubjectAbove(int quote)
    {
        (int first, int end) = tokens.QuoteTokens[quote];
        int at = HeadAbove(first, end);
        for (int step = 0; step < MostSteps && at >= 0; step++, at = tokens[at].Head)
            if (tokens[at].Subject is >= 0 and int subject && (subject < first || subject >= end) && MaySpeak(subject)) return SubjectOf(at);
        return WordRange.None;
    }

    private int HeadAbove(int first, int end)
    {
        for (int t = first; t < end; t++)
            if (tokens[t].IsWord && tokens[t].Head is >= 0 and int head && (head < first || head >= end)) return head;
        return -1;
    }

    private WordRange SubjectOf(int verb)
    {
        int subject = tokens[verb].Subject;
        ref readonly TokenFacts facts = ref tokens[subject];
        bool whole = facts.Right - facts.Left < LongestSubject && (verb < facts.Left || verb > facts.Right) && facts.Left <= subject && facts.Right >= subject;
        return whole ? new WordRange(facts.Left, facts.Right) : new WordRange(subject, subject);
    }

    private bool MaySpeak(int subject) =>
        tokens[subject].Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Noun
        || (tokens[subject].Pos == PartOfSpeech.Pronoun && !tokens.Draft.Is(subject, "it") && !tokens.Draft.Is(subject, "that") && !tokens.Draft.Is(subject, "which"));

    private bool IsFullStop(int token) => !tokens[token].IsWord && tokens.Draft.Form(token) is "." or "!" or "?" or ";";
}
