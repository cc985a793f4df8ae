using System.CommandLine;

RootCommand root = new("Reads English news.");
return root.Parse(args).Invoke();
