namespace NewsNlp.Dates;

/// <summary>Figures by their shape: 12, 1,400, 2.5, 10:15, 6/4/2025, 2025-06-04, 21st, 1990s, ½.</summary>
internal static class DateFigures
{
    /// <summary>Reads the figures at <paramref name="at"/> and adds one item; gives where they end.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, int start, int token, bool glued, DateItems items)
    {
        ItemFlags flags = glued ? ItemFlags.Glued : ItemFlags.None;
        int end = EndOfDigits(text, at);
        if (TryPacked(text, at, end, out int packed))
        {
            items.Add(new DateItem(ItemKind.Calendar, flags, packed, start + at, start + end, token));
            return end;
        }
        if (TryCalendar(text, at, ref end, out int year, out int month, out int day))
        {
            items.Add(new DateItem(ItemKind.Calendar, flags, year * 10000 + month * 100 + day, start + at, start + end, token));
            return end;
        }
        DateItem item = new(ItemKind.Number, flags, Int(text[at..end]), start + at, start + end, token) { Digits = end - at };
        item = item with { Number = item.Value };
        item = WithTail(text, at, ref end, item, start);
        items.Add(item with { End = start + end });
        return end;
    }

    private static DateItem WithTail(ReadOnlySpan<char> text, int at, ref int end, DateItem item, int start)
    {
        if (end == text.Length) return item;
        char next = text[end];
        if (next == ':' || (next is 'h' or '.' && IsClockTail(text, end))) return Clock(text, at, ref end, item);
        if (next == ',' && end + 3 < text.Length && char.IsAsciiDigit(text[end + 1])) return Grouped(text, ref end, item);
        if (next == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return Decimal(text, ref end, item);
        if (next == '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return Slash(text, ref end, item);
        if (VulgarFraction(next) is double part and > 0)
        {
            end++;
            return item with { Number = item.Number + part, Flags = item.Flags | ItemFlags.Grouped };
        }
        return Suffix(text, at, ref end, item);
    }

    private static DateItem Suffix(ReadOnlySpan<char> text, int at, ref int end, DateItem item)
    {
        ReadOnlySpan<char> tail = text[end..];
        if (IsOrdinalEnding(tail))
        {
            end += 2;
            return item with { Kind = ItemKind.Ordinal };
        }
        bool apostrophe = tail.Length > 1 && tail[0] is '\'' or '’';
        ReadOnlySpan<char> plural = apostrophe ? tail[1..] : tail;
        if (plural.Length >= 1 && plural[0] == 's' && (plural.Length == 1 || !char.IsLetter(plural[1])) && item.Digits is 2 or 4 && item.Value % 10 == 0)
        {
            end += apostrophe ? 2 : 1;
            return item with { Kind = ItemKind.Decade };
        }
        return item;
    }

    public static bool IsOrdinalEnding(ReadOnlySpan<char> tail) =>
        tail.Length >= 2 && (tail.Length == 2 || !char.IsLetter(tail[2]))
        && (tail[..2].Equals("st", StringComparison.OrdinalIgnoreCase) || tail[..2].Equals("nd", StringComparison.OrdinalIgnoreCase)
            || tail[..2].Equals("rd", StringComparison.OrdinalIgnoreCase) || tail[..2].Equals("th", StringComparison.OrdinalIgnoreCase));

    // 10:15, 10:15:30, 9h30, 16h; hhmmss without the colons as value. 10.15 is a time only beside a.m., which the grammar sees.
    private static DateItem Clock(ReadOnlySpan<char> text, int at, ref int end, DateItem item)
    {
        int minuteEnd = EndOfDigits(text, end + 1), minutes = minuteEnd > end + 1 ? Int(text[(end + 1)..minuteEnd]) : 0;
        bool minutesFit = minuteEnd - end - 1 == 2 || (text[end] == 'h' && minuteEnd == end + 1);
        if (item.Value > 24 || minutes > 59 || !minutesFit) return item;
        int seconds = 0, last = minuteEnd;
        if (last < text.Length && text[last] == ':' && EndOfDigits(text, last + 1) == last + 3)
        {
            seconds = Math.Min(59, Int(text[(last + 1)..(last + 3)]));
            last += 3;
        }
        end = last;
        return item with { Kind = ItemKind.Clock, Value = item.Value * 10000 + minutes * 100 + seconds };
    }

    // 9h30 and 16h, not the h of 5hrs.
    private static bool IsClockTail(ReadOnlySpan<char> text, int at) =>
        text[at] == 'h' && at + 1 < text.Length && EndOfDigits(text, at + 1) == at + 3 && at + 3 == text.Length;

    private static DateItem Grouped(ReadOnlySpan<char> text, ref int end, DateItem item)
    {
        double value = item.Number;
        while (end + 3 < text.Length && text[end] == ',' && EndOfDigits(text, end + 1) == end + 4)
        {
            value = value * 1000 + Int(text[(end + 1)..(end + 4)]);
            end += 4;
        }
        DateItem grouped = item with { Number = value, Value = value < int.MaxValue ? (int)value : int.MaxValue, Flags = item.Flags | ItemFlags.Grouped, Digits = 0 };
        bool isDecimal = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        return isDecimal ? Decimal(text, ref end, grouped) with { Digits = 0 } : grouped;
    }

    private static DateItem Decimal(ReadOnlySpan<char> text, ref int end, DateItem item)
    {
        int last = EndOfDigits(text, end + 1), digits = last - end - 1;
        double part = Int(text[(end + 1)..Math.Min(last, end + 7)]) / Math.Pow(10, Math.Min(digits, 6));
        end = last;
        return item with { Number = item.Number + part, Flags = item.Flags | ItemFlags.Grouped, Digits = digits == 2 ? -2 : 0 };
    }

    private static DateItem Slash(ReadOnlySpan<char> text, ref int end, DateItem item)
    {
        int last = EndOfDigits(text, end + 1), second = Int(text[(end + 1)..last]);
        end = last;
        double number = second == 0 ? 0 : item.Number / second;
        return item with { Kind = ItemKind.SlashPair, Value = Math.Min(item.Value, 9999) * 10000 + Math.Min(second, 9999), Number = number };
    }

    // 2025-06-04, 6/4/2025, 31/10/74, 4.6.2025, 10-31-1974. A first part over 12 can only be the day; else month first, as in the United States.
    private static bool TryCalendar(ReadOnlySpan<char> text, int at, ref int end, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (end >= text.Length || text[end] is not ('-' or '/' or '.')) return false;
        char sign = text[end];
        if (at > 0 && text[at - 1] == sign) return false;
        int secondEnd = EndOfDigits(text, end + 1);
        if (secondEnd == end + 1 || secondEnd >= text.Length || text[secondEnd] != sign) return false;
        int thirdEnd = EndOfDigits(text, secondEnd + 1);
        int thirdLength = thirdEnd - secondEnd - 1;
        if (secondEnd - end > 3 || thirdLength is not (1 or 2 or 4) || (thirdEnd < text.Length && text[thirdEnd] == sign)) return false;
        int first = Int(text[at..end]), second = Int(text[(end + 1)..secondEnd]), third = Int(text[(secondEnd + 1)..thirdEnd]);
        if (end - at == 4) (year, month, day) = (first, second, third);
        else if (end - at > 2 || thirdLength == 1) return false;
        else (year, month, day) = (thirdLength == 2 ? Cal.FullYear(third) : third, first, second);
        if (month > 12 && end - at != 4) (month, day) = (day, month);
        if (!Cal.IsDay(year, month, day)) return false;
        end = thirdEnd;
        return true;
    }

    // 20250604: eight figures that are a day of our times.
    private static bool TryPacked(ReadOnlySpan<char> text, int at, int end, out int packed)
    {
        packed = 0;
        if (end - at != 8 || text[at] is not ('1' or '2')) return false;
        packed = Int(text[at..end]);
        return packed / 10000 is >= 1900 and <= 2099 && Cal.IsDay(packed / 10000, packed / 100 % 100, packed % 100);
    }

    private static double VulgarFraction(char c) => c switch { '½' => 0.5, '¼' => 0.25, '¾' => 0.75, _ => 0 };

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    // Larger than any date needs is all the same.
    private static int Int(ReadOnlySpan<char> digits)
    {
        long value = 0;
        foreach (char c in digits)
        {
            value = value * 10 + c - '0';
            if (value > int.MaxValue) return int.MaxValue;
        }
        return (int)value;
    }
}
