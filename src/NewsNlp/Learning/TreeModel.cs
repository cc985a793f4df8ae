using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// A sum of small decision trees over features of one byte. All nodes of one depth ask the same question, so that the answers side by
/// side are the number of the leaf; a leaf has a score for each class. Integers throughout. Immutable.
/// </summary>
internal sealed class TreeModel
{
    /// <summary>Classes at most, and scores to a leaf.</summary>
    public const int Lanes = 8;

    /// <summary>Questions from the root to a leaf.</summary>
    public const int Depth = 4;

    /// <summary>Integer steps to one unit of log-odds.</summary>
    public const int Scale = 512;

    private readonly byte[] _features;
    private readonly byte[] _thresholds;
    private readonly short[] _leaves;

    private TreeModel(byte[] features, byte[] thresholds, short[] leaves)
    {
        (_features, _thresholds, _leaves) = (features, thresholds, leaves);
        for (int i = 0; i < features.Length; i++) FeatureCount = Math.Max(FeatureCount, features[i] + 1);
    }

    /// <summary>More than the number of any feature that is asked for.</summary>
    public int FeatureCount { get; }

    /// <summary>Adds up the scores of each class.</summary>
    /// <param name="features">At least <see cref="FeatureCount"/>.</param>
    public Vector128<short> Score(ReadOnlySpan<byte> features)
    {
        // The checks here and in Read are what makes the unchecked loads below safe.
        if (features.Length < FeatureCount) throw new ArgumentException("There are too few features.", nameof(features));
        ref byte given = ref MemoryMarshal.GetReference(features);
        ref byte asked = ref MemoryMarshal.GetArrayDataReference(_features);
        ref byte threshold = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        ref short leaves = ref MemoryMarshal.GetArrayDataReference(_leaves);
        Vector128<short> sums = Vector128<short>.Zero;
        for (int question = 0, tree = 0; question < _features.Length; question += Depth, tree += Lanes << Depth)
        {
            int leaf = 0;
            for (int i = question; i < question + Depth; i++)
                leaf = 2 * leaf + (Unsafe.Add(ref given, Unsafe.Add(ref asked, i)) >= Unsafe.Add(ref threshold, i) ? 1 : 0);
            sums += Vector128.LoadUnsafe(ref leaves, (nuint)(tree + leaf * Lanes));
        }
        return sums;
    }

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static TreeModel Read(ModelFile file, string prefix)
    {
        byte[] features = file.Array<byte>(prefix + ".features");
        byte[] thresholds = file.Array<byte>(prefix + ".thresholds", features.Length);
        if (features.Length % Depth != 0) throw ModelFile.Error(file.Name, $"section '{prefix}.features' is out of bounds");
        short[] leaves = file.Array<short>(prefix + ".leaves", (features.Length / Depth << Depth) * Lanes);
        if (LargestSum(leaves) > short.MaxValue) throw ModelFile.Error(file.Name, $"section '{prefix}.leaves' is out of bounds");
        return new TreeModel(features, thresholds, leaves);
    }

    // What a class may come to at most, up or down.
    private static long LargestSum(ReadOnlySpan<short> leaves)
    {
        long largest = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            long sum = 0;
            for (int tree = 0; tree < leaves.Length; tree += Lanes << Depth)
            {
                int most = 0;
                for (int leaf = 0; leaf < Lanes << Depth; leaf += Lanes) most = Math.Max(most, Math.Abs((int)leaves[tree + leaf + lane]));
                sum += most;
            }
            largest = Math.Max(largest, sum);
        }
        return largest;
    }

    /// <summary>Writes the sections that <see cref="Read"/> reads.</summary>
    /// <param name="features">What is asked for, <see cref="Depth"/> to a tree.</param>
    /// <param name="thresholds">From which value the answer is yes.</param>
    /// <param name="leaves"><see cref="Lanes"/> to a leaf, the leaf of all answers "no" first and the last answer changing soonest.</param>
    public static void Write(ModelFile file, string prefix, ReadOnlySpan<byte> features, ReadOnlySpan<byte> thresholds, ReadOnlySpan<short> leaves)
    {
        file.Set(prefix + ".features", features);
        file.Set(prefix + ".thresholds", thresholds);
        file.Set(prefix + ".leaves", leaves);
    }
}
