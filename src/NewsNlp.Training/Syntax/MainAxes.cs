using NewsNlp.Training.Clusters;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>Turns word vectors so that their first numbers carry most, and cuts them to fewer numbers.</summary>
internal static class MainAxes
{
    private const int Width = WordVectors.Size, Rounds = 30;

    /// <summary>The vectors with <paramref name="width"/> numbers each, of about the length <paramref name="length"/>.</summary>
    public static float[][] Cut(WordVectors vectors, int width, float length)
    {
        float[][] full = [.. vectors.Rows.Chunk(Width)];
        float[][] axes = Find(Covariance(full), width);
        return [.. full.Select(vector => axes.Select(axis => Dot(axis, vector) * length).ToArray())];
    }

    // Subspace iteration: multiply by the covariance, make orthogonal again, until the axes stand still.
    private static float[][] Find(float[][] covariance, int count)
    {
        Random64 random = new(7);
        float[][] axes = new float[count][];
        for (int i = 0; i < count; i++)
        {
            axes[i] = new float[Width];
            for (int j = 0; j < Width; j++) axes[i][j] = random.NextSingle() - 0.5f;
        }
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < count; i++) axes[i] = [.. covariance.Select(row => Dot(row, axes[i]))];
            MakeOrthogonal(axes);
        }
        return axes;
    }

    private static float[][] Covariance(float[][] vectors)
    {
        float[][] covariance = [.. Enumerable.Range(0, Width).Select(_ => new float[Width])];
        foreach (float[] vector in vectors)
            for (int i = 0; i < Width; i++)
                for (int j = 0; j < Width; j++) covariance[i][j] += vector[i] * vector[j] / vectors.Length;
        return covariance;
    }

    private static void MakeOrthogonal(float[][] axes)
    {
        for (int i = 0; i < axes.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                float along = Dot(axes[i], axes[j]);
                for (int k = 0; k < Width; k++) axes[i][k] -= along * axes[j][k];
            }
            WordVectors.Normalize(axes[i]);
        }
    }

    private static float Dot(float[] a, float[] b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
