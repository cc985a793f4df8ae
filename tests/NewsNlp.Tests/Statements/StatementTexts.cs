using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Tests.Statements;

/// <summary>Texts as the statement models see them.</summary>
internal static class StatementTexts
{
    public static StatementTokens Read(string text)
    {
        Drafts.DocumentDraft draft = NewsPipeline.English.Read(text).Draft;
        StatementTokens tokens = new(new StatementWords(WordClusters.Of(ModelSource.Embedded), new SpeechLexicon()));
        tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
        return tokens;
    }
}
