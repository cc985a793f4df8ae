using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Training.Syntax;

namespace NewsNlp.Training.Names;

/// <summary>A sentence for the names' network to learn from.</summary>
/// <param name="Words">For each word the row of its vector.</param>
/// <param name="Facts">For each word rows of <see cref="NameNetworkFeatures"/>.</param>
/// <param name="Allowed">For each word a bit for each of <see cref="ClassLabels"/> that may be right.</param>
/// <param name="Weight">How much it counts; 1 for gold.</param>
internal sealed record NetworkSample(int[] Words, ushort[][] Facts, ushort[] Allowed, float Weight)
{
    /// <summary>What is longer is cut.</summary>
    public const int MaxWords = 200;

    /// <summary>The document's sentences.</summary>
    /// <param name="text">As prepared for the document.</param>
    public static IEnumerable<NetworkSample> Of(DocumentDraft draft, NameText text, ulong[] allowed, float weight, Vocabulary vocabulary)
    {
        ushort[] buffer = new ushort[NameNetworkFeatures.Most];
        foreach (SentenceData sentence in draft.Sentences)
        {
            int first = sentence.FirstToken, count = Math.Min(MaxWords, sentence.EndToken - first);
            NetworkSample sample = new(new int[count], new ushort[count][], new ushort[count], weight);
            for (int i = 0; i < count; i++)
            {
                sample.Words[i] = vocabulary.RowOf(NameNetwork.WordOf(text.Facts[first + i]));
                sample.Facts[i] = buffer[..NameNetworkFeatures.Fill(draft, text, first + i, buffer)];
                sample.Allowed[i] = ClassLabels.Mask(allowed[first + i]);
            }
            yield return sample;
        }
    }
}
