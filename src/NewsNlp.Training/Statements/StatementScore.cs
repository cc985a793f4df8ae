using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>
/// Scores statements as published tables for PolNeAR count them: exact source, cue and content, each from its first to its last
/// letter or digit, over the distinct spans of an article; and the speaker of every quoted run of three words or more.
/// </summary>
internal sealed class StatementScore
{
    private const int ShortestRun = 12;

    public ExactCount Source { get; } = new();

    public ExactCount Cue { get; } = new();

    public ExactCount Content { get; } = new();

    public int Runs { get; private set; }

    public int RunsFound { get; private set; }

    public int RunsRight { get; private set; }

    public int RunsWithoutSource { get; private set; }

    public double FoundShare => (double)RunsFound / Math.Max(1, Runs);

    /// <summary>Of the runs that have a source in gold.</summary>
    public double RightShare => (double)RunsRight / Math.Max(1, Runs - RunsWithoutSource);

    /// <summary>Each statement of the documents, and whether gold has one with (by and large) its content and with its speaker.</summary>
    public List<(Statement Statement, bool Right)> Trust { get; } = [];

    /// <summary>What differs, one line each.</summary>
    public List<string> Errors { get; } = [];

    public void Add(AttributionDocument gold, IReadOnlyList<Statement> statements, IReadOnlyList<Entity> entities)
    {
        AddExact(Source, "source", gold, gold.Attributions.Select(a => a.Source), statements.Select(s => Spans(s.Speaker?.Span)));
        AddExact(Cue, "cue", gold, gold.Attributions.Select(a => a.Cue), statements.Select(s => Spans(s.Cue?.Span)));
        AddExact(Content, "content", gold, gold.Attributions.Select(a => a.Content), statements.Select(s => s.Content));
        foreach (Attribution attribution in gold.Attributions)
            foreach (TextSpan content in attribution.Content)
                foreach (TextSpan run in Runs3(gold.Text, content)) AddRun(gold, attribution, run, statements, entities);
        foreach (Statement statement in statements) Trust.Add((statement, gold.Attributions.Any(a => IsSame(statement, a, entities, gold.Text))));
    }

    // More than half of what both cover together is covered by both, and the speaker is the same or none.
    private static bool IsSame(Statement statement, Attribution gold, IReadOnlyList<Entity> entities, string text)
    {
        int own = statement.Content.Sum(part => Letters(text, part)), its = gold.Content.Sum(part => Letters(text, part));
        int shared = statement.Content.Sum(part => gold.Content.Sum(other => Shared(text, part, other)));
        if (shared * 2 < own + its - shared) return false;
        return gold.Source.Length == 0 || IsSpeaker(statement.Speaker, gold.Source, entities, text);
    }

    private void AddExact(
        ExactCount count, string role, AttributionDocument document, IEnumerable<IReadOnlyList<TextSpan>> gold, IEnumerable<IReadOnlyList<TextSpan>> found)
    {
        HashSet<TextSpan> goldEnds = [.. gold.Select(parts => Ends(parts, document.Text)).OfType<TextSpan>()];
        HashSet<TextSpan> foundEnds = [.. found.Select(parts => Ends(parts, document.Text)).OfType<TextSpan>()];
        count.Add(goldEnds, foundEnds);
        foreach (TextSpan span in foundEnds.Except(goldEnds).Order()) Errors.Add($"+ {role} {Around(document.Text, span)}  {document.Id}");
        foreach (TextSpan span in goldEnds.Except(foundEnds).Order()) Errors.Add($"- {role} {Around(document.Text, span)}  {document.Id}");
    }

    private void AddRun(AttributionDocument gold, Attribution attribution, TextSpan run, IReadOnlyList<Statement> statements, IReadOnlyList<Entity> entities)
    {
        Runs++;
        string text = gold.Text;
        int length = Letters(text, run), best = 0;
        Statement? carrier = null;
        foreach (Statement statement in statements)
        {
            int shared = statement.Content.Sum(part => Shared(text, part, run));
            // As the reference scorer does, the later of two equals.
            if (shared > 0 && shared >= best) (best, carrier) = (shared, statement);
        }
        if (carrier is null || best * 2 < length)
        {
            Errors.Add($"run: {run.In(text)}  {gold.Id}");
            return;
        }
        RunsFound++;
        if (attribution.Source.Length == 0) RunsWithoutSource++;
        else if (IsSpeaker(carrier.Speaker, attribution.Source, entities, text)) RunsRight++;
        else Errors.Add($"speaker: gold {Around(text, attribution.Source[0])} found {carrier.Speaker} by {carrier.Rule} | {run.In(text)}  {gold.Id}");
    }

    private static bool IsSpeaker(Speaker? speaker, TextSpan[] source, IReadOnlyList<Entity> entities, string text)
    {
        if (speaker is null) return false;
        bool Touches(TextSpan span) => source.Any(part => Shared(text, part, span) > 0);
        return (speaker.Span is { } own && Touches(own)) || (speaker.Entity is { } id && entities[id].Mentions.Any(mention => Touches(mention.Span)));
    }

    /// <summary>From the first to the last letter or digit; null where there is none.</summary>
    public static TextSpan? Ends(IReadOnlyList<TextSpan> parts, string text)
    {
        int first = int.MaxValue, last = -1;
        foreach (TextSpan part in parts)
            for (int i = part.Start; i < part.End; i++)
                if (char.IsLetterOrDigit(text[i])) (first, last) = (Math.Min(first, i), Math.Max(last, i + 1));
        return last < 0 ? null : new TextSpan(first, last);
    }

    // What stands between two double marks of any direction, as the reference scorer's pattern finds it.
    private static IEnumerable<TextSpan> Runs3(string text, TextSpan content)
    {
        int start = Math.Max(0, content.Start - 1), end = Math.Min(text.Length, content.End + 1), at = start;
        while (at < end)
        {
            if (text[at] is not ('"' or '“')) { at++; continue; }
            int close = at + 1;
            while (close < end && !IsMark(text[close])) close++;
            if (close >= end) yield break;
            if (close - at - 1 < ShortestRun || text[close] == '“') { at++; continue; }
            TextSpan run = new(at + 1, close);
            if (run.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 3) yield return run;
            at = close + 1;
        }
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”';

    private static int Letters(string text, TextSpan span) => Shared(text, span, span);

    private static int Shared(string text, TextSpan first, TextSpan second)
    {
        int count = 0;
        for (int i = Math.Max(first.Start, second.Start); i < Math.Min(first.End, second.End); i++)
            if (char.IsLetterOrDigit(text[i])) count++;
        return count;
    }

    private static TextSpan[] Spans(TextSpan? span) => span is { } one ? [one] : [];

    private static string Around(string text, TextSpan span)
    {
        string before = text[Math.Max(0, span.Start - 40)..span.Start], after = text[span.End..Math.Min(text.Length, span.End + 40)];
        return $"{before}[{span.In(text)}]{after}".Replace('\n', ' ');
    }
}
