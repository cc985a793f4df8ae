using NewsNlp.Models;

namespace NewsNlp.Coreference;

/// <summary>Weights of <see cref="PronounFeatures"/>, learned by <c>NewsNlp.Training</c>.</summary>
internal sealed class PronounRanker(float[] weights)
{
    public const string Section = "pronouns";

    public static PronounRanker Load(ModelFile file) => new(file.Array<float>(Section, PronounFeatures.ModelSize));

    public float Score(ReadOnlySpan<int> active)
    {
        float score = 0;
        foreach (int feature in active) score += weights[feature];
        return score;
    }
}
