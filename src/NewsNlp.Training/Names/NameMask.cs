using NewsNlp.Drafts;
using NewsNlp.Entities;

namespace NewsNlp.Training.Names;

/// <summary>
/// What a span may be: a bit for each <see cref="EntityType"/>, that of <see cref="EntityType.None"/> where it may be no name at all.
/// Corpora have types of their own, and where theirs do not settle ours, training leaves it open.
/// </summary>
internal readonly record struct NameMask(TextSpan Span, int Types)
{
    public static int Of(params ReadOnlySpan<EntityType> types)
    {
        int mask = 0;
        foreach (EntityType type in types) mask |= 1 << (int)type;
        return mask;
    }

    /// <summary>For each token of the draft a bit for each label that may be right.</summary>
    public static ulong[] ToLabels(DocumentDraft draft, IReadOnlyList<NameMask> spans)
    {
        ulong[] allowed = new ulong[draft.TokenCount];
        Array.Fill(allowed, 1UL << NameLabels.Outside);
        int token = 0;
        foreach (NameMask name in spans)
        {
            while (token < draft.TokenCount && !Covers(name.Span, draft.TokenBuffer[token])) token++;
            for (bool first = true; token < draft.TokenCount && Covers(name.Span, draft.TokenBuffer[token]); token++, first = false)
                allowed[token] = Labels(name.Types, first);
            // A draft may leave text out; what lies there is skipped without losing the place.
            if (token == draft.TokenCount) token = FirstBehind(draft, name.Span.End);
        }
        return allowed;
    }

    private static ulong Labels(int types, bool first)
    {
        ulong labels = 0;
        foreach (EntityType type in NameLabels.Types)
            if ((types & 1 << (int)type) != 0) labels |= 1UL << (first ? NameLabels.Begin(type) : NameLabels.Inside(type));
        return (types & 1) != 0 ? labels | 1UL << NameLabels.Outside : labels;
    }

    // More than half of the token: corpora cut "U.S.-led" where our tokens may not.
    private static bool Covers(TextSpan span, TokenData token) =>
        2 * (Math.Min(span.End, token.End) - Math.Max(span.Start, token.Start)) > token.End - token.Start;

    private static int FirstBehind(DocumentDraft draft, int offset)
    {
        int token = 0;
        while (token < draft.TokenCount && draft.TokenBuffer[token].Start < offset) token++;
        return token;
    }
}
