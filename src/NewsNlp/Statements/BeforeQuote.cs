using NewsNlp.Drafts;
using NewsNlp.Lexicon;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who speaks a quote by the words right before it.</summary>
internal sealed class BeforeQuote(StatementTokens tokens, ClauseSubjects subjects)
{
    private const int Reach = 8, LongestSentence = 14;

    private static readonly WordSet Possessive = LexiconFile.Words("statements/possessive-pronouns");

    /// <summary>Ada Holm: "…", also behind a dash, <c>from</c> or <c>stated</c>: the names alone that announce the quote, and the colon.</summary>
    public QuoteFrame? AnnouncedBy(int quote)
    {
        int colon = tokens.QuoteTokens[quote].First - 1;
        if (colon < 1 || tokens.Draft.Form(colon) is not ":" || !tokens.Near(colon - 1, colon) || !tokens.IsOfName(colon - 1)) return null;
        int first = colon - 1;
        while (colon - first < FrameWords.LongestName && IsOfNames(first - 1, colon)) first--;
        WordRange source = new(first, colon - 1);
        if (tokens.Says(first - 1, colon) && StandsAlone(first - 1)) return new QuoteFrame(new CueSpan(first - 1, first), source);
        return StandsAlone(first) || IsFrom(first - 1, colon) ? new QuoteFrame(new CueSpan(colon, colon + 1), source) : null;
    }

    /// <summary>her comment that "…": whose word of saying is the last before the quote.</summary>
    public QuoteFrame? OwnedBy(int quote)
    {
        int first = tokens.QuoteTokens[quote].First;
        for (int t = first - 1; t > first - Reach && IsOutside(t, first); t--)
        {
            if (tokens[t].Pos == PartOfSpeech.Verb) return null;
            if (tokens[t].Pos == PartOfSpeech.Noun && tokens[t].Cue != SpeechClass.None)
                return OwnerOf(t) is { IsNone: false } owner ? new QuoteFrame(new CueSpan(t, t + 1), owner) : null;
        }
        return null;
    }

    /// <summary>Ada Holm agreed. "…": who says by the short sentence before the quote.</summary>
    public QuoteFrame? SaidBy(int quote)
    {
        int first = tokens.QuoteTokens[quote].First, stop = first - 1;
        if (stop < 1 || !tokens.Near(stop, first) || tokens[stop].Quote >= 0 || tokens[stop].IsWord) return null;
        for (int t = stop - 1; t > stop - LongestSentence && IsOutside(t, first); t--)
        {
            if (tokens[t].Pos != PartOfSpeech.Verb) continue;
            return tokens.Says(t, first) && subjects.Of(t) is { IsNone: false } source && !tokens.TouchesQuote(source) ? new QuoteFrame(new CueSpan(t, t + 1), source) : null;
        }
        return null;
    }

    // In the sentence right before the quote.
    private bool IsOutside(int token, int first) => tokens.Near(token, first) && tokens[token].Quote < 0 && !tokens.IsFullStop(token);

    private bool IsOfNames(int token, int near) =>
        tokens.Near(token, near) && (tokens.IsOfName(token) || (tokens.Draft.Is(token, "and") && tokens.Near(token - 1, near) && tokens.IsOfName(token - 1)));

    private bool IsFrom(int token, int near) =>
        tokens.Near(token, near) && tokens.Draft.Is(token, "from") && (StandsAlone(token) || tokens.Draft.Is(token - 1, "more"));

    // At the start of a block or sentence, or behind a dash.
    private bool StandsAlone(int first) => !tokens.Near(first - 1, first) || tokens.IsDash(first - 1) || tokens.IsFullStop(first - 1);

    private WordRange OwnerOf(int noun)
    {
        int at = noun - 1;
        while (at > noun - Reach && tokens.Near(at, noun) && IsModifier(tokens[at].Pos)) at--;
        if (!tokens.Near(at, noun)) return WordRange.None;
        if (Possessive.Contains(tokens.Draft.Form(at))) return new WordRange(at, at);
        if (tokens.Draft.Form(at) is not ("'s" or "’s") || !tokens.Near(at - 1, noun) || !tokens.IsOfName(at - 1)) return WordRange.None;
        int first = at - 1;
        while (at - first < FrameWords.LongestName && tokens.Near(first - 1, noun) && tokens.IsOfName(first - 1)) first--;
        return new WordRange(first, at - 1);
    }

    private static bool IsModifier(PartOfSpeech pos) =>
        pos is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral;
}
