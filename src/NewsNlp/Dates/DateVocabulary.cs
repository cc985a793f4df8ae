using System.Globalization;
using NewsNlp.Lexicon;

namespace NewsNlp.Dates;

/// <summary>A word of the lexicon of dates.</summary>
internal sealed record DateWord(ItemKind Kind, ItemFlags Flags, bool NeedsCapital, int Value, string? Text);

/// <summary>The English words of dates, read once from <c>Lexicon/en/dates</c>.</summary>
internal sealed class DateVocabulary
{
    private static readonly string[] Files = ["months", "weekdays", "units", "seasons", "dayparts", "numbers", "relative", "grammar", "zones"];
    private readonly WordMap<DateWord> _words;

    private DateVocabulary()
    {
        Dictionary<string, DateWord> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in Files)
            foreach (string[] row in LexiconFile.Rows("dates/" + file))
                words[row[0]] = WordOf(row);
        _words = new WordMap<DateWord>(words);
        Holidays = new HolidayNames();
        Tenses = new TenseWords();
    }

    public static DateVocabulary English { get; } = new();

    public HolidayNames Holidays { get; }

    public TenseWords Tenses { get; }

    /// <summary>What the word can be in a date; null for nearly all words.</summary>
    public DateWord? Find(ReadOnlySpan<char> word) => word.Length <= 16 && _words.TryGet(word, out DateWord? found) ? found : null;

    private static DateWord WordOf(string[] row)
    {
        ItemKind kind = Enum.Parse<ItemKind>(row[1]);
        bool isNumber = int.TryParse(row[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (!isNumber) value = NamedValue(kind, row[2]);
        string mark = row.Length > 3 ? row[3] : "";
        return new DateWord(kind, FlagsOf(mark), mark == "Capital", value, isNumber ? null : row[2]);
    }

    private static int NamedValue(ItemKind kind, string name) => kind switch
    {
        ItemKind.Unit => (int)Enum.Parse<TimeUnit>(name),
        ItemKind.Approx or ItemKind.Over or ItemKind.More or ItemKind.Least or ItemKind.Part or ItemKind.PartNoun => (int)Enum.Parse<DateModifier>(name),
        _ => 0,
    };

    private static ItemFlags FlagsOf(string mark) => mark switch
    {
        "Ambiguous" => ItemFlags.Ambiguous,
        "AmbiguousShort" => ItemFlags.Ambiguous | ItemFlags.Short,
        "Name" => ItemFlags.Name,
        "Short" => ItemFlags.Short,
        "Plural" => ItemFlags.Plural,
        "PluralShort" => ItemFlags.Plural | ItemFlags.Short,
        _ => ItemFlags.None,
    };
}
