using System.CommandLine;
using NewsNlp.Cli;

RootCommand root = new("Reads English news: names, quantities, dates and statements linked to their speakers.") { ExtractCommand.Create() };
return await root.Parse(args).InvokeAsync();
