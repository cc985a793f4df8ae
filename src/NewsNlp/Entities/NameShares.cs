namespace NewsNlp.Entities;

/// <summary>Losses to shares: how much of a candidate is each class.</summary>
internal static class NameShares
{
    /// <summary>The sum of all shares, but for rounding.</summary>
    public const int Whole = 16;

    /// <summary>The weight of what loses nothing.</summary>
    public const int MaxWeight = 4096;

    /// <summary>Losses are weighed in so many steps to one unit of log-odds.</summary>
    public const int Steps = 64;

    // Made of multiplications alone, so that it is the same on every machine.
    private static readonly int[] Weights = MakeWeights();

    public static ClassBytes Of(ClassBytes losses)
    {
        ClassBytes shares = default;
        int sum = 0;
        for (int c = 0; c < NameClasses.Count; c++) sum += Weight(losses[c], NameCandidate.Steps);
        for (int c = 0; c < NameClasses.Count; c++) shares[c] = (byte)(Whole * Weight(losses[c], NameCandidate.Steps) / sum);
        return shares;
    }

    /// <summary><see cref="MaxWeight"/> times e to the power of minus the loss.</summary>
    /// <param name="steps">So many are one unit of log-odds.</param>
    public static int Weight(int loss, int steps) => Weights[Math.Min(loss * Steps / steps, Weights.Length - 1)];

    private static int[] MakeWeights()
    {
        // e to the power of minus one step.
        const double step = 0.98449643700540845;
        int[] weights = new int[Steps * 10];
        double weight = MaxWeight;
        for (int loss = 0; loss < weights.Length; loss++, weight *= step) weights[loss] = (int)weight;
        return weights;
    }
}
