using System.Runtime.CompilerServices;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Statements.Quotes;
using NewsNlp.Syntax;

namespace NewsNlp.Statements.Learned;

/// <summary>What the statement models look at of each token of an article, computed once in time linear in the text.</summary>
internal sealed class StatementTokens(StatementWords words)
{
    public const uint Outside = 7;

    /// <summary>In place of a tag outside of the article or of the block.</summary>
    public const byte NoTag = 99;

    /// <summary>More tokens than anyone asks how near a quote is.</summary>
    public const byte Far = 9;

    private const int MostVerbs = 2;

    private const uint VerbBits = 1u << (int)PartOfSpeech.Verb | 1u << (int)PartOfSpeech.Auxiliary;

    // So many words are looked up together.
    private const int Stretch = 32;

    private TokenFacts[] _facts = [];
    private int[] _children = [], _leaves = [];

    public DocumentDraft Draft { get; private set; } = null!;

    public List<QuoteData> Quotes { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>First tokens of the quotes, and the tokens just behind them; equal where a quote holds no whole token.</summary>
    public List<(int First, int End)> QuoteTokens { get; } = [];

    /// <summary>Where cues may begin, once they are looked for.</summary>
    public CueCounts Cues { get; } = new();

    public ref readonly TokenFacts this[int token] => ref _facts[token];

    /// <summary>All of them, for who looks at many.</summary>
    public ReadOnlySpan<TokenFacts> All => Facts;

    private Span<TokenFacts> Facts => _facts.AsSpan(0, Count);

    /// <summary>Looks at another article; what was known of the one before is gone.</summary>
    public void Read(DocumentDraft draft, List<QuoteData> quotes)
    {
        (Draft, Quotes, Count) = (draft, quotes, draft.TokenCount);
        // One more than there are tokens: see ReadTree.
        if (_facts.Length <= Count) (_facts, _children, _leaves) = (new TokenFacts[Count * 2 + 1], new int[Count * 2 + 1], new int[Count * 2 + 1]);
        ReadWords();
        ReadSentences();
        ReadQuotes();
        ReadQuoteDistances();
        ReadNames();
        ReadTree();
        WordPlace.Read(this, Facts);
    }

    /// <summary>The word's hash, or that of the border where the token lies outside of the article or of the block.</summary>
    public uint Word(int token, int from) => Near(token, from) ? _facts[token].Word : Outside;

    public uint Tag(int token, int from) => TagOf(token, from);

    private byte TagOf(int token, int from) => Near(token, from) ? _facts[token].Tag : NoTag;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Near(int token, int from) => (uint)token < (uint)Count && _facts[token].Block == _facts[from].Block;

    /// <summary>The next token with a letter or digit from <paramref name="token"/> on in direction <paramref name="step"/>; -1 for none.</summary>
    public int NextWord(int token, int step, int limit = 12)
    {
        for (int t = token, i = 0; (uint)t < (uint)Count && i < limit; t += step, i++)
            if (_facts[t].IsWord) return t;
        return -1;
    }

    /// <summary>Number of verbs among tokens <c>[first, end)</c>, a few of them being as good as many.</summary>
    public uint VerbsIn(int first, int end)
    {
        if (end <= first) return 0;
        bool last = _facts[end - 1].Pos is PartOfSpeech.Verb or PartOfSpeech.Auxiliary;
        return (uint)Math.Min(MostVerbs, _facts[end - 1].Verbs - _facts[first].Verbs + (last ? 1 : 0));
    }

    /// <summary>True where part of a range is quoted.</summary>
    public bool HoldsQuote(WordRange range)
    {
        for (int t = range.First; t <= range.Last; t++)
            if (_facts[t].Quote >= 0) return true;
        return false;
    }

    private void ReadWords()
    {
        for (int first = 0, verbs = 0; first < Count; first += Stretch) ReadWords(first, Math.Min(first + Stretch, Count), ref verbs);
    }

    // Three times over the words, so that the waits for memory overlap.
    private void ReadWords(int first, int end, ref int verbs)
    {
        Span<string?> lemmas = Draft.Lemmas;
        Span<TokenFacts> facts = Facts;
        Span<ulong> keys = stackalloc ulong[Stretch];
        Span<int> places = stackalloc int[Stretch];
        for (int i = first; i < end; i++) words.Expect(keys[i - first] = KeyOf(i));
        for (int i = first; i < end; i++) places[i - first] = words.Find(keys[i - first], Draft.Form(i), lemmas[i]);
        for (int i = first; i < end; i++)
        {
            ref readonly TokenData token = ref Draft.TokenBuffer[i];
            ulong key = keys[i - first];
            // In place: a copy of so many fields costs as much again.
            int place = words.FindAgain(key, places[i - first], Draft.Form(i), lemmas[i]);
            facts[i].Set(i, key, place, words[place], token, verbs);
            verbs += (int)(VerbBits >> (int)token.Pos) & 1;
        }
    }

    // The lemma follows from the form and its tag.
    private ulong KeyOf(int token) => FeatureHash.OfTagged(Draft.Words[token], Draft.TokenBuffer[token].Tag, Draft.TokenBuffer[token].Pos);

    private void ReadSentences()
    {
        Span<TokenFacts> facts = Facts;
        for (int s = 0; s < Draft.Sentences.Count; s++)
        {
            SentenceData sentence = Draft.Sentences[s];
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++) (facts[i].Sentence, facts[i].Block) = (s, sentence.Block);
        }
        for (int i = 0; i < facts.Length; i++) (facts[i].TagBefore, facts[i].TagBehind) = (TagOf(i - 1, i), TagOf(i + 1, i));
    }

    private void ReadQuotes()
    {
        QuoteTokens.Clear();
        Span<TokenFacts> facts = Facts;
        int token = 0;
        for (int q = 0; q < Quotes.Count; q++)
        {
            QuoteData quote = Quotes[q];
            while (token < facts.Length && Draft.TokenBuffer[token].Start < quote.Start) token++;
            int end = token;
            if (!quote.IsOutermost)
            {
                while (end < facts.Length && Draft.TokenBuffer[end].End <= quote.End) facts[end++].Nested = true;
                QuoteTokens.Add((token, end));
                continue;
            }
            while (end < facts.Length && Draft.TokenBuffer[end].End <= quote.End) facts[end++].Quote = q;
            QuoteTokens.Add((token, end));
        }
    }

    private void ReadQuoteDistances()
    {
        Span<TokenFacts> facts = Facts;
        int away = Far;
        for (int i = 0; i < facts.Length; i++)
        {
            away = i > 0 && facts[i].Quote != facts[i - 1].Quote ? 1 : Math.Min(away + 1, Far);
            facts[i].SinceChange = (byte)away;
        }
        away = Far;
        for (int i = facts.Length - 1; i >= 0; i--)
        {
            away = i + 1 < facts.Length && facts[i].Quote != facts[i + 1].Quote ? 1 : Math.Min(away + 1, Far);
            facts[i].ToChange = (byte)away;
        }
    }

    private void ReadNames()
    {
        Span<TokenFacts> facts = Facts;
        foreach (NameData name in Draft.Names)
            for (int i = name.FirstToken; i < name.EndToken; i++) facts[i].Name = name.Type;
    }

    // Without a branch that nobody can foresee: what hangs on nothing, or is not to be told, is told to a token behind the last one.
    private void ReadTree()
    {
        Span<TokenFacts> facts = _facts.AsSpan(0, Count + 1);
        Span<int> children = _children.AsSpan(0, Count + 1), leaves = _leaves.AsSpan(0, Count + 1);
        children.Clear();
        for (int i = 0; i < Count; i++) children[HeadOf(facts[i])]++;
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            facts[HeadOf(facts[i])].Link(Arcs.KindOf(facts[i].Relation), i);
            leaves[count] = i;
            count += children[i] == 0 ? 1 : 0;
        }
        // Leaves first, so that a head hears of its children's edges before it tells its own; a circle would never be reached.
        children[Count] = int.MaxValue;
        while (count > 0)
        {
            int i = leaves[--count];
            ref TokenFacts token = ref facts[i];
            bool holdsWord = token.Right >= 0;
            facts[holdsWord ? token.Left : Count].TopAtLeft = i;
            facts[holdsWord ? token.Right : Count].TopAtRight = i;
            int above = HeadOf(token);
            ref TokenFacts head = ref facts[above];
            (head.Left, head.Right) = (Math.Min(head.Left, token.Left), Math.Max(head.Right, token.Right));
            leaves[count] = above;
            count += --children[above] == 0 ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int HeadOf(in TokenFacts token) => token.Head < 0 ? Count : token.Head;
}
