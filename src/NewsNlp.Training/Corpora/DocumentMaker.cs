using System.Globalization;
using System.Text;
using NewsNlp.Tagging;

namespace NewsNlp.Training.Corpora;

/// <summary>Puts the sentences of a CoNLL-U file together into one document and finds each word in its sentence's text.</summary>
internal sealed class DocumentMaker(string id)
{
    private const int Form = 1, Lemma = 2, Upos = 3, Xpos = 4, Head = 6, Relation = 7, Misc = 9;

    private readonly StringBuilder _text = new();
    private readonly List<CorpusToken> _tokens = [];
    private readonly List<CorpusSentence> _sentences = [];

    public CorpusDocument Make() => new(id, _text.ToString(), [.. _tokens], [.. _sentences]);

    public void AddSentence(string text, List<string[]> rows, bool startsParagraph)
    {
        startsParagraph |= _sentences.Count == 0;
        if (_sentences.Count > 0) _text.Append(startsParagraph ? '\n' : ' ');
        int first = _tokens.Count, offset = _text.Length, cursor = 0, rangeEnd = 0, wordsInRange = 0;
        foreach (string[] row in rows)
        {
            if (row[0].Contains('.')) continue;
            if (row[0].IndexOf('-') is > 0 and int dash)
            {
                (int start, rangeEnd) = Find(text, row[Form], cursor, text.Length);
                cursor = start;
                wordsInRange = Number(row[0][(dash + 1)..]) - Number(row[0][..dash]) + 1;
                continue;
            }
            int limit = wordsInRange > 0 ? rangeEnd - (wordsInRange - 1) : text.Length;
            (int from, int to) = Find(text, row[Form], cursor, limit);
            if (wordsInRange == 1) to = rangeEnd;
            wordsInRange = Math.Max(0, wordsInRange - 1);
            cursor = to;
            _tokens.Add(Token(row, new TextSpan(offset + from, offset + to), first));
        }
        _text.Append(text);
        _sentences.Add(new CorpusSentence(first, _tokens.Count, startsParagraph, TreeConfidence: 1));
    }

    // A word that is not written as its form says (rare) gets the next letter of the text.
    private static (int Start, int End) Find(string text, string form, int cursor, int limit)
    {
        while (cursor < limit && char.IsWhiteSpace(text[cursor])) cursor++;
        int at = cursor < limit ? text.IndexOf(form, cursor, limit - cursor, StringComparison.Ordinal) : -1;
        return at >= 0 ? (at, at + form.Length) : (cursor, Math.Max(cursor, Math.Min(cursor + 1, limit)));
    }

    private static CorpusToken Token(string[] row, TextSpan span, int firstToken)
    {
        int head = row[Head] == "_" ? 0 : Number(row[Head]);
        return new CorpusToken(
            row[Form], span, PartOfSpeechExtensions.FromUpos(row[Upos]), PennTags.IndexOf(row[Xpos]), row[Lemma],
            head == 0 ? -1 : firstToken + head - 1, string.Intern(row[Relation]), row[Misc] == "_" ? "" : row[Misc]);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
