using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>What a tagger trained on one half takes for a cue in the other half: the content ranker learns to say "none" to them.</summary>
internal static class FalseCues
{
    public static List<CueSpan>[] Find(IReadOnlyList<StatementExample> examples, StatementOptions options)
    {
        List<CueSpan>[] found = new List<CueSpan>[examples.Count];
        for (int half = 0; half < 2; half++)
        {
            ModelFile file = new("cues");
            new StatementTrainer(options, _ => { }).TrainCues([.. examples.Where((_, i) => i % 2 != half)], file);
            CueTagger tagger = CueTagger.Read(file, options.FalseCueCaution);
            CueScratch scratch = new();
            for (int i = half; i < examples.Count; i += 2) found[i] = FalseOnes(examples[i], tagger, scratch);
        }
        return found;
    }

    private static List<CueSpan> FalseOnes(StatementExample example, CueTagger tagger, CueScratch scratch)
    {
        List<FoundCue> found = [];
        tagger.Find(example.Tokens, scratch, found);
        return [.. found.Select(cue => cue.Span).Where(cue => !example.Attributions.Exists(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End))];
    }
}
