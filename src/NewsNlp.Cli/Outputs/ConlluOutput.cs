using NewsNlp.Cli.Inputs;

namespace NewsNlp.Cli.Outputs;

/// <summary>CoNLL-U; an input that could not be read is a comment.</summary>
internal sealed class ConlluOutput : IDocumentOutput
{
    public string Render(InputItem item, NewsPage page, TextAlignment? alignment)
    {
        if (page.Articles.Count == 1) return Conllu.Serialize(page.Articles[0], item.Id);
        return string.Concat(page.Articles.Select((article, i) => Conllu.Serialize(article, $"{item.Id}#{i + 1}")));
    }

    public string RenderError(InputItem item, InputError error) => "";
}
