using NewsNlp.Cli.Inputs;

namespace NewsNlp.Cli.Outputs;

internal enum OutputFormat
{
    Table,
    Json,
    Jsonl,
    Html,
    Conllu,
}

/// <summary>One way to print documents. <see cref="Render"/> runs on worker threads, the rest on one thread in input order.</summary>
internal interface IDocumentOutput
{
    /// <summary>The document as it will be printed.</summary>
    /// <param name="alignment">Back to the input where it was HTML; else null.</param>
    string Render(InputItem item, NewsPage page, TextAlignment? alignment);

    /// <summary>What is printed in the place of an input that could not be read; empty where the format has no place for it.</summary>
    string RenderError(InputItem item, InputError error);

    /// <summary>Printed before the first document.</summary>
    string Head => "";

    /// <summary>Printed behind the last document.</summary>
    string Foot => "";
}
