namespace NewsNlp.Training.Corpora;

/// <summary>The Universal Dependencies treebanks below a data folder.</summary>
internal static class Treebanks
{
    public static IReadOnlyList<CorpusDocument> EwtTrain(string data) => Read(data, "ewt", "train");

    public static IReadOnlyList<CorpusDocument> EwtDev(string data) => Read(data, "ewt", "dev");

    public static IReadOnlyList<CorpusDocument> GumTrain(string data) => Read(data, "gum", "train");

    public static IReadOnlyList<CorpusDocument> GumDev(string data) => Read(data, "gum", "dev");

    private static IReadOnlyList<CorpusDocument> Read(string data, string treebank, string part) =>
        ConlluReader.Read(Path.Combine(data, "syntax", treebank, part + ".conllu"));
}
