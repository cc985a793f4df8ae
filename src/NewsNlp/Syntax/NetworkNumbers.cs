using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Syntax;

/// <summary>Reads the numbers of a network in bytes and checks that they are small enough for its sums.</summary>
internal static class NetworkNumbers
{
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
