namespace NewsNlp.Learning;

/// <summary>
/// How sure the labels are: for each token the score of the best sequence less that of the best one with another label at this token.
/// </summary>
internal static class Margins
{
    private const short Largest = 8000;

    /// <param name="model">Gives transitions.</param>
    /// <param name="scores">As for <see cref="Viterbi"/>, which must have run on the same sequence, exit and scratch just before.</param>
    /// <param name="labels">The best labels.</param>
    /// <param name="margins">Takes one for each token, never below 0, in the model's steps.</param>
    /// <param name="scratch">Working memory.</param>
    /// <param name="exit">For each label its weight as the last of the sequence.</param>
    public static void Find(
        SequenceModel model, ReadOnlySpan<short> scores, ReadOnlySpan<byte> labels, Span<short> margins, ViterbiScratch scratch, ReadOnlySpan<short> exit)
    {
        int lanes = model.Lanes;
        Span<short> ending = stackalloc short[lanes], with = stackalloc short[lanes];
        exit.CopyTo(ending);
        for (int token = labels.Length - 1; token >= 0; token--)
        {
            margins[token] = At(scratch.Forward.AsSpan(token * lanes, lanes), ending, labels[token], model.Labels.Length);
            if (token == 0) break;
            ending.CopyTo(with);
            Viterbi.AddScores(scores.Slice(token * lanes, lanes), with);
            Viterbi.Normalize(with);
            Viterbi.Advance(model.Backwards, model.Labels.Length, with, ending);
            Viterbi.Normalize(ending);
        }
    }

    private static short At(ReadOnlySpan<short> beginning, ReadOnlySpan<short> ending, byte label, int count)
    {
        int other = int.MinValue;
        for (int q = 0; q < count; q++)
            if (q != label) other = Math.Max(other, beginning[q] + ending[q]);
        return (short)Math.Clamp(beginning[label] + ending[label] - other, 0, Largest);
    }
}
