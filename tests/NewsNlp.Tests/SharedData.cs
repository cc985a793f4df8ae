namespace NewsNlp.Tests;

/// <summary>Real articles lie beside the project, not in it: checks that read them skip themselves, and say so, where they are not there.</summary>
internal static class SharedData
{
    /// <summary>The path of a file below <c>../shared</c>; null, with a line on the console, where there is none.</summary>
    public static string? Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "shared", name);
            if (File.Exists(file)) return file;
        }
        Console.WriteLine($"skipped: there is no ../shared/{name} beside the project");
        return null;
    }
}
