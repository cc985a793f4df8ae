using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>The features by which a token is known to be part of a cue. The numbers of the templates are part of the model format.</summary>
internal static class CueFeatures
{
    /// <summary>A word speaks for or against a cue at its own place and at two places on either side.</summary>
    public const int Positions = 5, Middle = 2;

    // By position; the word two places before the token that is looked at comes first.
    private static ReadOnlySpan<byte> WordKinds => [10, 3, 1, 4, 11];

    /// <summary>All features of a token, as training sees them.</summary>
    public static void Extract<TSink>(StatementTokens tokens, int at, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        AddWords(tokens, at, ref sink);
        AddContext(tokens, at, ref sink);
    }

    /// <summary>What the words at and about a token tell one by one.</summary>
    public static void AddWords<TSink>(StatementTokens tokens, int at, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        for (int position = 0; position < Positions; position++)
        {
            int other = at + position - Middle;
            if (tokens.Near(other, at)) AddWord(tokens[other], position, ref sink);
            else AddOutside(position, ref sink);
        }
    }

    /// <summary>What one word tells of the token that it stands at or near; depends on nothing but the word and its tag.</summary>
    public static void AddWord<TSink>(in TokenFacts word, int position, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        sink.Add(LinearHash.Of(WordKinds[position], word.Word));
        sink.Add(LinearHash.Of(30, word.Fine, (uint)(position + 6)));
        if (position == Middle)
        {
            sink.Add(LinearHash.Of(2, word.Lemma, word.Tag));
            sink.Add(LinearHash.Of(12, word.Suffix, word.Tag));
            sink.Add(LinearHash.Of(31, word.Middle, 8, word.Tag));
        }
        features = sink;
    }

    /// <summary>The same of what lies outside of the block.</summary>
    public static void AddOutside<TSink>(int position, ref TSink sink) where TSink : IFeatureSink, allows ref struct =>
        sink.Add(LinearHash.Of(WordKinds[position], StatementTokens.Outside));

    /// <summary>What more than one word tells together.</summary>
    public static void AddContext<TSink>(StatementTokens tokens, int at, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        AddGroups(tokens, at, ref sink);
        AddClasses(tokens, at, ref sink);
        AddQuotes(tokens, at, ref sink);
        AddTree(tokens, at, ref sink);
    }

    private static void AddGroups<TSink>(StatementTokens tokens, int at, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts token = ref tokens[at];
        uint before = tokens.Word(at - 1, at), next = tokens.Word(at + 1, at);
        uint tag = token.Tag, tagBefore = token.TagBefore, tagNext = token.TagBehind;
        sink.Add(LinearHash.Of(5, before, token.Word));
        sink.Add(LinearHash.Of(7, token.Lemma, next));
        sink.Add(LinearHash.Of(15, tag, tagBefore, tagNext));
        sink.Add(LinearHash.Of(16, tag, tagNext, tokens.Tag(at + 2, at)));
        sink.Add(LinearHash.Of(17, tag, tagBefore, tokens.Tag(at - 2, at)));
        sink.Add(LinearHash.Of(18, token.Lemma, tagBefore, tagNext));
        features = sink;
    }

    private static void AddClasses<TSink>(StatementTokens tokens, int at, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts token = ref tokens[at];
        uint context = 0;
        for (int offset = -1; offset <= 1; offset++)
        {
            bool near = tokens.Near(at + offset, at);
            uint kind = near ? (uint)tokens[at + offset].Cue * 16 + (uint)tokens[at + offset].Name : 255;
            context = context * 256 + kind;
            if (!near) continue;
            if (offset != 0) sink.Add(LinearHash.Of(31, tokens[at + offset].Middle, (uint)(offset + 8), token.Tag));
            sink.Add(LinearHash.Of(32, kind, (uint)(offset + 8), token.Tag));
        }
        sink.Add(LinearHash.Of(33, context));
        sink.Add(LinearHash.Of(34, (uint)token.Cue, token.Tag, token.TagBehind));
        sink.Add(LinearHash.Of(35, token.Fine, tokens.Word(at + 1, at)));
        features = sink;
    }

    private static void AddQuotes<TSink>(StatementTokens tokens, int at, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts token = ref tokens[at];
        uint state = QuoteSigns.Around(tokens, at);
        sink.Add(LinearHash.Of(50, state, token.Tag));
        sink.Add(LinearHash.Of(51, state, (uint)token.Cue));
        sink.Add(LinearHash.Of(52, state, token.Lemma));
        features = sink;
    }

    private static void AddTree<TSink>(StatementTokens tokens, int at, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts token = ref tokens[at];
        uint clause = token.Clause < 0 ? 0 : 1u + tokens[token.Clause].Relation, subject = token.Subject < 0 ? 0 : Nature(tokens, token.Subject);
        uint thing = token.Object < 0 ? 0 : Nature(tokens, token.Object);
        bool rooted = token.Head >= 0;
        sink.Add(LinearHash.Of(60, token.Relation, token.Tag));
        sink.Add(LinearHash.Of(61, token.Relation, rooted ? tokens[token.Head].Lemma : 0));
        sink.Add(LinearHash.Of(62, token.Relation, (uint)token.Cue, rooted ? (uint)tokens[token.Head].Cue : 99));
        sink.Add(LinearHash.Of(63, clause, subject, token.Tag));
        sink.Add(LinearHash.Of(64, clause, subject, token.Lemma));
        sink.Add(LinearHash.Of(65, clause, thing, (uint)token.Cue));
        sink.Add(LinearHash.Of(66, token.Lemma, clause));
        sink.Add(LinearHash.Of(67, token.Lemma, token.Relation));
        sink.Add(LinearHash.Of(68, token.Fine, clause, subject));
        if (token.Clause >= 0) sink.Add(LinearHash.Of(69, token.Lemma, tokens.Word(tokens[token.Clause].Left < at ? at : tokens[token.Clause].Left, at)));
        if (token.Subject >= 0) sink.Add(LinearHash.Of(70, tokens[token.Subject].Lemma, token.Tag));
        if (token.Subject >= 0) sink.Add(LinearHash.Of(71, tokens[token.Subject].Fine, (uint)token.Cue));
        if (token.Object >= 0) sink.Add(LinearHash.Of(72, tokens[token.Object].Fine, token.Middle));
        if (token.Object >= 0) sink.Add(LinearHash.Of(73, tokens[token.Object].Fine, token.Tag));
        features = sink;
    }

    /// <summary>What kind of thing a noun stands for: a name's type, a pronoun's word, else the noun's cluster.</summary>
    internal static uint Nature(StatementTokens tokens, int at)
    {
        ref readonly TokenFacts token = ref tokens[at];
        if (token.Name != EntityType.None) return 1u + (uint)token.Name;
        return token.Pos == PartOfSpeech.Pronoun ? 1000 + token.Word : 100u + token.Middle;
    }
}
