using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Syntax;

/// <summary>
/// The weights of the parser's network as whole numbers. Each kind of number stands for its value times a scale; the scales are powers of
/// two, so that going from one to the next is a shift.
/// </summary>
internal sealed class ParserModel
{
    public const string Name = "syntax";

    /// <summary>Binary places of values that are bytes (word vectors, what one layer hands to the next), of sums of the hidden layer, and of weights.</summary>
    public const int BytePlaces = 5, HiddenPlaces = 9, WeightPlaces = 6;

    /// <summary>Binary places of a product of a byte and a weight.</summary>
    public const int ProductPlaces = BytePlaces + WeightPlaces;

    /// <summary>A word's numbers may be below zero; as bytes they are that much larger.</summary>
    public const int WordOffset = 128;

    private const int MaxWidth = 1024;

    private ParserModel(ModelFile file)
    {
        int[] size = file.Array<int>("size", 3);
        foreach (int width in size) if (width is < 64 or > MaxWidth || width % ByteMatrix.Panel != 0) throw ModelFile.Error(Name, $"a layer of width {width}");
        (WordWidth, TokenWidth, HiddenWidth) = (size[0], size[1], size[2]);
        uint[] hashes = file.Array<uint>("words");
        if (hashes.Length == 0) throw ModelFile.Error(Name, "it knows no words");
        Words = new WordTable(hashes);
        Vectors = file.Array<sbyte>("vectors", hashes.Length * WordWidth);
        Endings = file.Array<sbyte>("endings", WordFeatures.EndingRows * WordWidth);
        Tags = file.Array<sbyte>("tags", WordFeatures.TagRows * WordWidth);
        Parts = file.Array<sbyte>("parts", WordFeatures.PosRows * WordWidth);
        Kinds = file.Array<sbyte>("kinds", WordFeatures.KindRows * WordWidth);
        First = Matrix(file, "first", ParserNetwork.Window * WordWidth, TokenWidth);
        FirstBias = FirstBiasOf(file);
        Second = Matrix(file, "second", ParserNetwork.Window * TokenWidth, TokenWidth);
        SecondBias = file.Array<short>("second.bias", TokenWidth);
        Roles = Matrix(file, "roles", TokenWidth, StateFeatures.Roles * HiddenWidth);
        RoleTags = file.Array<short>("roles.tags", WordFeatures.TagRows * StateFeatures.Roles * HiddenWidth);
        Facts = file.Array<short>("facts", (StateFeatures.Rows + StateFeatures.Roles) * HiddenWidth);
        Moves = Scorer(file, "moves", ParserNetwork.MoveOutputs);
        Left = Scorer(file, "left", ParserNetwork.RelationOutputs);
        Right = Scorer(file, "right", ParserNetwork.RelationOutputs);
    }

    public int WordWidth { get; }

    public int TokenWidth { get; }

    public int HiddenWidth { get; }

    public WordTable Words { get; }

    public sbyte[] Vectors { get; }

    public sbyte[] Endings { get; }

    public sbyte[] Tags { get; }

    public sbyte[] Parts { get; }

    public sbyte[] Kinds { get; }

    public ByteMatrix First { get; }

    public short[] FirstBias { get; }

    public ByteMatrix Second { get; }

    public short[] SecondBias { get; }

    public ByteMatrix Roles { get; }

    /// <summary>For each tag what it adds in each role.</summary>
    public short[] RoleTags { get; }

    /// <summary>Rows of <see cref="StateFeatures"/>, then one for each role that has no word.</summary>
    public short[] Facts { get; }

    public ByteScorer Moves { get; }

    public ByteScorer Left { get; }

    public ByteScorer Right { get; }

    /// <exception cref="InvalidModelException">The file is damaged or of another shape.</exception>
    public static ParserModel Load(ModelSource models) => new(models.Load(Name));

    public static ParserModel From(ModelFile file) => new(file);

    // Takes off what the words' offset adds.
    private short[] FirstBiasOf(ModelFile file)
    {
        short[] bias = file.Array<short>("first.bias", TokenWidth);
        ReadOnlySpan<sbyte> weights = file.Array<sbyte>("first");
        for (int i = 0; i < weights.Length; i++) bias[i % TokenWidth] = unchecked((short)(bias[i % TokenWidth] - WordOffset * weights[i]));
        return bias;
    }

    private static ByteMatrix Matrix(ModelFile file, string section, int inner, int columns) => new(Weights(file, section, inner * columns), inner, columns);

    private ByteScorer Scorer(ModelFile file, string section, int outputs) =>
        new(Weights(file, section, HiddenWidth * outputs), file.Array<int>(section + ".bias", outputs));

    private static sbyte[] Weights(ModelFile file, string section, int count)
    {
        sbyte[] weights = file.Array<sbyte>(section, count);
        return ByteMatrix.Fits(weights) ? weights : throw ModelFile.Error(Name, $"the weights '{section}' are too large");
    }
}
