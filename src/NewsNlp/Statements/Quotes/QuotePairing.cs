using NewsNlp.Lexicon;

namespace NewsNlp.Statements.Quotes;

/// <summary>Pairs the marks of one block, and mends what writers left out.</summary>
internal ref struct QuotePairing
{
    private const int MaxDepth = 6;

    private static readonly WordSet Elisions = LexiconFile.Words("statements/elisions");

    private readonly string _text;
    private readonly TextSpan _block;
    private readonly int _blockIndex;
    private readonly List<QuoteData> _quotes;
    private readonly int _first;
    private OpenQuotes _open;
    private int _depth;
    private int _lastEnd;

    public QuotePairing(string text, TextSpan block, int blockIndex, List<QuoteData> quotes)
    {
        (_text, _block, _blockIndex, _quotes, _first) = (text, block, blockIndex, quotes, quotes.Count);
        _lastEnd = block.Start;
        while (_lastEnd < block.End && char.IsWhiteSpace(text[_lastEnd])) _lastEnd++;
    }

    public readonly void ReadMarks(List<QuoteMark> marks)
    {
        marks.Clear();
        ReadOnlySpan<char> text = _text;
        for (int at = _block.Start; text[at.._block.End].IndexOfAny(QuoteMark.Characters) is >= 0 and int ahead;)
        {
            QuoteMark mark = QuoteMark.Read(text, at + ahead, _block.Start, _block.End);
            if (mark.Family != QuoteFamily.None) marks.Add(mark);
            at = Math.Max(mark.End, at + ahead + 1);
        }
    }

    /// <param name="marks">Of this block.</param>
    /// <param name="carried">Quote that the block before left open; -1 for none.</param>
    /// <param name="goesOn">True where the next block begins with an opening mark, so that a quote may stay open.</param>
    /// <returns>The quote that is left open for the next block; -1 for none.</returns>
    public int Pair(List<QuoteMark> marks, int carried, bool goesOn)
    {
        int singleClosers = 0;
        foreach (QuoteMark mark in marks)
            if (mark is { Family: QuoteFamily.Single, MayClose: true }) singleClosers++;
        for (int i = 0; i < marks.Count; i++)
        {
            QuoteMark mark = marks[i];
            if (mark.Family != QuoteFamily.Single)
            {
                PairDouble(mark, carried);
                continue;
            }
            if (mark.MayClose) singleClosers--;
            PairSingle(mark, singleClosers > 0, carried);
        }
        int left = CloseRest(goesOn);
        return Compact(left);
    }

    private void PairDouble(QuoteMark mark, int carried)
    {
        int open = DepthOf(mark.Family);
        bool glued = !mark.MayOpen && !mark.MayClose;
        if (open >= 0 && (mark.MayClose || glued)) Close(open, mark);
        else if (mark.MayOpen || (glued && NextIsLetter(mark)))
        {
            if (open >= 0 && _depth == open + 1 && !MayNest(mark)) CloseMissing(open, mark.Start);
            Open(mark, carried);
        }
        else if (open < 0 && mark.Start > _lastEnd && _text[mark.Start - 1] is ',' or '.' or '!' or '?' or '…') AddWithoutOpening(mark);
    }

    private void PairSingle(QuoteMark mark, bool closerFollows, int carried)
    {
        int open = DepthOf(QuoteFamily.Single);
        if (open >= 0 && mark.MayClose && !(closerFollows && IsPossessive(mark))) Close(open, mark);
        else if (open < 0 && mark.MayOpen && closerFollows && !IsElision(mark)) Open(mark, carried);
    }

    private readonly int DepthOf(QuoteFamily family)
    {
        for (int i = _depth - 1; i >= 0; i--)
            if (_open[i].Family == family) return i;
        return -1;
    }

    private void Open(QuoteMark mark, int carried)
    {
        if (_depth == MaxDepth) return;
        int parent = _depth > 0 ? _open[_depth - 1].Quote : -1;
        bool atStart = _quotes.Count == _first && _text.AsSpan(_block.Start, mark.Start - _block.Start).IsWhiteSpace();
        _open[_depth++] = new OpenQuote(mark.Family, _quotes.Count);
        _quotes.Add(new QuoteData(mark.Start, mark.End, -1, -1, parent, atStart ? carried : -1, _blockIndex));
    }

    // What was opened inside and never closed was an apostrophe or a slip: it stays without an end and is taken out by Compact.
    private void Close(int depth, QuoteMark mark)
    {
        int quote = _open[depth].Quote;
        _depth = depth;
        _quotes[quote] = _quotes[quote] with { InnerEnd = mark.Start, End = mark.End };
        _lastEnd = mark.End;
    }

    private void AddWithoutOpening(QuoteMark mark)
    {
        int start = _lastEnd;
        while (start < mark.Start && (char.IsWhiteSpace(_text[start]) || _text[start] is ',' or '.')) start++;
        if (start < mark.Start && _depth == 0) _quotes.Add(new QuoteData(start, start, mark.Start, mark.End, -1, -1, _blockIndex));
        _lastEnd = mark.End;
    }

    // The closing mark is missing: the quote ends with the last sentence or clause before the next mark.
    private void CloseMissing(int depth, int limit)
    {
        int quote = _open[depth].Quote, start = _quotes[quote].InnerStart, end = limit;
        _depth = depth;
        while (end > start && !(_text[end - 1] is '.' or '!' or '?' or ',')) end--;
        if (end <= start) end = limit;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        _quotes[quote] = _quotes[quote] with { InnerEnd = end, End = end };
        _lastEnd = end;
    }

    private int CloseRest(bool goesOn)
    {
        if (_depth == 0) return -1;
        OpenQuote outer = _open[0];
        _depth = 0;
        if (outer.Family == QuoteFamily.Single) return -1;
        QuoteData quote = _quotes[outer.Quote];
        bool atStart = _text.AsSpan(_block.Start, quote.Start - _block.Start).IsWhiteSpace();
        int end = goesOn || atStart || quote.Continues >= 0 ? _block.End : FirstSentenceEnd(quote.InnerStart);
        while (end > quote.InnerStart && char.IsWhiteSpace(_text[end - 1])) end--;
        _quotes[outer.Quote] = quote with { InnerEnd = end, End = end };
        return goesOn ? outer.Quote : -1;
    }

    private readonly int FirstSentenceEnd(int start)
    {
        for (int at = start; at < _block.End; at++)
            if (_text[at] is '.' or '!' or '?' && (at + 1 == _block.End || char.IsWhiteSpace(_text[at + 1]))) return at + 1;
        return _block.End;
    }

    // Takes out what never got an end or quotes nothing, and renumbers parents.
    private readonly int Compact(int left)
    {
        int kept = _first, newLeft = -1;
        Span<int> last = stackalloc int[MaxDepth + 1];
        int depth = 0;
        for (int i = _first; i < _quotes.Count; i++)
        {
            QuoteData quote = _quotes[i];
            if (quote.InnerEnd <= quote.InnerStart) continue;
            while (depth > 0 && _quotes[last[depth - 1]].End < quote.End) depth--;
            if (i == left) newLeft = kept;
            _quotes[kept] = quote with { Parent = depth > 0 ? last[depth - 1] : -1 };
            if (depth <= MaxDepth) last[Math.Min(depth++, MaxDepth)] = kept;
            depth = Math.Min(depth, MaxDepth);
            kept++;
        }
        _quotes.RemoveRange(kept, _quotes.Count - kept);
        return newLeft;
    }

    private readonly bool NextIsLetter(QuoteMark mark) => mark.End < _block.End && char.IsLetterOrDigit(_text[mark.End]);

    // The mark of voters' rights, unless nothing else could close the quote.
    private readonly bool IsPossessive(QuoteMark mark) =>
        _text[mark.Start - 1] is 's' or 'S' && mark.End + 1 < _block.End && _text[mark.End] == ' ' && char.IsLower(_text[mark.End + 1]);

    private readonly bool IsElision(QuoteMark mark)
    {
        int end = mark.End;
        while (end < _block.End && char.IsLetterOrDigit(_text[end])) end++;
        ReadOnlySpan<char> word = _text.AsSpan(mark.End, end - mark.End);
        return Elisions.Contains(word) || (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]));
    }

    // Curly marks of one kind within each other: amid a clause it is a quote in a quote, behind one the mark before was forgotten.
    private readonly bool MayNest(QuoteMark mark)
    {
        if (_text[mark.Start] != '“') return false;
        int at = mark.Start - 1;
        while (at > _block.Start && char.IsWhiteSpace(_text[at])) at--;
        return !(_text[at] is '.' or ',' or '!' or '?');
    }

    private readonly record struct OpenQuote(QuoteFamily Family, int Quote);

    [System.Runtime.CompilerServices.InlineArray(MaxDepth)]
    private struct OpenQuotes
    {
        private OpenQuote _first;
    }
}
