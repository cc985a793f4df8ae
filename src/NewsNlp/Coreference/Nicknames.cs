using NewsNlp.Lexicon;

namespace NewsNlp.Coreference;

/// <summary>Given names that may stand for one another: <c>William</c>, <c>Bill</c>.</summary>
internal sealed class Nicknames
{
    private readonly HashSet<(ulong, ulong)> _pairs = [];

    public Nicknames()
    {
        foreach (string[] row in LexiconFile.Rows("coreference/nicknames"))
        {
            ulong full = NameWords.WordKey(row[0]), nick = NameWords.WordKey(row[1]);
            _pairs.Add((full, nick));
            _pairs.Add((nick, full));
        }
    }

    public bool Match(ulong first, ulong second) => _pairs.Contains((first, second));
}
