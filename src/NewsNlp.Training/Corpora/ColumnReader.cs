using System.Text;

namespace NewsNlp.Training.Corpora;

/// <summary>
/// Reads name corpora of one token and label a line. The text is put together again from the tokens, a line for each sentence, with
/// the spaces that English writes.
/// </summary>
internal static class ColumnReader
{
    /// <param name="path">The file.</param>
    /// <param name="sentencesPerDocument">Ends a document after so many sentences where the file does not mark documents.</param>
    public static IReadOnlyList<NameDocument> Read(string path, int sentencesPerDocument = int.MaxValue)
    {
        List<NameDocument> documents = [];
        StringBuilder text = new();
        BioSpans names = new();
        int sentences = 0;
        void End()
        {
            if (text.Length > 0) documents.Add(new NameDocument($"{Path.GetFileName(path)}-{documents.Count}", text.ToString(), names.Take()));
            text.Clear();
            sentences = 0;
        }
        foreach (string line in File.ReadLines(path).Append(""))
        {
            string[] fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2)
            {
                if (text.Length == 0 || text[^1] == '\n') continue;
                text.Append('\n');
                names.Add(default, "O");
                if (++sentences >= sentencesPerDocument) End();
            }
            else if (fields[0] == "-DOCSTART-") End();
            else
            {
                if (NeedsSpace(text, fields[0])) text.Append(' ');
                names.Add(new TextSpan(text.Length, text.Length + fields[0].Length), fields[^1]);
                text.Append(fields[0]);
            }
        }
        End();
        return documents;
    }

    private static bool NeedsSpace(StringBuilder text, string token) =>
        text.Length > 0 && text[^1] is not ('\n' or '(' or '[')
        && token is not ("." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "'s" or "'" or "s");
}
