using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// Which tags the tagger takes for which, as seen where it disagrees with the silver corpus's teacher. The tagger knows the sentences that
/// the parser learns from and errs there far less than on new text, so its errors are put back by chance.
/// </summary>
internal sealed class TagConfusion
{
    private const float MostNoise = 0.3f;

    private readonly int[] _seen = new int[WordFeatures.TagRows * WordFeatures.PosRows];
    private readonly List<(byte Tag, byte Pos)>[] _wrong = new List<(byte, byte)>[WordFeatures.TagRows * WordFeatures.PosRows];

    public void Add(CorpusDocument teacher, DocumentDraft tagged)
    {
        for (int i = 0; i < tagged.TokenCount; i++)
        {
            TokenData token = tagged.TokenBuffer[i];
            int right = Index(teacher.Tokens[i].Tag, (byte)teacher.Tokens[i].Pos);
            _seen[right]++;
            if (Index(token.Tag, (byte)token.Pos) != right) (_wrong[right] ??= []).Add((token.Tag, (byte)token.Pos));
        }
    }

    /// <summary>The word with its tags, or by chance with those that the tagger takes them for.</summary>
    /// <param name="scale">How much oftener than seen.</param>
    public WordFeatures Confuse(WordFeatures word, float scale, ref Random64 random)
    {
        int right = Index(word.Tag, word.Pos);
        if (_wrong[right] is not { } wrong) return word;
        if (random.NextSingle() >= Math.Min(MostNoise, scale * wrong.Count / _seen[right])) return word;
        (byte tag, byte pos) = wrong[random.Next(wrong.Count)];
        return word with { Tag = tag, Pos = pos };
    }

    private static int Index(byte tag, byte pos) => tag * WordFeatures.PosRows + pos;
}
