using System.Runtime.Intrinsics;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>What a candidate most likely is if it is a name, and the chance that it is just that.</summary>
/// <param name="Chance">A share of <see cref="Certain"/>.</param>
internal readonly record struct NameVerdict(NameClass Class, int Chance)
{
    public const int Certain = 4096;

    private const int PlainLoss = (int)(3.5 * NameCandidate.Steps);

    /// <summary>True where the labelling leaves so little doubt that nobody need judge.</summary>
    public static bool IsPlain(in NameCandidate candidate) => candidate.IsBest && candidate.Losses[0] >= PlainLoss;

    /// <summary>The labelling's own: its names are, the others are none.</summary>
    public static NameVerdict OfLabelling(in NameCandidate candidate) =>
        new(candidate.Best, candidate.IsBest ? Certain - NameShares.Weight(candidate.Losses[0], NameCandidate.Steps) / 2 : 0);

    /// <param name="scores">Log-odds of each class in steps of <see cref="TreeModel.Scale"/>.</param>
    public static NameVerdict Of(Vector128<short> scores)
    {
        int best = 1, top = scores[0], sum = 0;
        for (int c = 1; c < NameClasses.Count; c++)
        {
            top = Math.Max(top, scores[c]);
            if (scores[c] > scores[best]) best = c;
        }
        for (int c = 0; c < NameClasses.Count; c++) sum += NameShares.Weight(top - scores[c], TreeModel.Scale);
        return new NameVerdict((NameClass)best, Certain * NameShares.Weight(top - scores[best], TreeModel.Scale) / sum);
    }
}
