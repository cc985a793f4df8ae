using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>How often the content is right where the cue is given, and the source where both are.</summary>
internal sealed class GivenCueScore
{
    private readonly SpanContext _context = new();
    private readonly SpanWindow _window = new();
    private int _all, _contents, _sources;

    public void Add(AttributionFinder finder, StatementExample example, StatementScratch scratch)
    {
        foreach (AttributionData gold in example.Attributions)
        {
            if (gold.Content.IsNone) continue;
            _all++;
            _context.Set(example.Tokens, gold.Cue);
            _window.FillForContent(example.Tokens, gold.Cue);
            if (finder.Content.Best(_context, _window, scratch.Spans).Range == gold.Content) _contents++;
            _context.Content = gold.Content;
            _window.FillSentence(example.Tokens, gold.Cue);
            (WordRange source, float margin) = finder.Source.Best(_context, _window, scratch.Spans);
            if ((margin > 0 ? source : WordRange.None) == gold.Source) _sources++;
        }
    }

    public void Print() => Console.WriteLine($"content given the cue {(double)_contents / _all:P2}, source given both {(double)_sources / _all:P2}");
}
