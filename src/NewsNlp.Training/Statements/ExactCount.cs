namespace NewsNlp.Training.Statements;

/// <summary>Counts exact spans: found and right, found and wrong, missed.</summary>
internal sealed class ExactCount
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public int Missed { get; private set; }

    public double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2.0 * Right / (2.0 * Right + Wrong + Missed);

    public void Add(HashSet<TextSpan> gold, HashSet<TextSpan> found)
    {
        int right = gold.Count(found.Contains);
        Right += right;
        Wrong += found.Count - right;
        Missed += gold.Count - right;
    }
}
