using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>Makes statements of the attributions found and of the quotes that none of them claims.</summary>
internal sealed class StatementAssembly
{
    private const float TurnConfidence = 0.9f;

    private readonly StatementTokens _tokens;
    private readonly DocumentDraft _draft;
    private readonly CueReading _cues;
    private readonly MentionLookup _mentions;
    private readonly SpeakerResolver _speakers;
    private readonly ContentCutter _cutter;
    private readonly float[] _trust;
    private readonly QuoteClaimer _claimer;
    private readonly QuoteNeighbours _neighbours;

    public StatementAssembly(StatementTokens tokens, SpeechLexicon lexicon, StatementModel model, StatementScratch scratch)
    {
        (_tokens, _draft, _trust) = (tokens, tokens.Draft, model.Trust);
        _neighbours = new QuoteNeighbours(tokens);
        _claimer = new QuoteClaimer(model, tokens, scratch);
        _cues = new CueReading(tokens, lexicon);
        _mentions = new MentionLookup(tokens);
        _speakers = new SpeakerResolver(tokens, _mentions);
        _cutter = new ContentCutter(tokens);
    }

    public void Build(List<AttributionData> found, List<Statement> statements)
    {
        List<StatementParts> parts = new(found.Count);
        foreach (AttributionData attribution in found) parts.Add(PartsOf(attribution));
        AddTurns(parts);
        Sort(parts);
        Overlaps.Settle(_tokens, parts);
        Resolve(parts);
        new LooseQuotes(_tokens, _neighbours, _mentions, _speakers, parts, quote => _claimer.Claims(quote).ConvertAll(PartsOf)).Place();
        Sort(parts);
        foreach (StatementParts part in parts) statements.Add(Make(statements.Count, part));
    }

    private StatementParts PartsOf(AttributionData data) => new()
    {
        Content = _cutter.Cut(data),
        Cue = data.Cue,
        Source = data.Source,
        Rule = "model",
        ContentMargin = data.ContentMargin,
        KeepOdds = data.KeepOdds,
        Confidence = TrustFeatures.Probability(_trust, _tokens, data),
    };

    private void AddTurns(List<StatementParts> parts)
    {
        List<(WordRange Label, WordRange Content)> turns = new Transcript(_tokens).Turns();
        if (turns.Count == 0) return;
        HashSet<int> colons = [.. turns.Select(turn => turn.Label.Last + 1)];
        parts.RemoveAll(part => colons.Contains(part.Cue.First) || colons.Contains(part.Cue.End - 1));
        foreach ((WordRange label, WordRange content) in turns) parts.Add(new StatementParts
        {
            Content = [_draft.SpanOf(content.First, content.Last + 1)],
            Source = label,
            Rule = "transcript",
            Confidence = TurnConfidence,
        });
    }

    private static void Sort(List<StatementParts> parts) => parts.Sort((a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Cue.First.CompareTo(b.Cue.First));

    // In text order, an outer statement before those within its content, so that "I" finds who is speaking.
    private void Resolve(List<StatementParts> parts)
    {
        Stack<StatementParts> around = new();
        StatementParts? last = null;
        foreach (StatementParts part in parts)
        {
            while (around.TryPeek(out StatementParts? top) && top.End <= part.Start) around.Pop();
            if (part.Source.IsNone && part.HasCue && SourceBeside(part) is { IsNone: false } source) part.Source = source;
            if (!part.Source.IsNone) part.Speaker = _speakers.Resolve(part.Source, around.TryPeek(out StatementParts? outer) ? outer : null);
            else if (part.HasCue && HoldsSpeech(part)) part.Speaker = SpeakerAround(part, last);
            if (part.Speaker is not null) last = part;
            around.Push(part);
        }
    }

    // Hardly a quote is printed without its speaker: where the model sees none, the cue's neighbours tell.
    private WordRange SourceBeside(StatementParts part)
    {
        for (int q = FirstQuoteOf(part); IsIn(part, q); q++)
        {
            if (!_tokens.Quotes[q].IsOutermost || (_neighbours.Before.AnnouncedBy(q) ?? _neighbours.Behind.SaidBy(q)) is not { } found) continue;
            if (found.Cue.First >= part.Cue.First && found.Cue.End <= part.Cue.End) return found.Source;
        }
        return WordRange.None;
    }

    private bool HoldsSpeech(StatementParts part)
    {
        for (int q = FirstQuoteOf(part); IsIn(part, q); q++)
            if (_tokens.Quotes[q].IsOutermost && QuoteWording.Of(_tokens, q) == QuotedWords.Speech) return true;
        return false;
    }

    private int FirstQuoteOf(StatementParts part) => TextOrder.FirstFrom(_tokens.Quotes, part.Start, quote => quote.Start);

    private bool IsIn(StatementParts part, int quote) => quote < _tokens.Quotes.Count && _tokens.Quotes[quote].Start < part.End;

    // Or who does what the clause of the cue says; or, adding: "…", who spoke last in the paragraph.
    private Speaker? SpeakerAround(StatementParts part, StatementParts? last)
    {
        if (_neighbours.Subjects.Over(part.Cue.First) is { IsNone: false } subject) return _speakers.Resolve(subject, null);
        bool goesOn = last is { HasCue: true } && _tokens[last.Cue.First].Block == _tokens[part.Cue.First].Block;
        return goesOn ? last!.Speaker! with { Span = null } : null;
    }

    private Statement Make(int id, StatementParts parts)
    {
        List<TextSpan> quotes = _cutter.QuotesOf(parts.Content);
        WordRange addressee = parts.HasCue ? _cues.AddresseeOf(parts.Cue, parts.Content) : WordRange.None;
        return new Statement(_draft.Text, id, parts.Content)
        {
            Quotes = quotes,
            Form = _cutter.FormOf(parts.Content, quotes),
            Speaker = parts.Speaker,
            Cue = parts.HasCue ? new Cue(_draft.SpanOf(parts.Cue.First, parts.Cue.End), _cues.LemmaOf(parts.Cue)) : null,
            Stance = parts.HasCue ? _cues.StanceOf(parts.Cue) : Stance.Assert,
            Negated = parts.HasCue && _cues.IsNegated(parts.Cue),
            Addressee = addressee.IsNone ? null : _speakers.Resolve(addressee, null),
            Confidence = parts.Confidence,
            Rule = parts.Rule,
        };
    }
}
