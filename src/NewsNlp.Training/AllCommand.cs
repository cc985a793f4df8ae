using System.CommandLine;
using System.Globalization;

namespace NewsNlp.Training;

/// <summary>Trains every model, in the order of the list.</summary>
internal static class AllCommand
{
    public static Command Create(IReadOnlyList<Command> commands)
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command all = new("all", "Every model, in the order of this list.") { data, models, seed };
        all.SetAction(result =>
        {
            foreach (Command command in commands)
            {
                Console.WriteLine($"== {command.Name}");
                int code = command.Parse(Arguments(command, result, data, models, seed)).Invoke();
                if (code != 0) return code;
            }
            return 0;
        });
        return all;
    }

    // Not every command has a seed.
    private static List<string> Arguments(Command command, ParseResult result, Option<string> data, Option<string> models, Option<int> seed)
    {
        List<string> arguments = [data.Name, result.GetValue(data)!, models.Name, result.GetValue(models)!];
        if (command.Options.Any(option => option.Name == seed.Name))
            arguments.AddRange([seed.Name, result.GetValue(seed).ToString(CultureInfo.InvariantCulture)]);
        return arguments;
    }
}
