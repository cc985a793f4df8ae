using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Who, by the words about it, speaks a quote that the models have found no source for.</summary>
internal sealed class QuoteNeighbours
{
    public QuoteNeighbours(StatementTokens tokens)
    {
        Subjects = new ClauseSubjects(tokens);
        (Before, Behind) = (new BeforeQuote(tokens, Subjects), new BehindQuote(tokens, Subjects));
    }

    public BeforeQuote Before { get; }

    public BehindQuote Behind { get; }

    public ClauseSubjects Subjects { get; }
}
