using System.CommandLine;
using NewsNlp.Learning;

namespace NewsNlp.Training.Clusters;

/// <summary>Trains <see cref="WordClusters"/>: words into fine clusters, the fine weights' centres into middle weights, theirs into coarse weights.</summary>
internal static class ClustersCommand
{
    private const int FineIterations = 20;
    private const int OtherIterations = 40;

    // Rare words lie anywhere; the first centres are frequent weights.
    private const int FrequentWords = 30_000;

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("clusters", "Word clusters from word vectors; half a minute.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, int seed)
    {
        WordVectors vectors = WordVectors.Read(data);
        int[] weights = Weights(vectors.Words.Length);
        KMeans fine = KMeans.Run(
            vectors.Rows, weights, WordVectors.Size, WordClusters.FineCount - 1, Math.Min(FrequentWords, weights.Length), FineIterations, seed);
        KMeans middle = Join(fine, Counts(fine, weights), WordClusters.MiddleCount - 1, seed);
        KMeans coarse = Join(middle, Counts(middle, Counts(fine, weights)), WordClusters.CoarseCount - 1, seed);

        // Cluster 0 is "not known", so all numbers move up by one.
        byte[] middleOfFine = new byte[WordClusters.FineCount], coarseOfFine = new byte[WordClusters.FineCount];
        for (int cluster = 1; cluster < WordClusters.FineCount; cluster++)
        {
            middleOfFine[cluster] = (byte)(middle.Assigned[cluster - 1] + 1);
            coarseOfFine[cluster] = (byte)(coarse.Assigned[middle.Assigned[cluster - 1]] + 1);
        }
        ushort[] fineOfWord = [.. fine.Assigned.Select(cluster => (ushort)(cluster + 1))];
        CommandOptions.Save(WordClusters.Write(vectors.Words, fineOfWord, middleOfFine, coarseOfFine), models);
    }

    // Frequent words count more, so that the clusters divide them finely; by rank, as their true counts would leave the rest nothing.
    private static int[] Weights(int words)
    {
        int[] weights = new int[words];
        for (int rank = 0; rank < words; rank++) weights[rank] = (int)(10_000 / Math.Sqrt(rank + 20));
        return weights;
    }

    private static KMeans Join(KMeans finer, int[] weights, int clusters, int seed) =>
        KMeans.Run(finer.Centres, weights, WordVectors.Size, clusters, weights.Length, OtherIterations, seed);

    private static int[] Counts(KMeans clusters, int[] weights)
    {
        int[] counts = new int[clusters.Centres.Length / WordVectors.Size];
        for (int row = 0; row < weights.Length; row++) counts[clusters.Assigned[row]] += weights[row];
        return counts;
    }
}
