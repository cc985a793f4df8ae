using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy;

/// <summary>Words and sentences from the raw text of the treebanks' dev parts, as the CoNLL 2018 shared task counted them.</summary>
internal static class TokenAccuracy
{
    public static Scorer Scorer { get; } = new("tokens", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().Build();
        foreach ((string set, string path) in new[] { ("EWT dev", "ewt/dev.conllu"), ("GUM dev", "gum/dev.conllu") })
        {
            Counts words = new(), sentences = new();
            foreach (RawText gold in RawText.Read(Path.Combine(data, "syntax", path)))
            {
                NewsDocument document = pipeline.Read(gold.Text);
                words.Add(gold.Words, document.Tokens.Select(token => token.Span));
                sentences.Add(gold.Sentences, document.Sentences.Select(sentence => sentence.Span));
            }
            yield return new AccuracyRow("tokens", set, "words F1", words.F1);
            yield return new AccuracyRow("tokens", set, "sentences F1", sentences.F1);
        }
    }

    private sealed class Counts
    {
        private int _gold;
        private int _found;
        private int _right;

        public double F1 => 200.0 * _right / Math.Max(1, _gold + _found);

        public void Add(IReadOnlyList<TextSpan> gold, IEnumerable<TextSpan> found)
        {
            HashSet<TextSpan> expected = [.. gold];
            _gold += expected.Count;
            foreach (TextSpan span in found)
            {
                _found++;
                if (expected.Contains(span)) _right++;
            }
        }
    }
}
