using System.IO.Compression;
using System.Text.Json;
using NewsNlp.Tagging;

namespace NewsNlp.Training.Corpora;

/// <summary>Reads the silver corpus, <c>silver/part-*.jsonl.gz</c> below a data folder, one document at a time in a fixed order.</summary>
internal static class SilverReader
{
    public static IEnumerable<SilverDocument> Read(string data)
    {
        foreach (string path in Directory.GetFiles(Path.Combine(data, "silver"), "part-*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using GZipStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
            using StreamReader reader = new(stream);
            while (reader.ReadLine() is { } line) yield return Document(line);
        }
    }

    private static SilverDocument Document(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        string text = root.GetProperty("text").GetString()!;
        CodePointOffsets offsets = new(text);
        CorpusToken[] tokens = Tokens(root, text, offsets);
        CorpusSentence[] sentences = Sentences(root, text, tokens);
        SetHeads(root, tokens, sentences);
        return new SilverDocument(
            new CorpusDocument(root.GetProperty("id").GetString()!, text, tokens, sentences),
            Spans(root.GetProperty("names"), offsets), Spans(root.GetProperty("ontonotes"), offsets),
            [.. root.GetProperty("attributions").EnumerateArray().Select(item => Attribution(item, offsets))]);
    }

    private static CorpusToken[] Tokens(JsonElement root, string text, CodePointOffsets offsets)
    {
        int[] gaps = Numbers(root.GetProperty("gap")), lengths = Numbers(root.GetProperty("length"));
        string[] upos = Words(root, "upos"), xpos = Words(root, "xpos"), relations = Words(root, "rel");
        CorpusToken[] tokens = new CorpusToken[gaps.Length];
        int at = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            TextSpan span = offsets.Span(at + gaps[i], at + gaps[i] + lengths[i]);
            at += gaps[i] + lengths[i];
            tokens[i] = new CorpusToken(
                span.In(text), span, PartOfSpeechExtensions.FromUpos(upos[i]), PennTags.IndexOf(xpos[i]), Lemma: null, Head: -1,
                string.Intern(relations[i]), Misc: "");
        }
        return tokens;
    }

    private static CorpusSentence[] Sentences(JsonElement root, string text, CorpusToken[] tokens)
    {
        int[] counts = Numbers(root.GetProperty("sentence"));
        float[] trees = [.. root.GetProperty("tree").EnumerateArray().Select(item => item.GetSingle())];
        CorpusSentence[] sentences = new CorpusSentence[counts.Length];
        int first = 0, textEnd = 0;
        for (int s = 0; s < counts.Length; s++)
        {
            int end = first + counts[s], start = tokens[first].Span.Start;
            bool startsParagraph = s == 0 || text.AsSpan(textEnd, start - textEnd).Contains('\n');
            sentences[s] = new CorpusSentence(first, end, startsParagraph, trees[s]);
            first = end;
            textEnd = tokens[end - 1].Span.End;
        }
        return sentences;
    }

    private static void SetHeads(JsonElement root, CorpusToken[] tokens, CorpusSentence[] sentences)
    {
        int[] heads = Numbers(root.GetProperty("head"));
        foreach (CorpusSentence sentence in sentences)
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                tokens[i] = tokens[i] with { Head = heads[i] <= 0 ? -1 : sentence.FirstToken + heads[i] - 1 };
    }

    private static SilverSpan[] Spans(JsonElement list, CodePointOffsets offsets) =>
        [.. list.EnumerateArray().Select(item => new SilverSpan(
            offsets.Span(item[0].GetInt32(), item[1].GetInt32()), string.Intern(item[2].GetString()!),
            item.GetArrayLength() > 3 ? item[3].GetSingle() : 1))];

    private static SilverAttribution Attribution(JsonElement item, CodePointOffsets offsets)
    {
        TextSpan Span(JsonElement pair) => offsets.Span(pair[0].GetInt32(), pair[1].GetInt32());
        JsonElement source = item.GetProperty("source");
        return new SilverAttribution(
            Span(item.GetProperty("cue")), source.ValueKind == JsonValueKind.Null ? null : Span(source),
            Span(item.GetProperty("content")), item.GetProperty("confidence").GetSingle());
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    private static string[] Words(JsonElement root, string name) => root.GetProperty(name).GetString()!.Split(' ');
}
