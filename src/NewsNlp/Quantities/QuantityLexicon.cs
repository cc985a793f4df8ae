using System.Globalization;
using NewsNlp.Lexicon;

namespace NewsNlp.Quantities;

internal enum NumberWordKind : byte
{
    Unit,
    Tens,
    Hundred,
    Scale,
    Dozen,
    Letter,
    Vague,
    Half,
    Quarter,
    Ordinal,
    Parts,
    Multiple,
}

internal readonly record struct NumberWord(NumberWordKind Kind, double Value);

internal enum CurrencyKind : byte
{
    Symbol,
    Code,
    Word,
    Minor,
}

internal readonly record struct Currency(string Code, CurrencyKind Kind, double Factor);

internal readonly record struct UnitEntry(string Name, QuantityType Type);

/// <summary>What the language tells of numbers, currencies, units and the words around them; built once from <c>Lexicon/en/quantities</c>.</summary>
internal sealed class QuantityLexicon
{
    /// <summary>Longest written form of a currency, unit or modifier, in atoms.</summary>
    public const int MaxWords = 5;

    private readonly WordMap<NumberWord> _numbers = new(LexiconFile.Rows("quantities/numbers").Select(row =>
        KeyValuePair.Create(row[0], new NumberWord(Enum.Parse<NumberWordKind>(row[1], ignoreCase: true), double.Parse(row[2], CultureInfo.InvariantCulture)))));

    private readonly WordMap<QuantityModifier> _modifiers = new(LexiconFile.Rows("quantities/modifiers").Select(row =>
        KeyValuePair.Create(row[0], Enum.Parse<QuantityModifier>(row[1]))));

    private readonly Dictionary<string, Currency>.AlternateLookup<ReadOnlySpan<char>> _currencySymbols;
    private readonly WordMap<Currency> _currencyWords;
    private readonly Dictionary<string, UnitEntry>.AlternateLookup<ReadOnlySpan<char>> _unitSymbols;
    private readonly WordMap<UnitEntry> _unitWords;

    public QuantityLexicon()
    {
        Dictionary<string, Currency> symbols = new(StringComparer.Ordinal);
        List<KeyValuePair<string, Currency>> words = [];
        foreach (string[] row in LexiconFile.Rows("quantities/currencies"))
        {
            CurrencyKind kind = row[2].StartsWith("minor", StringComparison.Ordinal) ? CurrencyKind.Minor : Enum.Parse<CurrencyKind>(row[2], ignoreCase: true);
            Currency currency = new(row[1], kind, double.Parse(row[3], CultureInfo.InvariantCulture));
            if (kind is CurrencyKind.Symbol or CurrencyKind.Code || row[2] == "minor-letter") symbols[row[0]] = currency;
            else words.Add(KeyValuePair.Create(row[0], currency));
        }
        _currencySymbols = symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        _currencyWords = new WordMap<Currency>(words);
        ILookup<bool, string[]> units = LexiconFile.Rows("quantities/units").ToLookup(row => row[3] == "symbol");
        _unitSymbols = units[true].ToDictionary(row => row[0], Unit, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _unitWords = new WordMap<UnitEntry>(units[false].Select(row => KeyValuePair.Create(row[0], Unit(row))));
    }

    public WordSet TimeUnits { get; } = LexiconFile.Words("quantities/time-units");

    public WordSet Months { get; } = LexiconFile.Words("quantities/months");

    public WordSet Designators { get; } = LexiconFile.Words("quantities/designators");

    public WordSet Vetoes { get; } = LexiconFile.Words("quantities/number-vetoes");

    public bool TryNumber(ReadOnlySpan<char> word, out NumberWord number) => _numbers.TryGet(word, out number);

    public bool TryModifier(ReadOnlySpan<char> phrase, out QuantityModifier modifier) => _modifiers.TryGet(phrase, out modifier);

    /// <summary>Written forms with symbols and codes; case matters.</summary>
    public bool TryCurrencySymbol(ReadOnlySpan<char> form, out Currency currency) => _currencySymbols.TryGetValue(form, out currency);

    /// <summary>Words behind a number.</summary>
    public bool TryCurrencyWord(ReadOnlySpan<char> phrase, out Currency currency) => _currencyWords.TryGet(phrase, out currency);

    public bool TryUnitSymbol(ReadOnlySpan<char> form, out UnitEntry unit) => _unitSymbols.TryGetValue(form, out unit);

    public bool TryUnitWord(ReadOnlySpan<char> phrase, out UnitEntry unit) => _unitWords.TryGet(phrase, out unit);

    private static UnitEntry Unit(string[] row) => new(row[1], Enum.Parse<QuantityType>(row[2], ignoreCase: true));
}
