using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Names;

/// <summary>Where corpora are of two minds about the extent of a name, one of them.</summary>
internal static class NameGuidelines
{
    /// <summary>
    /// The names that a marked span stands for: a place within a place is two names (<c>Leeds, England</c>), an article or a possessive
    /// belongs to none.
    /// </summary>
    public static IEnumerable<LabelledSpan> Apply(string text, LabelledSpan name)
    {
        int start = name.Span.Start;
        if (name.Label is "Location" or "LOC")
        {
            for (int comma; (comma = text.IndexOf(", ", start, name.Span.End - start, StringComparison.Ordinal)) > start; start = comma + 2)
            {
                // Washington, D.C. is one place.
                if (text.AsSpan(comma).StartsWith(", D.C", StringComparison.Ordinal) || text.AsSpan(comma).StartsWith(", DC", StringComparison.Ordinal)) break;
                yield return new LabelledSpan(Trim(text, new TextSpan(start, comma)), name.Label);
            }
        }
        yield return new LabelledSpan(Trim(text, new TextSpan(start, name.Span.End)), name.Label);
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        ReadOnlySpan<char> words = text.AsSpan(span.Start, span.Length);
        int front = words.StartsWith("the ", StringComparison.Ordinal) ? 4 : 0;
        int back = words.EndsWith("'s", StringComparison.Ordinal) || words.EndsWith("’s", StringComparison.Ordinal) ? 2 : 0;
        return front + back < span.Length ? new TextSpan(span.Start + front, span.End - back) : span;
    }
}
