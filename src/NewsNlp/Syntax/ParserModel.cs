using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Syntax;

/// <summary>
/// The weights of the parser's network as whole numbers, see <see cref="NetworkNumbers"/>.
/// </summary>
internal sealed class ParserModel
{
    public const string Name = "syntax";

    /// <summary>Binary places of sums of the hidden layer.</summary>
    public const int HiddenPlaces = 9;

    private const int MaxWidth = 1024, MaxLayers = 8;

    private ParserModel(ModelFile file)
    {
        int[] size = file.Array<int>("size", 4);
        foreach (int width in size[..3]) if (width is < 64 or > MaxWidth || width % ByteMatrix.Panel != 0) throw ModelFile.Error(Name, $"a layer of width {width}");
        if (size[3] is < 1 or > MaxLayers) throw ModelFile.Error(Name, $"{size[3]} layers");
        (WordWidth, TokenWidth, HiddenWidth) = (size[0], size[1], size[2]);
        uint[] hashes = file.Array<uint>("words");
        if (hashes.Length == 0) throw ModelFile.Error(Name, "it knows no words");
        Words = new WordTable(hashes);
        Vectors = file.Array<sbyte>("vectors", hashes.Length * WordWidth);
        Endings = file.Array<sbyte>("endings", WordFeatures.EndingRows * WordWidth);
        Tags = file.Array<sbyte>("tags", WordFeatures.TagRows * WordWidth);
        Parts = file.Array<sbyte>("parts", WordFeatures.PosRows * WordWidth);
        Kinds = file.Array<sbyte>("kinds", WordFeatures.KindRows * WordWidth);
        Doubts = file.Array<sbyte>("doubts", WordFeatures.DoubtRows * WordWidth);
        Layers = new (ByteMatrix, short[])[size[3]];
        for (int i = 0; i < Layers.Length; i++) Layers[i] = Layer(file, i);
        int columns = StateFeatures.ColumnOf(StateFeatures.Roles, HiddenWidth);
        Roles = Matrix(file, "roles", TokenWidth, columns);
        RoleTags = file.Array<short>("roles.tags", WordFeatures.TagRows * columns);
        NoWord = file.Array<short>("roles.none", columns);
        Relations = file.Array<short>("relations", StateFeatures.Relations * StateFeatures.NarrowWidth);
        for (int role = StateFeatures.FirstChildRole; role < StateFeatures.Roles; role++)
            LaneMath.Add(RelationRow(role, 0), NoWord.AsSpan(StateFeatures.ColumnOf(role, HiddenWidth), StateFeatures.NarrowWidth));
        Pairs = PairsOf(file.Array<short>("facts", StateFeatures.FactRows * HiddenWidth));
        Moves = new ByteDots(
            NetworkNumbers.Weights(file, "moves", HiddenWidth * ParserNetwork.MoveOutputs), ParserNetwork.MoveOutputs, file.Array<int>("moves.bias", ParserNetwork.MoveOutputs).AsSpan(0, ParserNetwork.Moves));
        Left = Scorer(file, "left", RelationBiases(file, "left.bias"));
        Right = Scorer(file, "right", RelationBiases(file, "right.bias"));
    }

    public int WordWidth { get; }

    public int TokenWidth { get; }

    public int HiddenWidth { get; }

    /// <summary>Bytes of a word's window in the layers behind the first.</summary>
    public int WindowBytes => ParserNetwork.Window * TokenWidth;

    public WordTable Words { get; }

    public sbyte[] Vectors { get; }

    public sbyte[] Endings { get; }

    public sbyte[] Tags { get; }

    public sbyte[] Parts { get; }

    public sbyte[] Kinds { get; }

    public sbyte[] Doubts { get; }

    /// <summary>The first sees words, with their offset taken off by its bias; each other one sees the one before and adds to it.</summary>
    public (ByteMatrix Weights, short[] Bias)[] Layers { get; }

    public ByteMatrix Roles { get; }

    /// <summary>For each tag what it adds in each role.</summary>
    public short[] RoleTags { get; }

    /// <summary>What each role adds that has no word; that there is no relation then is part of it.</summary>
    public short[] NoWord { get; }

    /// <summary>What a child's relation adds in each of the children's roles.</summary>
    public short[] Relations { get; }

    /// <summary>A row for each pair of facts.</summary>
    public short[] Pairs { get; }

    public ByteDots Moves { get; }

    public ByteScorer Left { get; }

    public ByteScorer Right { get; }

    /// <summary>What a child's relation adds in a role.</summary>
    public ReadOnlySpan<short> RelationRow(int role, byte relation) =>
        Relations.AsSpan(StateFeatures.RelationRow(role, relation) * StateFeatures.NarrowWidth, StateFeatures.NarrowWidth);

    /// <exception cref="InvalidModelException">The file is damaged or of another shape.</exception>
    public static ParserModel Load(ModelSource models) => new(models.Load(Name));

    public static ParserModel From(ModelFile file) => new(file);

    private (ByteMatrix Weights, short[] Bias) Layer(ModelFile file, int index)
    {
        int inner = ParserNetwork.Window * (index == 0 ? WordWidth : TokenWidth);
        sbyte[] weights = NetworkNumbers.Weights(file, $"layer.{index}", inner * TokenWidth);
        short[] bias = file.Array<short>($"layer.{index}.bias", TokenWidth);
        if (index == 0) for (int i = 0; i < weights.Length; i++) bias[i % TokenWidth] = unchecked((short)(bias[i % TokenWidth] - NetworkNumbers.WordOffset * weights[i]));
        return (new ByteMatrix(weights, inner, TokenWidth), bias);
    }

    private short[] PairsOf(ReadOnlySpan<short> facts)
    {
        short[] rows = new short[StateFeatures.AllPairs * HiddenWidth];
        for (int pair = 0; pair < StateFeatures.AllPairs; pair++)
        {
            (int first, int second) = StateFeatures.FactsOfPair(pair);
            Span<short> row = rows.AsSpan(pair * HiddenWidth, HiddenWidth);
            LaneMath.Add(facts.Slice(first * HiddenWidth, HiddenWidth), row);
            LaneMath.Add(facts.Slice(second * HiddenWidth, HiddenWidth), row);
        }
        return rows;
    }

    private static ByteMatrix Matrix(ModelFile file, string section, int inner, int columns) => new(NetworkNumbers.Weights(file, section, inner * columns), inner, columns);

    private ByteScorer Scorer(ModelFile file, string section, int[] biases) => new(NetworkNumbers.Weights(file, section, HiddenWidth * biases.Length), biases);

    // What is no relation of an arc never has the best score.
    private static int[] RelationBiases(ModelFile file, string section)
    {
        int[] biases = NetworkNumbers.Biases(file, section, ParserNetwork.RelationOutputs);
        for (int i = 0; i < biases.Length; i++)
            if (i <= Syntax.Relations.Root || i >= Syntax.Relations.Names.Length) biases[i] = -NetworkNumbers.MostBias;
        return biases;
    }
}
