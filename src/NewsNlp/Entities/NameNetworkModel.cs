using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Entities;

/// <summary>
/// The weights of the <see cref="NameNetwork"/> as whole numbers, see <see cref="NetworkNumbers"/>: vectors of words, tables of facts, layers that see
/// neighbours, and a score for each of <see cref="ClassLabels"/>.
/// </summary>
internal sealed class NameNetworkModel
{
    /// <summary>Of the sections in the names' file.</summary>
    public const string Prefix = "network";

    /// <summary>A word is seen with two neighbours on each side, in each layer.</summary>
    public const int Window = 5, Side = Window / 2;

    /// <summary>Numbers of a word's vector, and as many of its facts beside them.</summary>
    public const int HalfWidth = 64, WordWidth = 2 * HalfWidth;

    /// <summary>Scores of a token, more than there are labels.</summary>
    public const int Scores = ByteScorer.Block;

    private const int MaxWidth = 512, MaxLayers = 4;

    private NameNetworkModel(ModelFile file)
    {
        int[] size = file.Array<int>(Section("size"), 2);
        (Width, int layers) = (size[0], size[1]);
        if (Width is < ByteMatrix.Panel or > MaxWidth || Width % ByteMatrix.Panel != 0) throw ModelFile.Error(file.Name, $"a layer of width {Width}");
        if (layers is < 1 or > MaxLayers) throw ModelFile.Error(file.Name, $"{layers} layers");
        uint[] hashes = file.Array<uint>(Section("words"));
        if (hashes.Length == 0) throw ModelFile.Error(file.Name, "its network knows no words");
        Words = new WordTable(hashes);
        Vectors = file.Array<sbyte>(Section("vectors"), hashes.Length * HalfWidth);
        Facts = file.Array<sbyte>(Section("facts"), NameNetworkFeatures.Rows * HalfWidth);
        sbyte[] first = NetworkNumbers.Weights(file, Section("layer.0"), Window * WordWidth * Width);
        First = new (ByteMatrix, short[])[Window];
        for (int place = 0; place < Window; place++) First[place] = PlaceOf(first.AsSpan(place * WordWidth * Width, WordWidth * Width));
        FirstBias = file.Array<short>(Section("layer.0.bias"), Width);
        Later = new (ByteMatrix, short[])[layers - 1];
        for (int i = 1; i < layers; i++) Later[i - 1] = Layer(file, i);
        Output = new ByteScorer(NetworkNumbers.Weights(file, Section("scores"), Width * Scores), NetworkNumbers.Biases(file, Section("scores.bias"), Scores));
    }

    public int Width { get; }

    public WordTable Words { get; }

    public sbyte[] Vectors { get; }

    public sbyte[] Facts { get; }

    /// <summary>For each place of its window what the first layer makes of a word there, and what it makes of a word's offset, below zero.</summary>
    public (ByteMatrix Weights, short[] Offset)[] First { get; }

    public short[] FirstBias { get; }

    /// <summary>The layers behind the first: each sees the one before and adds to it.</summary>
    public (ByteMatrix Weights, short[] Bias)[] Later { get; }

    public ByteScorer Output { get; }

    public static string Section(string name) => $"{Prefix}.{name}";

    /// <exception cref="InvalidModelException">A section is missing, of another shape or out of bounds.</exception>
    public static NameNetworkModel Read(ModelFile file) => new(file);

    private (ByteMatrix Weights, short[] Offset) PlaceOf(ReadOnlySpan<sbyte> weights)
    {
        short[] offset = new short[Width];
        for (int i = 0; i < weights.Length; i++) offset[i % Width] = unchecked((short)(offset[i % Width] - NetworkNumbers.WordOffset * weights[i]));
        return (new ByteMatrix(weights, WordWidth, Width), offset);
    }

    private (ByteMatrix Weights, short[] Bias) Layer(ModelFile file, int index)
    {
        int inner = Window * Width;
        return (new ByteMatrix(NetworkNumbers.Weights(file, Section($"layer.{index}"), inner * Width), inner, Width), file.Array<short>(Section($"layer.{index}.bias"), Width));
    }
}
