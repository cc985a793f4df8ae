using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Statements.Quotes;
using NewsNlp.Syntax;

namespace NewsNlp.Statements.Learned;

/// <summary>What the statement models look at of each token of an article, computed once in time linear in the text.</summary>
internal sealed class StatementTokens
{
    public const ulong Outside = 7;

    private readonly DocumentDraft _draft;

    public StatementTokens(DocumentDraft draft, WordClusters clusters, SpeechLexicon lexicon, List<QuoteData> quotes)
    {
        _draft = draft;
        Quotes = quotes;
        Facts = new TokenFacts[draft.TokenCount];
        ReadWords(clusters, lexicon);
        ReadSentences();
        ReadQuotes();
        ReadNames();
        ReadTree();
    }

    public DocumentDraft Draft => _draft;

    public List<QuoteData> Quotes { get; }

    public TokenFacts[] Facts { get; }

    public int Count => Facts.Length;

    /// <summary>First tokens of the quotes, and the tokens just behind them; equal where a quote holds no whole token.</summary>
    public (int First, int End)[] QuoteTokens { get; private set; } = [];

    public ref readonly TokenFacts this[int token] => ref Facts[token];

    /// <summary>The word's hash, or that of the border where the token lies outside of the article or of the block.</summary>
    public ulong Word(int token, int from) => Near(token, from) ? Facts[token].Word : Outside;

    public uint Tag(int token, int from) => Near(token, from) ? Facts[token].Tag : 99u;

    public bool Near(int token, int from) => (uint)token < (uint)Facts.Length && Facts[token].Block == Facts[from].Block;

    /// <summary>The next token with a letter or digit from <paramref name="token"/> on in direction <paramref name="step"/> within the block; -1 for none.</summary>
    public int NextWord(int token, int step, int limit = 12)
    {
        for (int t = token, i = 0; (uint)t < (uint)Facts.Length && i < limit; t += step, i++)
            if (Facts[t].IsWord) return t;
        return -1;
    }

    private void ReadWords(WordClusters clusters, SpeechLexicon lexicon)
    {
        Span<string?> lemmas = _draft.Lemmas;
        for (int i = 0; i < Facts.Length; i++)
        {
            ReadOnlySpan<char> form = _draft.Form(i);
            ref TokenFacts facts = ref Facts[i];
            ref readonly TokenData token = ref _draft.TokenBuffer[i];
            facts.Word = FeatureHash.OfNormal(form);
            facts.Lemma = lemmas[i] is { } lemma ? FeatureHash.OfNormal(lemma) : facts.Word;
            facts.Suffix = FeatureHash.OfNormal(form.Length > 3 ? form[^3..] : form);
            facts.Tag = token.Tag;
            facts.Pos = token.Pos;
            facts.Fine = (ushort)clusters.Fine(form);
            facts.Middle = (byte)clusters.Middle(facts.Fine);
            facts.IsWord = HasLetterOrDigit(form);
            facts.Cue = lexicon.ClassOf(lemmas[i] is { } key ? key : form);
            facts.Quote = -1;
        }
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private void ReadSentences()
    {
        for (int s = 0; s < _draft.Sentences.Count; s++)
        {
            SentenceData sentence = _draft.Sentences[s];
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++) (Facts[i].Sentence, Facts[i].Block) = (s, sentence.Block);
        }
    }

    private void ReadQuotes()
    {
        QuoteTokens = new (int, int)[Quotes.Count];
        int token = 0;
        for (int q = 0; q < Quotes.Count; q++)
        {
            QuoteData quote = Quotes[q];
            while (token < Facts.Length && _draft.TokenBuffer[token].Start < quote.Start) token++;
            int end = token;
            if (!quote.IsOutermost)
            {
                while (end < Facts.Length && _draft.TokenBuffer[end].End <= quote.End) Facts[end++].Nested = true;
                QuoteTokens[q] = (token, end);
                continue;
            }
            while (end < Facts.Length && _draft.TokenBuffer[end].End <= quote.End) Facts[end++].Quote = q;
            QuoteTokens[q] = (token, end);
        }
    }

    private void ReadNames()
    {
        foreach (NameData name in _draft.Names)
            for (int i = name.FirstToken; i < name.EndToken; i++) Facts[i].Name = name.Type;
    }

    private void ReadTree()
    {
        int[] children = new int[Facts.Length];
        Queue<int> leaves = new(Facts.Length);
        for (int i = 0; i < Facts.Length; i++)
        {
            ref TokenFacts facts = ref Facts[i];
            facts.Head = _draft.TokenBuffer[i].Head;
            facts.Relation = _draft.TokenBuffer[i].Relation;
            facts.Left = facts.IsWord ? i : int.MaxValue;
            facts.Right = facts.IsWord ? i : -1;
            facts.Subject = facts.Clause = facts.Object = facts.TopAtLeft = facts.TopAtRight = -1;
            if (facts.Head >= 0) children[facts.Head]++;
        }
        for (int i = 0; i < Facts.Length; i++)
        {
            LinkToHead(i);
            if (children[i] == 0) leaves.Enqueue(i);
        }
        // Leaves first, so that a head hears of its children's edges before it tells its own; a circle would never be reached.
        while (leaves.TryDequeue(out int i))
        {
            ref TokenFacts facts = ref Facts[i];
            if (facts.Right >= 0) (Facts[facts.Left].TopAtLeft, Facts[facts.Right].TopAtRight) = (i, i);
            if (facts.Head < 0) continue;
            ref TokenFacts head = ref Facts[facts.Head];
            (head.Left, head.Right) = (Math.Min(head.Left, facts.Left), Math.Max(head.Right, facts.Right));
            if (--children[facts.Head] == 0) leaves.Enqueue(facts.Head);
        }
    }

    private void LinkToHead(int token)
    {
        TokenFacts facts = Facts[token];
        if (facts.Head < 0) return;
        ref TokenFacts head = ref Facts[facts.Head];
        if (Arcs.IsSubject(facts.Relation)) head.Subject = token;
        else if (Arcs.IsClause(facts.Relation)) head.Clause = token;
        else if (Arcs.IsObject(facts.Relation)) head.Object = token;
    }
}
