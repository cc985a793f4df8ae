namespace NewsNlp.Dates;

/// <summary>Amounts of time in figures and words.</summary>
internal sealed partial class DateGrammar
{
    /// <summary>Number and unit; with a second, smaller unit where one follows.</summary>
    private bool ReadAmount(int at, out Amount amount)
    {
        amount = new Amount { Number = 1 };
        if (HalfAmount(at, ref amount) || QuarterCentury(at, ref amount)) return true;
        if (!Number(at, ref amount, out int next) || (YearNumber(at, out _) && items.Kind(next) is ItemKind.Fiscal or ItemKind.YearKind)) return false;
        while (items.Is(next, ItemKind.Consecutive) || items.Kind(next) is ItemKind.More or ItemKind.Other or ItemKind.Past or ItemKind.Coming && !amount.Article) next++;
        if (items.Kind(next) is ItemKind.Next or ItemKind.Previous or ItemKind.Following && items.Is(next + 1, ItemKind.Unit) && items.Has(next + 1, ItemFlags.Plural) && !amount.Article) next++;
        if (IsDescribing(next) && !double.IsNaN(amount.Number) && !amount.Article) next++;
        bool hyphen = items.Is(next, ItemKind.Hyphen);
        if (hyphen) next++;
        if (items.Kind(next) is ItemKind.DayKind or ItemKind.YearKind or ItemKind.Fiscal) next++;
        bool nights = items.Is(next, ItemKind.DayPart) && items[next].Value == DayParts.Night && !amount.Article && (hyphen || items.Has(next, ItemFlags.Plural) || amount.Number == 1);
        if (!nights && !UnitAt(next, amount.Article)) return false;
        amount.Unit = nights ? TimeUnit.Day : (TimeUnit)items[next].Value;
        amount.Hyphened = hyphen;
        amount.End = next + 1;
        // Three-quarters of them are a fraction.
        if (hyphen && amount.Unit == TimeUnit.Quarter && items.Has(next, ItemFlags.Plural)) return false;
        if (items.Has(next, ItemFlags.Plural) ? amount.Article : YearNumber(next - 1, out _)) return false;
        OrTwo(ref amount);
        HalfBehind(ref amount);
        MoreBehind(ref amount);
        return true;
    }

    // three tumultuous decades
    private bool IsDescribing(int at) => items.Is(at, ItemKind.None) && !items.Has(at, ItemFlags.Capital) && items.Is(at + 1, ItemKind.Unit) && items.Has(at + 1, ItemFlags.Plural) && items[at + 1].Value >= (int)TimeUnit.Day
        && items[at + 1].Value != (int)TimeUnit.Quarter && draft.TokenBuffer[items[at].Token].Pos == PartOfSpeech.Adjective;

    // a day or two, a week or so, a year or more
    private void OrTwo(ref Amount amount)
    {
        int at = amount.End;
        if (amount.Hyphened || amount.Number != 1 || !items.Is(at, ItemKind.Or)) return;
        bool two = items.Is(at + 1, ItemKind.NumberWord) && items[at + 1].Value is 2 or 3 && items.Kind(at + 2) is not (ItemKind.Unit or ItemKind.Hyphen);
        if (two) amount.Upper = items[at + 1].Value;
        if (two || IsWord(at + 1, "so") || (items.Is(at + 1, ItemKind.More) && !items.Is(at + 2, ItemKind.Than))) amount.End = at + 2;
    }

    private bool UnitAt(int at, bool article)
    {
        ref readonly DateItem item = ref items[at];
        if (item.Kind != ItemKind.Unit) return false;
        // 24h, not the 4-H Club.
        if (item.End - item.Start == 1 && !(item.Has(ItemFlags.Glued) && !item.Has(ItemFlags.Capital) && items.Is(at - 1, ItemKind.Number))) return false;
        if (item.Has(ItemFlags.Short) && (article || items.Kind(at - 1) is not (ItemKind.Number or ItemKind.Hyphen))) return false;
        // A second, a quarter: mostly an ordinal and a fourth part; the grammar asks for more.
        return !article || item.Value is not ((int)TimeUnit.Second or (int)TimeUnit.Weekend);
    }

    // a quarter century, a quarter-century, a quarter of a century
    private bool QuarterCentury(int at, ref Amount amount)
    {
        int next = items.Is(at, ItemKind.A) ? at + 1 : at;
        if (!items.Is(next, ItemKind.Unit) || items[next].Value != (int)TimeUnit.Quarter) return false;
        next++;
        if (items.Is(next, ItemKind.Hyphen)) next++;
        else if (items.Is(next, ItemKind.Of) && items.Is(next + 1, ItemKind.A)) next += 2;
        if (!items.Is(next, ItemKind.Unit) || items[next].Value != (int)TimeUnit.Century || items.Has(next, ItemFlags.Plural)) return false;
        (amount.Number, amount.Unit, amount.End, amount.Article) = (25, TimeUnit.Year, next + 1, true);
        return true;
    }

    // half an hour, half a century, a half hour, a half-century
    private bool HalfAmount(int at, ref Amount amount)
    {
        int next = at;
        if (items.Is(next, ItemKind.A) && items.Is(next + 1, ItemKind.Half)) next++;
        if (!items.Is(next, ItemKind.Half)) return false;
        next++;
        if (items.Kind(next) is ItemKind.A or ItemKind.Hyphen || (items.Is(next, ItemKind.Of) && items.Is(next + 1, ItemKind.A))) next += items.Is(next, ItemKind.Of) ? 2 : 1;
        if (!UnitAt(next, true) || items.Has(next, ItemFlags.Plural)) return false;
        (amount.Number, amount.Unit) = HalfOf((TimeUnit)items[next].Value);
        if (amount.Number == 0) return false;
        amount.End = next + 1;
        amount.Article = true;
        return true;
    }

    private static (double Number, TimeUnit Unit) HalfOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Hour => (30, TimeUnit.Minute),
        TimeUnit.Minute => (30, TimeUnit.Second),
        TimeUnit.Day => (12, TimeUnit.Hour),
        TimeUnit.Year => (6, TimeUnit.Month),
        TimeUnit.Decade => (5, TimeUnit.Year),
        TimeUnit.Century => (50, TimeUnit.Year),
        _ => (0, unit),
    };

    // a year and a half, an hour and half, two years and a quarter
    private void HalfBehind(ref Amount amount)
    {
        int at = amount.End;
        if (amount.Hyphened || !items.Is(at, ItemKind.And)) return;
        int part = items.Is(at + 1, ItemKind.A) ? at + 2 : at + 1;
        double fraction = FractionAt(part, out int end);
        if (fraction == 0 || items.Kind(end) is ItemKind.Of or ItemKind.A or ItemKind.Unit or ItemKind.Hyphen) return;
        amount.Number += fraction;
        amount.End = end;
    }

    // half, quarter; 0 where it is none
    private double FractionAt(int at, out int end)
    {
        end = at + 1;
        if (items.Is(at, ItemKind.Half)) return 0.5;
        return items.Is(at, ItemKind.Unit) && items[at].Value == (int)TimeUnit.Quarter && !items.Has(at, ItemFlags.Plural) && items.Is(at - 1, ItemKind.A) ? 0.25 : 0;
    }

    // 2 years and 3 months, an hour, 45 minutes
    private void MoreBehind(ref Amount amount)
    {
        int at = amount.End;
        if (items.Is(at, ItemKind.And) || (items.Is(at, ItemKind.Comma) && !amount.Article)) at++;
        Amount more = new() { Number = 1 };
        if (amount.Unit == TimeUnit.Second || double.IsNaN(amount.Number) || amount.Hyphened || !Number(at, ref more, out int next) || more.Article) return;
        if (!UnitAt(next, false) || (TimeUnit)items[next].Value >= amount.Unit || double.IsNaN(more.Number) || more.Upper > 0) return;
        amount.More = more.Number;
        amount.MoreUnit = (TimeUnit)items[next].Value;
        amount.End = next + 1;
    }

    private bool Number(int at, ref Amount amount, out int next)
    {
        next = at + 1;
        switch (items.Kind(at))
        {
            case ItemKind.Another when items.Kind(next) is ItemKind.Number or ItemKind.NumberWord or ItemKind.Couple or ItemKind.Vague: return Number(next, ref amount, out next);
            case ItemKind.A or ItemKind.Another: return ArticleNumber(at, ref amount, out next);
            case ItemKind.Vague:
                amount.Number = double.NaN;
                if (items.Is(next, ItemKind.Of)) next++;
                if (items.Is(next, ItemKind.Scale)) next++;
                return true;
            case ItemKind.Couple:
                amount.Number = 2;
                if (items.Is(next, ItemKind.Of)) next++;
                return true;
            case ItemKind.Number or ItemKind.NumberWord or ItemKind.SlashPair:
                if (!ExactNumber(at, out amount.Number, out next)) return false;
                UpperNumber(ref amount, ref next);
                return true;
            case ItemKind.Scale:
                amount.Number = items[at].Value;
                return true;
            default: return false;
        }
    }

    // a couple of, a few, a dozen, a hundred; a year
    private bool ArticleNumber(int at, ref Amount amount, out int next)
    {
        next = at + 1;
        int word = at + 1;
        if (items.Is(word, ItemKind.Other)) word++;
        if (items.Kind(word) is ItemKind.Vague or ItemKind.Couple or ItemKind.Scale && !items.Has(word, ItemFlags.Plural)) return Number(word, ref amount, out next);
        amount.Article = true;
        return items.Kind(next) is ItemKind.Unit or ItemKind.Consecutive or ItemKind.DayKind or ItemKind.YearKind or ItemKind.Fiscal;
    }

    private bool ExactNumber(int at, out double number, out int next)
    {
        number = items[at].Number;
        next = at + 1;
        if (items.Is(at, ItemKind.NumberWord)) number = WordNumber(at, out next);
        else if (items.Is(at, ItemKind.SlashPair)) return number is > 0 and < 1;
        if (items.Is(next, ItemKind.SlashPair) && items[next].Number is > 0 and < 1) number += items[next++].Number;
        else if (AndAHalf(next, out int end) || AndAQuarter(next, out end))
        {
            number += items.Is(end - 1, ItemKind.Half) ? 0.5 : 0.25;
            next = end;
        }
        else if (items.Is(next, ItemKind.Scale))
        {
            number *= items[next].Value;
            next++;
        }
        return true;
    }

    // and a half, -and-a-half
    private bool AndAHalf(int at, out int end)
    {
        end = items.Is(at, ItemKind.Hyphen) ? at + 1 : at;
        if (!items.Is(end++, ItemKind.And)) return false;
        if (items.Is(end, ItemKind.Hyphen)) end++;
        if (items.Is(end, ItemKind.A)) end++;
        if (items.Is(end, ItemKind.Hyphen)) end++;
        return items.Is(end++, ItemKind.Half);
    }

    // one and a quarter years
    private bool AndAQuarter(int at, out int end)
    {
        end = at + 3;
        return items.Is(at, ItemKind.And) && items.Is(at + 1, ItemKind.A) && items.Is(at + 2, ItemKind.Unit) && items[at + 2].Value == (int)TimeUnit.Quarter && items.Is(at + 3, ItemKind.Unit);
    }

    private double WordNumber(int at, out int next)
    {
        double total = 0;
        TwoFigures(at, out int value, out next);
        while (items.Is(next, ItemKind.Scale) && next < at + 12)
        {
            total += (double)value * items[next].Value;
            next++;
            value = 0;
            int word = items.Is(next, ItemKind.And) ? next + 1 : next;
            if (!TwoFigures(word, out int more, out int end)) break;
            (value, next) = (more, end);
        }
        return total + value;
    }

    // two to three weeks, five or six years, 3-5 days
    private void UpperNumber(ref Amount amount, ref int next)
    {
        if (items.Kind(next) is not (ItemKind.To or ItemKind.Or or ItemKind.Hyphen or ItemKind.And) || items.Kind(next + 1) is not (ItemKind.Number or ItemKind.NumberWord)) return;
        if (!ExactNumber(next + 1, out double upper, out int end) || upper <= amount.Number || items.Kind(end) is not (ItemKind.Unit or ItemKind.Consecutive or ItemKind.Hyphen or ItemKind.DayKind)) return;
        amount.Upper = upper;
        next = end;
    }
}
