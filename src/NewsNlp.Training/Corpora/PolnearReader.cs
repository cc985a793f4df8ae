using System.Globalization;

namespace NewsNlp.Training.Corpora;

/// <summary>
/// Reads PolNeAR: brat standoff files beside the articles, <c>attribution/polnear/PART</c> below a data folder, in order of their
/// names. Offsets there count code points; spans may have several parts.
/// </summary>
internal static class PolnearReader
{
    public static IEnumerable<AttributionDocument> Read(string data, string part)
    {
        string folder = Path.Combine(data, "attribution", "polnear", part);
        foreach (string path in Directory.GetFiles(folder, "*.ann").Order(StringComparer.Ordinal)) yield return ReadOne(path);
    }

    private static AttributionDocument ReadOne(string path)
    {
        string text = File.ReadAllText(Path.ChangeExtension(path, ".txt"));
        CodePointOffsets offsets = new(text);
        Dictionary<string, TextSpan[]> spans = [];
        List<Attribution> attributions = [];
        // Line ends within a span's text would break lines that are read as text, so the parts are taken from the tabs alone.
        foreach (string line in File.ReadAllText(path).Split('\n'))
        {
            string[] fields = line.Split('\t');
            if (fields.Length < 2 || fields[0].Length < 2) continue;
            if (fields[0][0] == 'T' && char.IsAsciiDigit(fields[0][1])) spans[fields[0]] = Parts(fields[1], offsets);
            else if (fields[0][0] == 'E' && Event(fields[1], spans) is { } attribution) attributions.Add(attribution);
        }
        return new AttributionDocument(Path.GetFileNameWithoutExtension(path), text, Day(path), attributions);
    }

    // "Content 10 59;70 82"
    private static TextSpan[] Parts(string field, CodePointOffsets offsets) =>
        [.. field[(field.IndexOf(' ') + 1)..].Split(';').Select(part => Part(part.Split(' '), offsets)).Order()];

    private static TextSpan Part(string[] ends, CodePointOffsets offsets) =>
        offsets.Span(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));

    // "Attribution:T8 Content:T7 Cue:T6 Source:T5"; a role that occurs again carries a number.
    private static Attribution? Event(string field, Dictionary<string, TextSpan[]> spans)
    {
        TextSpan[] Role(string name) =>
        [
            .. field.Split(' ').Select(part => part.Split(':'))
                .Where(pair => pair.Length == 2 && pair[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == name)
                .SelectMany(pair => spans.GetValueOrDefault(pair[1], [])).Order(),
        ];
        TextSpan[] content = Role("Content");
        return content.Length == 0 ? null : new Attribution(Role("Source"), Role("Cue"), content);
    }

    private static DateOnly? Day(string path)
    {
        foreach (string part in Path.GetFileName(path).Split('_'))
            if (DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        return null;
    }
}
