using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who, by the tree, does what the clause about some words says.</summary>
internal sealed class ClauseSubjects(StatementTokens tokens)
{
    /// <summary>A longer noun phrase is told by its head alone.</summary>
    public const int LongestSubject = 14;

    private const int MostSteps = 8;

    private static readonly byte Clausal = Syntax.Relations.IndexOf("acl");

    /// <summary>Who says the quoted words by the nearest verb of saying above them, else the nearest subject above; none where there is no tree.</summary>
    public WordRange Above(int quote)
    {
        (int first, int end) = tokens.QuoteTokens[quote];
        WordRange nearest = WordRange.None;
        for (int step = 0, at = HeadAbove(first, end); step < MostSteps && at >= 0; step++, at = tokens[at].Head)
        {
            bool says = tokens[at].Pos == PartOfSpeech.Verb && tokens[at].Cue == SpeechClass.Say;
            WordRange subject = says && tokens[at].Subject < 0 ? Described(at, first) : Of(at);
            if (subject.IsNone || (subject.First >= first && subject.First < end) || tokens.TouchesQuote(subject)) continue;
            if (says) return subject;
            if (nearest.IsNone) nearest = subject;
        }
        return nearest;
    }

    /// <summary>The subject of the clause that a word hangs in, outside of quotes; none where there is no tree.</summary>
    public WordRange Over(int token)
    {
        for (int step = 0, at = token; step < MostSteps && at >= 0; step++, at = tokens[at].Head)
            if (Of(at) is { IsNone: false } subject && !tokens.TouchesQuote(subject)) return subject;
        return WordRange.None;
    }

    /// <summary>The subject of a verb where it may be someone who speaks, else none.</summary>
    public WordRange Of(int verb)
    {
        int subject = tokens[verb].Subject;
        if (subject < 0 || !MaySpeak(subject)) return WordRange.None;
        ref readonly TokenFacts facts = ref tokens[subject];
        bool whole = facts.Right - facts.Left < LongestSubject && (verb < facts.Left || verb > facts.Right) && facts.Left <= subject && facts.Right >= subject;
        return whole ? new WordRange(facts.Left, facts.Right) : new WordRange(subject, subject);
    }

    /// <summary>True where a name or a pronoun is part of the subject: no thing does what the clause says.</summary>
    public bool IsSomeone(WordRange subject)
    {
        for (int t = subject.First; t <= subject.Last; t++)
            if (tokens[t].IsSpeakingName || tokens[t].Pos == PartOfSpeech.Pronoun) return true;
        return false;
    }

    // footage of Holm saying, "…": the noun that the verb describes.
    private WordRange Described(int verb, int before)
    {
        int noun = tokens[verb].Relation == Clausal ? tokens[verb].Head : -1;
        return noun >= 0 && noun < before && MaySpeak(noun) ? new WordRange(noun, noun) : WordRange.None;
    }

    private int HeadAbove(int first, int end)
    {
        for (int t = first; t < end; t++)
            if (tokens[t].IsWord && tokens[t].Head is >= 0 and int head && (head < first || head >= end)) return head;
        return -1;
    }

    private bool MaySpeak(int subject) =>
        tokens[subject].Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Noun
        || (tokens[subject].Pos == PartOfSpeech.Pronoun && !tokens.Draft.Is(subject, "it") && !tokens.Draft.Is(subject, "that") && !tokens.Draft.Is(subject, "which"));
}
