using NewsNlp.Lexicon;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Finds cues, and for each of them its content and source.</summary>
internal sealed class AttributionFinder
{
    // Where "no content" is this much likelier, in log-odds, even the surest cue is none.
    public const float ContentPatience = 2;

    // The source of a quote is believed although "no source" is this much likelier, in log-odds.
    private const float SourcePatience = 3;

    private static readonly WordSet Calendar = Coreference.CoreferenceLexicon.English.Calendar;

    private AttributionFinder(CueTagger cues, SpanFinder<ContentFeatures> content, SpanFinder<SourceFeatures> source) =>
        (Cues, Content, Source) = (cues, content, source);

    public CueTagger Cues { get; }

    public SpanFinder<ContentFeatures> Content { get; }

    public SpanFinder<SourceFeatures> Source { get; }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static AttributionFinder Read(ModelFile file) => new(CueTagger.Read(file), SpanFinder<ContentFeatures>.Read(file), SpanFinder<SourceFeatures>.Read(file));

    /// <summary>The content and the source of a cue; <see cref="StatementScratch.Context"/> is then that cue's.</summary>
    public AttributionData Read(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        SetOut(tokens, cue, scratch);
        return ReadSpans(tokens, cue, scratch);
    }

    /// <summary>The same where the content has to hold some words; none where it cannot.</summary>
    public AttributionData ReadHolding(StatementTokens tokens, FoundCue cue, WordRange words, StatementScratch scratch)
    {
        SetOut(tokens, cue, scratch);
        scratch.Window.MustHold(words);
        return ReadSpans(tokens, cue, scratch);
    }

    /// <summary>The same where the content must not reach another cue.</summary>
    public AttributionData ReadApart(StatementTokens tokens, FoundCue cue, CueSpan other, StatementScratch scratch)
    {
        SetOut(tokens, cue, scratch);
        scratch.Window.MustNotReach(other, cue.Span);
        return ReadSpans(tokens, cue, scratch);
    }

    /// <summary>Makes a cue that of <see cref="StatementScratch.Context"/>, its window full of the words that its content may begin or end with.</summary>
    public static void SetOut(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        scratch.Context.Set(tokens, cue.Span);
        scratch.Window.FillForContent(tokens, cue.Span);
    }

    private AttributionData ReadSpans(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        (WordRange content, float contentMargin) = Content.Best(scratch.Context, scratch.Window, scratch.Spans, ContentPatience);
        if (content.IsNone || IsSubject(tokens, scratch.Context, content))
            return new AttributionData(cue.Span, WordRange.None, WordRange.None, cue.Margin, contentMargin, 0);
        scratch.Context.Content = content;
        scratch.Window.FillSentence(tokens, cue.Span);
        (WordRange source, float sourceMargin) = Source.Best(scratch.Context, scratch.Window, scratch.Spans);
        WordRange believed = MayBelieve(tokens, content, sourceMargin) && NamesSomeone(tokens, source) ? source : WordRange.None;
        return new AttributionData(cue.Span, content, believed, cue.Margin, contentMargin, sourceMargin);
    }

    // Who says is not what is said: "The clock told the wrong time."
    private static bool IsSubject(StatementTokens tokens, SpanContext context, WordRange content)
    {
        int subject = tokens[context.CueHead].Subject;
        return subject >= 0 && Arcs.IsActiveSubject(tokens[subject].Relation) && tokens[content.First].Quote < 0
            && content.First == tokens[subject].Left && content.Last == tokens[subject].Right;
    }

    // Hardly a quote is printed without its speaker; reports of other kinds often are.
    private static bool MayBelieve(StatementTokens tokens, WordRange content, float sourceMargin) =>
        sourceMargin > 0 || (sourceMargin > -SourcePatience && tokens.HoldsQuote(content));

    // A verb or preposition alone names nobody: gold has some "said" as sources, by mistake.
    private static bool NamesSomeone(StatementTokens tokens, WordRange source)
    {
        if (source.IsNone) return false;
        for (int t = source.First; t <= source.Last; t++)
            if (tokens[t].Name != EntityType.None || (IsNominal(tokens[t].Pos) && !IsDate(tokens, t))) return true;
        return false;
    }

    // "…," Holm said Tuesday.
    private static bool IsDate(StatementTokens tokens, int token) => tokens[token].Pos is PartOfSpeech.ProperNoun && Calendar.Contains(tokens.Draft.Form(token));

    private static bool IsNominal(PartOfSpeech pos) => pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun or PartOfSpeech.Numeral
        or PartOfSpeech.Adjective or PartOfSpeech.Determiner or PartOfSpeech.Other;
}
