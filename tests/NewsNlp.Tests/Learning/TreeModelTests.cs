using System.Runtime.Intrinsics;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class TreeModelTests
{
    [Fact]
    public void Learns_what_depends_on_two_features_together()
    {
        TreeModel model = TreeModel.Read(Train(), "trees");
        foreach (TreeExample example in Examples(seed: 2, count: 500)) Assert.Equal(example.Gold, Best(model.Score(example.Features)));
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        using MemoryStream first = new(), second = new();
        Train().Write(first);
        Train().Write(second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Too_few_features_are_refused() =>
        Assert.Throws<ArgumentException>(() => TreeModel.Read(Train(), "trees").Score([1]));

    [Theory]
    [InlineData("trees.features", 3)]
    [InlineData("trees.thresholds", 8)]
    [InlineData("trees.leaves", 2)]
    public void A_model_with_a_damaged_section_is_refused(string section, int length)
    {
        ModelFile file = Train();
        file.Set<byte>(section, new byte[length]);
        Assert.Throws<InvalidModelException>(() => TreeModel.Read(file, "trees"));
    }

    [Fact]
    public void A_model_whose_sums_might_wrap_around_is_refused()
    {
        ModelFile file = new("tiny");
        short[] leaves = new short[(2 << TreeModel.Depth) * TreeModel.Lanes];
        (leaves[0], leaves[^TreeModel.Lanes]) = (20_000, -20_000);
        TreeModel.Write(file, "trees", new byte[2 * TreeModel.Depth], new byte[2 * TreeModel.Depth], leaves);
        Assert.Throws<InvalidModelException>(() => TreeModel.Read(file, "trees"));
    }

    private static ModelFile Train()
    {
        ModelFile file = new("tiny");
        TreeBooster.Train(Examples(seed: 1, count: 2000), 3, new TreeOptions { Trees = 60, FeatureShare = 1 }, file, "trees");
        return file;
    }

    // Class 2 where the second feature is large, else 0 or 1 by whether the first and third are both large or both small.
    private static TreeExample[] Examples(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            byte[] features = [(byte)(random.Next(2) * 200), (byte)random.Next(256), (byte)(random.Next(2) * 7)];
            return new TreeExample(features, features[1] > 180 ? 2 : features[0] > 100 == features[2] > 3 ? 1 : 0);
        })];
    }

    private static int Best(Vector128<short> scores)
    {
        int best = 0;
        for (int c = 1; c < 3; c++)
            if (scores[c] > scores[best]) best = c;
        return best;
    }
}
