namespace NewsNlp.Learning;

/// <summary>From a word's hash to its row; open addressing.</summary>
internal sealed class WordTable
{
    private readonly uint[] _hashes;
    private readonly int[] _rows;
    private readonly uint _mask;

    /// <param name="hashes">By row; row 0 stands for words that are not there.</param>
    public WordTable(ReadOnlySpan<uint> hashes)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 2);
        (_hashes, _rows, _mask) = (new uint[size], new int[size], (uint)size - 1);
        for (int row = 1; row < hashes.Length; row++)
        {
            uint at = hashes[row] & _mask;
            while (_rows[at] != 0) at = (at + 1) & _mask;
            _hashes[at] = hashes[row];
            _rows[at] = row;
        }
    }

    public int RowOf(uint hash)
    {
        for (uint at = hash & _mask; _rows[at] != 0; at = (at + 1) & _mask)
            if (_hashes[at] == hash) return _rows[at];
        return 0;
    }
}
