using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Answers which entity some words name.</summary>
internal sealed class MentionLookup
{
    private readonly StatementTokens _tokens;
    private readonly List<Mention> _mentions = [];

    // For each token the shortest mention that covers it; -1 for none.
    private readonly int[] _byToken;

    public MentionLookup(StatementTokens tokens)
    {
        _tokens = tokens;
        _byToken = new int[tokens.Count];
        Array.Fill(_byToken, -1);
        foreach (Entity entity in tokens.Draft.Entities) _mentions.AddRange(entity.Mentions);
        // Longest first, so that shorter ones overwrite what they cover; as text order breaks ties, the answer is always the same.
        _mentions.Sort((a, b) => LengthOf(b).CompareTo(LengthOf(a)) is not 0 and int order ? order : a.FirstToken.CompareTo(b.FirstToken));
        for (int m = 0; m < _mentions.Count; m++)
            if (LengthOf(_mentions[m]) <= MostTokens)
                for (int t = _mentions[m].FirstToken; t < _mentions[m].EndToken; t++) _byToken[t] = m;
    }

    // A longer "mention" is a slip, and the table must stay linear.
    private const int MostTokens = 60;

    /// <summary>Entity of the shortest mention that covers the token; null for none.</summary>
    public int? At(int token) => _byToken[token] < 0 ? null : _mentions[_byToken[token]].Entity;

    /// <summary>The entity that a noun phrase names: that of its head, else that of the first name in it.</summary>
    public int? Of(WordRange range)
    {
        int head = HeadOf(range);
        if (At(head) is { } entity) return entity;
        for (int t = range.First; t <= range.Last; t++)
            if (_byToken[t] >= 0 && _mentions[_byToken[t]].Form == MentionForm.Name && IsPerson(_byToken[t])) return _mentions[_byToken[t]].Entity;
        return null;
    }

    /// <summary>The last mention of a person or body that ends at or before <paramref name="token"/>, at most <paramref name="reach"/> tokens away.</summary>
    public int? Before(int token, int reach)
    {
        for (int t = token - 1; t >= 0 && t >= token - reach && _tokens.Near(t, token); t--)
            if (At(t) is { } entity && TokenFacts.MaySpeak(_tokens.Draft.Entities[entity].Type)) return entity;
        return null;
    }

    /// <summary>The word that the others of a noun phrase hang on.</summary>
    public int HeadOf(WordRange range)
    {
        for (int t = range.First; t <= range.Last; t++)
        {
            ref readonly TokenFacts facts = ref _tokens[t];
            if (facts.Relation != 0 && (facts.Head < range.First || facts.Head > range.Last) && IsNominal(facts.Pos)) return t;
        }
        return HeadByTags(range);
    }

    // The last noun before a comma, a preposition or a clause cuts in.
    private int HeadByTags(WordRange range)
    {
        int head = range.First;
        for (int t = range.First; t <= range.Last; t++)
        {
            PartOfSpeech pos = _tokens[t].Pos;
            if (IsNominal(pos)) head = t;
            else if (IsNominal(_tokens[head].Pos) && pos is PartOfSpeech.Adposition or PartOfSpeech.Verb or PartOfSpeech.SubordinatingConjunction) break;
            else if (IsNominal(_tokens[head].Pos) && !_tokens[t].IsWord && _tokens.Draft.Form(t) is ",") break;
        }
        return head;
    }

    private static bool IsNominal(PartOfSpeech pos) => pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun;

    private bool IsPerson(int mention) => _tokens.Draft.Entities[_mentions[mention].Entity].Type == EntityType.Person;

    private static int LengthOf(in Mention mention) => mention.EndToken - mention.FirstToken;
}
