namespace NewsNlp.Quantities;

/// <summary>
/// Recognises numbers that are no quantities: dates, times of day, years, scores, telephone numbers, names of models, flights and
/// sections, list numbers.
/// </summary>
internal sealed class NonQuantities(AtomList atoms, QuantityLexicon lexicon, CountReader counts)
{
    /// <summary>An amount with as many digits is written in groups or with a scale.</summary>
    private const int LongestPlain = 16;

    // Behind the last label or date, so that "pages 3 and 4", "June 4 and 5" are left out whole.
    private int _listEnd;

    public void Begin() => _listEnd = -1;

    /// <summary>The atom behind what is no quantity; <paramref name="at"/> itself where a quantity may begin.</summary>
    public int Skip(int at)
    {
        bool digits = atoms.IsNumber(at);
        if ((digits || atoms.Role(at) != NumberRole.None || atoms.Info(at).Ordinal != 0) && counts.EndOfAddress(at) is var address && address > at) return address;
        if (digits) return SkipDigits(at);
        if (atoms.IsSymbol(at, '+') && !atoms.Glued(at) && atoms.IsNumber(at + 1) && atoms.Glued(at + 1)) return SkipPhone(at);
        if (!atoms.IsWord(at)) return at;
        if (atoms.Role(at) is >= NumberRole.Zero and <= NumberRole.Tens) return IsInName(at) ? at + 1 : SkipWord(at);
        return atoms.Role(at) == NumberRole.Scale && atoms.IsHyphen(at - 1) && atoms.Is(at - 2, "multi") ? EndOfCompound(at) : at;
    }

    private int SkipWord(int at)
    {
        int day = SkipDaytime(at + 1);
        return day > at + 1 ? day : SkipNamed(at);
    }

    // An inline-six, world number-two; the Three Gorges Dam, the Group of Eight.
    private bool IsInName(int at)
    {
        if (atoms.IsHyphen(at - 1) && atoms.IsWord(at - 2) && !atoms.IsHyphen(at + 1)) return atoms.Role(at - 2) == NumberRole.None && !atoms.Has(at - 2, Cue.And | Cue.Point | Cue.To | Cue.In | Cue.Of | Cue.Article);
        if (!atoms.IsCapital(at) || !atoms.IsWord(at - 1) || atoms.IsCapital(at - 1)) return false;
        return (atoms.Has(at - 1, Cue.Of) && atoms.Is(at - 2, "Group")) || (atoms.IsCapital(at + 1) && counts.KindAt(at + 1) is TagKind.ProperNoun or TagKind.PluralProperNoun or TagKind.Adjective);
    }

    // A multi-million-dollar deal.
    private int EndOfCompound(int at)
    {
        int end = at + 1;
        while (atoms.IsHyphen(end)) end += 2;
        return end;
    }

    private int SkipDigits(int at)
    {
        int end = SkipForm(at);
        if (end == at) end = SkipLong(at);
        if (end == at) end = SkipChain(at);
        if (end == at) end = SkipTime(at);
        if (end == at) end = SkipYear(at);
        if (end == at) end = SkipListed(at);
        if (end == at) end = SkipScore(at);
        return end;
    }

    // What the signs around the digits tell: F-16, #4, 1.2.3, 007, 1990s.
    private int SkipForm(int at)
    {
        ref readonly Atom number = ref atoms[at];
        if ((number.Form & NumeralForm.Dotted) != 0 || IsCode(at)) return EndOfCode(at);
        if ((number.Form & NumeralForm.LeadingZero) != 0 && (number.Form & NumeralForm.Decimal) == 0) return EndOfPhone(EndOfCode(at));
        if (atoms.Glued(at + 1) && atoms.Is(at + 1, "s")) return at + 2;
        if (atoms.Glued(at + 1) && IsApostrophe(at + 1) && atoms.Is(at + 2, "s") && number.Length is 2 or 4) return at + 3;
        if (atoms.Glued(at + 1) && atoms.IsWord(at + 1) && atoms.Glued(at + 2) && atoms.IsNumber(at + 2) && !IsUnitWithDigit(at + 1) && !atoms.IsSymbol(at + 3, '^')) return EndOfCode(at);
        if (atoms.IsSymbol(at - 1, '\'') || atoms.IsSymbol(at - 1, '’')) return atoms.Glued(at) && number.Length == 2 ? at + 1 : at;
        return at;
    }

    // Serial numbers; a telephone number that begins with a zero goes on over spaces; 4K pictures and 5G networks.
    private int SkipLong(int at)
    {
        ref readonly Atom number = ref atoms[at];
        if (number is { Form: NumeralForm.Plain, Length: >= LongestPlain } && !HasUnit(at + 1) && !HasScale(at + 1)) return at + 1;
        if (number.Form != NumeralForm.Plain || number.Length != 1 || !atoms.Glued(at + 1) || atoms[at + 1].Length != 1) return at;
        if (atoms[at + 1].First == 'G' && !atoms.Glued(at + 2)) return at + 2;
        return atoms[at + 1].First == 'K' && number.Value is 4 or 8 && counts.KindAt(at + 2) is TagKind.Noun or TagKind.ProperNoun ? at + 2 : at;
    }

    private bool IsApostrophe(int at) => atoms.IsSymbol(at, '\'') || atoms.IsSymbol(at, '’');

    private bool IsUnitWithDigit(int at) => lexicon.Units.Match(atoms, at, out int end) is not null && end > at + 1;

    private bool IsCode(int at)
    {
        if (!atoms.Glued(at)) return false;
        if (atoms.IsWord(at - 1) || (atoms.IsSymbol(at - 1, '+') && atoms.Glued(at - 1) && atoms.IsWord(at - 2))) return true;
        if (atoms[at - 1].First is '#' or '№' or '§' or '@' or '_' or '/' or '=' or '?' or '\\') return atoms[at - 1].First != '/' || !atoms.IsNumber(at - 2);
        bool joined = atoms.IsSymbol(at - 1, '-') && atoms.Glued(at - 1) && atoms.IsWord(at - 2);
        if (!joined || atoms.Role(at - 2) != NumberRole.None || atoms.Has(at - 2, Cue.Aged)) return false;
        return !HasUnit(at + 1) || (atoms.IsWord(at + 1) && atoms[at + 1].Length == 1);
    }

    private int EndOfCode(int at)
    {
        int end = at + 1;
        while (atoms.Glued(end) && (atoms.IsNumber(end) || atoms.IsWord(end) || (atoms.IsHyphen(end) && (atoms.IsNumber(end + 1) || atoms.IsCapital(end + 1))))) end++;
        return end;
    }

    // 0800 555 014
    private int EndOfPhone(int end)
    {
        while (atoms.IsNumber(end) && atoms[end].Length >= 3 && atoms[end].Form != NumeralForm.Decimal) end++;
        return end;
    }

    private bool HasUnit(int at)
    {
        if (atoms.IsHyphen(at)) at++;
        return lexicon.Units.Match(atoms, at, out int end) is not null && (end > at + 1 || !atoms.IsWord(at) || (atoms[at].Length > 1 && !atoms.Is(at, "in") && (atoms[at].Length < 3 || !atoms.IsCapital(at))) || atoms.Glued(at));
    }

    // 2025-06-04, 6/4/2025, 555-010-0199, 10:15:30
    private int SkipChain(int at)
    {
        int end = at, links = 0;
        while (IsLink(end + 1) && atoms.IsNumber(end + 2))
        {
            links++;
            end += 2;
        }
        if (links == 2 && atoms.IsHyphen(at + 1) && atoms.IsSymbol(at + 3, '/') && atoms[at + 2].Value < atoms[at + 4].Value) return at;
        if (links >= 2 || (links == 1 && (atoms[end].Form & NumeralForm.LeadingZero) != 0 && atoms.IsHyphen(at + 1))) return EndOfCode(end);
        return links == 1 && atoms.IsSymbol(at + 1, '/') && IsDateLike(at) ? end + 1 : at;
    }

    private bool IsLink(int at) => atoms.IsHyphen(at) || (atoms.Glued(at) && atoms.Glued(at + 1) && atoms[at].First is '/' or ':' or '.');

    // 9/11, 24/7; but 3/4 mile and 1/3 of
    private bool IsDateLike(int at)
    {
        if (atoms[at].Value >= atoms[at + 2].Value) return true;
        return atoms[at + 2].Value is not (2 or 3 or 4 or 5 or 6 or 8 or 10 or 16 or 32 or 64 or 100) && !atoms.Has(at + 3, Cue.Of) && !HasUnit(at + 3);
    }

    private int SkipPhone(int at)
    {
        int end = at + 2, groups = 0;
        while (atoms.IsNumber(end) || (atoms.IsHyphen(end) && atoms.IsNumber(end + 1)))
        {
            if (atoms.IsNumber(end)) groups++;
            end++;
        }
        return groups >= 2 ? end : at;
    }

    // 10:15, 5 p.m., 5pm, 6 o'clock, 1800 GMT
    private int SkipTime(int at)
    {
        int end = at + 1;
        bool clock = (atoms.IsSymbol(end, ':') && atoms.Glued(end) && atoms.IsNumber(end + 1) && atoms.Glued(end + 1));
        if (clock) end += 2;
        int day = IsHour(at) ? SkipDaytime(end) : end;
        if (day == end && !clock && atoms.IsDash(end) && atoms.IsNumber(end + 1) && SkipDaytime(end + 2) > end + 2) return SkipDaytime(end + 2);
        return clock || day > end ? day : at;
    }

    // 7.30 p.m., but no 2.1 pm.
    private bool IsHour(int at) => (atoms[at].Form & NumeralForm.Decimal) == 0 || (atoms[at].Value < 25 && atoms[at].Length > 3 && atoms.Text[atoms[at].End - 3] == '.');

    private int SkipDaytime(int at)
    {
        if (atoms.Has(at, Cue.Daytime) && (atoms.IsCapital(at) || atoms.Is(at, "am") || atoms.Is(at, "pm") || atoms.Is(at, "hrs"))) return at + 1;
        bool letter = atoms.Is(at, "a") || atoms.Is(at, "p");
        if (letter && atoms.IsSymbol(at + 1, '.') && atoms.Is(at + 2, "m")) return atoms.IsSymbol(at + 3, '.') && atoms.Glued(at + 3) ? at + 4 : at + 3;
        return atoms.Is(at, "o") && IsApostrophe(at + 1) && atoms.Is(at + 2, "clock") ? at + 3 : at;
    }

    private bool IsPlain(int at) => atoms.IsNumber(at) && atoms[at].Form == NumeralForm.Plain;

    private int SkipYear(int at)
    {
        int end = SkipDayOfMonth(at);
        if (end == at) end = SkipEra(at);
        if (end > at) return _listEnd = end;
        if (!IsYear(at)) return at;
        if (atoms.IsDash(at + 1) && IsPlain(at + 2) && (atoms[at + 2].Length is 2 or 4 || atoms[at + 2].Value > atoms[at].Value % 10) && !HasUnit(at + 3)) return _listEnd = at + 3;
        if (atoms.IsSymbol(at + 1, '/') && IsPlain(at + 2)) return _listEnd = at + 3;
        return _listEnd = at + 1;
    }

    // 325 B.C., 200 BC, 70 AD
    private int SkipEra(int at)
    {
        if (atoms[at].Form != NumeralForm.Plain || !atoms.IsCapital(at + 1) || atoms.Glued(at + 1)) return at;
        if (atoms.Is(at + 1, "BC") || atoms.Is(at + 1, "BCE") || atoms.Is(at + 1, "AD")) return at + 2;
        bool pointed = (atoms.Is(at + 1, "B") && atoms.Is(at + 3, "C")) || (atoms.Is(at + 1, "A") && atoms.Is(at + 3, "D"));
        return pointed && atoms.IsSymbol(at + 2, '.') && atoms.Glued(at + 3) ? at + 4 : at;
    }

    // June 4, June 4-6, 4 June, June 4, 2025
    private int SkipDayOfMonth(int at)
    {
        if (!IsPlain(at) || atoms[at].Value is < 1 or > 31) return at;
        int before = atoms.IsSymbol(at - 1, '.') ? at - 2 : at - 1;
        bool behind = IsMonth(before) && !HasUnit(at + 1);
        int last = atoms.IsDash(at + 1) && IsPlain(at + 2) && atoms[at + 2].Value <= 31 ? at + 2 : at;
        int next = last + 1;
        if (atoms.Is(next, "st") || atoms.Is(next, "nd") || atoms.Is(next, "rd") || atoms.Is(next, "th")) next++;
        if (atoms.Has(next, Cue.Of)) next++;
        if (!behind && !IsMonth(next)) return at;
        return behind ? last + 1 : next + 1;
    }

    private bool IsMonth(int at) => atoms.Has(at, Cue.Month) && atoms.IsCapital(at);

    private bool IsYear(int at)
    {
        ref readonly Atom number = ref atoms[at];
        if (!IsPlain(at) || number.Length != 4 || number.Value is < 1000 or > 2100) return false;
        if (HasUnit(at + 1) || HasScale(at + 1) || IsTimeUnit(at + 1)) return false;
        bool counted = atoms.Has(at + 1, Cue.People) && !atoms.IsCapital(at + 1);
        if (number.Value >= 1900) return !counted;
        bool cued = atoms.Has(at - 1, Cue.YearCue | Cue.Month) || (atoms.IsSymbol(at - 1, '(') && atoms.IsDash(at + 1)) || (atoms.IsDash(at - 1) && IsPlain(at - 2));
        return cued && counts.KindAt(at + 1) is not (TagKind.PluralNoun or TagKind.Noun or TagKind.Adjective) && !counted;
    }

    private bool HasScale(int at) => atoms.Role(atoms.IsHyphen(at) ? at + 1 : at) is NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen;

    private bool IsTimeUnit(int at) => atoms.Has(atoms.IsHyphen(at) ? at + 1 : at, Cue.TimeUnit);

    // Labels, numbered lists, names with a number, and what goes on from one of them.
    private int SkipListed(int at)
    {
        if (at == 0 && IsPlain(0) && atoms[0].Value < 100 && (atoms.IsSymbol(1, ')') || (atoms.IsSymbol(1, '.') && atoms.Glued(1)))) return 2;
        if (atoms.IsSymbol(at - 1, '(') && atoms.IsSymbol(at + 1, ')') && IsPlain(at))
        {
            if (atoms[at].Value < 50) return at + 2;
            if (atoms[at].Length == 3 && atoms[at + 2].Length == 3 && atoms.IsHyphen(at + 3) && atoms[at + 4].Length == 4) return at + 5;
        }
        return SkipNamed(at);
    }

    private int SkipNamed(int at)
    {
        bool lettered = atoms[at + 1].Length == 1 && atoms.Glued(at + 1) && atoms.IsCapital(at + 1) && atoms.IsCapital(at - 1) && IsLabelled(at);
        if (!lettered && (HasScale(at + 1) || HasUnit(at + 1))) return at;
        if (IsLabelled(at) || IsNameNumber(at)) return _listEnd = EndOfLabel(at);
        if (_listEnd <= 0 || at > _listEnd + 2 || !IsListLink(at - 1) || at - _listEnd != (atoms.IsSymbol(at - 2, ',') ? 2 : 1) || !IsPlain(at)) return at;
        if (IsTimeUnit(at + 1) || counts.FindHead(at + 1, vague: false) >= 0 || atoms[at].Value > 2100) return at;
        return _listEnd = at + 1;
    }

    private int EndOfLabel(int at) => atoms.IsNumber(at) ? EndOfCode(at) : at + 1;

    private bool IsListLink(int at) => atoms.Has(at, Cue.And | Cue.Or | Cue.To) || atoms.IsSymbol(at, ',') || atoms.IsDash(at);

    private bool IsLabelled(int at)
    {
        bool dotted = atoms.IsSymbol(at - 1, '.') && atoms.Glued(at - 1);
        int label = dotted ? at - 2 : at - 1;
        if (!atoms.Has(label, Cue.Label)) return false;
        if (atoms[label].Length == 2 && !dotted && !atoms.IsCapital(label)) return false;
        bool lone = atoms.IsWord(at) || atoms[at].Value < 5000 || atoms.IsCapital(label);
        return lone && (atoms.IsCapital(label) || dotted || !CountsPlural(at + 1));
    }

    private bool CountsPlural(int at) => counts.KindAt(at) is TagKind.PluralNoun || (counts.KindAt(at) is TagKind.Adjective && counts.KindAt(at + 1) == TagKind.PluralNoun);

    // Voyager 2, Boeing 737: a small number behind a name, with no plural to count.
    private bool IsNameNumber(int at)
    {
        if (!(IsPlain(at) || (atoms.IsCapital(at) && at > 1)) || atoms[at].Value >= 100000 || !atoms.IsCapital(at - 1) || atoms.Has(at - 1, Cue.Function | Cue.Month | Cue.Weekday | Cue.RangeCue | Cue.Aged)) return false;
        if (atoms.Glued(at) || lexicon.Before.Match(atoms, at - 1, out _) is not null) return false;
        TagKind kind = counts.KindAt(at - 1);
        if (kind is not (TagKind.ProperNoun or TagKind.PluralProperNoun) && (kind != TagKind.Untagged || at < 2)) return false;
        return !CountsPlural(at + 1) && !IsTimeUnit(at + 1) && !atoms.IsHyphen(at + 1);
    }

    // 52-48, 3-2, beat them 4 to 1.
    private int SkipScore(int at)
    {
        bool to = atoms.Has(at + 1, Cue.To) || (atoms.IsHyphen(at + 1) && atoms.Has(at + 2, Cue.To) && atoms.IsHyphen(at + 3));
        int second = to ? (atoms.IsHyphen(at + 1) ? at + 4 : at + 2) : at + 2;
        if (!IsPlain(at) || !IsPlain(second) || atoms.IsSymbol(second + 1, '/') || (!to && !atoms.IsHyphen(at + 1))) return at;
        if (HasUnit(second + 1) || HasScale(second + 1) || IsTimeUnit(second + 1) || IsMoneyBehind(second + 1)) return at;
        bool scored = atoms.Has(second + 1, Cue.ScoreWord) || HasNear(at, Cue.ScoreWord);
        if (to) return scored && !atoms.Has(at - 1, Cue.From) && !atoms.IsHyphen(second + 1) ? second + 1 : at;
        bool rising = atoms[at].Value < atoms[second].Value;
        bool asked = atoms.Has(at - 1, Cue.RangeCue) || lexicon.Before.Match(atoms, at - 1, out _) is not null;
        if (rising && !scored && (asked || CountsPlural(second + 1) || atoms.IsHyphen(second + 1))) return at;
        if (rising && !scored && atoms[second].Value >= 1000) return at;
        return second + 1;
    }

    private bool IsMoneyBehind(int at) => lexicon.Currencies.Names.Match(atoms, at, out _) is not null && (atoms[at].Length > 2 || atoms.Glued(at));

    private bool HasNear(int at, Cue cue)
    {
        for (int i = at - 1; i >= at - 4; i--)
            if (atoms.Has(i, cue)) return true;
        return false;
    }
}
