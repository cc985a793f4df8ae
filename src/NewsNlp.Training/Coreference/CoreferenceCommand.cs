using System.CommandLine;
using NewsNlp.Coreference;
using NewsNlp.Drafts;
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
        Command command = new("coreference", "Given names and the pronoun ranker, from name lists, silver text and GUM; a minute.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, int seed)
    {
        ModelFile file = new(EntityStep.Model);
        GivenNameTrainer.Train(data, file);
        file.Set<float>(PronounRanker.Section, new float[PronounFeatures.ModelSize]);
        EntityStep names = new(file);
        List<PronounExample> examples = [];
        foreach (CorpusDocument document in Treebanks.GumTrain(data)) examples.AddRange(GumExamples(document, names));
        Console.WriteLine($"{examples.Count} pronouns");
        file.Set<float>(PronounRanker.Section, PronounTrainer.Train(examples, PronounFeatures.ModelSize, seed));
        CommandOptions.Save(file, models);
    }

    private static IEnumerable<PronounExample> GumExamples(CorpusDocument document, EntityStep names)
    {
        List<GumMention> gold = GumEntities.Read(document);
        DocumentDraft draft = document.ToDraft(Layers.Tags | Layers.Syntax);
        draft.Names.AddRange(GumEntities.Names(document, gold));
        MentionGraph graph = names.JoinNames(draft);
        int[] entities = GumEntities.ByHead(document, gold);
        int Entity(int mention) => entities[graph[mention].Head];
        return new PronounExamples(others: null).Read(
            graph, _ => true, (pronoun, other) => Entity(pronoun) >= 0 && Entity(other) == Entity(pronoun));
    }
}
