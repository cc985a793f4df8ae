using NewsNlp.Drafts;
using NewsNlp.Lexicon;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who speaks a quote by the words right behind it.</summary>
internal sealed class BehindQuote(StatementTokens tokens, ClauseSubjects subjects)
{
    private const int Reach = 8;

    private static readonly WordSet Personal = LexiconFile.Words("statements/personal-pronouns");

    /// <summary>"…" — Ada Holm: the name that a dash right behind the quote, or at the start of the next paragraph, signs it with.</summary>
    public WordRange SignedBy(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First) return WordRange.None;
        if (end < tokens.Count && tokens.IsFullStop(end)) end++;
        int first = end;
        while (first < tokens.Count && tokens.IsDash(first)) first++;
        if (first == end || first >= tokens.Count || !tokens.IsOfName(first) || tokens[first].Block - tokens.Quotes[quote].Block > 1) return WordRange.None;
        int last = LastOfName(first);
        return EndsSignature(last, first) ? new WordRange(first, last) : WordRange.None;
    }

    /// <summary>
    /// "…," the two write, or "…," replied chairwoman Ada Holm: what stands between the quote and a verb of saying right behind it, or the
    /// noun phrase behind that; the tree is not asked.
    /// </summary>
    public QuoteFrame? SaidBy(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First || EndsSentence(quote)) return null;
        int first = end < tokens.Count && tokens.Draft.Form(end) is "," ? end + 1 : end, verb = first;
        while (verb < first + Reach && IsPlainWord(verb, end) && !IsVerbAfterAll(first, verb)) verb++;
        if (verb > first && IsComma(verb, end) && MayBeSource(first, verb - 1)) return SaidByDescribed(first, verb);
        if (!tokens.Says(verb, end - 1) && (!IsPlainWord(verb, end) || !IsVerbAfterAll(first, verb))) return null;
        WordRange source = verb == first ? PhraseAt(first + 1, end) : MayBeSource(first, verb - 1) ? new WordRange(first, verb - 1) : WordRange.None;
        return source.IsNone ? null : new QuoteFrame(new CueSpan(verb, verb + 1), source);
    }

    // "…" Ada Holm, the chairwoman of the club, said: what stands between commas describes her.
    private QuoteFrame? SaidByDescribed(int first, int comma)
    {
        int second = comma + 1;
        while (second <= comma + ClauseSubjects.LongestSubject && IsPlainWord(second, comma)) second++;
        return IsComma(second, comma) && tokens.Says(second + 1, comma) ? new QuoteFrame(new CueSpan(second + 1, second + 2), new WordRange(first, comma - 1)) : null;
    }

    private bool IsComma(int token, int near) => tokens.Near(token, near) && tokens.Draft.Form(token) is ",";

    /// <summary>"…," he warned: the next verb, where its subject is there, too; farther off only one of saying.</summary>
    public QuoteFrame? DoneBy(int quote)
    {
        int end = tokens.QuoteTokens[quote].End;
        if (end <= tokens.QuoteTokens[quote].First || end >= tokens.Count || EndsSentence(quote)) return null;
        for (int t = end; t < end + ClauseSubjects.LongestSubject && tokens.Near(t, end - 1) && tokens[t].Quote < 0; t++)
        {
            if (tokens.IsFullStop(t)) return null;
            if (tokens[t].Pos != PartOfSpeech.Verb || (t >= end + Reach && !tokens.Says(t, t))) continue;
            int subject = tokens[t].Subject;
            return subject >= end && subject <= t + Reach && subjects.Of(t) is { IsNone: false } source && !tokens.TouchesQuote(source)
                ? new QuoteFrame(new CueSpan(t, t + 1), source) : null;
        }
        return null;
    }

    private bool IsPlainWord(int token, int end) =>
        tokens.Near(token, end - 1) && (tokens[token].IsWord || tokens.Draft.Form(token) is "-") && tokens[token].Quote < 0 && tokens[token].Pos != PartOfSpeech.Verb;

    // "…," the two write: a verb that the tagger takes for a noun.
    private bool IsVerbAfterAll(int first, int token) =>
        token > first && tokens[token].Cue == SpeechClass.Say && tokens[token].Pos == PartOfSpeech.Noun && MayBeSource(first, token - 1)
        && (!tokens.Near(token + 1, token) || !MayFollowNoun(tokens[token + 1].Pos));

    private static bool MayFollowNoun(PartOfSpeech pos) =>
        pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Particle;

    // Up to the last noun before something else.
    private WordRange PhraseAt(int first, int end)
    {
        int last = -1;
        for (int t = first; t < first + Reach && tokens.Near(t, end - 1) && tokens[t].Quote < 0; t++)
        {
            PartOfSpeech pos = tokens[t].Pos;
            if (pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun) last = t;
            else if (last >= 0 || pos is not (PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Numeral)) break;
        }
        return last < 0 ? NameAt(first, end) : new WordRange(first, last);
    }

    private WordRange NameAt(int first, int end)
    {
        if (!tokens.Near(first, end - 1) || tokens[first].Quote >= 0 || !tokens[first].IsSpeakingName) return WordRange.None;
        return new WordRange(first, LastOfName(first));
    }

    private int LastOfName(int first)
    {
        int last = first;
        while (last - first < FrameWords.LongestName && tokens.Near(last + 1, first) && GoesOn(first, last + 1)) last++;
        return last;
    }

    private bool GoesOn(int first, int next) => tokens[first].Name == EntityType.None ? tokens.IsOfName(next) : tokens[next].Name == tokens[first].Name;

    // A word alone that begins with a capital behind a quote's comma is a name, whatever its tag: "…," From said.
    private bool MayBeSource(int first, int last)
    {
        if (tokens[first].Pos == PartOfSpeech.CoordinatingConjunction) return false;
        if (tokens[last].Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Numeral) return true;
        return first == last && (Personal.Contains(tokens.Draft.Form(first)) || char.IsUpper(tokens.Draft.Form(first)[0]));
    }

    // Behind a name that is part of the running text goes on a clause.
    private bool EndsSignature(int last, int first) =>
        !tokens.Near(last + 1, first) || tokens[last + 1].Quote >= 0 || (!tokens[last + 1].IsWord && !tokens.IsDash(last + 1));

    // An American paper puts the full stop within the marks.
    private bool EndsSentence(int quote) => tokens.Draft.Text[tokens.Quotes[quote].InnerEnd - 1] == '.';
}
