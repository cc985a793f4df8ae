using NewsNlp.Lexicon;

namespace NewsNlp.Statements.Learned;

/// <summary>What a word may be in the report of a statement; from <c>Lexicon/en/statements/cues.txt</c>.</summary>
internal enum SpeechClass : byte
{
    None,

    /// <summary>say, add: takes a quote or a clause</summary>
    Say,

    /// <summary>think, hope: takes a clause</summary>
    Think,

    /// <summary>praise, blame: takes what it is about as an object</summary>
    Judge,

    /// <summary>claim, statement: a noun</summary>
    Noun,

    /// <summary>adamant, confident: an adjective</summary>
    Adjective,

    /// <summary>poll, study, report, memo: a thing that tells something</summary>
    Document,
}

/// <summary>Words of reporting, with what their subject does by them.</summary>
internal sealed class SpeechLexicon
{
    private readonly WordMap<(SpeechClass Class, Stance Stance)> _words;

    public SpeechLexicon() => _words = new WordMap<(SpeechClass, Stance)>(LexiconFile.Rows("statements/cues").Select(Entry));

    public SpeechClass ClassOf(ReadOnlySpan<char> lemma) => _words.TryGet(lemma, out (SpeechClass Class, Stance) entry) ? entry.Class : SpeechClass.None;

    /// <summary>What the cue's subject does by it; to assert where the lexicon does not know.</summary>
    public Stance StanceOf(ReadOnlySpan<char> lemma) => _words.TryGet(lemma, out (SpeechClass, Stance Stance) entry) ? entry.Stance : Stance.Assert;

    private static KeyValuePair<string, (SpeechClass, Stance)> Entry(string[] row) =>
        new(row[0], (Enum.Parse<SpeechClass>(row[1], ignoreCase: true), Enum.Parse<Stance>(row[2], ignoreCase: true)));
}
