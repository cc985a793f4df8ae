using System.Runtime.InteropServices;

namespace NewsNlp.Coreference;

/// <summary>The latest mentions whose name has a word, at most <see cref="Limit"/> of them so that looking up stays cheap on any text.</summary>
internal sealed class WordIndex
{
    private const int Limit = 16, FirstRoom = 2;

    private readonly Dictionary<ulong, Row> _rows = [];

    // The mentions of all words: each word's lie in a row, which moves to the end when it needs more room.
    private int[] _mentions = new int[8 * FirstRoom];
    private int _end;

    public void Add(ulong word, int mention)
    {
        ref Row row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, word, out _);
        if (row.Count == Limit) _mentions.AsSpan(row.First + 1, --row.Count).CopyTo(_mentions.AsSpan(row.First));
        else if (row.Count == row.Room) Move(ref row);
        _mentions[row.First + row.Count++] = mention;
    }

    /// <summary>In the order in which they were added; good as long as nothing is added.</summary>
    public ReadOnlySpan<int> Of(ulong word) => _rows.TryGetValue(word, out Row row) ? _mentions.AsSpan(row.First, row.Count) : [];

    private void Move(ref Row row)
    {
        int room = Math.Max(FirstRoom, 2 * row.Room);
        if (_end + room > _mentions.Length) Array.Resize(ref _mentions, Math.Max(2 * _mentions.Length, _end + room));
        _mentions.AsSpan(row.First, row.Count).CopyTo(_mentions.AsSpan(_end));
        (row.First, row.Room) = (_end, room);
        _end += room;
    }

    private struct Row
    {
        public int First;
        public int Count;
        public int Room;
    }
}
