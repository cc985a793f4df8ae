using System.Runtime.CompilerServices;
using NewsNlp.Drafts;

namespace NewsNlp.Statements.Learned;

/// <summary>What the statement models know of one token.</summary>
internal struct TokenFacts
{
    /// <summary>Tells the form with its tag from others.</summary>
    public ulong Key;
    public uint Word;
    public uint Lemma;
    public uint Suffix;

    /// <summary>Where <see cref="StatementWords"/> remembered the word, or did so: a number below <see cref="StatementWords.Places"/>, for other tables of words.</summary>
    public ushort CachePlace;
    public ushort Fine;
    public byte Middle;
    public byte Tag;
    public PartOfSpeech Pos;
    public EntityType Name;
    public SpeechClass Cue;

    /// <summary>True where it has a letter or digit; only such tokens begin or end a span.</summary>
    public bool IsWord;

    /// <summary>True within quotation marks that stand within others.</summary>
    public bool Nested;

    /// <summary>Where a word stands: at the border of a sentence, a block, a quote; see <see cref="WordPlace"/>.</summary>
    public byte Place;
    public byte Relation;

    /// <summary>Tags of the tokens beside it in the same block; <see cref="StatementTokens.NoTag"/> for none.</summary>
    public byte TagBefore;
    public byte TagBehind;

    /// <summary>How many tokens further on (back) the next one is that does not lie in the same quote; <see cref="StatementTokens.Far"/> for more and for none.</summary>
    public byte ToChange;
    public byte SinceChange;

    /// <summary>Outermost quote that it lies in, its marks included; -1 for none.</summary>
    public int Quote;
    public int Sentence;

    /// <summary>Number of verbs in the article before this token.</summary>
    public int Verbs;
    public int Block;
    public int Head;

    /// <summary>First and last word of its subtree.</summary>
    public int Left;
    public int Right;

    /// <summary>The highest token whose subtree begins (ends) with this word; -1 where there is no tree.</summary>
    public int TopAtLeft;
    public int TopAtRight;

    private ChildLinks _children;

    /// <summary>The last of its children that is a subject, a clausal complement, an object; -1 for none.</summary>
    public readonly int Subject => _children[(int)ArcKind.Subject];

    public readonly int Clause => _children[(int)ArcKind.Clause];

    public readonly int Object => _children[(int)ArcKind.Object];

    /// <summary>True within the name of someone who may speak.</summary>
    public readonly bool IsSpeakingName => MaySpeak(Name);

    /// <summary>People, bodies, states and peoples say things.</summary>
    public static bool MaySpeak(EntityType type) => type is EntityType.Person or EntityType.Organization or EntityType.GeopoliticalEntity or EntityType.Norp;

    /// <summary>What is known of the token by itself; of the article and the tree nothing yet.</summary>
    public void Set(int index, ulong key, int cachePlace, in WordFacts word, in TokenData token, int verbs)
    {
        CachePlace = (ushort)cachePlace;
        (Key, Word, Lemma, Suffix) = (key, word.Word, word.Lemma, word.Suffix);
        (Fine, Middle, Cue, IsWord) = (word.Fine, word.Middle, word.Cue, word.IsWord);
        (Tag, Pos, Head, Relation) = (token.Tag, token.Pos, token.Head, token.Relation);
        (Left, Right) = (word.IsWord ? index : int.MaxValue, word.IsWord ? index : -1);
        Quote = TopAtLeft = TopAtRight = -1;
        ((Span<int>)_children).Fill(-1);
        (Name, Nested, Place, Verbs) = (EntityType.None, false, 0, verbs);
    }

    /// <summary>Takes up a child.</summary>
    public void Link(ArcKind kind, int child) => _children[(int)kind] = child;

    [InlineArray((int)ArcKind.Object + 1)]
    private struct ChildLinks
    {
        private int _first;
    }
}
