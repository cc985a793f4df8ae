using NewsNlp.Lexicon;

namespace NewsNlp.Pages;

/// <summary>Makes an article's layout from its lines: headline, byline, dateline, captions, subheads, paragraphs.</summary>
internal sealed class ArticleComposer(LineKinds kinds)
{
    private const int MaxSubheadWords = 9;

    private readonly DatelineParser _datelines = new();
    private readonly WordSet _agencies = LexiconFile.Words("pages/agencies");
    private readonly string[] _sections = [.. LexiconFile.Rows("pages/sections").Select(row => row[0])];

    /// <param name="headline">Where a page's reader found it already; null to look at the first line.</param>
    public ArticleLayout Compose(string text, List<TextLine> lines, TextLine? headline)
    {
        bool page = headline is not null;
        Draft draft = new(text);
        int first = 0;
        headline ??= HeadlineOf(text, lines, ref first);
        if (headline is { } line) draft.SetHeadline(WithoutSection(text, line.Span));
        for (int i = first; i < lines.Count; i++) AddLine(draft, lines[i], page);
        return draft.ToLayout();
    }

    private void AddLine(Draft draft, TextLine line, bool page)
    {
        string text = draft.Text;
        if (BylineParser.Parse(text, line) is { } byline && draft.Byline is null)
        {
            draft.Byline = byline;
            draft.Add(line.Span, BlockKind.Byline);
            return;
        }
        if (PageSplitter.IsPublishedLine(text, line)) draft.Published ??= CalendarDay.Find(line.Span.In(text));
        foreach (TextSpan part in EditorMarks.Cut(text, line.Span)) AddPart(draft, part, page);
    }

    private void AddPart(Draft draft, TextSpan part, bool page)
    {
        string text = draft.Text;
        int credit = kinds.EndOfCredit(text, part);
        if (credit > part.Start)
        {
            draft.Add(new TextSpan(part.Start, credit), BlockKind.Caption);
            part = TextLine.Trimmed(text, credit, part.End).Span;
        }
        if (page && draft.Headline is { } headline && SameWords.EndOfPrefix(text, headline, part) is var end and > 0)
            part = TextLine.Trimmed(text, end, part.End).Span;
        if (page) part = WithoutFurniture(draft, part);
        if (!part.IsEmpty) AddParagraph(draft, part);
    }

    // "… he added. AFP Join our channel and get the latest news delivered to you."
    private TextSpan WithoutFurniture(Draft draft, TextSpan part)
    {
        int start = part.IsEmpty ? part.End : kinds.StartOfTrailingFurniture(draft.Text, part);
        if (start == part.End) return part;
        ReadOnlySpan<char> furniture = draft.Text.AsSpan(start, part.End - start);
        int word = furniture.IndexOf(' ');
        bool signed = word > 0 && _agencies.Contains(furniture[..word]);
        return TextLine.Trimmed(draft.Text, part.Start, signed ? start + word : start).Span;
    }

    private void AddParagraph(Draft draft, TextSpan part)
    {
        string text = draft.Text;
        if (!draft.HasBody && _datelines.Parse(text, part) is { } found)
        {
            draft.Dateline = found.Dateline;
            draft.Published ??= found.Day;
            draft.Add(found.Span, BlockKind.Dateline);
            part = TextLine.Trimmed(text, found.BodyStart, part.End).Span;
        }
        TextSpan body = WithoutSignOff(text, part, out TextSpan signOff);
        TextLine line = TextLine.Trimmed(text, body.Start, body.End);
        bool subhead = draft.HasBody && line.Words <= MaxSubheadWords && kinds.IsHeadlineLike(text, line) && !LineKinds.EndsSentence(text, body);
        draft.Add(body, subhead ? BlockKind.Subhead : BlockKind.Paragraph);
        if (!signOff.IsEmpty) draft.SignOff(signOff);
    }

    // The first line is the headline where it looks like one and prose follows.
    private TextLine? HeadlineOf(string text, List<TextLine> lines, ref int first)
    {
        if (lines.Count < 2 || !kinds.IsHeadlineLike(text, lines[0]) || LineKinds.EndsSentence(text, lines[0].Span) && text[lines[0].Span.End - 1] == '.') return null;
        if (BylineParser.Parse(text, lines[0]) is not null || !lines.Skip(1).Take(6).Any(line => kinds.IsProse(text, line))) return null;
        first = 1;
        return lines[0];
    }

    private TextSpan WithoutSection(string text, TextSpan headline)
    {
        foreach (string section in _sections)
        {
            if (!headline.In(text).EndsWith(section, StringComparison.Ordinal)) continue;
            int end = headline.End - section.Length;
            while (end > headline.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '|' or '-' or '–' or '—')) end--;
            if (end > headline.Start) return new TextSpan(headline.Start, end);
        }
        return headline;
    }

    // "… should any truce be agreed. AFP": the agency behind the last full stop signs the report.
    private TextSpan WithoutSignOff(string text, TextSpan part, out TextSpan signOff)
    {
        signOff = default;
        int space = text.AsSpan(part.Start, part.Length).LastIndexOf(' ');
        if (space <= 0) return part;
        TextSpan last = new(part.Start + space + 1, part.End);
        TextSpan body = TextLine.Trimmed(text, part.Start, last.Start).Span;
        if (!_agencies.Contains(text.AsSpan(last.Start, last.Length)) || !LineKinds.EndsSentence(text, body)) return part;
        signOff = last;
        return body;
    }

    /// <summary>A layout that is being filled.</summary>
    private sealed class Draft(string text)
    {
        private readonly List<Block> _blocks = [];

        public string Text => text;

        public TextSpan? Headline { get; private set; }

        public Byline? Byline { get; set; }

        public Dateline? Dateline { get; set; }

        public DateOnly? Published { get; set; }

        public bool HasBody { get; private set; }

        public void SetHeadline(TextSpan span)
        {
            Headline = span;
            _blocks.Add(new Block(span, BlockKind.Headline));
        }

        public void Add(TextSpan span, BlockKind kind)
        {
            if (span.IsEmpty) return;
            _blocks.Add(new Block(span, kind));
            HasBody |= kind == BlockKind.Paragraph;
        }

        /// <summary>An agency that signs at the end stands for the one that a dateline would name.</summary>
        public void SignOff(TextSpan span)
        {
            Add(span, BlockKind.Byline);
            if (Dateline?.Agency is null) Dateline = new Dateline(Dateline?.Place, span.In(text));
        }

        public ArticleLayout ToLayout()
        {
            // A page may set the byline above the headline.
            _blocks.Sort((a, b) => a.Span.CompareTo(b.Span));
            TextSpan span = _blocks.Count == 0 ? default : new TextSpan(_blocks[0].Span.Start, _blocks[^1].Span.End);
            return new ArticleLayout(span, _blocks) { Headline = Headline, Byline = Byline, Dateline = Dateline, Published = Published };
        }
    }
}
