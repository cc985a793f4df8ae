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

    /// <summary>Binary places of word vectors (bytes), of values between layers, of the hidden layer, and of all weights.</summary>
    public const int WordPlaces = 5, LayerPlaces = 8, HiddenPlaces = 9, WeightPlaces = 10;

    /// <summary>Values between layers are cut here.</summary>
    public const int MaxLayer = 4095, MaxHidden = 16383;

    private const int MaxWidth = 1024;

    private ParserModel(ModelFile file)
    {
        int[] size = file.Array<int>("size", 3);
        foreach (int width in size) if (width is < 64 or > MaxWidth || width % IntegerMatrix.Panel != 0) throw ModelFile.Error(Name, $"a layer of width {width}");
        (WordWidth, TokenWidth, HiddenWidth) = (size[0], size[1], size[2]);
        uint[] hashes = file.Array<uint>("words");
        if (hashes.Length == 0) throw ModelFile.Error(Name, "it knows no words");
        Words = new WordTable(hashes);
        Vectors = file.Array<sbyte>("vectors", hashes.Length * WordWidth);
        Endings = file.Array<sbyte>("endings", WordFeatures.EndingRows * WordWidth);
        Tags = file.Array<sbyte>("tags", WordFeatures.TagRows * WordWidth);
        Parts = file.Array<sbyte>("parts", WordFeatures.PosRows * WordWidth);
        Kinds = file.Array<sbyte>("kinds", WordFeatures.KindRows * WordWidth);
        First = Matrix(file, "first", ParserNetwork.Window * WordWidth, TokenWidth, 5 * sbyte.MaxValue + 5);
        FirstBias = file.Array<short>("first.bias", TokenWidth);
        Second = Matrix(file, "second", ParserNetwork.Window * TokenWidth, TokenWidth, MaxLayer);
        SecondBias = file.Array<short>("second.bias", TokenWidth);
        Roles = Matrix(file, "roles", TokenWidth, StateFeatures.Roles * HiddenWidth, MaxLayer);
        RoleTags = file.Array<short>("roles.tags", WordFeatures.TagRows * StateFeatures.Roles * HiddenWidth);
        Facts = file.Array<short>("facts", (StateFeatures.Rows + StateFeatures.Roles) * HiddenWidth);
        Matrix(file, "moves", HiddenWidth, IntegerMatrix.Panel, MaxHidden);
        Moves = MoveRows(file.Array<short>("moves"));
        Left = Matrix(file, "left", HiddenWidth, IntegerMatrix.Panel, MaxHidden);
        Right = Matrix(file, "right", HiddenWidth, IntegerMatrix.Panel, MaxHidden);
        Biases = file.Array<int>("output.bias", 3 * IntegerMatrix.Panel);
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

    public IntegerMatrix First { get; }

    public short[] FirstBias { get; }

    public IntegerMatrix Second { get; }

    public short[] SecondBias { get; }

    public IntegerMatrix Roles { get; }

    /// <summary>For each tag what it adds in each role.</summary>
    public short[] RoleTags { get; }

    /// <summary>Rows of <see cref="StateFeatures"/>, then one for each role that has no word.</summary>
    public short[] Facts { get; }

    /// <summary>A row for each of the three moves.</summary>
    public short[] Moves { get; }

    public IntegerMatrix Left { get; }

    public IntegerMatrix Right { get; }

    /// <summary>Of moves, left and right relations.</summary>
    public int[] Biases { get; }

    /// <exception cref="InvalidModelException">The file is damaged or of another shape.</exception>
    public static ParserModel Load(ModelSource models) => new(models.Load(Name));

    public static ParserModel From(ModelFile file) => new(file);

    // Three columns are too few for a matrix product to pay.
    private short[] MoveRows(short[] columns)
    {
        short[] rows = new short[3 * HiddenWidth];
        for (int move = 0; move < 3; move++)
            for (int k = 0; k < HiddenWidth; k++) rows[move * HiddenWidth + k] = columns[k * IntegerMatrix.Panel + move];
        return rows;
    }

    private static IntegerMatrix Matrix(ModelFile file, string section, int inner, int columns, int largestInput)
    {
        IntegerMatrix matrix = new(file.Array<short>(section, inner * columns), inner, columns);
        return matrix.LargestInput >= largestInput ? matrix : throw ModelFile.Error(Name, $"the weights '{section}' are too large");
    }
}
