using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Which statement each quote belongs to: that whose content covers most of it.</summary>
internal sealed class QuoteOwners
{
    private readonly StatementTokens _tokens;

    // Null for none.
    private readonly StatementParts?[] _owners;

    public QuoteOwners(StatementTokens tokens, List<StatementParts> statements)
    {
        _tokens = tokens;
        _owners = new StatementParts?[tokens.Quotes.Count];
        foreach (StatementParts statement in statements) Claim(statement);
    }

    public int Count => _owners.Length;

    public StatementParts? this[int quote] => _owners[quote];

    /// <summary>Every quote that the content of a statement covers for the most part is its own from now on.</summary>
    public void Claim(StatementParts statement)
    {
        foreach (TextSpan part in statement.Content)
        {
            // The one before may reach into the part.
            for (int q = Math.Max(0, FirstFrom(part.Start) - 1); q < _owners.Length && _tokens.Quotes[q].Start < part.End; q++)
            {
                int shared = Math.Min(_tokens.Quotes[q].End, part.End) - Math.Max(_tokens.Quotes[q].Start, part.Start);
                if (shared * 2 >= _tokens.Quotes[q].End - _tokens.Quotes[q].Start) _owners[q] = statement;
            }
        }
    }

    public void Give(int quote, StatementParts statement) => _owners[quote] = statement;

    /// <summary>Puts a quote at the end of a statement's content; false where it does not come behind it.</summary>
    public bool Append(StatementParts statement, int quote)
    {
        TextSpan span = _tokens.Quotes[quote].Span;
        if (span.Start < statement.End) return false;
        statement.Content.Add(span);
        _owners[quote] = statement;
        return true;
    }

    /// <summary>Puts quotes at the beginning of a statement's content.</summary>
    /// <param name="statement">It begins behind them.</param>
    /// <param name="backward">The quotes, the last in the text first.</param>
    public void Prepend(StatementParts statement, List<int> backward)
    {
        List<TextSpan> spans = new(backward.Count);
        for (int i = backward.Count - 1; i >= 0; i--)
        {
            spans.Add(_tokens.Quotes[backward[i]].Span);
            _owners[backward[i]] = statement;
        }
        statement.Content.InsertRange(0, spans);
    }

    /// <summary>True where the content of a statement reaches into an outermost quote.</summary>
    public bool Has(StatementParts statement)
    {
        foreach (TextSpan part in statement.Content)
            for (int q = Math.Max(0, FirstFrom(part.Start) - 1); q < _owners.Length && _tokens.Quotes[q].Start < part.End; q++)
                if (_tokens.Quotes[q].IsOutermost && _tokens.Quotes[q].End > part.Start) return true;
        return false;
    }

    /// <summary>The outermost quote before another; -1 for none.</summary>
    public int OutermostBefore(int quote)
    {
        int before = quote - 1;
        while (before >= 0 && !_tokens.Quotes[before].IsOutermost) before--;
        return before;
    }

    private int FirstFrom(int place) => TextOrder.FirstFrom(_tokens.Quotes, place, quote => quote.Start);
}
