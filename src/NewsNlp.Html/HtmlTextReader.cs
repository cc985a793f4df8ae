using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace NewsNlp.Html;

/// <summary>
/// Reads HTML token by token, as browsers cut it, into blocks of plain text. It builds no tree: open elements are a stack, and a tag
/// that closes nothing is passed over, so that the time is linear and every position is the source's own.
/// </summary>
internal sealed class HtmlTextReader
{
    // How far down the stack a closing tag is looked for; deeper ones close nothing.
    private const int MaxClosed = 64;

    private static readonly HtmlElements Elements = new();

    private readonly string _html;
    private readonly bool _everything;
    private readonly PlainTextBuilder _plain = new();
    private readonly List<HtmlBlock> _blocks = [];
    private readonly Stack<OpenElement> _open = new();
    private readonly PublishedData _published = new();
    private HtmlRoles _blockRoles;
    private int _blockArticle;
    private int _linkLength;
    private int _articles;

    private HtmlTextReader(string html, bool everything)
    {
        _html = html;
        _everything = everything;
    }

    private readonly record struct OpenElement(string Name, HtmlRoles Roles, int Article);

    /// <summary>The page without navigation, asides, controls and what its class names call furniture; the whole page where that leaves nothing.</summary>
    public static HtmlText Read(string html)
    {
        HtmlText text = new HtmlTextReader(html, everything: false).Run();
        return text.Blocks.Count > 0 ? text : new HtmlTextReader(html, everything: true).Run();
    }

    private HtmlText Run()
    {
        using TextSource source = new(_html);
        HtmlTokenizer tokenizer = new(source, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true };
        TextSpan range = default;
        tokenizer.OnToken = (_, at) => range = new TextSpan(at.Start.Index, Math.Clamp(at.End.Index, at.Start.Index, _html.Length));
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Type == HtmlTokenType.Character) AddText(range);
            else if (token is HtmlTagToken tag) ReadTag(tag, range, tokenizer);
        }
        EndBlock();
        return new HtmlText(new TextAlignment(_plain.Text, _html, _plain.Pieces), _blocks, _published.Day);
    }

    private OpenElement Top => _open.Count > 0 ? _open.Peek() : new OpenElement("", HtmlRoles.None, -1);

    private void ReadTag(HtmlTagToken tag, TextSpan range, HtmlTokenizer tokenizer)
    {
        string name = tag.Name;
        if (HtmlElements.IsBlock(name)) EndBlock();
        if (tag.Type == HtmlTokenType.EndTag)
        {
            Close(name);
            return;
        }
        _published.Note(tag);
        if (name == "br") ReadBreak(range);
        if (HtmlElements.IsVoid(name)) return;
        bool foreign = (Top.Roles & HtmlRoles.Foreign) != 0;
        if (foreign && tag.IsSelfClosing) return;
        Open(tag);
        if (!foreign && HtmlElements.ModeAfter(name) is not HtmlParseMode.PCData and var mode) tokenizer.State = mode;
    }

    private void ReadBreak(TextSpan range)
    {
        if ((Top.Roles & HtmlRoles.Skipped) != 0) return;
        if (_plain.Breaks > 0) EndBlock();
        else _plain.AddBreak(range.Start, range.End);
    }

    private void Open(HtmlTagToken tag)
    {
        string name = tag.Name;
        // Their end tags are often left out, and they never stand within their own kind.
        if (name is "p" or "a" or "li" or "option" && Top.Name == name) _open.Pop();
        OpenElement parent = Top;
        HtmlRoles roles = parent.Roles | Elements.RolesOf(tag, _everything);
        // A menu that was never closed ends where the article begins.
        if (name is "main" && (parent.Roles & HtmlRoles.Foreign) == 0) roles &= ~HtmlRoles.Skipped;
        int article = parent.Article;
        if (name == "article" && article < 0 && (roles & HtmlRoles.Skipped) == 0) article = _articles++;
        _open.Push(new OpenElement(name, roles, article));
    }

    private void Close(string name)
    {
        int depth = 0;
        foreach (OpenElement element in _open)
        {
            if (++depth > MaxClosed) return;
            if (element.Name != name) continue;
            while (depth-- > 0) _open.Pop();
            return;
        }
    }

    private void AddText(TextSpan range)
    {
        OpenElement top = Top;
        if (top.Name == "script") _published.NoteScript(_html.AsSpan(range.Start, range.Length));
        if ((top.Roles & HtmlRoles.Skipped) != 0) return;
        int before = _plain.Length, at = range.Start;
        while (at < range.End) at = AddPiece(top, at, range.End);
        if ((top.Roles & HtmlRoles.Link) != 0) _linkLength += _plain.Length - before;
    }

    // One run of white space, one character reference, or the text up to either.
    private int AddPiece(OpenElement top, int at, int limit)
    {
        char first = _html[at];
        if (IsSpace(first))
        {
            int end = at + 1;
            while (end < limit && IsSpace(_html[end])) end++;
            AddSpace(top, at, end);
            return end;
        }
        if (first == '&' && HtmlEntities.Decode(_html, at, limit, out int after) is { } decoded)
        {
            if (string.IsNullOrWhiteSpace(decoded) && decoded is not "\u00A0") _plain.AddSpace(at, after);
            else Add(top, decoded, at, after);
            return after;
        }
        int length = _html.AsSpan(at + 1, limit - at - 1).IndexOfAny(" \t\r\n\f&");
        int stop = length < 0 ? limit : at + 1 + length;
        Add(top, _html.AsSpan(at, stop - at), at, stop);
        return stop;
    }

    private void AddSpace(OpenElement top, int start, int end)
    {
        int lines = (top.Roles & HtmlRoles.Preformatted) == 0 ? 0 : _html.AsSpan(start, end - start).Count('\n');
        if (lines > 1) EndBlock();
        else if (lines == 1) _plain.AddBreak(start, end);
        else _plain.AddSpace(start, end);
    }

    private void Add(OpenElement top, ReadOnlySpan<char> characters, int start, int end)
    {
        if (!_plain.InBlock) (_blockRoles, _blockArticle) = (top.Roles, top.Article);
        _plain.Add(characters, start, end);
    }

    private void EndBlock()
    {
        if (_plain.EndBlock() is { } span) _blocks.Add(new HtmlBlock(span, _blockRoles, _blockArticle, _linkLength));
        _linkLength = 0;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
