using System.CommandLine;
using NewsNlp.Training;
using NewsNlp.Training.Clusters;
using NewsNlp.Training.Coreference;
using NewsNlp.Training.Names;
using NewsNlp.Training.Sentences;
using NewsNlp.Training.Statements;
using NewsNlp.Training.Syntax;
using NewsNlp.Training.Tagging;

// Corpora -> models/. Each command trains one model and is repeatable to the byte on the same machine:
// dotnet run -c Release --project src/NewsNlp.Training -- MODEL [--data DIR] [--models DIR]
// One class a command, each with a static Create(); `all` runs them in the order of this list, so that each finds the models it builds on.
Command[] commands =
[
    SentencesCommand.Create(),
    ClustersCommand.Create(),
    TagsCommand.Create(),
    LemmasCommand.Create(),
    NamesCommand.Create(),
    SyntaxCommand.Create(),
    RetagsCommand.Create(),
    CoreferenceCommand.Create(),
    StatementsCommand.Create(),
];
RootCommand root = new("Trains the models of NewsNlp from the corpora beside the project.") { AllCommand.Create(commands) };
foreach (Command command in commands) root.Add(command);
return root.Parse(args).Invoke();
