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
    private const float Signature = 0.8f, Announced = 0.8f, Said = 0.8f, OwnSaying = 0.3f, DoneBehind = 0.15f, SameSentence = 0.2f;
    private const float SubjectOfClause = 0.24f, NamedInSentence = 0.35f, LastSpeaker = 0.25f, NoSpeaker = 0.08f;

    private readonly StatementTokens _tokens;
    private readonly MentionLookup _mentions;
    private readonly SpeakerResolver _speakers;
    private readonly BeforeQuote _before;
    private readonly BehindQuote _behind;
    private readonly ClauseSubjects _subjects;
    private readonly List<StatementParts> _statements;
    private readonly Func<int, List<StatementParts>> _claims;
    private readonly QuoteOwners _owners;
    private readonly StatementCues _cues;
    private readonly List<StatementParts> _added = [];

    private readonly List<int> _backward = [];

    private StatementParts? _last;
    private int _passed;

    /// <param name="claims">What the cues about a quote say of it, the likeliest first.</param>
    public LooseQuotes(
        StatementTokens tokens, QuoteNeighbours neighbours, MentionLookup mentions, SpeakerResolver speakers, List<StatementParts> statements,
        Func<int, List<StatementParts>> claims)
    {
        (_tokens, _mentions, _speakers, _statements, _claims) = (tokens, mentions, speakers, statements, claims);
        (_before, _behind, _subjects) = (neighbours.Before, neighbours.Behind, neighbours.Subjects);
        _owners = new QuoteOwners(tokens, statements);
        _cues = new StatementCues(tokens, statements);
    }

    public void Place()
    {
        for (int q = _owners.Count - 1; q >= 0; q--)
            if (_owners[q] is { } owner) CarryBack(q, owner);
        for (int q = 0; q < _owners.Count; q++)
        {
            if (_owners[q] is not null || !_tokens.Quotes[q].IsOutermost) continue;
            if (CarryOnParagraph(q) || CarryOnBelow(q) || CarryOnList(q)) continue;
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
        if (TakeFromSignature(quote) || TakeFrom(_before.AnnouncedBy(quote), quote, "announced", Announced)) return;
        if (CarryOnTurn(quote) || TakeFromCue(quote, LeastForSpeech)) return;
        if (TakeFrom(_behind.SaidBy(quote), quote, "said behind", Said) || TakeFrom(_before.OwnedBy(quote), quote, "own saying", OwnSaying)) return;
        if (TakeFrom(_before.SaidBy(quote), quote, "said before", Said) || TakeFrom(_behind.DoneBy(quote), quote, "verb behind", DoneBehind)) return;
        if (!TakeFromSentence(quote)) TakeFromDiscourse(quote);
    }

    // "… ¶ "…," she said: the paragraphs before the one that names her.
    private void CarryBack(int quote, StatementParts owner)
    {
        _backward.Clear();
        for (int before = _tokens.Quotes[quote].Continues; before >= 0 && _owners[before] is null; before = _tokens.Quotes[before].Continues) _backward.Add(before);
        if (_backward.Count > 0 && _tokens.Quotes[_backward[0]].End <= owner.Start) _owners.Prepend(owner, _backward);
    }

    // "… ¶ "… : an opening mark at each paragraph, a closing one at the last.
    private bool CarryOnParagraph(int quote)
    {
        int before = _tokens.Quotes[quote].Continues;
        return before >= 0 && _owners[before] is { } owner && _owners.Append(owner, quote);
    }

    // A paragraph of a quote alone, below one that ends with a quote's speaker: he goes on.
    private bool CarryOnBelow(int quote)
    {
        int before = _owners.OutermostBefore(quote);
        if (before < 0 || _owners[before] is not { } owner) return false;
        QuoteData below = _tokens.Quotes[quote];
        TextSpan block = _tokens.Draft.Layout.Blocks[below.Block].Span;
        if (_tokens.Quotes[before].Block != below.Block - 1 || !HasNoWords(block.Start, below.Start) || !HasNoWords(below.End, block.End)) return false;
        return !OtherSpeaks(before, quote, owner) && _owners.Append(owner, quote);
    }

    // "…," "…" and "…": it goes with the quote before it.
    private bool CarryOnList(int quote)
    {
        int before = _owners.OutermostBefore(quote);
        if (before < 0 || _tokens.Quotes[before].Block != _tokens.Quotes[quote].Block || _owners[before] is not { Speaker: not null } owner) return false;
        return IsListed(_tokens.QuoteTokens[before].End, _tokens.QuoteTokens[quote].First) && _owners.Append(owner, quote);
    }

    private bool IsListed(int first, int end) =>
        end > first && IsLink(first) && (end == first + 1 || (end == first + 2 && IsLink(first + 1)));

    private bool IsLink(int token) => _tokens.Draft.Form(token) is "," || _tokens.Draft.Is(token, "and");

    // "…," she said. "…": what follows in the paragraph as a sentence of its own is hers.
    private bool CarryOnTurn(int quote)
    {
        int before = _owners.OutermostBefore(quote);
        if (before < 0 || _tokens.Quotes[before].Block != _tokens.Quotes[quote].Block || _owners[before] is not { } owner || !(owner.HasCue || owner.Speaker is not null)) return false;
        return BeginsSentence(quote) && !OtherSpeaks(before, quote, owner) && _owners.Append(owner, quote);
    }

    private bool OtherSpeaks(int before, int quote, StatementParts owner) => _cues.OtherSpeaks(_tokens.QuoteTokens[before].End, _tokens.QuoteTokens[quote].First, owner);

    private bool HasNoWords(int start, int end)
    {
        for (int i = start; i < end; i++)
            if (char.IsLetterOrDigit(_tokens.Draft.Text[i])) return false;
        return true;
    }

    private bool BeginsSentence(int quote)
    {
        int first = _tokens.QuoteTokens[quote].First;
        return first >= _tokens.QuoteTokens[quote].End || first == 0 || _tokens.NextWord(first - 1, -1) is var before
            && (before < 0 || _tokens[before].Block != _tokens[first].Block || _tokens[before].Sentence != _tokens[_tokens.QuoteTokens[quote].End - 1].Sentence);
    }

    private bool TakeFromSignature(int quote)
    {
        if (_behind.SignedBy(quote) is not { IsNone: false } source) return false;
        Add(quote, _speakers.Resolve(source, null), "signature", Signature, source: source);
        return true;
    }

    // Where the cue is not another statement's.
    private bool TakeFrom(QuoteFrame? frame, int quote, string rule, float confidence)
    {
        if (frame is not { } found || _cues.IsTaken(found.Cue)) return false;
        Add(quote, _speakers.Resolve(found.Source, null), rule, confidence, found.Cue, found.Source);
        return true;
    }

    // "…," Holm said quietly: a cue that was dropped, or whose content was looked for elsewhere.
    private bool TakeFromCue(int quote, float least)
    {
        foreach (StatementParts claim in _claims(quote))
        {
            if (claim.KeepOdds < least) return false;
            if (IsDateline(claim, quote)) continue;
            if (_cues.At(claim.Cue.First) is not { } known)
            {
                Make(claim, quote);
                return true;
            }
            if (Moves(known, claim, quote)) return true;
        }
        return false;
    }

    // ESTRAND: The club has named its hall "House of the Sea".
    private bool IsDateline(StatementParts claim, int quote) =>
        claim.Cue.End == claim.Cue.First + 1 && _tokens.Draft.Form(claim.Cue.First) is ":" && claim.Start != _tokens.Quotes[quote].Start;

    private bool Moves(StatementParts known, StatementParts claim, int quote)
    {
        if (_owners.Has(known)) return Joins(known, quote);
        if (known.ContentMargin - claim.ContentMargin > Rival) return false;
        known.Content.Clear();
        known.Content.AddRange(claim.Content);
        Own(known, quote);
        return true;
    }

    // "You know, right?" Holm went on. "But …": her content began before the cue.
    private bool Joins(StatementParts known, int quote)
    {
        int next = _tokens.NextWord(_tokens.QuoteTokens[quote].End, 1);
        if (next < 0 || (next != known.Cue.First && next != known.Source.First) || _tokens[next].Block != _tokens.Quotes[quote].Block) return false;
        if (_tokens.Quotes[quote].End > known.Start || QuoteWording.Of(_tokens, quote) != QuotedWords.Speech) return false;
        _owners.Prepend(known, [quote]);
        return true;
    }

    private void Make(StatementParts claim, int quote)
    {
        claim.Rule = "claim";
        claim.Speaker = _speakers.Resolve(claim.Source, null);
        _cues.Add(claim);
        _added.Add(claim);
        Own(claim, quote);
    }

    private void Own(StatementParts statement, int quote)
    {
        _owners.Claim(statement);
        _owners.Give(quote, statement);
    }

    private bool TakeFromSentence(int quote)
    {
        (int first, int end) = _tokens.QuoteTokens[quote];
        if (end <= first) return false;
        SentenceData sentence = _tokens.Draft.Sentences[_tokens[first].Sentence];
        WordRange subject = _subjects.Above(quote);
        bool isSomeone = !subject.IsNone && _subjects.IsSomeone(subject);
        if (!isSomeone && _cues.Nearest(sentence, first)?.Speaker is { } speaker)
        {
            Add(quote, speaker, "same sentence", SameSentence);
            return true;
        }
        if (!subject.IsNone)
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
        _owners.Give(quote, statement);
        _added.Add(statement);
        if (statement.HasCue) _cues.Add(statement);
    }
}
