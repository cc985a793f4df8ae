using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Finds cues, and for each of them its content and source.</summary>
internal sealed class AttributionFinder
{
    public const int ContentBits = 19, SourceBits = 17;

    // Where "no content" is this much likelier, in log-odds, even the surest cue is none.
    private const float ContentPatience = 2;

    // The source of a quote is believed although "no source" is this much likelier, in log-odds.
    private const float SourcePatience = 3;

    private AttributionFinder(CueTagger cues, SpanRanker<ContentFeatures> content, SpanRanker<SourceFeatures> source) =>
        (Cues, Content, Source) = (cues, content, source);

    public CueTagger Cues { get; }

    public SpanRanker<ContentFeatures> Content { get; }

    public SpanRanker<SourceFeatures> Source { get; }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static AttributionFinder Read(ModelFile file) => new(
        CueTagger.Read(file, file.Array<float>("cue.caution", 1)[0]),
        new SpanRanker<ContentFeatures>(HashedWeights.Read(file, "content", ContentBits), RectifiedLayer.Read(file, "content.layer")),
        new SpanRanker<SourceFeatures>(HashedWeights.Read(file, "source", SourceBits), RectifiedLayer.Read(file, "source.layer")));

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

    private static void SetOut(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        scratch.Context.Set(tokens, cue.Span);
        scratch.Window.FillSentence(tokens, cue.Span);
        scratch.Window.AddQuotes(tokens, cue.Span);
    }

    private AttributionData ReadSpans(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        (WordRange content, float contentMargin) = Content.Best(scratch.Context, scratch.Window, scratch.Spans);
        if (contentMargin < -ContentPatience) return new AttributionData(cue.Span, WordRange.None, WordRange.None, cue.Margin, contentMargin, 0);
        scratch.Context.Content = content;
        scratch.Window.FillSentence(tokens, cue.Span);
        (WordRange source, float sourceMargin) = Source.Best(scratch.Context, scratch.Window, scratch.Spans);
        WordRange believed = MayBelieve(tokens, content, sourceMargin) ? source : WordRange.None;
        return new AttributionData(cue.Span, content, believed, cue.Margin, contentMargin, sourceMargin);
    }

    // Hardly a quote is printed without its speaker; reports of other kinds often are.
    private static bool MayBelieve(StatementTokens tokens, WordRange content, float sourceMargin) =>
        sourceMargin > 0 || (sourceMargin > -SourcePatience && HoldsQuote(tokens, content));

    private static bool HoldsQuote(StatementTokens tokens, WordRange content)
    {
        for (int t = content.First; t <= content.Last; t++)
            if (tokens[t].Quote >= 0) return true;
        return false;
    }
}
