using NewsNlp.Models;

namespace NewsNlp.Tokens;

/// <summary>A weight for each feature of a gap; a sentence ends where they add up to more than nothing.</summary>
internal sealed class BoundaryModel(sbyte[] weights)
{
    public const string Name = "sentences";

    /// <summary>Number of weights; a power of two.</summary>
    public const int Size = 1 << 14;

    public static BoundaryModel Load(ModelSource models) => new(models.Load(Name).Array<sbyte>("weights", Size));

    public static int RowOf(uint feature) => (int)(feature & (Size - 1));

    public bool Ends(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += weights[RowOf(feature)];
        return sum > 0;
    }
}
