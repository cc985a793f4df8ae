using System.CommandLine;
using NewsNlp.Coreference;
using NewsNlp.Models;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>Trains the model of the entity step: given names by gender, and the weights by which pronouns find their antecedents.</summary>
internal static class CoreferenceCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("coreference", "Given names and the pronoun ranker, from name lists, silver text, GUM and GAP; two minutes. The models of the steps before must be there.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, int seed)
    {
        ModelFile file = new(EntityStep.Model);
        GivenNameTrainer.Train(data, file);
        file.Set<float>(PronounRanker.Section, new float[PronounFeatures.ModelSize]);
        EntityStep names = new(file);
        EarlierSteps earlier = new();
        List<PronounExample> examples = [];
        foreach (CorpusDocument document in Treebanks.GumTrain(data)) examples.AddRange(GumExamples.Read(document, earlier.Read(document), names));
        Console.WriteLine($"{examples.Count} pronouns of GUM");

        // GAP marks one pronoun of a passage: a first ranker resolves the others.
        PronounResolver first = new(new PronounRanker(PronounTrainer.Train(examples, PronounFeatures.ModelSize, seed)));
        foreach (GapItem item in GapReader.Development(data)) examples.AddRange(GapExamples.Read(item, earlier.Read(item.Text), names, first));
        Console.WriteLine($"{examples.Count} pronouns with GAP");
        file.Set<float>(PronounRanker.Section, PronounTrainer.Train(examples, PronounFeatures.ModelSize, seed));
        CommandOptions.Save(file, models);
    }
}
