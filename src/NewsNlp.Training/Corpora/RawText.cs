using System.Text;

namespace NewsNlp.Training.Corpora;

/// <summary>A document of a treebank as it was before anyone cut it into tokens, with the treebank's own cuts.</summary>
/// <param name="Text">Sentences joined as the treebank says, paragraphs by an empty line.</param>
/// <param name="Words">Every word; those of a multiword token share out its letters.</param>
/// <param name="Sentences">From the first to the last letter of each sentence.</param>
internal sealed record RawText(string Text, IReadOnlyList<TextSpan> Words, IReadOnlyList<TextSpan> Sentences)
{
    /// <summary>The documents of a CoNLL-U file.</summary>
    public static IEnumerable<RawText> Read(string path)
    {
        Maker maker = new();
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && maker.Make() is { } made) yield return made;
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) || line.StartsWith("# newpar", StringComparison.Ordinal)) maker.StartParagraph();
            else if (line.Length == 0) maker.EndSentence();
            else if (line[0] != '#') maker.AddRow(line.Split('\t'));
        }
        if (maker.Make() is { } last) yield return last;
    }

    private sealed class Maker
    {
        private readonly StringBuilder _text = new();
        private readonly List<TextSpan> _words = [];
        private readonly List<TextSpan> _sentences = [];
        private int _sentenceStart = -1;
        private int _end;
        private int _multiwordEnd;

        // "# newpar" also opens a document, where there is no text yet.
        public void StartParagraph()
        {
            if (_sentenceStart >= 0 || _text.Length == 0) return;
            while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
            _text.Append("\n\n");
        }

        public void AddRow(string[] row)
        {
            if (row[0].Contains('.')) return;
            if (_sentenceStart < 0) _sentenceStart = _text.Length;
            int dash = row[0].IndexOf('-');
            if (dash > 0)
            {
                _multiwordEnd = int.Parse(row[0].AsSpan(dash + 1));
                AddWhole(row, _multiwordEnd - int.Parse(row[0].AsSpan(0, dash)) + 1);
            }
            else if (int.Parse(row[0]) > _multiwordEnd)
            {
                _words.Add(new TextSpan(_text.Length, _text.Length + row[1].Length));
                Append(row);
            }
            else
            {
                AddPart(row[1].Length);
            }
        }

        public void EndSentence()
        {
            if (_sentenceStart < 0) return;
            _sentences.Add(new TextSpan(_sentenceStart, _end));
            _sentenceStart = -1;
            _multiwordEnd = 0;
        }

        public RawText? Make()
        {
            EndSentence();
            if (_words.Count == 0) return null;
            RawText made = new(_text.ToString(), [.. _words], [.. _sentences]);
            _text.Clear();
            _words.Clear();
            _sentences.Clear();
            return made;
        }

        private int _partAt;
        private int _partsLeft;

        private void AddWhole(string[] row, int parts)
        {
            _partAt = _text.Length;
            _partsLeft = parts;
            Append(row);
        }

        // Where the words of a multiword token do not add up to its letters, the last word takes what is left.
        private void AddPart(int length)
        {
            int end = --_partsLeft == 0 ? _end : Math.Min(_partAt + length, _end);
            _words.Add(new TextSpan(_partAt, end));
            _partAt = end;
        }

        private void Append(string[] row)
        {
            _text.Append(row[1]);
            _end = _text.Length;
            if (!row[9].Contains("SpaceAfter=No", StringComparison.Ordinal)) _text.Append(' ');
        }
    }
}
