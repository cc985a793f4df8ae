namespace NewsNlp.Training.Learning;

/// <summary>BIO labels: O is 0, then B and I of each type in turn.</summary>
internal static class Bio
{
    public static string[] Labels(IEnumerable<string> types) => ["O", .. types.SelectMany(type => new[] { "B-" + type, "I-" + type })];

    /// <summary>I of a type stands only behind B or I of the same type.</summary>
    public static bool MayFollow(int before, int label) => label <= 0 || label % 2 == 1 || before == label || before == label - 1;
}
