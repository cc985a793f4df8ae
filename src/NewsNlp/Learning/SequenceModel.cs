using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>A first-order linear-chain CRF in integers: weights of features for each label, and of each label behind another.</summary>
internal sealed class SequenceModel
{
    private const short Forbidden = -8192;

    // Lower than the worst beginning and a forbidden step together, so that a lane without a label never wins on the way back.
    private const short NoLabel = -16383;

    private SequenceModel(string[] labels, FeatureTable weights, short[] transitions, float scale)
    {
        Labels = labels;
        Weights = weights;
        Scale = scale;
        Lanes = weights.Lanes;
        Start = transitions.AsSpan(0, Lanes).ToArray();
        Transitions = transitions.AsSpan(Lanes).ToArray();
        Backwards = new short[Lanes * Lanes];
        Array.Fill(Backwards, NoLabel);
        End = new short[Lanes];
        End.AsSpan(labels.Length).Fill(NoLabel);
        for (int p = 0; p < labels.Length; p++)
            for (int q = 0; q < labels.Length; q++) Backwards[q * Lanes + p] = Transitions[p * Lanes + q];
    }

    public string[] Labels { get; }

    public int Lanes { get; }

    public FeatureTable Weights { get; }

    /// <summary>Integer steps to one unit of log-odds.</summary>
    public float Scale { get; }

    /// <summary>A lane for each label: its weight as the first of a sequence.</summary>
    public short[] Start { get; }

    /// <summary>A lane for each label: 0, since any may be the last.</summary>
    public short[] End { get; }

    /// <summary>Row p, lane q: the weight of label q behind label p.</summary>
    public short[] Transitions { get; }

    /// <summary>Row q, lane p: the same.</summary>
    public short[] Backwards { get; }

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static SequenceModel Read(ModelFile file, string prefix = "crf")
    {
        string[] labels = file.Lines(prefix + ".labels");
        if (labels.Length is 0 or > 250) throw ModelFile.Error(file.Name, $"{labels.Length} labels");
        int lanes = LaneMath.Padded(labels.Length);
        float scale = file.Array<float>(prefix + ".scale", 1)[0];
        if (!(scale is > 0 and < 1e6f)) throw ModelFile.Error(file.Name, $"section '{prefix}.scale' is out of bounds");
        short[] written = file.Array<short>(prefix + ".transitions", (labels.Length + 1) * labels.Length);
        short[] transitions = new short[(labels.Length + 1) * lanes];
        // Lanes without a label may never win.
        transitions.AsSpan().Fill(Forbidden);
        for (int p = 0; p <= labels.Length; p++)
            for (int q = 0; q < labels.Length; q++)
                transitions[p * lanes + q] = Math.Clamp(written[p * labels.Length + q], Forbidden, Viterbi.MaxTransition);
        return new SequenceModel(labels, FeatureTable.Read(file, prefix, labels.Length, lanes), transitions, scale);
    }

    /// <summary>Writes the sections that <see cref="Read"/> reads.</summary>
    /// <param name="features">Ascending.</param>
    /// <param name="rows">For each feature a weight for each label.</param>
    /// <param name="transitions">First the weights at the start, then for each label those of the labels behind it; <see cref="short.MinValue"/> forbids.</param>
    public static void Write(
        ModelFile file, string prefix, string[] labels, ReadOnlySpan<uint> features, ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> transitions, float scale)
    {
        file.SetLines(prefix + ".labels", labels);
        file.Set(prefix + ".scale", [scale]);
        file.Set(prefix + ".transitions", transitions);
        FeatureTable.Write(file, prefix, features, rows, labels.Length);
    }
}
