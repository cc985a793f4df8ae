using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Reads the quantities of articles, one after the other, sentence by sentence.</summary>
internal sealed class QuantityReader
{
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
    private readonly ChangeReader _changes;
    private FoundQuantity[] _found = new FoundQuantity[8];
    private int _foundCount;

    public QuantityReader(QuantityLexicon lexicon)
    {
        _lexicon = lexicon;
        _atoms = new AtomList(lexicon.Vocabulary);
        _numbers = new NumberReader(_atoms, lexicon);
        _counts = new CountReader(_atoms, lexicon);
        _money = new MoneySense(lexicon);
        RateReader rates = new(_atoms, lexicon, _counts);
        _units = new UnitReader(_atoms, lexicon, _numbers, _money, _counts, rates);
        _others = new NonQuantities(_atoms, lexicon, _counts);
        _ranges = new RangeReader(_atoms, _numbers, _units, _money, lexicon, _counts, rates);
        _shared = new SharedUnits(_atoms, _counts);
        _factors = new FactorReader(_atoms, _counts);
        _changes = new ChangeReader(_atoms, _counts);
    }

    public void Read(DocumentDraft draft)
    {
        _counts.Begin(draft);
        _money.Begin(draft);
        foreach (SentenceData sentence in draft.Sentences) Read(draft, sentence);
        _atoms.Release();
        _money.Begin(null);
        _counts.Begin(null);
    }

    private void Read(DocumentDraft draft, in SentenceData sentence)
    {
        _atoms.Clear(draft.Text);
        if (sentence.EndToken <= sentence.FirstToken) return;
        AtomScanner.Scan(draft.Text, draft.TokenBuffer[sentence.FirstToken].Start, draft.TokenBuffer[sentence.EndToken - 1].End, _atoms, _lexicon.Vocabulary);
        if (!_atoms.HasNumber) return;
        _atoms.SetTokens(draft, sentence.FirstToken, sentence.EndToken);
        _foundCount = 0;
        _others.Begin();
        Walk();
        Span<FoundQuantity> found = _found.AsSpan(0, _foundCount);
        _shared.Share(found);
        foreach (ref readonly FoundQuantity quantity in found)
            if (!quantity.IsTime) Emit(draft, quantity);
    }

    private void Walk()
    {
        QuantityModifier modifier = QuantityModifier.None;
        int modified = -1, qualifier = -1;
        for (int at = 0; at < _atoms.Count;)
        {
            if (_lexicon.Before.Match(_atoms, at, out int end) is { } entry && !IsQuantityAt(at) && Qualifies(entry.Modifier, at, end))
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

    // No talks about two envoys, no control over three towns; and no making up 40 per cent.
    private bool Qualifies(QuantityModifier modifier, int at, int end)
    {
        if (modifier is QuantityModifier.Up or QuantityModifier.Down) return !_atoms.Has(at - 1, Cue.Particle);
        if (_atoms.IsHyphen(at - 1)) return false;
        if (_atoms.Is(at, "up") && _atoms.Has(at - 1, Cue.Going)) return false;
        return end > at + 1 || !_atoms.Has(at - 1, Cue.Topic) || !(_atoms.Is(at, "about") || _atoms.Is(at, "over") || _atoms.Is(at, "around"));
    }

    // "+/-" and "-5" begin with signs that the number itself may need.
    private bool IsQuantityAt(int at) => _atoms[at].Kind == AtomKind.Symbol && _atoms[at].First is '-' or '+' && !_atoms.IsSymbol(at + 1, '/') && !_atoms.IsSymbol(at + 1, '-');

    private int ReadAt(int at, QuantityModifier modifier, int qualifier, ref int modified)
    {
        FoundQuantity found = default;
        int next = ReadOne(at, ref found);
        if (found.IsTime)
        {
            Add(found);
            return Math.Max(next, at + 1);
        }
        if (found.End == 0)
        {
            bool passes = modified == at && modifier is not (QuantityModifier.Up or QuantityModifier.Down) && _atoms.Has(at, Cue.Article | Cue.The | Cue.NotCount);
            if (passes) modified = at + 1;
            return Math.Max(next, at + 1);
        }
        if (modifier != QuantityModifier.None && _changes.Suits(modifier, found)) found.Modifier = modifier;
        else if (found.Modifier == QuantityModifier.None) found.Modifier = _changes.Read(found, at);
        found.QualifiedFirst = qualifier;
        found.QualifiedEnd = found.Next;
        if (_lexicon.After.Match(_atoms, found.Next, out int end) is { } after && MayFollow(found.Next, end))
        {
            if (modifier == QuantityModifier.None && found.Type != QuantityType.Multiple && found.Modifier is QuantityModifier.None or QuantityModifier.Up or QuantityModifier.Down) found.Modifier = after.Modifier;
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

    // A mile, a percentage point, a dollar: one of it.
    private int TryUnitAlone(int at, ref FoundQuantity found)
    {
        if (_atoms.Info(at) is { Parts: 2 or 4, PluralParts: false }) return TryPartOfUnit(at, ref found);
        if (!_atoms.Has(at, Cue.Article) || !_atoms.Has(at + 1, Cue.Alone) || at > 0 && _atoms[at - 1].Kind == AtomKind.Number) return at + 1;
        found = new FoundQuantity { First = at, Value = 1, Scale = 1, End = at + 1 };
        if (_units.Read(ref found) != UnitResult.Found || _atoms.IsHyphen(found.End) || GoesOn(found.End))
        {
            found = default;
            return at + 1;
        }
        return found.End;
    }

    // A dollar store, a mile marker: the unit only tells what kind of thing it is.
    private bool GoesOn(int at) => _atoms.IsWord(at) && _counts.KindAt(at) is TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun;

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
        if (time || IsNamePart(number) || IsAdverb(number)) return number.End;
        found = FoundQuantity.From(number);
        found.Type = QuantityType.Ordinal;
        found.IsTime = calendar;
        return number.End;
    }

    // At first; she first appeared.
    private bool IsAdverb(in NumberData number)
    {
        if (number.Literal || !_atoms.Is(number.First, "first") || number.End > number.First + 1) return false;
        return _atoms.Is(number.First - 1, "at") || (_counts.KindAt(number.First) == TagKind.Other && (_counts.KindAt(number.End) == TagKind.Verb || (!_atoms.IsWord(number.First - 1) && _atoms.IsSymbol(number.End, ','))));
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
            case UnitResult.Time: vague.IsTime = true; break;
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

    private void Emit(DocumentDraft draft, in FoundQuantity found)
    {
        TextSpan span = Span(found.First, found.Next);
        draft.Quantities.Add(new Quantity(draft.Text, span, found.Type)
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
