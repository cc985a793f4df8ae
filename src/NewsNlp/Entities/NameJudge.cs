using System.Runtime.InteropServices;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// Judges whole names: chooses among a document's candidates by what all of their words, their rivals and the document's other names
/// tell, which a model of one label after another cannot see. Keeps its working memory.
/// </summary>
/// <param name="trees">Without them the best labelling's names are chosen.</param>
/// <param name="network">Has read the candidates before they are judged; null where there is none.</param>
internal sealed class NameJudge(TreeModel? trees, Gazetteer gazetteer, NameNetwork? network)
{
    // So far to either side rivals are looked for, lest a long list of capitals be looked through over and over.
    private const int MaxRivals = 24;

    private readonly NameEvidence _evidence = new();
    private readonly NameChooser _chooser = new();
    private readonly byte[] _features = new byte[NameCandidateFeatures.Count];
    private readonly List<NameVerdict> _verdicts = [];
    private List<NameCandidate> _candidates = [];
    private int _next;

    /// <summary>Takes the candidates of some sentences and judges each.</summary>
    /// <param name="candidates">By segment, first token and length.</param>
    public void Judge(DocumentDraft draft, NameText text, List<NameCandidate> candidates)
    {
        (_candidates, _next) = (candidates, 0);
        _verdicts.Clear();
        if (trees is not null) Remember(draft, text, candidates);
        for (int i = 0; i < candidates.Count; i++) _verdicts.Add(Verdict(draft, text, i));
    }

    /// <summary>Adds the names chosen among the candidates before a token that were not chosen among yet.</summary>
    public void Choose(int endToken, List<NameData> names)
    {
        while (_next < _candidates.Count && _candidates[_next].First < endToken)
        {
            int first = _next++;
            while (_next < _candidates.Count && _candidates[_next].Segment == _candidates[first].Segment) _next++;
            _chooser.Choose(_candidates, _verdicts, first, _next, names);
        }
    }

    /// <summary>Notes what the best labelling has as names, for the features of others.</summary>
    public void Remember(DocumentDraft draft, NameText text, List<NameCandidate> candidates)
    {
        _evidence.Clear();
        foreach (NameCandidate candidate in candidates)
            if (candidate.IsBest) _evidence.Add(draft, text, candidate, 1);
    }

    /// <summary>The features of a candidate; <see cref="Remember"/> comes first.</summary>
    /// <param name="all">By segment, first token and length.</param>
    public ReadOnlySpan<byte> FeaturesOf(DocumentDraft draft, NameText text, List<NameCandidate> all, int index)
    {
        ReadOnlySpan<NameCandidate> candidates = CollectionsMarshal.AsSpan(all);
        ref readonly NameCandidate candidate = ref candidates[index];
        int first = index, end = index + 1, rival = index, loss = int.MaxValue;
        while (first > 0 && index - first < MaxRivals && candidates[first - 1].Segment == candidate.Segment) first--;
        while (end < candidates.Length && end - index < MaxRivals && candidates[end].Segment == candidate.Segment && candidates[end].First < candidate.End) end++;
        for (int i = first; i < end; i++)
        {
            if (i == index || candidates[i].End <= candidate.First || candidates[i].LeastLoss >= loss) continue;
            (rival, loss) = (i, candidates[i].LeastLoss);
        }
        // A name within reach is no evidence of what stands in its own place.
        Withhold(draft, text, candidates[first..end], candidate, -1);
        new NameCandidateFeatures(draft, text, gazetteer, network, _features).Add(candidate, candidates[rival], _evidence);
        Withhold(draft, text, candidates[first..end], candidate, 1);
        return _features;
    }

    private void Withhold(DocumentDraft draft, NameText text, ReadOnlySpan<NameCandidate> rivals, in NameCandidate candidate, int sign)
    {
        foreach (ref readonly NameCandidate rival in rivals)
            if (rival.IsBest && rival.End > candidate.First && rival.First < candidate.End) _evidence.Add(draft, text, rival, sign);
    }

    private NameVerdict Verdict(DocumentDraft draft, NameText text, int index) =>
        trees is null || NameVerdict.IsPlain(_candidates[index])
            ? NameVerdict.OfLabelling(_candidates[index])
            : NameVerdict.Of(trees.Score(FeaturesOf(draft, text, _candidates, index)));
}
