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

    /// <summary>Puts a quote at the beginning of a statement's content; false where it does not come before it.</summary>
    public bool Prepend(StatementParts statement, int quote)
    {
        TextSpan span = _tokens.Quotes[quote].Span;
        if (span.End > statement.Start) return false;
        statement.Content.Insert(0, span);
        _owners[quote] = statement;
        return true;
    }

    /// <summary>True where an outermost quote begins in the content of a statement.</summary>
    public bool Has(StatementParts statement)
    {
        foreach (TextSpan part in statement.Content)
            for (int q = FirstFrom(part.Start); q < _owners.Length && _tokens.Quotes[q].Start < part.End; q++)
                if (_tokens.Quotes[q].IsOutermost) return true;
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
