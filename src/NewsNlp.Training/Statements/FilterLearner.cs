using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>A cue that was found in an article which its finder did not learn from.</summary>
/// <param name="Features">Of <see cref="KeepFeatures"/> or <see cref="RivalFeatures"/>.</param>
/// <param name="Odds">How sure it is already, in log-odds.</param>
/// <param name="Share">How much of it gold has: this very cue, content, source.</param>
internal sealed record FoundExample(uint[] Features, float Odds, float Share);

/// <summary>Learns the two parts of a <see cref="CueFilter"/>: logistic regression.</summary>
internal static class FilterLearner
{
    private const ulong AloneSeed = 21, BesideSeed = 41;

    public static void WriteAlone(ModelFile file, IReadOnlyList<FoundExample> found) => Write(file, CueFilter.AloneSection, CueFilter.AloneBits, AloneSeed, found);

    public static void WriteBeside(ModelFile file, IReadOnlyList<FoundExample> found) => Write(file, CueFilter.BesideSection, CueFilter.BesideBits, BesideSeed, found);

    private static void Write(ModelFile file, string section, int bits, ulong seed, IReadOnlyList<FoundExample> found)
    {
        float[] units = new float[LayeredTrainer.Units];
        LayeredTrainer.Write(file, section, bits, seed, trainer => trainer.Learn(found, example => Learn(trainer, example, units)));
    }

    private static void Learn(LayeredTrainer trainer, FoundExample example, float[] units)
    {
        uint[] features = trainer.Drop(example.Features);
        double odds = example.Odds + trainer.Score(features, units);
        trainer.Move(features, units, (float)(example.Share - 1 / (1 + Math.Exp(-odds))));
    }
}
