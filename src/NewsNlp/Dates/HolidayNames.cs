using System.Globalization;
using NewsNlp.Drafts;
using NewsNlp.Lexicon;

namespace NewsNlp.Dates;

/// <summary>A holiday: its name's words and how its day is found.</summary>
internal sealed record Holiday(string[] Words, HolidayRule Rule);

/// <summary>The names of holidays, found at a token by their first word.</summary>
internal sealed class HolidayNames
{
    private readonly WordMap<Holiday[]> _byFirstWord;

    public HolidayNames()
    {
        List<Holiday> all = [];
        foreach (string[] row in LexiconFile.Rows("dates/holidays")) all.Add(new Holiday(Words(row[0]), HolidayRule.Parse(row[1])));
        _byFirstWord = new WordMap<Holiday[]>(all.GroupBy(h => h.Words[0], StringComparer.OrdinalIgnoreCase)
            .Select(group => KeyValuePair.Create(group.Key, group.OrderByDescending(h => h.Words.Length).ToArray())));
    }

    /// <summary>The longest name at <paramref name="token"/>, which begins with a capital; null where there is none.</summary>
    /// <param name="end">Token behind the name.</param>
    public Holiday? Find(DocumentDraft draft, int token, out int end)
    {
        end = token;
        ReadOnlySpan<char> first = draft.Form(token);
        if (first.Length > 14 || !char.IsAsciiLetterOrDigit(first[0]) || !_byFirstWord.TryGet(first, out Holiday[]? holidays)) return null;
        foreach (Holiday holiday in holidays)
            if (Matches(draft, token, holiday.Words, out end)) return holiday;
        return null;
    }

    private static bool Matches(DocumentDraft draft, int token, string[] words, out int end)
    {
        end = token + words.Length;
        if (end > draft.TokenCount) return false;
        for (int i = 1; i < words.Length; i++)
            if (!SameWord(draft.Form(token + i), words[i])) return false;
        return true;
    }

    private static bool SameWord(ReadOnlySpan<char> form, string word)
    {
        if (word[0] == '\'' && form.Length == word.Length && form[0] is '’' or '\'') return form[1..].Equals(word.AsSpan(1), StringComparison.OrdinalIgnoreCase);
        return form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    // As the tokenizer cuts them: New Year 's Day, eid al - fitr.
    private static string[] Words(string name) =>
        name.Replace("s' ", "s ' ", StringComparison.Ordinal).Replace("'s", " 's", StringComparison.Ordinal).Replace("-", " - ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
