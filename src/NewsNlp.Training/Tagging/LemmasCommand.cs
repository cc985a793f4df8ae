using System.CommandLine;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Clusters;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Learns lemmas from the treebanks, and from the silver corpus which base forms there are.</summary>
internal static class LemmasCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Command command = new("lemmas", "Lemmas: rules by word ending and exceptions; half a minute, needs the clusters.") { data, models };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!));
        return command;
    }

    private static void Train(string data, string models)
    {
        Spelling spelling = new(WordClusters.Of(ModelSource.FromFolder(models)));
        LemmaTrainer trainer = new(spelling);
        foreach (CorpusDocument document in Treebanks.EwtTrain(data).Concat(Treebanks.GumTrain(data))) trainer.Add(document);
        BaseForms bases = new(WordVectors.Read(data).Words);
        ProperForms proper = new();
        foreach (SilverDocument document in SilverReader.Read(data))
        {
            bases.Add(document.Document);
            proper.Add(document.Document);
        }
        ModelFile file = trainer.Make(bases, proper);
        CommandOptions.Save(file, models);
        LemmaRules rules = LemmaRules.Read(file, spelling);
        Console.WriteLine($"with gold tags: EWT dev {Score(rules, Treebanks.EwtDev(data)):F2}, GUM dev {Score(rules, Treebanks.GumDev(data)):F2}");
    }

    private static double Score(LemmaRules rules, IReadOnlyList<CorpusDocument> documents)
    {
        CorpusToken[] tokens = [.. documents.SelectMany(document => document.Tokens)];
        return 100.0 * tokens.Count(token => rules.Lemma(token.Form, token.Tag, token.Pos) == token.Lemma) / tokens.Length;
    }
}
