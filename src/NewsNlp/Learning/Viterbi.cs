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
    public static void Decode(SequenceModel model, ReadOnlySpan<short> scores, Span<byte> labels, ViterbiScratch scratch)
    {
        if (labels.IsEmpty) return;
        int lanes = model.Lanes;
        scratch.Reserve(labels.Length, lanes);
        Span<short> forward = scratch.Forward.AsSpan(0, labels.Length * lanes);
        Span<byte> back = scratch.Back;
        Span<short> best = forward[..lanes];
        for (int i = 0; i < lanes; i++) best[i] = (short)(model.Start[i] + Math.Clamp(scores[i], (short)-MaxScore, MaxScore));
        Normalize(best);
        for (int token = 1; token < labels.Length; token++)
        {
            Span<byte> from = back.Slice(token * lanes, lanes);
            Span<short> next = forward.Slice(token * lanes, lanes);
            Advance(model.Transitions, model.Labels.Length, best, next, from);
            AddScores(scores.Slice(token * lanes, lanes), next);
            Normalize(next);
            best = next;
        }
        Trace(best, back, lanes, labels);
    }

    // next[q] = max over p of best[p] + transition[p, q], and which p it was.
    internal static void Advance(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next, Span<byte> from)
    {
        if (Vector256.IsHardwareAccelerated) Advance256(transitions, count, best, next, from);
        else if (Vector128.IsHardwareAccelerated) Advance128(transitions, count, best, next, from);
        else AdvanceScalar(transitions, count, best, next, from);
    }

    internal static void Advance256(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next, Span<byte> from)
    {
        int lanes = best.Length;
        for (int lane = 0; lane < lanes; lane += 16)
        {
            Vector256<short> top = Vector256.Create(short.MinValue), argument = Vector256<short>.Zero;
            for (int p = 0; p < count; p++)
            {
                Vector256<short> sum = Vector256.Create(best[p]) + Vector256.Create(transitions.Slice(p * lanes + lane, 16));
                argument = Vector256.ConditionalSelect(Vector256.GreaterThan(sum, top), Vector256.Create((short)p), argument);
                top = Vector256.Max(sum, top);
            }
            top.CopyTo(next[lane..]);
            Vector128.Narrow(argument.GetLower().AsUInt16(), argument.GetUpper().AsUInt16()).CopyTo(from[lane..]);
        }
    }

    internal static void Advance128(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next, Span<byte> from)
    {
        int lanes = best.Length;
        for (int lane = 0; lane < lanes; lane += 8)
        {
            Vector128<short> top = Vector128.Create(short.MinValue), argument = Vector128<short>.Zero;
            for (int p = 0; p < count; p++)
            {
                Vector128<short> sum = Vector128.Create(best[p]) + Vector128.Create(transitions.Slice(p * lanes + lane, 8));
                argument = Vector128.ConditionalSelect(Vector128.GreaterThan(sum, top), Vector128.Create((short)p), argument);
                top = Vector128.Max(sum, top);
            }
            top.CopyTo(next[lane..]);
            for (int i = 0; i < 8; i++) from[lane + i] = (byte)argument[i];
        }
    }

    internal static void AdvanceScalar(ReadOnlySpan<short> transitions, int count, ReadOnlySpan<short> best, Span<short> next, Span<byte> from)
    {
        int lanes = best.Length;
        for (int q = 0; q < lanes; q++)
        {
            short top = short.MinValue;
            byte argument = 0;
            for (int p = 0; p < count; p++)
            {
                short sum = (short)(best[p] + transitions[p * lanes + q]);
                if (sum <= top) continue;
                top = sum;
                argument = (byte)p;
            }
            next[q] = top;
            from[q] = argument;
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

    internal static void Normalize(Span<short> sums)
    {
        Vector256<short> tops = Vector256.Create((ReadOnlySpan<short>)sums);
        for (int i = 16; i + 16 <= sums.Length; i += 16) tops = Vector256.Max(tops, Vector256.Create((ReadOnlySpan<short>)sums[i..]));
        short top = tops[0];
        for (int i = 1; i < 16; i++) top = Math.Max(top, tops[i]);
        // The floor goes first: a score below it may not wrap around when the best is taken off.
        Vector256<short> off = Vector256.Create(top), floor = Vector256.Create((short)(Floor + Math.Max((short)0, top)));
        for (int i = 0; i + 16 <= sums.Length; i += 16)
            Vector256.Max(Vector256.Max(Vector256.Create((ReadOnlySpan<short>)sums[i..]), floor) - off, Vector256.Create(Floor)).CopyTo(sums[i..]);
    }

    private static void Trace(ReadOnlySpan<short> best, ReadOnlySpan<byte> back, int lanes, Span<byte> labels)
    {
        int label = 0;
        for (int i = 1; i < lanes; i++)
            if (best[i] > best[label]) label = i;
        for (int token = labels.Length - 1; token >= 0; token--)
        {
            labels[token] = (byte)label;
            label = back[token * lanes + label];
        }
    }
}

/// <summary>Working memory of <see cref="Viterbi"/> and <see cref="Margins"/>; one for each thread.</summary>
internal sealed class ViterbiScratch
{
    /// <summary>For each token the best score of a beginning that ends in each label, the best of all being 0.</summary>
    public short[] Forward { get; private set; } = [];

    public byte[] Back { get; private set; } = [];

    public void Reserve(int tokens, int lanes)
    {
        if (Forward.Length >= tokens * lanes) return;
        int size = Math.Max(tokens * lanes, Forward.Length * 2);
        (Forward, Back) = (new short[size], new byte[size]);
    }
}
