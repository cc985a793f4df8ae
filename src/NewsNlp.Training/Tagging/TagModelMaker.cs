using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>Makes a tagger's model from documents.</summary>
internal static class TagModelMaker
{
    /// <summary>What a word of the silver corpus counts beside one of the treebanks.</summary>
    public const float SilverWeight = 0.3f;

    private const float Headlines = 0.05f;

    /// <summary>Weights that come to less are left out of the model; they change nothing that can be measured.</summary>
    private const int SmallestWeight = 3;

    public static ModelFile Make(IReadOnlyList<CorpusDocument> gold, IReadOnlyList<CorpusDocument> silver, WordClusters clusters, ulong seed)
    {
        TagCounts counts = new();
        foreach (CorpusDocument document in gold) counts.Add(document, weight: 1, gold: true);
        foreach (CorpusDocument document in silver) counts.Add(document, SilverWeight, gold: false);
        TagLabels labels = counts.Labels();
        (uint[] words, byte[] classes, byte[] verbs) = counts.Lexicon();

        TagCorpus corpus = new(labels, new WordFeatures(clusters, new TagLexicon(words, classes, verbs)));
        HeadlineMaker headlines = new(seed, Headlines);
        TagSentence[] sentences =
        [
            .. gold.SelectMany(document => corpus.Read(document, weight: 1, headlines)),
            .. silver.SelectMany(document => corpus.Read(document, SilverWeight, headlines)),
        ];
        SparseLogistic learner = TagTrainer.Train(corpus, labels, sentences, new TagTrainerOptions { Seed = seed });

        ModelFile file = new(TagModel.Name);
        labels.Write(file);
        TagLexicon.Write(file, words, classes, verbs);
        (List<uint> features, List<(byte Label, sbyte Weight)[]> lists) = learner.Quantize(TagModel.Scale, SmallestWeight);
        SparseWeights.Write(file, features, lists);
        return file;
    }
}
