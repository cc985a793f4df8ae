using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>The statements of an article that have a cue, in the order of their cues.</summary>
internal sealed class StatementCues
{
    private const int MostSteps = 6;

    private static readonly byte Conjunct = Syntax.Relations.IndexOf("conj"), Parataxis = Syntax.Relations.IndexOf("parataxis");

    private readonly StatementTokens _tokens;
    private readonly List<StatementParts> _inOrder;

    // By the first token of its cue; later ones, too.
    private readonly Dictionary<int, StatementParts> _byStart = [];

    public StatementCues(StatementTokens tokens, List<StatementParts> statements)
    {
        _tokens = tokens;
        _inOrder = statements.FindAll(statement => statement.HasCue);
        _inOrder.Sort((a, b) => a.Cue.First.CompareTo(b.Cue.First));
        foreach (StatementParts statement in _inOrder) _byStart[statement.Cue.First] = statement;
    }

    public StatementParts? At(int token) => _byStart.GetValueOrDefault(token);

    /// <summary>Only to be found <see cref="At"/> its place.</summary>
    public void Add(StatementParts statement) => _byStart.Add(statement.Cue.First, statement);

    /// <summary>True where a cue shares words with another statement's; of those added later only the first word counts.</summary>
    public bool IsTaken(CueSpan cue)
    {
        int next = FirstFrom(cue.First);
        return _byStart.ContainsKey(cue.First) || (next < _inOrder.Count && _inOrder[next].Cue.First < cue.End) || (next > 0 && _inOrder[next - 1].Cue.End > cue.First);
    }

    /// <summary>The statement with the cue nearest to a token in its sentence; null for none.</summary>
    public StatementParts? Nearest(SentenceData sentence, int token)
    {
        int next = FirstFrom(token);
        StatementParts? before = next > 0 && _inOrder[next - 1].Cue.First >= sentence.FirstToken ? _inOrder[next - 1] : null;
        StatementParts? behind = next < _inOrder.Count && _inOrder[next].Cue.First < sentence.EndToken ? _inOrder[next] : null;
        if (before is null || behind is null) return before ?? behind;
        return token - before.Cue.First <= behind.Cue.First - token ? before : behind;
    }

    /// <summary>True where in tokens [<paramref name="from"/>, <paramref name="to"/>) stands the cue of someone else who takes the floor.</summary>
    public bool OtherSpeaks(int from, int to, StatementParts owner)
    {
        for (int i = FirstFrom(from); i < _inOrder.Count && _inOrder[i].Cue.First < to; i++)
            if (_inOrder[i] != owner && !IsSame(_inOrder[i].Speaker, owner.Speaker) && !HangsOn(_inOrder[i].Cue.First, owner)) return true;
        return false;
    }

    // "…," Holm said after Okoro had asked her.
    private bool HangsOn(int cue, StatementParts owner)
    {
        if (!owner.HasCue) return false;
        for (int step = 0, at = cue; step < MostSteps && at >= 0; step++, at = _tokens[at].Head)
        {
            if (at >= owner.Cue.First && at < owner.Cue.End) return true;
            if (_tokens[at].Relation == Conjunct || _tokens[at].Relation == Parataxis) return false;
        }
        return false;
    }

    private static bool IsSame(Speaker? one, Speaker? other) =>
        one is not null && other is not null && (one.Entity is { } entity ? entity == other.Entity : one.Span == other.Span);

    private int FirstFrom(int token) => TextOrder.FirstFrom(_inOrder, token, statement => statement.Cue.First);
}
