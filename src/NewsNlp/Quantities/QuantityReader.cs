using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Reads the quantities of one article, sentence by sentence.</summary>
internal sealed class QuantityReader
{
    private readonly DocumentDraft _draft;
    private readonly QuantityLexicon _lexicon;
    private readonly AtomList _atoms;
    private readonly NumberReader _numbers;
    private readonly UnitReader _units;
    private readonly CountReader _counts;
    private readonly MoneySense _money;
    private readonly NonQuantities _others;
    private readonly RangeReader _ranges;
    private readonly SharedUnits _shared;
    private readonly FactorReader _factors;
    private FoundQuantity[] _found = new FoundQuantity[8];
    private int _foundCount;

    public QuantityReader(DocumentDraft draft, QuantityLexicon lexicon)
    {
        _draft = draft;
        _lexicon = lexicon;
        _atoms = new AtomList(lexicon.Vocabulary);
        _numbers = new NumberReader(_atoms, lexicon);
        _counts = new CountReader(draft, _atoms, lexicon);
        _money = new MoneySense(draft, lexicon);
        _units = new UnitReader(_atoms, lexicon, _numbers, _money, _counts);
        _others = new NonQuantities(_atoms, lexicon, _counts);
        _ranges = new RangeReader(_atoms, _numbers, _units, _money, lexicon, _counts);
        _shared = new SharedUnits(_atoms);
        _factors = new FactorReader(_atoms, _counts);
    }

    public void Read(in SentenceData sentence)
    {
        _atoms.Clear(_draft.Text);
        if (sentence.EndToken <= sentence.FirstToken) return;
        AtomScanner.Scan(_draft.Text, _draft.TokenBuffer[sentence.FirstToken].Start, _draft.TokenBuffer[sentence.EndToken - 1].End, _atoms, _lexicon.Vocabulary);
        if (!_atoms.HasNumber) return;
        _atoms.SetTokens(_draft, sentence.FirstToken, sentence.EndToken);
        _foundCount = 0;
        _others.Begin();
        Walk();
        _shared.Share(_found.AsSpan(0, _foundCount));
        for (int i = 0; i < _foundCount; i++) Emit(_found[i]);
    }

    private void Walk()
    {
        QuantityModifier modifier = QuantityModifier.None;
        int modified = -1, qualifier = -1;
        for (int at = 0; at < _atoms.Count;)
        {
            if (_lexicon.Before.Match(_atoms, at, out int end) is { } entry && !IsQuantityAt(at))
            {
                (modifier, modified, qualifier, at) = (entry.Modifier, end, at, end);
                continue;
            }
            int skipped = _others.Skip(at);
            if (skipped > at)
            {
                at = skipped;
                continue;
            }
            at = at == modified ? ReadAt(at, modifier, qualifier, ref modified) : ReadAt(at, QuantityModifier.None, at, ref modified);
        }
    }

    // "+/-" and "-5" begin with signs that the number itself may need.
    private bool IsQuantityAt(int at) => _atoms[at].Kind == AtomKind.Symbol && _atoms[at].First is '-' or '+' && !_atoms.IsSymbol(at + 1, '/') && !_atoms.IsSymbol(at + 1, '-');

    private int ReadAt(int at, QuantityModifier modifier, int qualifier, ref int modified)
    {
        FoundQuantity found = default;
        int next = ReadOne(at, ref found);
        if (found.End == 0)
        {
            bool passes = modified == at && _atoms.Has(at, Cue.Article | Cue.The | Cue.NotCount);
            if (passes) modified = at + 1;
            return Math.Max(next, at + 1);
        }
        if (modifier != QuantityModifier.None) found.Modifier = modifier;
        found.QualifiedFirst = qualifier;
        found.QualifiedEnd = found.Next;
        if (_lexicon.After.Match(_atoms, found.Next, out int end) is { } after && MayFollow(found.Next, end))
        {
            if (modifier == QuantityModifier.None && found.Type != QuantityType.Multiple) found.Modifier = after.Modifier;
            found.QualifiedEnd = next = end;
        }
        Add(found);
        return Math.Max(next, found.Next);
    }

    // "up" and "down" behind a quantity belong to what comes next where a number follows.
    private bool MayFollow(int at, int end) => !(end == at + 1 && _atoms.Is(at, "up") | _atoms.Is(at, "down")) || !(_atoms.IsWord(end) || _atoms.IsNumber(end) || _atoms[end].Kind == AtomKind.Symbol);

    private int ReadOne(int at, ref FoundQuantity found)
    {
        if (_ranges.TryMoneyBefore(at, ref found) || _factors.TryRead(at, ref found)) return found.Next;
        if (!_numbers.TryRead(at, money: false, out NumberData number)) return TryUnitAlone(at, ref found);
        return number.Kind switch
        {
            NumberKind.Ordinal => ReadOrdinal(number, ref found),
            NumberKind.Fraction => _ranges.ReadFraction(number, ref found),
            NumberKind.Vague => ReadVague(number, ref found),
            _ => _ranges.ReadCardinal(number, ref found),
        };
    }

    // A mile, a percentage point: one of it.
    private int TryUnitAlone(int at, ref FoundQuantity found)
    {
        if (_atoms.Info(at) is { Parts: 2 or 4, PluralParts: false }) return TryPartOfUnit(at, ref found);
        if (!_atoms.Has(at, Cue.Article) || _lexicon.Units.Match(_atoms, at + 1, out int end) is not { Type: QuantityType.Measure or QuantityType.Percent } unit) return at + 1;
        bool plain = _atoms[at + 1].Length > 3 && unit.Name is "mile" or "kilometre" or "metre" or "percentage point" or "tonne" or "ton" or "hectare" or "kilogram" or "litre" or "gallon";
        if (!plain || _atoms.IsHyphen(end) || at > 0 && _atoms[at - 1].Kind == AtomKind.Number) return at + 1;
        found = new FoundQuantity { First = at, End = end, Value = 1, Scale = 1, Type = unit.Type, Unit = unit.Name };
        return end;
    }

    // Half-litre, half mile, quarter-inch.
    private int TryPartOfUnit(int at, ref FoundQuantity found)
    {
        int name = _atoms.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (_atoms.Info(at - 1).Ordinal != 0 || _atoms[name].Length < 3 || _lexicon.Units.Match(_atoms, name, out int end) is not { Type: QuantityType.Measure or QuantityType.Percent } unit) return at + 1;
        found = new FoundQuantity { First = at, End = end, Value = 1 / _atoms.Info(at).Parts, Scale = 1, Type = unit.Type, Unit = unit.Name };
        return end;
    }

    private int ReadOrdinal(in NumberData number, ref FoundQuantity found)
    {
        int next = _atoms.IsHyphen(number.End) ? number.End + 1 : number.End;
        bool month = _atoms.Has(number.First - 1, Cue.Month) || (_atoms.Has(next, Cue.Of) ? IsMonth(next + 1) : IsMonth(next));
        bool calendar = month || _atoms.Has(next, Cue.CalendarNoun);
        bool time = !number.Literal && number.End == number.First + 1 && _atoms.Has(number.First, Cue.TimeUnit) && IsSecondOfTime(number.First);
        if (calendar || time || IsNamePart(number)) return number.End;
        found = FoundQuantity.From(number);
        found.Type = QuantityType.Ordinal;
        return number.End;
    }

    private bool IsMonth(int at) => _atoms.Has(at, Cue.Month) && _atoms.IsCapital(at);

    private bool IsSecondOfTime(int at) => _atoms.Has(at - 1, Cue.Per | Cue.Each) || _atoms.Has(at - 1, Cue.Article) && _counts.KindAt(at) == TagKind.Noun
        || _atoms.IsNumber(at - 1) || _atoms.IsHyphen(at - 1);

    // Elizabeth the Second aside, Fifth Avenue, First Lady, Second World War.
    private bool IsNamePart(in NumberData number) => !number.Literal && _atoms.IsCapital(number.First) && number.First > 0 && _atoms.IsCapital(number.End) && !_atoms.IsDash(number.First - 1);

    private int ReadVague(in NumberData number, ref FoundQuantity found)
    {
        FoundQuantity vague = FoundQuantity.From(number);
        vague.Type = QuantityType.Count;
        switch (_units.Read(ref vague))
        {
            case UnitResult.Time: return vague.End;
            case UnitResult.None: _ranges.TakeHead(ref vague); break;
        }
        found = vague;
        return vague.Next;
    }

    private void Add(in FoundQuantity found)
    {
        if (_foundCount == _found.Length) Array.Resize(ref _found, _foundCount * 2);
        _found[_foundCount++] = found;
    }

    private void Emit(in FoundQuantity found)
    {
        TextSpan span = Span(found.First, found.Next);
        _draft.Quantities.Add(new Quantity(_draft.Text, span, found.Type)
        {
            Phrase = Span(Math.Min(found.QualifiedFirst, found.First), found.QualifiedEnd),
            Value = found.Vague ? null : Finite(found.Value),
            Upper = found.Upper is { } upper ? Finite(upper) : null,
            Magnitude = found.Vague ? found.Value : null,
            Unit = found.Unit,
            Per = found.Per,
            Modifier = found.Modifier,
        });
    }

    private TextSpan Span(int first, int end) => new(_atoms[first].Start, _atoms[end - 1].End);

    // Scaling and dividing leave dust in the last places of a double: 1.1 million is 1100000, not 1100000.0000000002.
    private static double? Finite(double value)
    {
        if (!double.IsFinite(value)) return null;
        if (value == 0 || Math.Abs(value) is > 1e15 or < 1e-9) return value;
        double whole = Math.Round(value);
        return Math.Abs(value - whole) < Math.Abs(value) * 1e-13 ? whole : (double)(decimal)value;
    }
}
