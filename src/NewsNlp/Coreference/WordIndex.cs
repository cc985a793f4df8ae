namespace NewsNlp.Coreference;

/// <summary>The latest mentions whose name has a word, at most <see cref="Limit"/> of them so that looking up stays cheap on any text.</summary>
internal sealed class WordIndex
{
    private const int Limit = 16;

    private readonly Dictionary<ulong, List<int>> _mentions = [];

    public void Add(ulong word, int mention)
    {
        if (!_mentions.TryGetValue(word, out List<int>? list)) _mentions[word] = list = [];
        if (list.Count == Limit) list.RemoveAt(0);
        list.Add(mention);
    }

    public IReadOnlyList<int> Of(ulong word) => _mentions.TryGetValue(word, out List<int>? list) ? list : [];
}
