using NewsNlp.Drafts;

namespace NewsNlp.Dates;

/// <summary>
/// Tokens to the items of the grammar of dates. Hyphenated words and figures with letters behind them (<c>mid-2024</c>, <c>5pm</c>) become
/// several items however the tokenizer cut them.
/// </summary>
internal sealed class DateLexer(DateVocabulary vocabulary)
{
    public DateItems Read(DocumentDraft draft)
    {
        DateItems items = new(draft.TokenCount + draft.Sentences.Count * 2);
        foreach (SentenceData sentence in draft.Sentences)
        {
            int at = draft.TokenBuffer[sentence.FirstToken].Start;
            items.Add(new DateItem(ItemKind.Break, ItemFlags.None, 0, at, at, sentence.FirstToken));
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++) ReadToken(draft, token, items);
        }
        return items;
    }

    private void ReadToken(DocumentDraft draft, int token, DateItems items)
    {
        ref readonly TokenData data = ref draft.TokenBuffer[token];
        ReadOnlySpan<char> text = draft.Text.AsSpan(data.Start, data.End - data.Start);
        bool glued = data.Start > 0 && items.Count > 0 && items[items.Count - 1].End == data.Start;
        if (glued && TryFigureEnding(text, data.End, items)) return;
        if (!IsDigit(text[0]) && TryWord(text, data.Start, token, glued, items)) return;
        if (text.Length == 1 && !IsDigit(text[0]))
        {
            AddNone(text, data.Start, token, glued, items);
            return;
        }
        ReadParts(text, data.Start, token, glued, items);
    }

    // The s of 1990s and the th of 4th, where they are tokens of their own.
    private static bool TryFigureEnding(ReadOnlySpan<char> text, int end, DateItems items)
    {
        DateItem last = items[items.Count - 1];
        if (text.Length > 2 || last.Kind != ItemKind.Number || last.Digits == 0) return false;
        bool decade = text is "s" && last.Digits is 2 or 4 && last.Value % 10 == 0;
        if (!decade && !DateFigures.IsOrdinalEnding(text)) return false;
        items.ReplaceLast(last with { Kind = decade ? ItemKind.Decade : ItemKind.Ordinal, End = end });
        return true;
    }

    private bool TryWord(ReadOnlySpan<char> word, int start, int token, bool glued, DateItems items)
    {
        DateWord? found = vocabulary.Find(word);
        if (found is null && word.Length > 3 && word[^1] == '.') found = vocabulary.Find(word[..^1]);
        if (found is null || (found.NeedsCapital && !char.IsAsciiLetterUpper(word[0]))) return false;
        ItemFlags flags = found.Flags | Marks(word, glued);
        items.Add(new DateItem(found.Kind, flags, found.Value, start, start + word.Length, token) { Number = found.Value, Text = found.Text });
        return true;
    }

    // Cuts a token at hyphens and slashes and between figures and letters.
    private void ReadParts(ReadOnlySpan<char> text, int start, int token, bool glued, DateItems items)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = IsDigit(text[at]) ? DateFigures.Read(text, at, start, token, glued, items) : ReadWordPart(text, at, start, token, glued, items);
            if (end == at) return;
            at = end;
            glued = true;
        }
    }

    private int ReadWordPart(ReadOnlySpan<char> text, int at, int start, int token, bool glued, DateItems items)
    {
        int end = at;
        if (at > 0 && TryWord(text[at..], start + at, token, glued, items)) return text.Length;
        while (end < text.Length && !IsHyphen(text[end]) && !IsDigit(text[end])) end++;
        if (end == at && IsHyphen(text[at]))
        {
            items.Add(new DateItem(ItemKind.Hyphen, Marks("-", glued), 0, start + at, start + at + 1, token));
            return at + 1;
        }
        ReadOnlySpan<char> word = text[at..end];
        if (!TryShortYear(text, at, start, token, glued, items, ref end) && !TryWord(word, start + at, token, glued, items))
            AddNone(word, start + at, token, glued, items);
        return end;
    }

    // The apostrophe of '98 and of '80s belongs to the figures.
    private static bool TryShortYear(ReadOnlySpan<char> text, int at, int start, int token, bool glued, DateItems items, ref int end)
    {
        bool decade = text.Length == at + 4 && text[at + 3] == 's';
        if (text[at] is not ('\'' or '’' or '‘') || end != at + 1 || (text.Length != at + 3 && !decade)) return false;
        if (!IsDigit(text[at + 1]) || !IsDigit(text[at + 2])) return false;
        int value = (text[at + 1] - '0') * 10 + text[at + 2] - '0';
        ItemKind kind = decade ? ItemKind.Decade : ItemKind.ShortYear;
        end = text.Length;
        items.Add(new DateItem(kind, Marks("'", glued), value, start + at, start + end, token) { Number = value, Digits = 2 });
        return true;
    }

    private static void AddNone(ReadOnlySpan<char> word, int start, int token, bool glued, DateItems items) =>
        items.Add(new DateItem(ItemKind.None, Marks(word, glued), 0, start, start + word.Length, token));

    private static ItemFlags Marks(ReadOnlySpan<char> word, bool glued) =>
        (glued ? ItemFlags.Glued : ItemFlags.None) | (char.IsUpper(word[0]) ? ItemFlags.Capital : ItemFlags.None);

    private static bool IsHyphen(char c) => c is '-' or '‑' or '–' or '/';

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);
}
