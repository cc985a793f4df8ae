using NewsNlp.Tagging;

namespace NewsNlp.Drafts;

/// <summary>A token as the document stores it. Bytes index the tables of <see cref="PennTags"/> and <see cref="Syntax.Relations"/>.</summary>
internal struct TokenData
{
    public int Start;
    public int End;

    /// <summary>Index of the head among the document's tokens; -1 for the root of a sentence and where there is no tree.</summary>
    public int Head;
    public PartOfSpeech Pos;
    public byte Tag;
    public byte Relation;

    /// <summary>Number of the Penn tag that the tagger nearly gave, whatever the syntax step has made of it; 0 where it was sure.</summary>
    public byte SecondTag;

    /// <summary>How far the tag that it gave came before that one, in steps of <see cref="TagModel.Scale"/>; below <see cref="TagDoubt.Little"/>.</summary>
    public byte Lead;

    /// <summary>Both in one byte; 0 where there is little doubt or none.</summary>
    public readonly byte Doubt => SecondTag == 0 ? (byte)0 : TagDoubt.Of(SecondTag, Lead);

    public readonly TextSpan Span => new(Start, End);
}

/// <summary>A sentence: tokens <c>[FirstToken, EndToken)</c> of block <c>Block</c>.</summary>
internal readonly record struct SentenceData(int FirstToken, int EndToken, int Block);

/// <summary>A name as the tagger found it: tokens <c>[FirstToken, EndToken)</c>.</summary>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct NameData(int FirstToken, int EndToken, EntityType Type, float Confidence);
