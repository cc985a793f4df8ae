using System.Globalization;
using NewsNlp.Drafts;

namespace NewsNlp;

/// <summary>Writes documents in CoNLL-U (universaldependencies.org/format), names as BIO labels in the last column.</summary>
public static class Conllu
{
    /// <summary>One article; columns that the pipeline did not fill are <c>_</c>.</summary>
    public static string Serialize(NewsDocument document, string? id = null)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        Write(writer, document, id);
        return writer.ToString();
    }

    /// <summary>Writes one article; the writer stays open.</summary>
    /// <param name="id">Becomes the <c># newdoc id</c>; left out where null.</param>
    public static void Write(TextWriter writer, NewsDocument document, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        string[] labels = NameLabels(document);
        writer.Write(id is null ? "# newdoc\n" : $"# newdoc id = {OneLine(id)}\n");
        foreach (Sentence sentence in document.Sentences)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {sentence.Index + 1}\n"));
            writer.Write($"# text = {OneLine(sentence.Text)}\n");
            WriteTokens(writer, document, sentence, labels);
            writer.Write('\n');
        }
    }

    private static void WriteTokens(TextWriter writer, NewsDocument document, Sentence sentence, string[] labels)
    {
        ReadOnlyListView<Token> tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            bool glued = i + 1 < tokens.Count && tokens[i + 1].Span.Start == token.Span.End;
            string head = token.Relation is null ? "_" : HeadInSentence(token, tokens).ToString(CultureInfo.InvariantCulture);
            string name = labels[token.Index];
            string misc = (name.Length > 0, glued) switch
            {
                (true, true) => $"Name={name}|SpaceAfter=No",
                (true, false) => $"Name={name}",
                (false, true) => "SpaceAfter=No",
                _ => "_",
            };
            string upos = token.Pos.ToUpos();
            string lemma = token.Lemma is { Length: > 0 } found ? OneLine(found) : "_";
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{i + 1}\t{OneLine(token.Text)}\t{lemma}\t{upos}\t{token.Tag ?? "_"}\t_\t{head}\t{token.Relation ?? "_"}\t_\t{misc}\n"));
        }
    }

    private static int HeadInSentence(Token token, ReadOnlyListView<Token> tokens) => token.Head < 0 ? 0 : token.Head - tokens[0].Index + 1;

    private static string[] NameLabels(NewsDocument document)
    {
        string[] labels = new string[document.Tokens.Count];
        Array.Fill(labels, "");
        foreach (NameData name in document.Draft.Names)
            for (int i = name.FirstToken; i < name.EndToken; i++)
                labels[i] = (i == name.FirstToken ? "B-" : "I-") + name.Type.ToLabel();
        return labels;
    }

    // A line break or tab within a field would break the table; the format has no escape for them.
    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
