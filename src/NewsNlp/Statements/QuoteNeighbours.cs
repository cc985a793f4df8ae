using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who, by the grammar of its sentence, speaks a quote for which no cue was found.</summary>
internal sealed class QuoteNeighbours(StatementTokens tokens)
{
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
        int last = first;
        while (last + 1 < tokens.Count && tokens.Near(last + 1, first) && tokens[last + 1].Name == tokens[first].Name) last++;
        return EndsSignature(last, first) ? new WordRange(first, last) : WordRange.None;
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
