using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;

namespace NewsNlp.Tests.Learning;

/// <summary>
/// An invented task that needs every part of the engine: symbols 0 to 3, where the label of 0 and 1 is known from the symbol, that of
/// 2 from the label before, and 3 opens a span that 2 goes on with.
/// </summary>
internal static class TinyTask
{
    public static readonly string[] Labels = Bio.Labels(["A", "B"]);

    public static (int[] Symbols, int[] Labels) Sequence(Random random, int length)
    {
        int[] symbols = new int[length], labels = new int[length];
        int before = 0;
        for (int i = 0; i < length; i++)
        {
            symbols[i] = random.Next(4);
            before = labels[i] = symbols[i] switch
            {
                0 => 0,
                1 => 1,
                3 => 3,
                _ => before is 1 or 2 ? 2 : before is 3 or 4 ? 4 : 0,
            };
        }
        return (symbols, labels);
    }

    public static void Features<TSink>(int symbol, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        sink.Add(FeatureHash.Of(1, (ulong)symbol));
        sink.Add(FeatureHash.Of(2, (ulong)symbol / 2));
    }

    public static CrfExample Example(Random random, int length, bool half = false)
    {
        (int[] symbols, int[] labels) = Sequence(random, length);
        FeatureList list = new();
        foreach (int symbol in symbols)
        {
            Features(symbol, ref list);
            list.EndToken();
        }
        ulong[] allowed = [.. labels.Select(label => 1UL << label)];
        // Every other sequence leaves the type of its spans open.
        if (half)
            for (int i = 0; i < allowed.Length; i++) allowed[i] = labels[i] switch { 1 or 3 => 0b01010, 2 or 4 => 0b10100, _ => 1 };
        return list.ToExample(allowed, 1);
    }

    public static CrfResult Train(int sequences, bool half = false, ulong seed = 1, int models = 1)
    {
        Random random = new(5);
        CrfExample[] examples = [.. Enumerable.Range(0, sequences).Select(i => Example(random, 12, half && i % 2 == 1))];
        return CrfTrainer.Train(Labels, examples, new CrfOptions { MayFollow = Bio.MayFollow, Seed = seed, Epochs = 20, Step = 0.3f, Dropout = 0, Models = models });
    }

    public static SequenceModel Model(CrfResult result) => SequenceModel.Read(File(result));

    public static ModelFile File(CrfResult result)
    {
        ModelFile file = new("tiny");
        result.WriteTo(file);
        return file;
    }

    public static byte[] Decode(SequenceModel model, int[] symbols)
    {
        short[] scores = new short[symbols.Length * model.Lanes];
        uint[] buffer = new uint[16];
        for (int i = 0; i < symbols.Length; i++)
        {
            BatchSink sink = new(model.Weights, buffer);
            Features(symbols[i], ref sink);
            sink.AddTo(scores.AsSpan(i * model.Lanes, model.Lanes));
        }
        byte[] labels = new byte[symbols.Length];
        Viterbi.Decode(model, scores, labels, new ViterbiScratch());
        return labels;
    }
}
