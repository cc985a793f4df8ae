using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Names;

/// <summary>
/// What <see cref="NameJudge"/> learns from: the candidates that a model finds in gold documents which it has not seen, by the very
/// features that the judge uses.
/// </summary>
internal sealed class JudgeExamples
{
    private static readonly ulong Begins = NameLabels.Types.Aggregate(0UL, (bits, type) => bits | 1UL << NameLabels.Begin(type));

    private readonly NameTagger _tagger;
    private readonly List<TreeExample> _examples = [];
    private NameSource? _source;

    public JudgeExamples(NamesModel model) => _tagger = new NameTagger(model, NameScorer.Quick) { CandidatesFound = AddPart };

    public IEnumerable<TreeExample> Of(NameSource source)
    {
        _examples.Clear();
        _source = source;
        source.Draft.Names.Clear();
        _tagger.Tag(source.Draft);
        return _examples;
    }

    private void AddPart(NameText text, List<NameCandidate> candidates)
    {
        DocumentDraft draft = _source!.Draft;
        _tagger.Judge.Remember(draft, text, candidates);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (NameVerdict.IsPlain(candidates[i])) continue;
            byte[] features = _tagger.Judge.FeaturesOf(draft, text, candidates, i).ToArray();
            _examples.Add(new TreeExample(features, (int)GoldClass(_source.Allowed, candidates[i].First, candidates[i].End)));
        }
    }

    // What gold says of just these tokens; "other" where it leaves open which type they are.
    private static NameClass GoldClass(ulong[] allowed, int first, int end)
    {
        ulong begins = allowed[first] & Begins, inside = begins << 1;
        if (begins == 0) return NameClass.None;
        for (int token = first + 1; token < end; token++)
            if ((allowed[token] & inside) == 0) return NameClass.None;
        if (end < allowed.Length && (allowed[end] & inside) != 0) return NameClass.None;
        NameClass gold = NameClass.None;
        foreach (EntityType type in NameLabels.Types)
        {
            if ((begins >> NameLabels.Begin(type) & 1) == 0) continue;
            NameClass of = NameClasses.Of(type);
            gold = gold == NameClass.None || gold == of ? of : NameClass.Other;
        }
        return gold;
    }
}
