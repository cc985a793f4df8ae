using System.Runtime.InteropServices;
using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// Which tags the tagger takes for which, as seen where it disagrees with the silver corpus's teacher: for a frequent word as with that
/// word, for a rare one as with other rare words of its tag. The tagger knows the sentences that the parser learns from and errs there far
/// less than on new text, so its errors are put back by chance.
/// </summary>
internal sealed class TagConfusion
{
    private const float MostNoise = 0.5f;
    private const int Frequent = 40;
    private const uint AnyWord = 0;

    private readonly Dictionary<(byte Tag, byte Pos, uint Word), Seen> _seen = [];

    public void Add(CorpusDocument teacher, DocumentDraft tagged)
    {
        for (int i = 0; i < tagged.TokenCount; i++)
        {
            TokenData token = tagged.TokenBuffer[i];
            (byte tag, byte pos) = (teacher.Tokens[i].Tag, (byte)teacher.Tokens[i].Pos);
            Seen seen = Of(tag, pos, WordFeatures.HashOf(tagged.Form(i)));
            seen.Count++;
            if (token.Tag != tag || (byte)token.Pos != pos || token.Doubt != 0) seen.Other.Add((token.Tag, (byte)token.Pos, token.Doubt));
        }
    }

    /// <summary>Call once, after all documents: puts rare words together.</summary>
    public void JoinRareWords()
    {
        foreach (((byte tag, byte pos, _), Seen seen) in _seen.ToArray())
        {
            if (seen.Count >= Frequent) continue;
            Seen any = Of(tag, pos, AnyWord);
            any.Count += seen.Count;
            any.Other.AddRange(seen.Other);
        }
    }

    /// <summary>The word with its tags, or by chance with those that the tagger takes them for.</summary>
    /// <param name="scale">How much oftener than seen.</param>
    public WordFeatures Confuse(WordFeatures word, float scale, ref Random64 random)
    {
        if (!_seen.TryGetValue((word.Tag, word.Pos, word.Word), out Seen? seen) || seen.Count < Frequent)
            if (!_seen.TryGetValue((word.Tag, word.Pos, AnyWord), out seen)) return word;
        if (seen.Other.Count == 0 || random.NextSingle() >= Math.Min(MostNoise, scale * seen.Other.Count / seen.Count)) return word;
        (byte tag, byte pos, byte doubt) = seen.Other[random.Next(seen.Other.Count)];
        return word with { Tag = tag, Pos = pos, Doubt = doubt };
    }

    private Seen Of(byte tag, byte pos, uint word)
    {
        ref Seen? seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, (tag, pos, word), out _);
        return seen ??= new Seen();
    }

    private sealed class Seen
    {
        public int Count { get; set; }

        public List<(byte Tag, byte Pos, byte Doubt)> Other { get; } = [];
    }
}
