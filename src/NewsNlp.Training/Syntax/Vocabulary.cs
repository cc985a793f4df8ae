using NewsNlp.Syntax;
using NewsNlp.Training.Clusters;

namespace NewsNlp.Training.Syntax;

/// <summary>The words that have a vector of their own: those that training sees often enough, and the commonest of the vectors.</summary>
internal sealed class Vocabulary
{
    private const int MinCount = 4, MaxVectorWords = 30_000;
    private const float VectorLength = 3;

    private readonly Dictionary<uint, int> _rows = [];

    private Vocabulary()
    {
    }

    /// <summary>The hash of the word of each row; row 0 stands for all other words.</summary>
    public List<uint> Hashes { get; } = [0];

    /// <summary>How often training sees the word of each row.</summary>
    public List<int> Counts { get; } = [0];

    /// <summary>First vectors by row; null where there is none.</summary>
    public List<float[]?> Vectors { get; } = [null];

    public int RowOf(uint hash) => _rows.GetValueOrDefault(hash);

    /// <summary>Words without first vectors.</summary>
    public static Vocabulary Of(IEnumerable<uint> hashes)
    {
        Vocabulary vocabulary = new();
        foreach (uint hash in hashes) vocabulary.Add(hash, MinCount, null);
        return vocabulary;
    }

    public static Vocabulary Make(string data, IEnumerable<uint> hashes, int width)
    {
        Dictionary<uint, int> counts = [];
        foreach (uint hash in hashes) counts[hash] = counts.GetValueOrDefault(hash) + 1;
        Vocabulary vocabulary = new();
        WordVectors all = WordVectors.Read(data);
        (string[] words, float[][] vectors) = (all.Words, MainAxes.Cut(all, width, VectorLength));
        for (int i = 0; i < words.Length; i++)
        {
            uint hash = WordFeatures.HashOf(words[i]);
            int count = counts.GetValueOrDefault(hash);
            if (i < MaxVectorWords || count >= MinCount) vocabulary.Add(hash, count, vectors[i]);
        }
        foreach ((uint hash, int count) in counts.Where(pair => pair.Value >= MinCount).OrderBy(pair => pair.Key)) vocabulary.Add(hash, count, null);
        return vocabulary;
    }

    private void Add(uint hash, int count, float[]? vector)
    {
        if (hash == 0 || !_rows.TryAdd(hash, Hashes.Count)) return;
        Hashes.Add(hash);
        Counts.Add(count);
        Vectors.Add(vector);
    }
}
