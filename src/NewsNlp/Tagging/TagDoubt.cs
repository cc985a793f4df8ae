namespace NewsNlp.Tagging;

/// <summary>A tagger's second choice of a Penn tag and how near it came, in a byte; 0 where there is little doubt or none.</summary>
internal static class TagDoubt
{
    /// <summary>One more than the largest.</summary>
    public const int Count = 3 * TagPlaces;

    private const int TagPlaces = 64;

    /// <summary>The first choice's lead below which there is little doubt, some, and much.</summary>
    public const int Little = 3 * TagModel.Scale, Some = 2 * TagModel.Scale, Much = TagModel.Scale * 3 / 4;

    /// <param name="second">Number of the tag in <see cref="PennTags"/>.</param>
    /// <param name="lead">How far the first choice's score lies above its own.</param>
    public static byte Of(byte second, int lead) => (byte)(lead >= Some ? 0 : second + (lead >= Much ? TagPlaces : 2 * TagPlaces));
}
