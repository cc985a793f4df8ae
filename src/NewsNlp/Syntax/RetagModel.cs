using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Syntax;

/// <summary>
/// The weights of the <see cref="Retagger"/>: what a word's window in the parser's network and the tagger's first and second choice add to a hidden layer
/// and, with it, to the score of each label; and what the first choice's lead adds to its score. Whole numbers, with the places of <see cref="ParserModel"/>.
/// </summary>
internal sealed class RetagModel
{
    public const string Name = "retags";

    /// <summary>Rows of a label: 0 where the tags are no label, else the label's number and one.</summary>
    public const int LabelRows = TagLabels.Lanes + 1;

    /// <summary>Scores for all lanes, more than there are labels.</summary>
    public const int Scores = TagLabels.Lanes;

    /// <summary>The tagger's steps of a lead that share a row.</summary>
    public const int LeadStep = TagModel.Scale / 8;

    /// <summary>Rows of leads.</summary>
    public const int LeadRows = TagDoubt.Little / LeadStep;

    private const int MaxHidden = 1024, MostBias = 1 << 23;

    private readonly byte[] _rowOf = new byte[WordFeatures.TagRows * WordFeatures.PosRows];

    private RetagModel(ModelFile file, int window)
    {
        HiddenWidth = file.Array<int>("size", 1)[0];
        if (HiddenWidth is < LaneMath.Block or > MaxHidden || HiddenWidth % LaneMath.Block != 0) throw ModelFile.Error(Name, $"a layer of width {HiddenWidth}");
        Labels = TagLabels.Read(file);
        for (int label = 0; label < Labels.Count; label++) _rowOf[PlaceOf(Labels.Tag(label), Labels.Pos(label))] = (byte)(label + 1);
        Hidden = new ByteScorer(Weights(file, "hidden", window * HiddenWidth), Biases(file, "hidden.bias", HiddenWidth));
        HiddenLabels = file.Array<short>("hidden.labels", LabelRows * HiddenWidth);
        HiddenSeconds = file.Array<short>("hidden.seconds", WordFeatures.TagRows * HiddenWidth);
        Output = new ByteScorer(Weights(file, "scores", HiddenWidth * Scores), Biases(file, "scores.bias", Scores));
        OutputLabels = file.Array<short>("scores.labels", LabelRows * Scores);
        OutputSeconds = file.Array<short>("scores.seconds", WordFeatures.TagRows * Scores);
        Leads = file.Array<short>("leads", LeadRows);
    }

    public int HiddenWidth { get; }

    public TagLabels Labels { get; }

    public ByteScorer Hidden { get; }

    public short[] HiddenLabels { get; }

    public short[] HiddenSeconds { get; }

    public ByteScorer Output { get; }

    public short[] OutputLabels { get; }

    public short[] OutputSeconds { get; }

    /// <summary>What the first choice's lead adds to its score.</summary>
    public short[] Leads { get; }

    /// <summary>The row of a word's label.</summary>
    public int RowOf(byte tag, PartOfSpeech pos) => _rowOf[PlaceOf(tag, pos)];

    /// <param name="window">Bytes of a <see cref="ParserNetwork.TokenWindow"/>.</param>
    /// <exception cref="InvalidModelException">The file is damaged or of another shape.</exception>
    public static RetagModel Read(ModelFile file, int window) => new(file, window);

    private static int PlaceOf(byte tag, PartOfSpeech pos) => tag * WordFeatures.PosRows + (int)pos;

    private static sbyte[] Weights(ModelFile file, string section, int count)
    {
        sbyte[] weights = file.Array<sbyte>(section, count);
        return ByteMatrix.Fits(weights) ? weights : throw ModelFile.Error(Name, $"the weights '{section}' are too large");
    }

    private static int[] Biases(ModelFile file, string section, int count)
    {
        int[] biases = file.Array<int>(section, count);
        return biases.AsSpan().ContainsAnyExceptInRange(-MostBias, MostBias) ? throw ModelFile.Error(Name, $"a number of '{section}' is too large") : biases;
    }
}
