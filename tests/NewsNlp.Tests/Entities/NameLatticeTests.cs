using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using Xunit;

namespace NewsNlp.Tests.Entities;

public sealed class NameLatticeTests
{
    private const int Tokens = 3;

    // So that steps of losses and of scores are the same.
    private const int Scale = NameCandidate.Steps;

    [Fact]
    public void Candidates_are_what_trying_every_sequence_gives()
    {
        Random random = new(5);
        for (int round = 0; round < 20; round++)
        {
            SequenceModel model = RandomModel(random);
            short[] scores = RandomScores(model, random);
            List<(int[] Labels, int Sum)> sequences = Sequences(model, scores);
            int best = sequences.Max(sequence => sequence.Sum);
            Dictionary<(int First, int End, NameClass Class), int> losses = [];
            foreach ((int[] labels, int sum) in sequences)
                foreach ((int First, int End, NameClass Class) name in NamesOf(labels))
                    if (best - sum <= NameLattice.MaxLoss * Scale) losses[name] = Math.Min(losses.GetValueOrDefault(name, int.MaxValue), best - sum);
            List<NameCandidate> candidates = Candidates(model, scores);
            Assert.Equal(losses.Keys.Select(name => (name.First, name.End)).Distinct().Order(), candidates.Select(candidate => (candidate.First, candidate.End)));
            Assert.All(candidates.Where(candidate => !candidate.IsBest), candidate => Assert.Equal(byte.MaxValue, candidate.Losses[(int)NameClass.None]));
            foreach (NameCandidate candidate in candidates)
                for (int c = 1; c < NameClasses.Count; c++)
                    Assert.Equal(losses.GetValueOrDefault((candidate.First, candidate.End, (NameClass)c), byte.MaxValue), candidate.Losses[c]);
        }
    }

    [Fact]
    public void Names_of_the_best_labelling_are_marked_whatever_their_length()
    {
        SequenceModel model = RandomModel(new Random(7));
        const int length = 40;
        short[] scores = new short[length * model.Lanes];
        for (int token = 0; token < length; token++)
            scores[token * model.Lanes + (token == 0 ? NameLabels.Begin(EntityType.Organization) : NameLabels.Inside(EntityType.Organization))] = 500;
        NameCandidate candidate = Assert.Single(Candidates(model, scores));
        Assert.True(candidate.IsBest);
        Assert.Equal((0, length, 0), (candidate.First, candidate.End, candidate.Losses[(int)NameClass.Organization]));
        Assert.Equal(byte.MaxValue, candidate.Losses[(int)NameClass.None]);
    }

    private static List<NameCandidate> Candidates(SequenceModel model, short[] scores)
    {
        byte[] labels = new byte[scores.Length / model.Lanes];
        ViterbiScratch scratch = new();
        Viterbi.Decode(model, scores, labels, scratch);
        List<NameCandidate> candidates = [];
        new NameLattice(model).Find(new LabelledSegment(scores, labels, scratch.Forward, model.End), default, candidates);
        return candidates;
    }

    private static SequenceModel RandomModel(Random random)
    {
        string[] labels = Bio.Labels(NameLabels.Types.Select(type => type.ToLabel()));
        short[] transitions = new short[(labels.Length + 1) * labels.Length];
        for (int before = -1; before < labels.Length; before++)
            for (int label = 0; label < labels.Length; label++)
                transitions[(before + 1) * labels.Length + label] = Bio.MayFollow(before, label) ? (short)random.Next(-30, 30) : short.MinValue;
        ModelFile file = new("random");
        SequenceModel.Write(file, "crf", labels, [1u], new sbyte[labels.Length], transitions, Scale);
        return SequenceModel.Read(file);
    }

    private static short[] RandomScores(SequenceModel model, Random random)
    {
        short[] scores = new short[Tokens * model.Lanes];
        for (int i = 0; i < scores.Length; i++) scores[i] = (short)(i % model.Lanes < model.Labels.Length ? random.Next(-60, 60) : 0);
        return scores;
    }

    private static List<(int[] Labels, int Sum)> Sequences(SequenceModel model, short[] scores)
    {
        List<(int[] Labels, int Sum)> sequences = [([], 0)];
        for (int token = 0; token < Tokens; token++)
        {
            List<(int[] Labels, int Sum)> longer = [];
            foreach ((int[] labels, int sum) in sequences)
            {
                int before = token == 0 ? -1 : labels[^1];
                for (int label = 0; label < model.Labels.Length; label++)
                {
                    if (!Bio.MayFollow(before, label)) continue;
                    int step = before < 0 ? model.Start[label] : model.Transitions[before * model.Lanes + label];
                    longer.Add(([.. labels, label], sum + step + scores[token * model.Lanes + label]));
                }
            }
            sequences = longer;
        }
        return sequences;
    }

    private static IEnumerable<(int First, int End, NameClass Class)> NamesOf(int[] labels)
    {
        for (int first = 0; first < labels.Length; first++)
        {
            if (labels[first] == NameLabels.Outside || NameLabels.IsInside(labels[first])) continue;
            int end = first + 1;
            while (end < labels.Length && NameLabels.IsInside(labels[end])) end++;
            yield return (first, end, NameClasses.Of(NameLabels.TypeOf(labels[first])));
        }
    }
}
