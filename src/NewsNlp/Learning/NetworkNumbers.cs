using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The numbers of a network in bytes. Each kind of number stands for its value times a scale; the scales are powers of two, so that going from one
/// to the next is a shift. What is read from a file is checked to be small enough for the sums.
/// </summary>
internal static class NetworkNumbers
{
    /// <summary>Binary places of values that are bytes (word vectors, what one layer hands to the next), and of weights.</summary>
    public const int BytePlaces = 5, WeightPlaces = 6;

    /// <summary>Binary places of a product of a byte and a weight.</summary>
    public const int ProductPlaces = BytePlaces + WeightPlaces;

    /// <summary>A word's numbers may be below zero; as bytes they are that much larger.</summary>
    public const int WordOffset = 128;

    /// <summary>The largest bias, above and below zero.</summary>
    public const int MostBias = 1 << 23;

    /// <exception cref="InvalidModelException">The section is missing, of another length, or a number is too large; likewise below.</exception>
    public static sbyte[] Weights(ModelFile file, string section, int count)
    {
        sbyte[] weights = file.Array<sbyte>(section, count);
        return ByteMatrix.Fits(weights) ? weights : throw ModelFile.Error(file.Name, $"the weights '{section}' are too large");
    }

    public static int[] Biases(ModelFile file, string section, int count)
    {
        int[] biases = file.Array<int>(section, count);
        return biases.AsSpan().ContainsAnyExceptInRange(-MostBias, MostBias) ? throw ModelFile.Error(file.Name, $"a number of '{section}' is too large") : biases;
    }
}
