using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Syntax;

/// <summary>Turns corpora into sentences to learn from.</summary>
internal static class TreeSamples
{
    /// <summary>Longer sentences are rare and would only make batches uneven.</summary>
    public const int MaxWords = 120;

    /// <summary>The document's sentences, with the tags that <paramref name="tagger"/> gives, as the parser sees them at run time.</summary>
    /// <param name="confusion">Takes note where the tagger disagrees with the document's own tags; null for no notes.</param>
    public static IEnumerable<TreeSample> Of(
        CorpusDocument document, IStep tagger, float weight, float minConfidence = 0, TagConfusion? confusion = null)
    {
        DocumentDraft draft = document.ToDraft();
        tagger.Run(draft);
        confusion?.Add(document, draft);
        foreach (CorpusSentence sentence in document.Sentences)
        {
            int count = sentence.EndToken - sentence.FirstToken;
            if (count <= MaxWords && count > 1 && sentence.TreeConfidence >= minConfidence && sentence.TreeConfidence > 0)
                yield return Of(document, draft, sentence, weight);
        }
    }

    private static TreeSample Of(CorpusDocument document, DocumentDraft draft, CorpusSentence sentence, float weight)
    {
        int first = sentence.FirstToken, count = sentence.EndToken - first;
        TreeSample sample = new(new WordFeatures[count], new int[count], new byte[count], new int[count], new byte[count], weight);
        for (int i = 0; i < count; i++)
        {
            CorpusToken token = document.Tokens[first + i];
            sample.Words[i] = WordFeatures.Of(draft, first + i);
            sample.RightTags[i] = token.Tag;
            sample.Heads[i] = token.Head < 0 ? -1 : token.Head - first;
            sample.Relations[i] = Relations.IndexOf(token.Relation);
        }
        return sample;
    }

    /// <summary>
    /// The silver corpus's teacher writes <c>obl</c> and <c>nmod</c> without the subtypes for those that have no preposition. They follow
    /// from the tree: no child is a <c>case</c>; a title before a name is a <c>nmod:desc</c>.
    /// </summary>
    public static void RestoreSubtypes(TreeSample sample)
    {
        byte caseOf = Relations.IndexOf("case"), obl = Relations.IndexOf("obl"), nmod = Relations.IndexOf("nmod");
        byte oblUnmarked = Relations.IndexOf("obl:unmarked"), nmodUnmarked = Relations.IndexOf("nmod:unmarked"), title = Relations.IndexOf("nmod:desc");
        bool[] hasCase = new bool[sample.Count];
        for (int i = 0; i < sample.Count; i++) if (sample.Relations[i] == caseOf && sample.Heads[i] >= 0) hasCase[sample.Heads[i]] = true;
        for (int i = 0; i < sample.Count; i++)
        {
            if (hasCase[i]) continue;
            if (sample.Relations[i] == obl) sample.Relations[i] = oblUnmarked;
            else if (sample.Relations[i] == nmod)
                sample.Relations[i] = i < sample.Heads[i] && sample.Words[sample.Heads[i]].Pos == (byte)PartOfSpeech.ProperNoun ? title : nmodUnmarked;
        }
    }
}
