namespace NewsNlp.Quantities;

/// <summary>
/// Recognises numbers that are no quantities: dates, times of day, years, scores, telephone numbers, names of models, flights and
/// sections, list numbers.
/// </summary>
internal sealed class NonQuantities
{
    /// <summary>An amount with as many digits is written in groups or with a scale.</summary>
    private const int LongestPlain = 16;

    private readonly AtomList _atoms;
    private readonly QuantityLexicon _lexicon;
    private readonly CountReader _counts;
    private readonly NumberContext _context;
    private readonly CalendarNumbers _calendar;
    private readonly NamedNumbers _names;
    private readonly Scores _scores;

    public NonQuantities(AtomList atoms, QuantityLexicon lexicon, CountReader counts)
    {
        (_atoms, _lexicon, _counts) = (atoms, lexicon, counts);
        _context = new NumberContext(atoms, lexicon, counts);
        _calendar = new CalendarNumbers(atoms, counts, _context);
        _names = new NamedNumbers(atoms, lexicon, counts, _context);
        _scores = new Scores(atoms, lexicon, _context);
    }

    public void Begin() => _names.Begin();

    /// <summary>The atom behind what is no quantity; <paramref name="at"/> itself where a quantity may begin.</summary>
    public int Skip(int at)
    {
        bool digits = _atoms.IsNumber(at);
        if ((digits || _atoms.Role(at) != NumberRole.None || _atoms.Info(at).Ordinal != 0) && _counts.EndOfAddress(at) is var address && address > at) return address;
        if (digits) return SkipDigits(at);
        if (_atoms.IsSymbol(at, '+') && !_atoms.Glued(at) && _atoms.IsNumber(at + 1) && _atoms.Glued(at + 1)) return SkipPhone(at);
        if (!_atoms.IsWord(at)) return at;
        if (_atoms.Role(at) is >= NumberRole.Zero and <= NumberRole.Tens) return _names.IsInName(at) ? at + 1 : SkipWord(at);
        return _atoms.Role(at) == NumberRole.Scale && _atoms.IsHyphen(at - 1) && _atoms.Is(at - 2, "multi") ? EndOfCompound(at) : at;
    }

    private int SkipWord(int at)
    {
        int day = _calendar.SkipDaytime(at + 1);
        return day > at + 1 ? day : _names.SkipNamed(at);
    }

    // A multi-million-dollar deal.
    private int EndOfCompound(int at)
    {
        int end = at + 1;
        while (_atoms.IsHyphen(end)) end += 2;
        return end;
    }

    private int SkipDigits(int at)
    {
        int end = SkipForm(at);
        if (end == at) end = SkipLong(at);
        if (end == at) end = SkipChain(at);
        if (end == at) end = _calendar.SkipTime(at);
        if (end == at) end = SkipYear(at);
        if (end == at) end = _names.SkipListed(at);
        if (end == at) end = _scores.SkipScore(at);
        return end;
    }

    private int SkipYear(int at)
    {
        int end = _calendar.SkipYear(at);
        // June 4 and 5; but in 2005, and 11 since then.
        if (end > at && _atoms[at].Value <= 31) _names.BeginList(end);
        return end;
    }

    // What the signs around the digits tell: F-16, #4, 1.2.3, 007, 1990s.
    private int SkipForm(int at)
    {
        ref readonly Atom number = ref _atoms[at];
        if ((number.Form & NumeralForm.Dotted) != 0 || IsCode(at)) return _names.EndOfCode(at);
        if ((number.Form & NumeralForm.LeadingZero) != 0 && (number.Form & NumeralForm.Decimal) == 0) return EndOfPhone(_names.EndOfCode(at));
        if (_atoms.Glued(at + 1) && _atoms.Is(at + 1, "s")) return at + 2;
        if (_atoms.Glued(at + 1) && _context.IsApostrophe(at + 1) && _atoms.Is(at + 2, "s") && number.Length is 2 or 4) return at + 3;
        if (_atoms.Glued(at + 1) && _atoms.IsWord(at + 1) && _atoms.Glued(at + 2) && _atoms.IsNumber(at + 2) && !IsUnitWithDigit(at + 1) && !_atoms.IsSymbol(at + 3, '^')) return _names.EndOfCode(at);
        if (_atoms.IsSymbol(at - 1, '\'') || _atoms.IsSymbol(at - 1, '’')) return _atoms.Glued(at) && number.Length == 2 ? at + 1 : at;
        return at;
    }

    // Serial numbers; a telephone number that begins with a zero goes on over spaces; 4K pictures and 5G networks.
    private int SkipLong(int at)
    {
        ref readonly Atom number = ref _atoms[at];
        if (number is { Form: NumeralForm.Plain, Length: >= LongestPlain } && !_context.HasUnit(at + 1) && !_context.HasScale(at + 1)) return at + 1;
        if (number.Form != NumeralForm.Plain || number.Length != 1 || !_atoms.Glued(at + 1) || _atoms[at + 1].Length != 1) return at;
        if (_atoms[at + 1].First == 'G' && !_atoms.Glued(at + 2)) return at + 2;
        return _atoms[at + 1].First == 'K' && number.Value is 4 or 8 && _counts.KindAt(at + 2) is TagKind.Noun or TagKind.ProperNoun ? at + 2 : at;
    }

    private bool IsUnitWithDigit(int at) => _lexicon.Units.Match(_atoms, at, out int end) is not null && end > at + 1;

    private bool IsCode(int at)
    {
        if (!_atoms.Glued(at)) return false;
        if (_atoms.IsWord(at - 1) || (_atoms.IsSymbol(at - 1, '+') && _atoms.Glued(at - 1) && _atoms.IsWord(at - 2))) return true;
        if (_atoms[at - 1].First is '#' or '№' or '§' or '@' or '_' or '/' or '=' or '?' or '\\') return _atoms[at - 1].First != '/' || !_atoms.IsNumber(at - 2);
        bool joined = _atoms.IsSymbol(at - 1, '-') && _atoms.Glued(at - 1) && _atoms.IsWord(at - 2);
        if (!joined || _atoms.Role(at - 2) != NumberRole.None || _atoms.Has(at - 2, Cue.Aged)) return false;
        return !_context.HasUnit(at + 1) || (_atoms.IsWord(at + 1) && _atoms[at + 1].Length == 1);
    }

    // 0800 555 014
    private int EndOfPhone(int end)
    {
        while (_atoms.IsNumber(end) && _atoms[end].Length >= 3 && _atoms[end].Form != NumeralForm.Decimal) end++;
        return end;
    }

    // 2025-06-04, 6/4/2025, 555-010-0199, 10:15:30
    private int SkipChain(int at)
    {
        int end = at, links = 0;
        while (IsLink(end + 1) && _atoms.IsNumber(end + 2))
        {
            links++;
            end += 2;
        }
        if (links == 2 && _atoms.IsHyphen(at + 1) && _atoms.IsSymbol(at + 3, '/') && _atoms[at + 2].Value < _atoms[at + 4].Value) return at;
        if (links >= 2 || (links == 1 && (_atoms[end].Form & NumeralForm.LeadingZero) != 0 && _atoms.IsHyphen(at + 1))) return _names.EndOfCode(end);
        return links == 1 && _atoms.IsSymbol(at + 1, '/') && IsDateLike(at) ? end + 1 : at;
    }

    private bool IsLink(int at) => _atoms.IsHyphen(at) || (_atoms.Glued(at) && _atoms.Glued(at + 1) && _atoms[at].First is '/' or ':' or '.');

    // 9/11, 24/7; but 3/4 mile and 1/3 of
    private bool IsDateLike(int at)
    {
        if (_atoms[at].Value >= _atoms[at + 2].Value) return true;
        return _atoms[at + 2].Value is not (2 or 3 or 4 or 5 or 6 or 8 or 10 or 16 or 32 or 64 or 100) && !_atoms.Has(at + 3, Cue.Of) && !_context.HasUnit(at + 3);
    }

    private int SkipPhone(int at)
    {
        int end = at + 2, groups = 0;
        while (_atoms.IsNumber(end) || (_atoms.IsHyphen(end) && _atoms.IsNumber(end + 1)))
        {
            if (_atoms.IsNumber(end)) groups++;
            end++;
        }
        return groups >= 2 ? end : at;
    }

}
