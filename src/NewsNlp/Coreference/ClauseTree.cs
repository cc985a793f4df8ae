using NewsNlp.Drafts;
using NewsNlp.Syntax;

namespace NewsNlp.Coreference;

/// <summary>
/// Who does what in the clauses of an article, as the trees tell: the subject of each verb, also of one that shares it with the verb
/// before (<c>Ann rose and left</c>) or takes it from the clause above (<c>Ann asked Bob to leave</c>: Bob).
/// </summary>
internal sealed class ClauseTree
{
    private const int MaxSteps = 8;

    private static readonly bool[] Subjects = [.. Relations.Names.Select(name => name.StartsWith("nsubj", StringComparison.Ordinal))];
    private static readonly bool[] Objects = [.. Relations.Names.Select(name => name is "obj" or "iobj")];
    private static readonly bool[] Clauses = [.. Relations.Names.Select(IsClause)];
    private static readonly bool[] Complements = [.. Relations.Names.Select(name => name is "ccomp" or "xcomp" or "csubj" or "csubj:pass")];
    private static readonly byte[] Classes = [.. Relations.Names.Select(ClassOf)];
    private static readonly byte Conj = Relations.IndexOf("conj"), Xcomp = Relations.IndexOf("xcomp"), Advcl = Relations.IndexOf("advcl");

    private readonly DocumentDraft _draft;
    private readonly int[] _subject, _object;
    private readonly TokenTraits[] _traits;

    public ClauseTree(DocumentDraft draft)
    {
        _draft = draft;
        _subject = new int[draft.TokenCount];
        _object = new int[draft.TokenCount];
        _traits = new TokenTraits[draft.TokenCount];
        _subject.AsSpan().Fill(-1);
        _object.AsSpan().Fill(-1);
        for (int token = draft.TokenCount - 1; token >= 0; token--)
        {
            ref readonly TokenData data = ref draft.TokenBuffer[token];
            if (data.Head < 0) continue;
            if (Subjects[data.Relation]) _subject[data.Head] = token;
            else if (Objects[data.Relation]) _object[data.Head] = token;
            else _traits[data.Head] |= TraitOfHead(data, token - data.Head);
        }
    }

    public int ObjectOf(int clause) => _object[clause];

    /// <summary>True where a clause completes the token: <c>it seems that …</c>, <c>it is likely to …</c>.</summary>
    public bool HasClause(int token) => (_traits[token] & TokenTraits.Clause) != 0;

    /// <summary>True for what a copula says of somebody: <c>is a farmer</c>.</summary>
    public bool HasCopula(int token) => (_traits[token] & TokenTraits.Copula) != 0;

    /// <summary>True where a second conjunct stands within a few tokens behind the token: <c>Ann and Bob</c>.</summary>
    public bool HasConjunct(int token) => (_traits[token] & TokenTraits.Conjunct) != 0;

    /// <summary>The head of the smallest clause around a token: its verb or predicate; the token itself where it is one.</summary>
    public int ClauseOf(int token)
    {
        for (int steps = 0; steps < MaxSteps; steps++)
        {
            ref readonly TokenData data = ref _draft.TokenBuffer[token];
            if (data.Head < 0 || data.Pos is PartOfSpeech.Verb or PartOfSpeech.Auxiliary || Clauses[data.Relation] || _subject[token] >= 0) return token;
            token = data.Head;
        }
        return token;
    }

    /// <summary>The clause around a clause; -1 for a main one.</summary>
    public int Above(int clause) => _draft.TokenBuffer[clause].Head is >= 0 and int head ? ClauseOf(head) : -1;

    /// <summary>The token that does what the clause says; -1 where none is found.</summary>
    public int SubjectOf(int clause)
    {
        for (int steps = 0; steps < MaxSteps; steps++)
        {
            if (_subject[clause] >= 0) return _subject[clause];
            ref readonly TokenData data = ref _draft.TokenBuffer[clause];
            if (data.Head < 0) return -1;
            if (data.Relation == Xcomp && _object[data.Head] >= 0) return _object[data.Head];
            if (data.Relation != Conj && data.Relation != Xcomp && data.Relation != Advcl) return -1;
            clause = data.Relation == Advcl ? ClauseOf(data.Head) : data.Head;
        }
        return -1;
    }

    /// <summary>The kinds of the relations from a token up to the root, at most four.</summary>
    public uint PathToRoot(int token)
    {
        uint path = 1;
        for (int steps = 0; steps < 4 && token >= 0; steps++, token = _draft.TokenBuffer[token].Head) path = Add(path, token);
        return Mix(path);
    }

    /// <summary>Lengthens a path by the kind of a token's relation; a kind that repeats (a row of conjuncts) counts once.</summary>
    public uint Add(uint path, int token)
    {
        uint kind = Classes[_draft.TokenBuffer[token].Relation];
        return (path & 15) == kind ? path : (path << 4) + kind;
    }

    public static uint Mix(uint value)
    {
        value = (value ^ (value >> 15)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }

    private static TokenTraits TraitOfHead(in TokenData dependent, int distance)
    {
        if (Complements[dependent.Relation]) return TokenTraits.Clause;
        if (dependent.IsCopula()) return distance is < 0 and >= -MaxSteps ? TokenTraits.Copula : TokenTraits.None;
        return dependent.IsConjunct() && distance is > 0 and < MaxSteps ? TokenTraits.Conjunct : TokenTraits.None;
    }

    private static bool IsClause(string relation) =>
        relation is "root" or "ccomp" or "xcomp" or "parataxis" || relation.StartsWith("advcl", StringComparison.Ordinal)
        || relation.StartsWith("acl", StringComparison.Ordinal) || relation.StartsWith("csubj", StringComparison.Ordinal);

    private static byte ClassOf(string relation) => relation switch
    {
        "nmod:poss" => 1,
        "acl:relcl" or "advcl:relcl" => 2,
        "nsubj:pass" => 3,
        _ => relation.Split(':')[0] switch
        {
            "nsubj" or "csubj" => 4,
            "obj" or "iobj" => 5,
            "obl" => 6,
            "nmod" => 7,
            "appos" => 8,
            "conj" => 9,
            "advcl" => 10,
            "acl" => 11,
            "ccomp" => 12,
            "xcomp" => 13,
            "parataxis" => 14,
            _ => 15,
        },
    };

    [Flags]
    private enum TokenTraits : byte
    {
        None = 0,
        Clause = 1,
        Copula = 2,
        Conjunct = 4,
    }
}
