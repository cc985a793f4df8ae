using NewsNlp.Drafts;

namespace NewsNlp.Dates;

/// <summary>Months: with a day, with a year, alone; and what tells them from verbs and names.</summary>
internal sealed partial class DateGrammar
{
    // June 4; June 4, 2025; June 2025; June 4-6; June the 4th; June.
    private bool MonthDate(int at, out Reading reading)
    {
        reading = default;
        int month = items[at].Value, next = at + 1;
        if (items.Kind(next) == ItemKind.Hyphen && items.Has(next, ItemFlags.Glued)) next++;
        if (items.Kind(next) == ItemKind.The && items.Kind(next + 1) == ItemKind.Ordinal) next++;
        if (items.Kind(next) == ItemKind.Comma && items.Kind(next + 1) == ItemKind.Ordinal && items[next + 1].Digits > 0) next++;
        if (DayNumber(next, out int day, out int end) && Cal.IsMonthDay(month, day) && !IsCounted(end, at)) return MonthDayDate(at, month, day, end, out reading);
        if (next > at + 1 && YearNumber(next, out _)) return MonthYear(at, at, month, next, out reading);
        if (!IsMonthHere(at)) return false;
        return MonthYear(at, at, month, at + 1, out reading);
    }

    private bool MonthYear(int start, int at, int month, int next, out Reading reading)
    {
        if (YearBehind(next, out int year, out int end))
        {
            reading = Reading.Of(start, end, TimePoint.OfMonth(year, month));
            reading.YearTold = true;
            return true;
        }
        int whole = items.Is(next, ItemKind.Of) ? next + 1 : next;
        if (RelativeYear(whole, out Reading named))
        {
            reading = Reading.Of(start, named.End, TimePoint.OfMonth(named.Point.Year, month));
            return true;
        }
        reading = Reading.Of(start, next, items.Is(next, ItemKind.Delivery) ? DeliveryMonth(month) : IsBeforeNoun(next) && !_tense.IsCue(items[next].Token) && items.Kind(at - 1) is not (ItemKind.The or ItemKind.A) && !IsDescribed(items[at].Token - 1) ? NearestMonth(month) : Month(month, at, next));
        return true;
    }

    // December corn, for March delivery: such a month is the nearest, whatever the tense.
    private bool IsBeforeNoun(int at) =>
        items.Is(at, ItemKind.None) && !items.Has(at, ItemFlags.Capital) && items[at].Token >= 0 && draft.TokenBuffer[items[at].Token].Pos == PartOfSpeech.Noun && !items.Is(at, ItemKind.Break);

    private bool MonthDayDate(int at, int month, int day, int end, out Reading reading)
    {
        int last = 0;
        if (items.Kind(end) is ItemKind.Hyphen or ItemKind.To or ItemKind.Dash && DayNumber(end + 1, out int upper, out int upperEnd)
            && upper > day && Cal.IsMonthDay(month, upper) && items.Kind(upperEnd) is not (ItemKind.Month or ItemKind.HalfDay))
        {
            last = upper;
            end = upperEnd;
        }
        return DayReading(at, month, day, last, end, out reading);
    }

    // The figures behind a month count something: "May 5 million", "March 10 percent".
    private bool IsCounted(int end, int month) =>
        items.Kind(end) is ItemKind.Percent or ItemKind.Scale || (items.Kind(end) == ItemKind.Unit && !items.Has(month, ItemFlags.Capital));

    // June without a day: by its capital, and for May and March by the words before it.
    private bool IsMonthHere(int at)
    {
        ref readonly DateItem item = ref items[at];
        if (!item.Has(ItemFlags.Capital)) return !item.Has(ItemFlags.Ambiguous) && (YearBehind(at + 1, out _, out _) || (!item.Has(ItemFlags.Short) && LeadsToDate(at - 1)));
        if (YearBehind(at + 1, out _, out _)) return true;
        if (IsInName(at)) return false;
        if (item.Has(ItemFlags.Short) && IsMonthJoined(at)) return true;
        if (item.Has(ItemFlags.Short)) return LeadsToDate(at - 1) && (!item.Has(ItemFlags.Ambiguous) || draft.Text[item.End - 1] == '.');
        if (item.Has(ItemFlags.Name) && items.Is(at + 1, ItemKind.None) && items.Has(at + 1, ItemFlags.Capital)) return LeadsToDate(at - 1);
        return !item.Has(ItemFlags.Ambiguous) || LeadsToDate(at - 1) || (items.Is(at + 1, ItemKind.Possessive) && !items.Is(at - 1, ItemKind.None)) || IsMonthInList(at) || IsMonthJoined(at) || IsMonthOfNoun(at);
    }

    // Jan-Feb 2017, March and April: a further month follows.
    private bool IsMonthJoined(int at) =>
        items.Kind(at + 1) is ItemKind.Hyphen or ItemKind.To or ItemKind.And or ItemKind.Or && items.Is(at + 2, ItemKind.Month) && items.Has(at + 2, ItemFlags.Capital);

    // its May trial, the inconclusive March elections; not Theresa May, nor May God.
    private bool IsMonthOfNoun(int at)
    {
        int token = items[at].Token, behind = items[at + 1].Token;
        if (items.Is(at + 1, ItemKind.Delivery)) return true;
        if (items.Kind(at + 1) is not (ItemKind.None or ItemKind.Report) || items.Has(at + 1, ItemFlags.Capital) || draft.TokenBuffer[behind].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Adjective)) return false;
        if (token <= _sentenceToken) return draft.TokenBuffer[token].Pos == PartOfSpeech.ProperNoun;
        return draft.TokenBuffer[token - 1].Pos is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Pronoun or PartOfSpeech.Particle or PartOfSpeech.Adposition or PartOfSpeech.Punctuation;
    }

    private bool IsMonthInList(int at) => items.Kind(at - 1) is ItemKind.Comma or ItemKind.And or ItemKind.Or or ItemKind.Hyphen && items.Kind(at - 2) is ItemKind.Month or ItemKind.Number;

    // Words behind which a bare month, season or year is one.
    private bool LeadsToDate(int at) => IsWord(at, "as") || items.Kind(items.Is(at, ItemKind.Hyphen) ? at - 1 : at) is ItemKind.In or ItemKind.Of or ItemKind.Since or ItemKind.By or ItemKind.To or ItemKind.From or ItemKind.Between
        or ItemKind.This or ItemKind.Last or ItemKind.Next or ItemKind.Part or ItemKind.Before or ItemKind.After or ItemKind.Past or ItemKind.Following
        or ItemKind.Previous or ItemKind.For or ItemKind.Approx or ItemKind.Every or ItemKind.Coming;

    // Inside a person's or organisation's name: April Jones, the Friday Group.
    private bool IsInName(int at)
    {
        int token = items[at].Token;
        while (_nextName < draft.Names.Count && draft.Names[_nextName].EndToken <= token) _nextName++;
        if (_nextName >= draft.Names.Count) return false;
        NameData name = draft.Names[_nextName];
        return name.FirstToken <= token && name.EndToken - name.FirstToken > 1
            && name.Type is EntityType.Person or EntityType.Organization or EntityType.WorkOfArt or EntityType.Facility;
    }
}
