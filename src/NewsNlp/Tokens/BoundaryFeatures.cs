using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Tokens;

/// <summary>What stands before a gap between two tokens, closing marks looked through.</summary>
internal enum GapEnd : byte
{
    Word,
    CapitalWord,
    AllCapitals,
    Figure,
    FullStop,
    Exclamation,
    Question,
    Ellipsis,
    MixedStops,
    Title,
    Number,
    Date,
    Abbreviation,
    Initial,
    Acronym,
    Colon,
    Semicolon,
    Comma,
    Dash,
    Emoticon,
    Other,
}

/// <summary>What stands behind a gap.</summary>
internal enum GapStart : byte
{
    Lower,
    Capital,
    AllCapitals,
    OneCapital,
    Figure,
    QuoteThenCapital,
    QuoteThenOther,
    Bracket,
    Bullet,
    Address,
    Other,
}

/// <summary>The evidence for and against a sentence's end in a gap between two tokens. Part of the format of the model <c>sentences</c>.</summary>
internal readonly ref struct BoundaryFeatures
{
    public const int Most = 20;

    private readonly DocumentDraft _draft;
    private readonly int _next;
    private readonly int _base;
    private readonly GapEnd _end;
    private readonly GapStart _start;
    private readonly int _closers;
    private readonly bool _starter;

    public BoundaryFeatures(DocumentDraft draft, TokenLexicon lexicon, int blockFirst, int next)
    {
        _draft = draft;
        _next = next;
        _base = GapShapes.SkipClosers(draft, blockFirst, next - 1, out _closers);
        _end = GapShapes.EndOf(draft, _base, lexicon);
        _start = GapShapes.StartOf(draft, next);
        _starter = lexicon.Starters.Contains(draft.Form(next));
    }

    /// <summary>Writes the features' hashes and gives their number.</summary>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <param name="sentenceFirst">First token of the sentence that would end.</param>
    /// <param name="inQuote">Whether a quotation mark is open.</param>
    /// <param name="lowerStart">Whether the block begins with a small letter.</param>
    public int Collect(Span<uint> features, int sentenceFirst, bool inQuote, bool lowerStart)
    {
        ulong end = (ulong)_end, start = (ulong)_start, both = end << 8 | start, length = GapShapes.Bucket(_next - sentenceFirst);
        ulong joined = GapShapes.IsJoined(_draft, _next) ? 1UL : 0, quote = inQuote ? 1UL : 0, closers = (ulong)_closers;
        ulong after = FeatureHash.OfNormal(_draft.Form(_next)), before = FeatureHash.OfNormal(WordBefore());
        ulong second = _next + 1 < _draft.TokenCount ? (ulong)GapShapes.StartOf(_draft, _next + 1) : 99;
        ulong previous = _base > sentenceFirst ? (ulong)GapShapes.StartOf(_draft, _base - 1) : 99;
        int count = 0;
        features[count++] = FeatureHash.Of(1, end);
        features[count++] = FeatureHash.Of(2, both);
        features[count++] = FeatureHash.Of(3, end, closers);
        features[count++] = FeatureHash.Of(4, both, closers << 1 | joined);
        features[count++] = FeatureHash.Of(5, end, after);
        features[count++] = FeatureHash.Of(6, end, before);
        features[count++] = FeatureHash.Of(7, both, length);
        features[count++] = FeatureHash.Of(8, end, length);
        features[count++] = FeatureHash.Of(9, both, quote << 8 | closers);
        features[count++] = FeatureHash.Of(10, start, after);
        features[count++] = FeatureHash.Of(11, both, second);
        features[count++] = FeatureHash.Of(12, both, previous);
        features[count++] = FeatureHash.Of(13, both, lowerStart ? 1UL : 0);
        features[count++] = FeatureHash.Of(14, both, second << 8 | previous);
        features[count++] = FeatureHash.Of(15, both, (ulong)_draft.Form(_base).Length);
        features[count++] = FeatureHash.Of(16, both << 8 | length, quote);
        features[count++] = FeatureHash.Of(18, both, _starter ? 1UL : 0);
        if (_end is GapEnd.Abbreviation or GapEnd.Acronym or GapEnd.Initial or GapEnd.Date or GapEnd.Number or GapEnd.Title or GapEnd.CapitalWord)
        {
            features[count++] = FeatureHash.Of(17, before, start);
            features[count++] = FeatureHash.Of(19, start, _starter ? 1UL : 0);
        }
        return count;
    }

    private ReadOnlySpan<char> WordBefore() =>
        _draft.Form(_end is GapEnd.FullStop or GapEnd.Exclamation or GapEnd.Question or GapEnd.Ellipsis && _base > 0 ? _base - 1 : _base);
}
