using System.Globalization;
using NewsNlp.Cli.Inputs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsNlp.Cli.Outputs;

/// <summary>Tables that a person can read; in colour where the terminal has it.</summary>
internal sealed class TableOutput(int width, bool colour) : IDocumentOutput
{
    public string Render(InputItem item, NewsPage page, TextAlignment? alignment)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        IAnsiConsole console = Console(writer);
        foreach (NewsDocument article in page.Articles)
        {
            string headline = article.Headline is { } span ? OneLine(span.In(page.Text)) : item.Id ?? "article";
            console.Write(new Rule($"[bold]{Markup.Escape(headline)}[/]") { Justification = Justify.Left });
            foreach (Table table in Tables(article)) console.Write(table);
            console.WriteLine();
        }
        if (page.Articles.Count == 0) console.WriteLine($"{item.Id ?? "input"}: no article found");
        return writer.ToString();
    }

    public string RenderError(InputItem item, InputError error) => "";

    private IAnsiConsole Console(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    private static IEnumerable<Table> Tables(NewsDocument article)
    {
        if (article.Statements.Count > 0)
            yield return Filled("Statements", ["speaker", "cue", "statement"], article.Statements.Select(StatementRow));
        if (article.Entities.Count > 0)
            yield return Filled("Entities", ["name", "type", "mentions", "roles"], article.Entities.Select(EntityRow));
        if (article.Quantities.Count > 0)
            yield return Filled("Quantities", ["text", "type", "value", "unit"], article.Quantities.Select(QuantityRow));
        if (article.Dates.Count > 0)
            yield return Filled("Dates", ["text", "type", "value"], article.Dates.Select(DateRow));
    }

    private static Table Filled(string title, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle($"[bold]{title}[/]"), Expand = false };
        foreach (string column in columns) table.AddColumn($"[dim]{column}[/]");
        foreach (string[] row in rows) table.AddRow([.. row.Select(cell => (IRenderable)new Markup(cell))]);
        return table;
    }

    private static string[] StatementRow(Statement statement) =>
    [
        $"[green]{Cell(statement.Speaker?.Name ?? "–")}[/]",
        (statement.Negated ? "not " : "") + Cell(statement.Cue?.Lemma ?? "–"),
        statement.Form == StatementForm.Indirect ? Cell(statement.Text) : $"[yellow]{Cell(statement.Text)}[/]",
    ];

    private static string[] EntityRow(Entity entity) =>
    [
        $"[blue]{Cell(entity.Name)}[/]",
        entity.Type.ToLabel(),
        entity.Mentions.Count.ToString(CultureInfo.InvariantCulture),
        Cell(string.Join(", ", entity.Roles)),
    ];

    private static string[] QuantityRow(Quantity quantity) =>
    [
        Cell(quantity.Text),
        Output.JsonNames.Of(quantity.Type),
        ((Output.JsonNames.Of(quantity.Modifier)?.Replace('_', ' ') ?? "") + " " + Value(quantity)).Trim(),
        Cell(quantity.Unit ?? ""),
    ];

    private static string[] DateRow(DateExpression date) =>
        [Cell(date.Text), Output.JsonNames.Of(date.Type), Cell(date.Upper is null ? date.Value : $"{date.Value} – {date.Upper}")];

    private static string Value(Quantity quantity)
    {
        string value = quantity.Value is { } number ? number.ToString("#,0.######", CultureInfo.InvariantCulture) : "?";
        return quantity.Upper is { } upper ? $"{value} – {upper.ToString("#,0.######", CultureInfo.InvariantCulture)}" : value;
    }

    private static string Cell(string text) => Markup.Escape(OneLine(text));

    // Control characters of an article must not reach the terminal as commands.
    private static string OneLine(string text) => string.Create(text.Length, text, (cell, source) =>
    {
        for (int i = 0; i < cell.Length; i++) cell[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });
}
