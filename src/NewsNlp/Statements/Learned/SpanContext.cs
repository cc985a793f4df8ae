using System.Runtime.CompilerServices;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>A cue whose content and source are looked for.</summary>
internal sealed class SpanContext
{
    private const int MostHeads = 4;

    public StatementTokens Tokens { get; private set; } = null!;

    public CueSpan Cue { get; private set; }

    /// <summary>The token of the cue that the tree hangs the others on; the last verb where there is no tree.</summary>
    public int CueHead { get; private set; }

    /// <summary>The subject of the cue's verb or, where it has none, of a verb above it; -1 for none.</summary>
    public int Subject { get; private set; }

    /// <summary>Hash of the cue's lemmas.</summary>
    public uint CueWords { get; private set; }

    public uint HeadLemma { get; private set; }

    /// <summary>Class and tag of the cue's head and where the nearest quotes stand: what kind of frame to look for.</summary>
    public uint Frame { get; private set; }

    public uint Kind { get; private set; }

    /// <summary>How many verbs the sentence has before the cue and behind it: a clause on one side alone is the content.</summary>
    public uint Clauses { get; private set; }

    /// <summary>The content, where it is already chosen.</summary>
    public WordRange Content { get; set; }

    public void Set(StatementTokens tokens, CueSpan cue)
    {
        (Tokens, Cue, Content) = (tokens, cue, WordRange.None);
        CueHead = FindHead();
        Subject = FindSubject();
        CueWords = 0;
        for (int t = cue.First; t < cue.End; t++) CueWords = LinearHash.Of(0, CueWords, tokens[t].Lemma);
        ref readonly TokenFacts head = ref tokens[CueHead];
        HeadLemma = head.Lemma;
        Kind = (uint)head.Cue * 64 + head.Tag;
        SentenceData sentence = tokens.Draft.Sentences[tokens[cue.First].Sentence];
        Clauses = tokens.VerbsIn(sentence.FirstToken, cue.First) * 4 + tokens.VerbsIn(cue.End, sentence.EndToken);
        Frame = QuoteSigns.Around(tokens, cue.First) % 32 + 32 * (uint)head.Cue;
    }

    public bool IsCue(int token) => (uint)(token - Cue.First) < (uint)(Cue.End - Cue.First);

    /// <summary>0 for a span before the cue, 1 behind it, 2 around it.</summary>
    public uint SideOf(WordRange span) => span.First >= Cue.End ? 1u : span.Last < Cue.First ? 0u : 2u;

    /// <summary>The phrase that begins with the next word behind <paramref name="last"/>, <paramref name="follower"/>, in the same block; -1 for none.</summary>
    public int PhraseBehind(int last, out int follower)
    {
        follower = Tokens.NextWord(last + 1, 1);
        return follower >= 0 && Tokens[follower].Block == Tokens[last].Block ? Tokens[follower].TopAtLeft : -1;
    }

    /// <summary>Where a head lies, seen from a span: a root, the cue, a word within the span, one before it, one behind it.</summary>
    public uint HangsOn(int head, int first, int last)
    {
        // Counted, not asked: nobody can foresee the answers.
        int root = head < 0 ? 1 : 0, onCue = IsCue(head) ? 1 : 0, within = (uint)(head - first) <= (uint)(last - first) ? 1 : 0, before = head < first ? 1 : 0;
        return (uint)(root + (1 - root) * (2 * onCue + (1 - onCue) * (3 * within + (1 - within) * (5 - before))));
    }

    /// <summary>1 for a token that hangs on the cue, 2 for the cue's head, 3 for that on which this hangs, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LinkOf(int token)
    {
        // Counted, not asked: nobody can foresee the answers.
        int onCue = IsCue(Tokens[token].Head) ? 1 : 0, own = token == CueHead ? 1 : 0, above = Tokens[CueHead].Head == token ? 1 : 0;
        return onCue + (1 - onCue) * (2 * own + (1 - own) * 3 * above);
    }

    /// <summary>Other cues that begin within a span, before this one and behind it; see <see cref="CueCounts.In"/>.</summary>
    public uint CuesIn(int first, int last) =>
        Tokens.Cues.In(first, Math.Min(last + 1, Cue.First)) * 9 + Tokens.Cues.In(Math.Max(first, Cue.End), last + 1);

    private int FindHead()
    {
        int verb = -1;
        for (int t = Cue.First; t < Cue.End; t++)
        {
            if (Tokens[t].Relation != 0 && !IsCue(Tokens[t].Head)) return t;
            if (Tokens[t].Pos == PartOfSpeech.Verb) verb = t;
        }
        return verb < 0 ? Cue.First : verb;
    }

    private int FindSubject()
    {
        int at = CueHead;
        for (int i = 0; i < MostHeads && at >= 0; i++)
        {
            if (Tokens[at].Subject >= 0) return Tokens[at].Subject;
            if (!Arcs.InheritsSubject(Tokens[at].Relation)) return -1;
            at = Tokens[at].Head;
        }
        return -1;
    }
}
