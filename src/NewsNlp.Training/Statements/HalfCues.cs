using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>What a tagger trained on one half takes for a cue in the other half.</summary>
internal static class HalfCues
{
    public static List<FoundCue>[] Find(IReadOnlyList<StatementExample> examples, StatementOptions options)
    {
        List<FoundCue>[] found = new List<FoundCue>[examples.Count];
        for (int half = 0; half < 2; half++)
        {
            ModelFile file = new("cues");
            new StatementTrainer(options, _ => { }).TrainCues([.. examples.Where((_, i) => i % 2 != half)], file);
            CueTagger tagger = CueTagger.Read(file, options.HalfCueCaution);
            CueScratch scratch = new();
            for (int i = half; i < examples.Count; i += 2) tagger.Find(examples[i].Tokens, scratch, found[i] = []);
        }
        return found;
    }

    /// <summary>Those that touch no cue of gold: the content ranker learns to say "none" to them.</summary>
    public static List<CueSpan> FalseOnes(StatementExample example, List<FoundCue> found) =>
        [.. found.Select(cue => cue.Span).Where(cue => !example.Attributions.Exists(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End))];
}
