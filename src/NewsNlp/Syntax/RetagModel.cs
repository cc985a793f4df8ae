using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;

namespace NewsNlp.Syntax;

/// <summary>
/// The weights of the <see cref="Retagger"/>: what a word's window in the parser's network and the tagger's first and second choice add to a hidden layer
/// and, with it, to the score of each label; and what the first choice's lead adds to its score. Whole numbers, with the places of <see cref="ParserModel"/>.
/// The hidden layer is that of several networks side by side, whose scores are added up.
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

    private const int MaxHidden = 1024;

    private RetagModel(ModelFile file, int window)
    {
        HiddenWidth = file.Array<int>("size", 1)[0];
        if (HiddenWidth is < ByteMatrix.Panel or > MaxHidden || HiddenWidth % ByteMatrix.Panel != 0) throw ModelFile.Error(Name, $"a layer of width {HiddenWidth}");
        Labels = TagLabels.Read(file);
        Hidden = new ByteMatrix(NetworkNumbers.Weights(file, "hidden", window * HiddenWidth), window, HiddenWidth);
        HiddenLabels = file.Array<short>("hidden.labels", LabelRows * HiddenWidth);
        HiddenSeconds = file.Array<short>("hidden.seconds", WordFeatures.TagRows * HiddenWidth);
        Output = new ByteScorer(NetworkNumbers.Weights(file, "scores", HiddenWidth * Scores), new int[Scores]);
        OutputLabels = file.Array<short>("scores.labels", LabelRows * Scores);
        OutputSeconds = file.Array<short>("scores.seconds", WordFeatures.TagRows * Scores);
        Leads = file.Array<short>("leads", LeadRows);
    }

    public int HiddenWidth { get; }

    public TagLabels Labels { get; }

    public ByteMatrix Hidden { get; }

    /// <summary>Row by row, see <see cref="LabelRows"/>; so are <see cref="OutputLabels"/>.</summary>
    public short[] HiddenLabels { get; }

    /// <summary>Row by row, one of a tag; so are <see cref="OutputSeconds"/>.</summary>
    public short[] HiddenSeconds { get; }

    public ByteScorer Output { get; }

    public short[] OutputLabels { get; }

    public short[] OutputSeconds { get; }

    /// <summary>What the first choice's lead adds to its score.</summary>
    public short[] Leads { get; }

    /// <summary>The row of a word that has these, see <see cref="LabelRows"/>; the same where it is learned from.</summary>
    public static int RowOf(TagLabels labels, byte tag, PartOfSpeech pos) => labels.IndexOf(tag, pos) + 1;

    /// <param name="window">Bytes of a <see cref="ParserNetwork.TokenWindow"/>.</param>
    /// <exception cref="InvalidModelException">The file is damaged or of another shape.</exception>
    public static RetagModel Read(ModelFile file, int window) => new(file, window);
}
