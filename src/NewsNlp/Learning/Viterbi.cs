using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>
/// The best sequence of labels, in 16-bit integers. After each token the best score is taken off all of them and the worst are
/// clamped, so that no text is too long; ties go to the lower label.
/// </summary>
internal static class Viterbi
{
    public const short MaxTransition = 2000;

    private const short MaxScore = 6000;
    private const short Floor = -16384;

    /// <summary>Finds the best labels of a sequence.</summary>
    /// <param name="model">Gives transitions.</param>
    /// <param name="scores">For each token the summed weights of its features, <see cref="SequenceModel.Lanes"/> to a token.</param>
    /// <param name="labels">Takes one label for each token.</param>
    /// <param name="scratch">Working memory, grown where needed.</param>
    public static void Decode(SequenceModel model, ReadOnlySpan<short> scores, Span<byte> labels, ViterbiScratch scratch) =>
        Decode(model, scores, labels, scratch, model.Start, model.End);

    /// <param name="entry">For each label its weight as the first of the sequence; <paramref name="exit"/>: as the last.</param>
    /// <inheritdoc cref="Decode(SequenceModel, ReadOnlySpan{short}, Span{byte}, ViterbiScratch)"/>
    public static void Decode(
        SequenceModel model, ReadOnlySpan<short> scores, Span<byte> labels, ViterbiScratch scratch, ReadOnlySpan<short> entry, ReadOnlySpan<short> exit)
    {
        if (labels.IsEmpty) return;
        int lanes = model.Lanes;
        scratch.Reserve(labels.Length, lanes);
        Span<short> forward = scratch.Forward.AsSpan(0, labels.Length * lanes);
        Span<short> best = forward[..lanes];
        entry.CopyTo(best);
        AddScores(scores[..lanes], best);
        Normalize(best);
        for (int token = 1; token < labels.Length; token++)
        {
            Span<short> next = forward.Slice(token * lanes, lanes);
            Advance(model.Transitions, model.Labels.Length, best, next);
            AddScores(scores.Slice(token * lanes, lanes), next);
            Normalize(next);
            best = next;
        }
        Trace(model, forward, exit, labels);
    }

    // next[q] = max over p of best[p] + transition[p, q].
    internal static void Advance(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next)
    {
        if (Vector512.IsHardwareAccelerated && best.Length % 32 == 0) Advance512(transitions, count, best, next);
        else if (Vector256.IsHardwareAccelerated) Advance256(transitions, count, best, next);
        else if (Vector128.IsHardwareAccelerated) Advance128(transitions, count, best, next);
        else AdvanceScalar(transitions, count, best, next);
    }

    internal static void Advance512(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next)
    {
        int lanes = best.Length;
        for (int lane = 0; lane < lanes; lane += 32)
        {
            Vector512<short> top = Vector512.Create(short.MinValue);
            for (int p = 0; p < count; p++) top = Vector512.Max(top, Vector512.Create(best[p]) + Vector512.Create(transitions.Slice(p * lanes + lane, 32)));
            top.CopyTo(next[lane..]);
        }
    }

    internal static void Advance256(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next)
    {
        int lanes = best.Length;
        for (int lane = 0; lane < lanes; lane += 16)
        {
            Vector256<short> top = Vector256.Create(short.MinValue);
            for (int p = 0; p < count; p++) top = Vector256.Max(top, Vector256.Create(best[p]) + Vector256.Create(transitions.Slice(p * lanes + lane, 16)));
            top.CopyTo(next[lane..]);
        }
    }

    internal static void Advance128(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next)
    {
        int lanes = best.Length;
        for (int lane = 0; lane < lanes; lane += 8)
        {
            Vector128<short> top = Vector128.Create(short.MinValue);
            for (int p = 0; p < count; p++) top = Vector128.Max(top, Vector128.Create(best[p]) + Vector128.Create(transitions.Slice(p * lanes + lane, 8)));
            top.CopyTo(next[lane..]);
        }
    }

    internal static void AdvanceScalar(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next)
    {
        int lanes = best.Length;
        for (int q = 0; q < lanes; q++)
        {
            short top = short.MinValue;
            for (int p = 0; p < count; p++) top = Math.Max(top, (short)(best[p] + transitions[p * lanes + q]));
            next[q] = top;
        }
    }

    internal static void AddScores(ReadOnlySpan<short> scores, Span<short> sums)
    {
        Vector256<short> low = Vector256.Create((short)-MaxScore), high = Vector256.Create(MaxScore);
        for (int i = 0; i + 16 <= sums.Length; i += 16)
        {
            Vector256<short> score = Vector256.Min(Vector256.Max(Vector256.Create(scores.Slice(i, 16)), low), high);
            (Vector256.Create((ReadOnlySpan<short>)sums.Slice(i, 16)) + score).CopyTo(sums[i..]);
        }
    }

    /// <summary>A score as <see cref="AddScores"/> counts it.</summary>
    internal static short Clamp(short score) => Math.Clamp(score, (short)-MaxScore, MaxScore);

    internal static void Normalize(Span<short> sums)
    {
        Vector256<short> tops = Vector256.Create((ReadOnlySpan<short>)sums);
        for (int i = 16; i + 16 <= sums.Length; i += 16) tops = Vector256.Max(tops, Vector256.Create((ReadOnlySpan<short>)sums[i..]));
        short top = Largest(Vector128.Max(tops.GetLower(), tops.GetUpper()));
        // The floor goes first: a score below it may not wrap around when the best is taken off.
        Vector256<short> off = Vector256.Create(top), floor = Vector256.Create((short)(Floor + Math.Max((short)0, top)));
        for (int i = 0; i + 16 <= sums.Length; i += 16)
            Vector256.Max(Vector256.Max(Vector256.Create((ReadOnlySpan<short>)sums[i..]), floor) - off, Vector256.Create(Floor)).CopyTo(sums[i..]);
    }

    // Which label came before is not kept on the way but asked again on the way back, for the one label that matters.
    private static void Trace(SequenceModel model, ReadOnlySpan<short> forward, ReadOnlySpan<short> exit, Span<byte> labels)
    {
        int lanes = model.Lanes;
        for (int token = labels.Length - 1; token >= 0; token--)
        {
            int label = IndexOfBest(forward.Slice(token * lanes, lanes), exit);
            labels[token] = (byte)label;
            exit = model.Backwards.AsSpan(label * lanes, lanes);
        }
    }

    // The first lane in which the sum is greatest.
    private static int IndexOfBest(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        ReadOnlySpan<Vector128<short>> x = MemoryMarshal.Cast<short, Vector128<short>>(a), y = MemoryMarshal.Cast<short, Vector128<short>>(b);
        Vector128<short> tops = x[0] + y[0];
        for (int i = 1; i < x.Length; i++) tops = Vector128.Max(tops, x[i] + y[i]);
        Vector128<short> top = Vector128.Create(Largest(tops));
        for (int i = 0; ; i++)
        {
            uint equal = Vector128.Equals(x[i] + y[i], top).ExtractMostSignificantBits();
            if (equal != 0) return i * Vector128<short>.Count + BitOperations.TrailingZeroCount(equal);
        }
    }

    internal static short Largest(Vector128<short> numbers)
    {
        numbers = Vector128.Max(numbers, Vector128.Shuffle(numbers.AsInt32(), Vector128.Create(2, 3, 0, 1)).AsInt16());
        numbers = Vector128.Max(numbers, Vector128.Shuffle(numbers.AsInt32(), Vector128.Create(1, 0, 3, 2)).AsInt16());
        return Math.Max(numbers[0], numbers[1]);
    }
}

/// <summary>Working memory of <see cref="Viterbi"/>; one for each thread.</summary>
internal sealed class ViterbiScratch
{
    /// <summary>For each token the best score of a beginning that ends in each label, the best of all being 0.</summary>
    public short[] Forward { get; private set; } = [];

    public void Reserve(int tokens, int lanes)
    {
        if (Forward.Length < tokens * lanes) Forward = new short[Math.Max(tokens * lanes, Forward.Length * 2)];
    }
}
