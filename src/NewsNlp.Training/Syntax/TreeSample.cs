using NewsNlp.Syntax;

namespace NewsNlp.Training.Syntax;

/// <summary>A sentence to learn a tree from.</summary>
/// <param name="WordRows">Rows of its words in the vocabulary; 0 where a word is not in it.</param>
/// <param name="RightTags">What the corpus says; the words have what the tagger says.</param>
/// <param name="Heads">Index in the sentence; -1 for the root.</param>
/// <param name="Weight">What it counts beside others.</param>
internal sealed record TreeSample(WordFeatures[] Words, int[] WordRows, byte[] RightTags, int[] Heads, byte[] Relations, float Weight)
{
    public int Count => Words.Length;
}
