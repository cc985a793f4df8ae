using NewsNlp.Lexicon;

namespace NewsNlp.Dates;

/// <summary>Words that tell the direction of a bare weekday or month; tags, where there are some, tell the rest.</summary>
internal sealed class TenseWords
{
    private readonly WordMap<Direction> _words = new(
        LexiconFile.Rows("dates/tense").Select(row => KeyValuePair.Create(row[0], Enum.Parse<Direction>(row[1]))));

    public Direction Of(ReadOnlySpan<char> word) => word.Length <= 14 && _words.TryGet(word, out Direction direction) ? direction : Direction.Unknown;
}
