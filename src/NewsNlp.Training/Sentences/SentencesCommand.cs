using System.CommandLine;
using NewsNlp.Models;
using NewsNlp.Tokens;

namespace NewsNlp.Training.Sentences;

/// <summary>Trains <see cref="BoundaryModel"/> on the raw text of the treebanks' train parts.</summary>
internal static class SentencesCommand
{
    private static readonly string[] Treebanks = ["syntax/ewt/train.conllu", "syntax/gum/train.conllu"];

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("sentences", "Where sentences end; half a minute.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, int seed)
    {
        List<Gap> gaps = [.. Treebanks.SelectMany(path => GapReader.Read(Path.Combine(data, path)))];
        Console.WriteLine($"{gaps.Count:N0} gaps, {gaps.Count(gap => gap.Ends):N0} of them end a sentence");
        GapTrainer trainer = new();
        for (int epoch = 1; epoch <= GapTrainer.Epochs; epoch++)
            Console.WriteLine($"epoch {epoch}: {100 * trainer.Epoch(gaps, seed + epoch):F2}% wrong");
        ModelFile file = new(BoundaryModel.Name);
        file.Set<sbyte>("weights", trainer.Weights());
        CommandOptions.Save(file, models);
    }
}
