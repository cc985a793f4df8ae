using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;

namespace NewsNlp.Training.Names;

/// <summary>Documents to training sequences, by the very features that the tagger uses.</summary>
internal sealed class NameExamples(WordClusters clusters, Gazetteer gazetteer)
{
    private readonly NameText _text = new();
    private readonly NameVotes _votes = new();
    private FeatureList _features = new();

    /// <param name="draft">Tokens and sentences.</param>
    /// <param name="allowed">For each token a bit for each label that may be right.</param>
    /// <param name="weight">How much the document counts; 1 for gold.</param>
    /// <param name="read">The labels of a first reading, for the votes; none where null.</param>
    public IEnumerable<CrfExample> Of(DocumentDraft draft, ulong[] allowed, float weight, byte[]? read = null)
    {
        Prepare(draft);
        if (read is not null) _votes.Count(_text, 0, read);
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            _features.Clear();
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++) AddToken(draft, sentence, _text.Style[s], token, read);
            yield return _features.ToExample(allowed.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken), weight);
        }
    }

    /// <summary>The sentences for the network; parameters as above.</summary>
    public IEnumerable<NetworkSample> SamplesOf(DocumentDraft draft, ulong[] allowed, float weight, Vocabulary vocabulary)
    {
        Prepare(draft);
        return [.. NetworkSample.Of(draft, _text, allowed, weight, vocabulary)];
    }

    private void Prepare(DocumentDraft draft)
    {
        _text.Reserve(draft);
        for (int token = 0; token < draft.TokenCount; token++) _text.Facts[token] = WordFacts.Of(draft.Form(token), clusters, gazetteer);
        _text.Prepare(draft, gazetteer);
    }

    private void AddToken(DocumentDraft draft, SentenceData sentence, SentenceStyle style, int token, byte[]? read)
    {
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            int other = token + position - NameWordFeatures.Middle;
            if (other >= sentence.FirstToken && other < sentence.EndToken)
                NameWordFeatures.Add(_text.Facts[other], draft.Form(other), position, ref _features);
        }
        NameContextFeatures.Add(_text, sentence, style, token, ref _features);
        if (read is not null) _votes.Add(_text, token, read[token], ref _features);
        _features.EndToken();
    }
}
