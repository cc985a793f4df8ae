using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Statements;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class LayeredWeightsTests
{
    private const int Bits = 14;

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public void Learns_what_depends_on_two_features_together(bool first, bool second, bool right)
    {
        LayeredWeights weights = LayeredWeights.Read(Train(), "toy", Bits);
        Assert.Equal(right, weights.Score(Features(first, second)) > 0);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        using MemoryStream one = new(), other = new();
        Train().Write(one);
        Train().Write(other);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void What_is_known_already_need_not_be_learned()
    {
        ModelFile file = new("sure");
        FilterLearner.WriteBeside(file, [.. Enumerable.Range(0, 500).Select(i => new FoundExample(Features(true, true), i % 2 == 0 ? 9 : -9, i % 2 == 0 ? 1 : 0))]);
        float score = LayeredWeights.Read(file, CueFilter.BesideSection, CueFilter.BesideBits).Score(Features(true, true));
        Assert.InRange(score, -0.5f, 0.5f);
    }

    // Right where just one of the two is so.
    private static ModelFile Train()
    {
        ModelFile file = new("toy");
        float[] units = new float[LayeredTrainer.Units];
        (bool First, bool Second)[] examples = [.. Enumerable.Range(0, 4000).Select(i => (i % 2 == 0, i / 2 % 2 == 0))];
        LayeredTrainer.Write(file, "toy", Bits, 5, trainer => trainer.Learn(examples, example =>
        {
            uint[] features = trainer.Drop(Features(example.First, example.Second));
            double odds = trainer.Score(features, units);
            trainer.Move(features, units, (float)((example.First != example.Second ? 1 : 0) - 1 / (1 + Math.Exp(-odds))));
        }));
        return file;
    }

    // Each told several times, as half of what is told is left out in learning.
    private static uint[] Features(bool first, bool second) =>
        [.. Enumerable.Range(0, 8).SelectMany(i => new[] { FeatureHash.Of(1, first ? 1u : 0u, (ulong)i), FeatureHash.Of(2, second ? 1u : 0u, (ulong)i) })];
}
