namespace NewsNlp.Accuracy.Coreference;

/// <summary>GAP's own figures: F1 over the two yes-or-no decisions of each item, by gender, and the share of decisions that are right.</summary>
internal sealed class GapScore
{
    private int _right, _decisions;
    private readonly int[] _truePositive = new int[2], _falsePositive = new int[2], _falseNegative = new int[2];

    public double Accuracy => 100.0 * _right / _decisions;

    public double F1 => FOf(_truePositive.Sum(), _falsePositive.Sum(), _falseNegative.Sum());

    /// <summary>Feminine F1 divided by masculine F1, as a percentage.</summary>
    public double Bias => 100 * FOf(_truePositive[1], _falsePositive[1], _falseNegative[1]) / FOf(_truePositive[0], _falsePositive[0], _falseNegative[0]);

    public void Add(bool feminine, bool gold, bool found)
    {
        _decisions++;
        if (gold == found) _right++;
        if (gold && found) _truePositive[feminine ? 1 : 0]++;
        if (!gold && found) _falsePositive[feminine ? 1 : 0]++;
        if (gold && !found) _falseNegative[feminine ? 1 : 0]++;
    }

    private static double FOf(int truePositive, int falsePositive, int falseNegative) => 200.0 * truePositive / (2 * truePositive + falsePositive + falseNegative);
}
