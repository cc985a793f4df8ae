using NewsNlp.Lexicon;

namespace NewsNlp.Quantities;

/// <summary>A phrase that qualifies a number.</summary>
internal sealed record ModifierEntry(QuantityModifier Modifier);

/// <summary>All tables that quantities are read with; built once.</summary>
internal sealed class QuantityLexicon
{
    private static readonly Lazy<QuantityLexicon> LazyEnglish = new(() => new QuantityLexicon());

    private QuantityLexicon()
    {
        Vocabulary = new QuantityVocabulary();
        Units = UnitTable.Read(Vocabulary);
        Currencies = new CurrencyTable(Vocabulary);
        Before = new PhraseTrie<ModifierEntry>(Vocabulary);
        After = new PhraseTrie<ModifierEntry>(Vocabulary);
        foreach (string[] row in LexiconFile.Rows("quantities/modifiers"))
            (row[2] == "before" ? Before : After).Add(row[0], new ModifierEntry(Enum.Parse<QuantityModifier>(row[1])));
        Plurals = new WordMap<string>(LexiconFile.Rows("quantities/plurals").Select(row => KeyValuePair.Create(row[0], row[1])));
        Vocabulary.Freeze();
        Units.Freeze();
        Currencies.Names.Freeze();
        Currencies.Cues.Freeze();
        Before.Freeze();
        After.Freeze();
    }

    public static QuantityLexicon English => LazyEnglish.Value;

    public QuantityVocabulary Vocabulary { get; }

    public PhraseTrie<UnitEntry> Units { get; }

    public CurrencyTable Currencies { get; }

    /// <summary>Qualifiers before a quantity.</summary>
    public PhraseTrie<ModifierEntry> Before { get; }

    /// <summary>Qualifiers behind a quantity.</summary>
    public PhraseTrie<ModifierEntry> After { get; }

    public WordMap<string> Plurals { get; }
}
