using NewsNlp.Drafts;
using NewsNlp.Tagging;

namespace NewsNlp.Dates;

/// <summary>
/// Past or future of the clause around an expression: the nearest verb or cue word before it in the sentence, else the nearest behind it.
/// </summary>
internal sealed class TenseFinder(DocumentDraft draft, TenseWords words)
{
    private const int Reach = 24, NearBy = 8;
    private static readonly byte Modal = PennTags.IndexOf("MD"), Past = PennTags.IndexOf("VBD"), Base = PennTags.IndexOf("VB"), Participle = PennTags.IndexOf("VBN"), Third = PennTags.IndexOf("VBZ"), Present = PennTags.IndexOf("VBP");

    /// <param name="first">First token of the expression.</param>
    /// <param name="end">Token behind its last.</param>
    /// <param name="sentenceStart">First token of the sentence.</param>
    public Direction At(int first, int end, int sentenceStart)
    {
        if (first > sentenceStart && (PointsAhead(first - 1, end, sentenceStart) || IsSet(first, sentenceStart))) return Direction.Future;
        for (int token = first - 1; token >= Math.Max(sentenceStart, first - Reach); token--)
            if (Of(token) is var before && before != Direction.Unknown) return before;
        bool spoken = HasVerb(sentenceStart, first);
        for (int token = end; token < Math.Min(draft.TokenCount, end + Reach); token++)
        {
            if (draft.TokenBuffer[token].End - draft.TokenBuffer[token].Start == 1 && draft.Form(token)[0] is '.' or ';' or '?') break;
            // Behind a clause, said belongs to who is quoted: likely in October, said the analyst.
            bool attribution = spoken && words.IsReporting(draft.Form(token));
            if (!attribution && Of(token) is var after && after != Direction.Unknown) return after;
        }
        return Direction.Unknown;
    }

    // The hearing is Friday, the games are on Saturday: right beside the day, to be is a plan.
    private bool IsSet(int first, int sentenceStart)
    {
        int verb = first - 2 > sentenceStart && (draft.Is(first - 1, "on") || draft.Is(first - 1, "at") || draft.Is(first - 1, "for")) ? first - 2 : first - 1;
        return verb > sentenceStart && (draft.Is(verb, "is") || draft.Is(verb, "are"));
    }

    /// <summary>True for a word that by itself tells the tense; in "the strikes in February cost millions" a tagger may see a noun.</summary>
    public bool IsCue(int token) => words.Of(draft.Form(token)) != Direction.Unknown;

    public bool IsModal(int token) => token >= 0 && token < draft.TokenCount && draft.TokenBuffer[token].Tag == Modal && Modal != 0;

    /// <summary>True for a verb with an ending or bare: return, returned.</summary>
    public bool IsVerb(int token) => token >= 0 && token < draft.TokenCount && draft.TokenBuffer[token].Tag is var tag && tag != 0 && (tag == Base || tag == Past || tag == Third || tag == Present);

    private bool HasVerb(int from, int to)
    {
        if (from < draft.TokenCount && draft.TokenBuffer[from].Tag == 0) return to > from + 1;
        for (int token = Math.Max(from, to - Reach); token < to; token++)
            if (IsVerb(token) || IsModal(token) || draft.TokenBuffer[token].Tag == Participle) return true;
        return false;
    }

    // by Friday, until Dec. 1; by Friday, lines had formed is past.
    private bool PointsAhead(int token, int end, int sentenceStart)
    {
        if (draft.Is(token, "until") || draft.Is(token, "till")) return true;
        return draft.Is(token, "by") && !HasHad(Math.Max(sentenceStart, token - NearBy), token) && !(token == sentenceStart && HasHad(end, Math.Min(draft.TokenCount, end + NearBy)));
    }

    private bool HasHad(int from, int to)
    {
        for (int token = from; token < to; token++)
            if (draft.Is(token, "had")) return true;
        return false;
    }

    private Direction Of(int token)
    {
        ReadOnlySpan<char> word = draft.Form(token);
        if (word.Equals("to", StringComparison.OrdinalIgnoreCase)) return BeforeVerb(token + 1) ? Direction.Future : Direction.Unknown;
        if (!char.IsLetter(word[0]) && word[0] is not ('\'' or '’')) return Direction.Unknown;
        Direction known = words.Of(word);
        if (known == Direction.Future) return known;
        byte tag = draft.TokenBuffer[token].Tag;
        if (tag == 0) return known != Direction.Unknown ? known : EndsInEd(word) ? Direction.Past : Direction.Unknown;
        if (tag == Past) return Direction.Past;
        if ((tag == Third || tag == Present) && known == Direction.Unknown && !words.IsReporting(word)) return Direction.Future;
        return tag == Participle ? OfParticiple(token) : known;
    }

    private bool BeforeVerb(int token)
    {
        if (token >= draft.TokenCount) return false;
        byte tag = draft.TokenBuffer[token].Tag;
        if (tag != 0) return tag == Base;
        char first = draft.Form(token)[0];
        return char.IsAsciiLetterLower(first) && !draft.Is(token, "the") && !draft.Is(token, "a") && !draft.Is(token, "an");
    }

    // scheduled, due and the like are in the list; a bare participle (the talks held on Friday) is past, after will be it is not.
    private Direction OfParticiple(int token)
    {
        for (int before = token - 1; before >= Math.Max(0, token - 3); before--)
            if (draft.Is(before, "be") || draft.Is(before, "will")) return Direction.Future;
        return Direction.Past;
    }

    private static bool EndsInEd(ReadOnlySpan<char> word) => word.Length > 4 && word[^1] == 'd' && word[^2] == 'e' && word[^3] != 'e';
}
