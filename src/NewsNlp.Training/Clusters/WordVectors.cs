using System.Runtime.InteropServices;

namespace NewsNlp.Training.Clusters;

/// <summary>Words by falling frequency, each with a vector of length 1.</summary>
internal sealed class WordVectors
{
    /// <summary>Dimensions as stored; rows are padded with zeros to whole vector registers.</summary>
    private const int Stored = 100;

    public const int Size = 104;

    private WordVectors(string[] words, float[] rows) => (Words, Rows) = (words, rows);

    public string[] Words { get; }

    /// <summary><see cref="Size"/> numbers to a word.</summary>
    public float[] Rows { get; }

    /// <summary>Reads <c>vectors/glove-100d</c> below a data folder.</summary>
    public static WordVectors Read(string data)
    {
        string[] words = File.ReadAllLines(Path.Combine(data, "vectors", "glove-100d.words.txt"));
        byte[] bytes = File.ReadAllBytes(Path.Combine(data, "vectors", "glove-100d.f16"));
        ReadOnlySpan<Half> numbers = MemoryMarshal.Cast<byte, Half>(bytes);
        if (numbers.Length != words.Length * Stored) throw new InvalidDataException($"{words.Length} words, but {numbers.Length} numbers.");
        float[] rows = new float[words.Length * Size];
        for (int word = 0; word < words.Length; word++)
        {
            Span<float> row = rows.AsSpan(word * Size, Size);
            for (int i = 0; i < Stored; i++) row[i] = (float)numbers[word * Stored + i];
        }
        RemoveCommonPart(rows);
        return new WordVectors(words, rows);
    }

    // What all vectors share says how frequent a word is, not what it means; left in, all frequent words fall into a few clusters.
    private static void RemoveCommonPart(float[] rows)
    {
        float[] mean = new float[Size];
        for (int i = 0; i < rows.Length; i++) mean[i % Size] += rows[i];
        for (int i = 0; i < Size; i++) mean[i] /= rows.Length / Size;
        for (int i = 0; i < rows.Length; i++) rows[i] -= mean[i % Size];
        for (int start = 0; start < rows.Length; start += Size) Normalize(rows.AsSpan(start, Size));
    }

    public static void Normalize(Span<float> row)
    {
        float length = 0;
        foreach (float value in row) length += value * value;
        if (length == 0) return;
        float scale = 1 / MathF.Sqrt(length);
        foreach (ref float value in row) value *= scale;
    }
}
