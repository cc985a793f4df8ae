using NewsNlp.Coreference;
using NewsNlp.Models;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Learns how people with a given name are spoken of: from a list of common given names by country, and from how large text takes a full
/// name up (the next sentence begins with he or she).
/// </summary>
internal static class GivenNameTrainer
{
    private const float ListWeight = 4;
    private const int MaxNames = 12_000;

    public static void Train(string data, ModelFile file)
    {
        SortedDictionary<string, (float He, float She)> counts = new(StringComparer.Ordinal);
        ReadList(data, counts);
        foreach (SilverDocument document in SilverReader.Read(data)) ReadText(document, counts);
        foreach (GapItem item in GapReader.Development(data)) ReadItem(item, counts);
        var kept = counts.Where(pair => pair.Value.He + pair.Value.She > 0.9f)
            .OrderByDescending(pair => pair.Value.He + pair.Value.She).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxNames).ToArray();
        file.Set<ulong>(GivenNames.KeySection, [.. kept.Select(pair => NameWords.WordKey(pair.Key))]);
        file.Set<sbyte>(GivenNames.LeanSection, [.. kept.Select(pair => (sbyte)(100 * Lean(pair.Value)))]);
        file.Set<float>(GivenNames.EndingSection, Endings([.. kept.Select(pair => (pair.Key, Lean(pair.Value)))]));
        Console.WriteLine($"{kept.Length} given names");
    }

    // One observation more on either side keeps rare names unsure.
    private static float Lean((float He, float She) count) => (count.She - count.He) / (count.She + count.He + 1);

    private static void ReadList(string data, SortedDictionary<string, (float He, float She)> counts)
    {
        foreach (string line in File.ReadLines(Path.Combine(data, "lexicon", "names", "common-forenames-by-country.csv")).Skip(1))
        {
            string[] row = line.Split(',');
            if (row.Length < 12 || row[11].Length < 2 || row[9] is not ("F" or "M")) continue;
            Add(counts, row[11].Trim(), row[9] == "F", ListWeight);
        }
    }

    private static void ReadItem(GapItem item, SortedDictionary<string, (float He, float She)> counts)
    {
        if (!item.IsA && !item.IsB) return;
        string name = (item.IsA ? item.A : item.B).In(item.Text);
        int blank = name.IndexOf(' ');
        if (blank > 1 && name[1] != '.') Add(counts, name[..blank], item.IsFeminine, 1);
    }

    private static void ReadText(SilverDocument document, SortedDictionary<string, (float He, float She)> counts)
    {
        CorpusDocument corpus = document.Document;
        SilverSpan[] people = [.. document.Names.Where(name => name.Type == "Person")];
        int at = 0;
        for (int s = 0; s + 1 < corpus.Sentences.Length; s++)
        {
            TextSpan span = new(corpus.Tokens[corpus.Sentences[s].FirstToken].Span.Start, corpus.Tokens[corpus.Sentences[s].EndToken - 1].Span.End);
            while (at < people.Length && people[at].Span.Start < span.Start) at++;
            int count = 0;
            while (at + count < people.Length && people[at + count].Span.Start < span.End) count++;
            if (count != 1 || people[at].Confidence < 0.9f) continue;
            string name = people[at].Span.In(corpus.Text);
            int blank = name.IndexOf(' ');
            if (blank < 2 || name[1] == '.') continue;
            if (Pronoun(corpus, corpus.Sentences[s], people[at].Span.End) is { } within) Add(counts, name[..blank], within, 0.7f);
            string next = corpus.Tokens[corpus.Sentences[s + 1].FirstToken].Form;
            if (next is "He" or "She" or "His" or "Her") Add(counts, name[..blank], next is "She" or "Her", 1);
        }
    }

    // The first of he, his, she, her behind the name; true for the last two.
    private static bool? Pronoun(CorpusDocument corpus, CorpusSentence sentence, int nameEnd)
    {
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (corpus.Tokens[token].Span.Start < nameEnd) continue;
            if (corpus.Tokens[token].Form is "he" or "his" or "she" or "her") return corpus.Tokens[token].Form is "she" or "her";
        }
        return null;
    }

    private static void Add(SortedDictionary<string, (float He, float She)> counts, string name, bool she, float weight)
    {
        (float he, float her) = counts.GetValueOrDefault(name);
        counts[name] = she ? (he, her + weight) : (he + weight, her);
    }

    // Logistic regression on the last letters of the names; a few passes are enough.
    private static float[] Endings((string Name, float Lean)[] names)
    {
        float[] weights = new float[GivenNames.EndingBuckets];
        for (int pass = 0; pass < 30; pass++)
        {
            foreach ((string name, float lean) in names)
            {
                float error = 0.02f * (lean - MathF.Tanh(GivenNames.EndingScore(name, weights)));
                weights[0] += error;
                for (int length = 1; length <= Math.Min(4, name.Length); length++) weights[GivenNames.EndingBucket(name.AsSpan()[^length..])] += error;
            }
        }
        return weights;
    }
}
