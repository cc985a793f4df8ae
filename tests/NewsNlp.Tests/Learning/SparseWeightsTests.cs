using NewsNlp.Learning;
using NewsNlp.Models;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class SparseWeightsTests
{
    private const int Labels = 40;
    private const int Lanes = 48;

    private static (uint[] Features, (byte Label, sbyte Weight)[][] Lists) Sample(int count)
    {
        Random random = new(7);
        uint[] features = [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Distinct().Order()];
        // From one label, kept as a list, to all of them, kept as a row.
        return (features, [.. features.Select(_ => Enumerable.Range(0, random.Next(1, Labels + 1)).Select(label => ((byte)label, (sbyte)random.Next(-127, 128))).ToArray())]);
    }

    private static ModelFile Written(uint[] features, (byte Label, sbyte Weight)[][] lists)
    {
        ModelFile file = new("sample");
        SparseWeights.Write(file, features, lists);
        return file;
    }

    [Fact]
    public void Adds_exactly_the_weights_of_the_features_it_knows()
    {
        (uint[] features, (byte Label, sbyte Weight)[][] lists) = Sample(500);
        SparseWeights weights = SparseWeights.Read(Written(features, lists), Labels, Lanes);
        short[] expected = new short[Lanes], scores = new short[Lanes];
        for (int i = 0; i < features.Length; i += 3)
            foreach ((byte label, sbyte weight) in lists[i]) expected[label] += weight;
        uint[] asked = [.. features.Where((_, i) => i % 3 == 0), .. features.Select(feature => feature + 1).Where(feature => !features.Contains(feature))];
        weights.AddTo(scores, asked);
        Assert.Equal(expected, scores);
    }

    // Features that begin alike share a bucket: these fill theirs and the next, the last ones go on in the first.
    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x7FFF_FFF0u)]
    [InlineData(uint.MaxValue - 29)]
    public void Features_of_one_bucket_are_all_found(uint first)
    {
        uint[] features = [.. Enumerable.Range(0, 30).Select(i => first + (uint)i)];
        SparseWeights weights = SparseWeights.Read(Written(features, [.. features.Select((_, i) => new[] { ((byte)i, (sbyte)(i + 1)) })]), Labels, Lanes);
        for (int i = 0; i < features.Length; i++)
        {
            short[] scores = new short[Lanes];
            weights.AddTo(scores, [features[i], first - 1, first + 30]);
            Assert.Equal(Enumerable.Range(0, Lanes).Select(label => label == i ? (short)(i + 1) : (short)0), scores);
        }
    }

    [Fact]
    public void A_model_without_features_adds_nothing()
    {
        short[] scores = new short[Lanes];
        SparseWeights.Read(Written([], []), Labels, Lanes).AddTo(scores, [0, 1, uint.MaxValue]);
        Assert.All(scores, score => Assert.Equal(0, score));
    }

    [Fact]
    public void A_label_that_does_not_exist_is_refused() =>
        Assert.Throws<InvalidModelException>(() => SparseWeights.Read(Written([5], [[(Labels, 1)]]), Labels, Lanes));

    [Fact]
    public void Features_out_of_order_are_refused() =>
        Assert.Throws<InvalidModelException>(() => SparseWeights.Read(Written([5, 5], [[(0, 1)], [(1, 1)]]), Labels, Lanes));

    [Fact]
    public void Sizes_that_do_not_fit_the_sections_are_refused()
    {
        (uint[] features, (byte Label, sbyte Weight)[][] lists) = Sample(20);
        foreach (int[] sizes in new[] { [-1, 5], [int.MaxValue, int.MaxValue], [features.Length + 1, 300], new[] { 3, 2 } })
        {
            ModelFile file = Written(features, lists);
            file.Set<int>("weights.sizes", sizes);
            Assert.Throws<InvalidModelException>(() => SparseWeights.Read(file, Labels, Lanes));
        }
    }
}
