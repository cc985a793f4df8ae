using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsNlp.Training.Clusters;

/// <summary>K-means by cosine over vectors of length 1. Repeatable: the same input and seed give the same clusters.</summary>
internal sealed class KMeans
{
    private readonly float[] _rows;
    private readonly int[] _weights;
    private readonly int _size;
    private readonly float[] _closeness;

    private KMeans(float[] rows, int[] weights, int size, int clusters)
    {
        (_rows, _weights, _size) = (rows, weights, size);
        Centres = new float[clusters * size];
        Assigned = new int[weights.Length];
        _closeness = new float[weights.Length];
    }

    public float[] Centres { get; }

    /// <summary>For each row its cluster.</summary>
    public int[] Assigned { get; }

    /// <param name="rows">Vectors of length 1, <paramref name="size"/> numbers each.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="candidates">The first centres are drawn from this many rows at the beginning.</param>
    public static KMeans Run(float[] rows, int[] weights, int size, int clusters, int candidates, int iterations, int seed)
    {
        KMeans result = new(rows, weights, size, clusters);
        int[] order = [.. Enumerable.Range(0, candidates)];
        new Random(seed).Shuffle(order);
        for (int cluster = 0; cluster < clusters; cluster++)
            rows.AsSpan(order[cluster] * size, size).CopyTo(result.Centres.AsSpan(cluster * size, size));
        for (int i = 0; i < iterations; i++)
        {
            result.Assign();
            result.MoveCentres();
        }
        result.Assign();
        return result;
    }

    private void Assign()
    {
        for (int row = 0; row < Assigned.Length; row++)
        {
            ReadOnlySpan<Vector<float>> vector = MemoryMarshal.Cast<float, Vector<float>>(_rows.AsSpan(row * _size, _size));
            (Assigned[row], _closeness[row]) = Closest(vector);
        }
    }

    private (int Cluster, float Closeness) Closest(ReadOnlySpan<Vector<float>> row)
    {
        ReadOnlySpan<Vector<float>> centres = MemoryMarshal.Cast<float, Vector<float>>(Centres);
        int best = 0;
        float top = float.MinValue;
        for (int cluster = 0; cluster * row.Length < centres.Length; cluster++)
        {
            ReadOnlySpan<Vector<float>> centre = centres.Slice(cluster * row.Length, row.Length);
            Vector<float> sum = Vector<float>.Zero;
            for (int i = 0; i < centre.Length; i++) sum += centre[i] * row[i];
            float closeness = Vector.Sum(sum);
            if (closeness > top) (best, top) = (cluster, closeness);
        }
        return (best, top);
    }

    private void MoveCentres()
    {
        int clusters = Centres.Length / _size;
        int[] counts = new int[clusters];
        Array.Clear(Centres);
        for (int row = 0; row < Assigned.Length; row++)
        {
            counts[Assigned[row]]++;
            Span<float> centre = Centres.AsSpan(Assigned[row] * _size, _size);
            for (int i = 0; i < _size; i++) centre[i] += _weights[row] * _rows[row * _size + i];
        }
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            if (counts[cluster] == 0) TakeLonely(cluster);
            WordVectors.Normalize(Centres.AsSpan(cluster * _size, _size));
        }
    }

    // An empty cluster moves to the row that is farthest from its centre.
    private void TakeLonely(int cluster)
    {
        int lonely = 0;
        for (int row = 1; row < _closeness.Length; row++)
            if (_closeness[row] < _closeness[lonely]) lonely = row;
        _closeness[lonely] = float.MaxValue;
        _rows.AsSpan(lonely * _size, _size).CopyTo(Centres.AsSpan(cluster * _size, _size));
    }
}
