using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>
/// Quotes that no cue claimed: small rules, the most precise first, tell which statement each carries on or who speaks it. Scare
/// quotes and titles of works are left alone.
/// </summary>
internal sealed class LooseQuotes
{
    private const int BlocksBack = 2, SentenceReach = 30;

    // A content may give way to one that holds the quote where it is better by no more than this, in log-odds.
    private const float Rival = 2.5f;

    // How sure a cue must be, in log-odds, to take a quote that nobody else claims, or what may well be a title.
    private const float LeastForSpeech = -3, LeastForTitle = 0;

    // How often each rule was right on held-out articles.
    private const float Signature = 0.8f, Announced = 0.8f, Said = 0.7f, VerbBehind = 0.48f, SameSentence = 0.45f;
    private const float SubjectOfClause = 0.42f, NamedInSentence = 0.2f, LastSpeaker = 0.17f, NoSpeaker = 0.08f;

    private readonly StatementTokens _tokens;
    private readonly MentionLookup _mentions;
    private readonly SpeakerResolver _speakers;
    private readonly QuoteNeighbours _neighbours;
    private readonly List<StatementParts> _statements;
    private readonly Func<int, StatementParts?> _claim;
    private readonly Dictionary<int, StatementParts> _byCueStart = [];

    // Those with a cue, in the order of their cues.
    private readonly List<StatementParts> _byCue;
    private readonly List<StatementParts> _added = [];

    // The statement whose content covers most of the quote; null for none.
    private readonly StatementParts?[] _owners;
    private StatementParts? _last;
    private int _passed;

    public LooseQuotes(
        StatementTokens tokens, QuoteNeighbours neighbours, MentionLookup mentions, SpeakerResolver speakers, List<StatementParts> statements, Func<int, StatementParts?> claim)
    {
        (_tokens, _neighbours, _mentions, _speakers, _statements, _claim) = (tokens, neighbours, mentions, speakers, statements, claim);
        _owners = new StatementParts?[tokens.Quotes.Count];
        _byCue = statements.FindAll(statement => statement.HasCue);
        _byCue.Sort((a, b) => a.Cue.First.CompareTo(b.Cue.First));
        foreach (StatementParts statement in _byCue) _byCueStart[statement.Cue.First] = statement;
        foreach (StatementParts statement in statements)
            foreach (TextSpan part in statement.Content) Claim(statement, part);
    }

    public void Place()
    {
        for (int q = _owners.Length - 1; q >= 0; q--) CarryBack(q);
        for (int q = 0; q < _owners.Length; q++)
        {
            if (_owners[q] is not null || !_tokens.Quotes[q].IsOutermost) continue;
            if (CarryOnParagraph(q) || CarryOnBelow(q)) continue;
            switch (QuoteWording.Of(_tokens, q))
            {
                case QuotedWords.Speech: PlaceSpeech(q); break;
                case QuotedWords.Title: TakeFromCue(q, LeastForTitle); break;
            }
        }
        _statements.AddRange(_added);
    }

    private void PlaceSpeech(int quote)
    {
        if (TakeFromSignature(quote) || TakeFromAnnouncement(quote) || CarryOnTurn(quote) || TakeFromCue(quote, LeastForSpeech)) return;
        if (TakeFromVerbBehind(quote) || TakeFromSentence(quote)) return;
        TakeFromDiscourse(quote);
    }

    // "… ¶ "…," she said: the paragraphs before the one that names her.
    private void CarryBack(int quote)
    {
        int before = _tokens.Quotes[quote].Continues;
        if (before < 0 || _owners[before] is not null || _owners[quote] is not { } owner || owner.Start < _tokens.Quotes[before].End) return;
        owner.Content.Insert(0, _tokens.Quotes[before].Span);
        _owners[before] = owner;
    }

    // "… ¶ "… : an opening mark at each paragraph, a closing one at the last.
    private bool CarryOnParagraph(int quote)
    {
        int before = _tokens.Quotes[quote].Continues;
        if (before < 0 || _owners[before] is not { } owner) return false;
        return Extend(owner, quote);
    }

    private bool TakeFromSignature(int quote)
    {
        if (_neighbours.SignedBy(quote) is not { IsNone: false } source) return false;
        Add(quote, _speakers.Resolve(source, null), "signature", Signature, source: source);
        return true;
    }

    private bool TakeFromAnnouncement(int quote) => _neighbours.AnnouncedBy(quote) is { } found && Add(quote, found, "announced", Announced);

    // "…," Holm said quietly: a cue that was dropped, or whose content was looked for elsewhere.
    private bool TakeFromCue(int quote, float least)
    {
        if (_claim(quote) is not { } found || found.KeepOdds < least) return false;
        if (_byCueStart.TryGetValue(found.Cue.First, out StatementParts? known) ? !MoveContent(known, found) : !AddClaim(found)) return false;
        foreach (TextSpan part in found.Content) Claim(known ?? found, part);
        _owners[quote] = known ?? found;
        return true;
    }

    private bool MoveContent(StatementParts known, StatementParts found)
    {
        if (HoldsQuote(known) || known.ContentMargin - found.ContentMargin > Rival) return false;
        known.Content.Clear();
        known.Content.AddRange(found.Content);
        return true;
    }

    private bool AddClaim(StatementParts found)
    {
        found.Rule = "claim";
        found.Speaker = _speakers.Resolve(found.Source, null);
        _byCueStart.Add(found.Cue.First, found);
        _added.Add(found);
        return true;
    }

    private bool HoldsQuote(StatementParts statement)
    {
        foreach (TextSpan part in statement.Content)
            for (int q = FirstQuoteFrom(part.Start); q < _owners.Length && _tokens.Quotes[q].Start < part.End; q++)
                if (_tokens.Quotes[q].IsOutermost) return true;
        return false;
    }

    // "…," she shot back: a verb that the cue tagger does not know.
    private bool TakeFromVerbBehind(int quote) =>
        (_neighbours.SaidBehind(quote) is { } said && Add(quote, said, "said behind", Said))
        || (_neighbours.VerbBehind(quote) is { } found && Add(quote, found, "verb behind", VerbBehind));

    // Where the cue is not another statement's.
    private bool Add(int quote, (CueSpan Cue, WordRange Source) found, string rule, float confidence)
    {
        if (_byCueStart.ContainsKey(found.Cue.First) || Overlaps(found.Cue)) return false;
        Add(quote, _speakers.Resolve(found.Source, null), rule, confidence, found.Cue, found.Source);
        return true;
    }

    private bool Overlaps(CueSpan cue)
    {
        int next = FirstCueFrom(cue.First);
        return (next < _byCue.Count && _byCue[next].Cue.First < cue.End) || (next > 0 && _byCue[next - 1].Cue.End > cue.First);
    }

    // "…," she said. "…": what follows in the paragraph as a sentence of its own is hers.
    private bool CarryOnTurn(int quote)
    {
        int before = OutermostBefore(quote);
        if (before < 0 || _tokens.Quotes[before].Block != _tokens.Quotes[quote].Block || _owners[before] is not { } owner || !(owner.HasCue || owner.Speaker is not null)) return false;
        if (!BeginsSentence(quote) || SpeaksBetween(before, quote, owner)) return false;
        return Extend(owner, quote);
    }

    // A paragraph of a quote alone, below one that ends with a quote's speaker: he goes on.
    private bool CarryOnBelow(int quote)
    {
        int before = OutermostBefore(quote);
        if (before < 0 || _owners[before] is not { } owner) return false;
        QuoteData below = _tokens.Quotes[quote];
        TextSpan block = _tokens.Draft.Layout.Blocks[below.Block].Span;
        if (_tokens.Quotes[before].Block != below.Block - 1 || !HasNoWords(block.Start, below.Start) || !HasNoWords(below.End, block.End)) return false;
        return !SpeaksBetween(before, quote, owner) && Extend(owner, quote);
    }

    private int OutermostBefore(int quote)
    {
        int before = quote - 1;
        while (before >= 0 && !_tokens.Quotes[before].IsOutermost) before--;
        return before;
    }

    private bool HasNoWords(int start, int end)
    {
        for (int i = start; i < end; i++)
            if (char.IsLetterOrDigit(_tokens.Draft.Text[i])) return false;
        return true;
    }

    private bool TakeFromSentence(int quote)
    {
        (int first, int end) = _tokens.QuoteTokens[quote];
        if (end <= first) return false;
        SentenceData sentence = _tokens.Draft.Sentences[_tokens[first].Sentence];
        if (NearestCue(sentence, first)?.Speaker is { } speaker)
        {
            Add(quote, speaker, "same sentence", SameSentence);
            return true;
        }
        if (_neighbours.SubjectAbove(quote) is { IsNone: false } subject)
        {
            Add(quote, _speakers.Resolve(subject, null), "subject of the clause", SubjectOfClause, source: subject);
            return true;
        }
        if (_mentions.Before(first, Math.Min(SentenceReach, first - sentence.FirstToken)) is not { } entity) return false;
        Add(quote, new Speaker(null, _tokens.Draft.Entities[entity].Name, entity), "named in sentence", NamedInSentence);
        return true;
    }

    // A paragraph that is a quote and nothing else: who spoke last speaks on.
    private void TakeFromDiscourse(int quote)
    {
        Pass(_tokens.Quotes[quote].Start);
        bool near = _last is not null && _tokens.QuoteTokens[quote].First < _tokens.Count
            && _tokens[_tokens.QuoteTokens[quote].First].Block - BlockOf(_last) <= BlocksBack;
        if (near) Add(quote, _last!.Speaker! with { Span = null }, "last speaker", LastSpeaker);
        else Add(quote, null, "no speaker", NoSpeaker);
    }

    // Moves on to the last statement with a speaker that begins before the place.
    private void Pass(int place)
    {
        for (; _passed < _statements.Count && _statements[_passed].Start < place; _passed++)
            if (_statements[_passed].Speaker is not null) _last = _statements[_passed];
    }

    private int BlockOf(StatementParts statement) => statement.HasCue ? _tokens[statement.Cue.First].Block : int.MinValue / 2;

    private void Add(int quote, Speaker? speaker, string rule, float confidence, CueSpan cue = default, WordRange? source = null)
    {
        StatementParts statement = new()
        {
            Content = [_tokens.Quotes[quote].Span],
            Speaker = speaker,
            Rule = rule,
            Confidence = confidence,
            Cue = cue,
            Source = source ?? WordRange.None,
        };
        _owners[quote] = statement;
        _added.Add(statement);
    }

    private bool Extend(StatementParts owner, int quote)
    {
        TextSpan span = _tokens.Quotes[quote].Span;
        if (span.Start < owner.End) return false;
        owner.Content.Add(span);
        _owners[quote] = owner;
        return true;
    }

    private void Claim(StatementParts statement, TextSpan part)
    {
        List<QuoteData> quotes = _tokens.Quotes;
        // The one before may reach into the part.
        for (int q = Math.Max(0, FirstQuoteFrom(part.Start) - 1); q < quotes.Count && quotes[q].Start < part.End; q++)
        {
            int shared = Math.Min(quotes[q].End, part.End) - Math.Max(quotes[q].Start, part.Start);
            if (shared * 2 >= quotes[q].End - quotes[q].Start) _owners[q] = statement;
        }
    }

    private int FirstQuoteFrom(int place) => TextOrder.FirstFrom(_tokens.Quotes, place, quote => quote.Start);

    private bool BeginsSentence(int quote)
    {
        int first = _tokens.QuoteTokens[quote].First;
        return first >= _tokens.QuoteTokens[quote].End || first == 0 || _tokens.NextWord(first - 1, -1) is var before
            && (before < 0 || _tokens[before].Block != _tokens[first].Block || _tokens[before].Sentence != _tokens[_tokens.QuoteTokens[quote].End - 1].Sentence);
    }

    // True where between the end of one quote and the start of the other stands the cue of someone else.
    private bool SpeaksBetween(int before, int quote, StatementParts owner)
    {
        int from = _tokens.QuoteTokens[before].End, to = _tokens.QuoteTokens[quote].First;
        for (int i = FirstCueFrom(from); i < _byCue.Count && _byCue[i].Cue.First < to; i++)
            if (_byCue[i] != owner && !IsSame(_byCue[i].Speaker, owner.Speaker)) return true;
        return false;
    }

    private static bool IsSame(Speaker? one, Speaker? other) => one is not null && other is not null && (one.Entity is { } entity ? entity == other.Entity : one.Span == other.Span);

    private StatementParts? NearestCue(SentenceData sentence, int token)
    {
        int next = FirstCueFrom(token);
        StatementParts? before = next > 0 && _byCue[next - 1].Cue.First >= sentence.FirstToken ? _byCue[next - 1] : null;
        StatementParts? behind = next < _byCue.Count && _byCue[next].Cue.First < sentence.EndToken ? _byCue[next] : null;
        if (before is null || behind is null) return before ?? behind;
        return token - before.Cue.First <= behind.Cue.First - token ? before : behind;
    }

    private int FirstCueFrom(int token) => TextOrder.FirstFrom(_byCue, token, statement => statement.Cue.First);
}
