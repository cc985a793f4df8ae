namespace NewsNlp.Accuracy;

/// <summary>One figure of the accuracy table.</summary>
/// <param name="Layer">Which layer: <c>tokens</c>, <c>tags</c>, <c>names</c>.</param>
/// <param name="Set">The gold set: <c>EWT dev</c>.</param>
/// <param name="Figure">What is measured: <c>F1</c>.</param>
/// <param name="Value">In percent, unless the figure is a number of cases.</param>
internal sealed record AccuracyRow(string Layer, string Set, string Figure, double Value);

/// <summary>Scores one layer against gold sets below a data folder.</summary>
/// <param name="Layer">As it is named on the command line.</param>
/// <param name="Run">Takes the data folder and gives the rows.</param>
internal sealed record Scorer(string Layer, Func<string, IEnumerable<AccuracyRow>> Run);
