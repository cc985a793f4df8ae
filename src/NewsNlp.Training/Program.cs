using System.CommandLine;

// Corpora -> models/. Each command trains one model and is repeatable to the byte on the same machine.
RootCommand root = new("Trains the models of NewsNlp from the corpora beside the project.");
return root.Parse(args).Invoke();
