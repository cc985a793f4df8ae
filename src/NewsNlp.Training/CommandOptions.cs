using System.CommandLine;
using NewsNlp.Models;

namespace NewsNlp.Training;

/// <summary>The options that every training command has.</summary>
internal static class CommandOptions
{
    public static Option<string> Data() => new("--data") { Description = "Folder of the corpora.", DefaultValueFactory = _ => "../shared/data" };

    public static Option<string> Models() => new("--models") { Description = "Folder that takes the model.", DefaultValueFactory = _ => "models/en" };

    public static Option<int> Seed() => new("--seed") { Description = "Start of the random numbers; one seed gives one model.", DefaultValueFactory = _ => 1 };

    public static void Save(ModelFile file, string folder)
    {
        string path = Path.Combine(folder, file.Name + ".bin");
        Directory.CreateDirectory(folder);
        using (FileStream stream = File.Create(path)) file.Write(stream);
        Console.WriteLine($"wrote {path}, {new FileInfo(path).Length:N0} bytes");
    }
}
