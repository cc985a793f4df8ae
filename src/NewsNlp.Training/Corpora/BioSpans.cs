namespace NewsNlp.Training.Corpora;

/// <summary>Joins tokens with B, I and O labels to spans. An I without its B begins a span, as in the older IOB.</summary>
internal sealed class BioSpans
{
    private readonly List<LabelledSpan> _spans = [];
    private bool _open;

    public void Add(TextSpan token, string label)
    {
        if (label.Length < 3)
        {
            _open = false;
            return;
        }
        string type = label[2..];
        if (_open && label[0] == 'I' && _spans[^1].Label == type) _spans[^1] = new LabelledSpan(new TextSpan(_spans[^1].Span.Start, token.End), type);
        else _spans.Add(new LabelledSpan(token, string.Intern(type)));
        _open = true;
    }

    public LabelledSpan[] Take()
    {
        LabelledSpan[] spans = [.. _spans];
        _spans.Clear();
        _open = false;
        return spans;
    }
}
