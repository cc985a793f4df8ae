namespace NewsNlp.Training.Corpora;

/// <summary>
/// Reads CoNLL-U. The text of a document is its sentences' <c># text</c> lines, joined by a space within a paragraph and by a line
/// break between paragraphs. Empty nodes are left out; the words of a multiword token stand at their letters within it.
/// </summary>
internal sealed class ConlluReader
{
    private readonly List<CorpusDocument> _documents = [];
    private readonly List<string[]> _rows = [];
    private DocumentMaker? _document;
    private string _text = "";
    private bool _startsParagraph;

    private ConlluReader()
    {
    }

    public static IReadOnlyList<CorpusDocument> Read(string path)
    {
        ConlluReader reader = new();
        foreach (string line in File.ReadLines(path)) reader.ReadLine(line);
        reader.EndSentence();
        reader.EndDocument();
        return reader._documents;
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0) EndSentence();
        else if (line[0] == '#') ReadComment(line);
        else _rows.Add(line.Split('\t'));
    }

    private void ReadComment(string line)
    {
        if (line.StartsWith("# text = ", StringComparison.Ordinal)) _text = line["# text = ".Length..].Trim();
        else if (IsMark(line, "# newpar")) _startsParagraph = true;
        else if (IsMark(line, "# newdoc"))
        {
            EndDocument();
            _document = new DocumentMaker(line[(line.IndexOf('=') + 1)..].Trim());
        }
    }

    // "# newpar_block" and its like are other things.
    private static bool IsMark(string line, string mark) =>
        line.StartsWith(mark, StringComparison.Ordinal) && (line.Length == mark.Length || line[mark.Length] == ' ');

    private void EndSentence()
    {
        if (_rows.Count == 0) return;
        _document ??= new DocumentMaker("");
        _document.AddSentence(_text, _rows, _startsParagraph);
        _rows.Clear();
        _startsParagraph = false;
    }

    private void EndDocument()
    {
        if (_document is not null) _documents.Add(_document.Make());
        _document = null;
    }
}
