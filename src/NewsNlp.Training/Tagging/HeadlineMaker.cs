using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>Rewrites a few sentences in capitals or as a title, so that headlines, rare in treebanks, are learned as well.</summary>
internal sealed class HeadlineMaker(ulong seed, float share)
{
    private const int SmallWord = 3;

    private Random64 _random = new(seed);

    /// <summary>The document with some sentences rewritten; every word keeps its place in the text.</summary>
    public CorpusDocument Rewrite(CorpusDocument document)
    {
        char[] text = document.Text.ToCharArray();
        foreach (CorpusSentence sentence in document.Sentences)
        {
            float draw = _random.NextSingle();
            if (draw >= share) continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                TextSpan word = document.Tokens[i].Span;
                bool all = draw < share / 2, small = i > sentence.FirstToken && word.Length <= SmallWord;
                int end = all ? word.End : small ? word.Start : word.Start + 1;
                for (int at = word.Start; at < end; at++) text[at] = char.ToUpperInvariant(text[at]);
            }
        }
        return document with { Text = new string(text) };
    }
}
