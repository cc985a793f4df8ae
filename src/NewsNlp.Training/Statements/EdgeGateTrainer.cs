using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Teaches an <see cref="EdgeGate"/>: softmax over the words that a content or source may begin (or end) with; AdaGrad.</summary>
internal sealed class EdgeGateTrainer(bool last)
{
    private const int Epochs = 4;
    private const float Step = 0.1f;

    private readonly float[] _weights = new float[EdgeGate.Size], _squares = new float[EdgeGate.Size];

    /// <summary>Adds the gates of contents and of sources.</summary>
    public static void Train(IReadOnlyList<StatementExample> examples, ModelFile file)
    {
        EdgeGateTrainer contentFirst = new(false), contentLast = new(true), sourceFirst = new(false), sourceLast = new(true);
        SpanContext context = new();
        SpanWindow window = new();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (StatementExample example in examples)
            {
                foreach (AttributionData gold in example.Attributions)
                {
                    if (gold.Content.IsNone) continue;
                    context.Set(example.Tokens, gold.Cue);
                    window.FillForContent(example.Tokens, gold.Cue);
                    contentFirst.Learn(context, window.Starts, gold.Content.First);
                    contentLast.Learn(context, window.Ends, gold.Content.Last);
                    if (gold.Source.IsNone) continue;
                    context.Content = gold.Content;
                    window.FillSentence(example.Tokens, gold.Cue);
                    sourceFirst.Learn(context, window.Starts, gold.Source.First);
                    sourceLast.Learn(context, window.Ends, gold.Source.Last);
                }
            }
        }
        contentFirst.Write(file, ContentFeatures.Section);
        contentLast.Write(file, ContentFeatures.Section);
        sourceFirst.Write(file, SourceFeatures.Section);
        sourceLast.Write(file, SourceFeatures.Section);
    }

    private void Learn(SpanContext context, List<int> words, int gold)
    {
        int right = words.IndexOf(gold);
        if (right < 0) return;
        EdgeGate.EdgeView view = new(context, last);
        EdgePlaces[] places = new EdgePlaces[words.Count];
        for (int i = 0; i < places.Length; i++) places[i] = view.PlacesOf(words[i]);
        float[] shares = [.. places.Select(Sum)];
        float top = shares.Max(), total = 0;
        foreach (ref float share in shares.AsSpan()) total += share = MathF.Exp(share - top);
        for (int i = 0; i < shares.Length; i++) Move(places[i], (i == right ? 1 : 0) - shares[i] / total);
    }

    private float Sum(EdgePlaces at) => _weights[at.Tags] + _weights[at.Phrase] + _weights[at.Distance] + _weights[at.Place] + _weights[at.Content];

    private void Move(EdgePlaces at, float gradient)
    {
        foreach (int place in (ReadOnlySpan<int>)[at.Tags, at.Phrase, at.Distance, at.Place, at.Content])
        {
            _squares[place] += gradient * gradient;
            _weights[place] += Step * gradient / (MathF.Sqrt(_squares[place]) + 1e-6f);
        }
    }

    private void Write(ModelFile file, string section) =>
        PackedBytes.Pack(file, EdgeGate.SectionOf(section, last), [.. _weights.Select(weight => (byte)(sbyte)Math.Clamp(MathF.Round(weight * EdgeGate.Scale), -127, 127))]);
}
