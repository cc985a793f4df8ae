using NewsNlp.Lexicon;

namespace NewsNlp.Dates;

/// <summary>Words that tell the direction of a bare weekday or month; tags, where there are some, tell the rest.</summary>
internal sealed class TenseWords
{
    private readonly WordMap<Direction> _words = new(
        LexiconFile.Rows("dates/tense").Select(row => KeyValuePair.Create(row[0], Enum.Parse<Direction>(row[1]))));

    private readonly WordSet _reporting = LexiconFile.Words("dates/reporting");

    /// <summary>True for verbs whose present tense tells of the past or of nothing: says, shows, is.</summary>
    public bool IsReporting(ReadOnlySpan<char> word) => _reporting.Contains(word);

    public Direction Of(ReadOnlySpan<char> word) => word.Length <= 14 && _words.TryGet(word, out Direction direction) ? direction : Direction.Unknown;
}
