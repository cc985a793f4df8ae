namespace NewsNlp.Statements.Quotes;

/// <summary>A stretch between quotation marks within one block of the article.</summary>
/// <param name="Start">First code unit, the opening mark included where there is one.</param>
/// <param name="InnerStart">First code unit of the quoted words.</param>
/// <param name="InnerEnd">Just behind the quoted words.</param>
/// <param name="End">Just behind the closing mark, or the same as <paramref name="InnerEnd"/> where it is missing.</param>
/// <param name="Parent">Index of the quote that this one lies in; -1 for an outermost one.</param>
/// <param name="Continues">Index of the quote in an earlier paragraph that this one carries on; -1 for none.</param>
/// <param name="Block">The block of the layout it stands in.</param>
internal readonly record struct QuoteData(int Start, int InnerStart, int InnerEnd, int End, int Parent, int Continues, int Block)
{
    public bool Opened => InnerStart > Start;

    public bool Closed => End > InnerEnd;

    public bool IsOutermost => Parent < 0;

    public TextSpan Span => new(Start, End);

    public TextSpan Inner => new(InnerStart, InnerEnd);
}
