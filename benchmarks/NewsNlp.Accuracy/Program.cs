using NewsNlp;

// Scores per layer on named gold sets, as a table. Each layer's scorer is a class of its own; this is the list of them.
Console.WriteLine($"layers: {NewsPipeline.English.Layers}");
