using CsCheck;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class QuoteSignsTests
{
    private static readonly NewsPipeline Tokens = NewsPipeline.CreateBuilder().AddTokens().AddTags().Build();
    private static readonly StatementWords Words = new(WordClusters.Of(ModelSource.Embedded), new SpeechLexicon());

    // How far the next mark is was noted beforehand: looking for it gives the same.
    [Fact]
    public void Quotes_about_a_token_are_those_that_a_search_finds() =>
        Gen.OneOfConst("the", "mayor", "said", "“", "”", "\"", "‘", "’", ",", ".", "\n\n", "boats", "and").Array[0, 60].Sample(words =>
        {
            StatementTokens tokens = new(Words);
            Drafts.DocumentDraft draft = Tokens.Read(string.Join(' ', words)).Draft;
            tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
            for (int at = 0; at < tokens.Count; at++)
            {
                uint signs = (tokens[at].Quote >= 0 ? 1u : 0) | (tokens[at].Nested ? 2u : 0) | Search(tokens, at, -1) << 2 | Search(tokens, at, 1) << 5;
                Assert.Equal(signs, QuoteSigns.Around(tokens, at));
            }
        }, threads: 1);

    private static uint Search(StatementTokens tokens, int at, int step)
    {
        for (int away = 1; away <= 8 && tokens.Near(at + away * step, at); away++)
        {
            int quote = tokens[at + away * step].Quote;
            if (quote == tokens[at].Quote) continue;
            if (quote < 0) return away == 1 ? 1u : 0;
            (int first, int end) = tokens.QuoteTokens[quote];
            return (away <= 2 ? 1u : away <= 4 ? 2u : 3u) + (end - first < 6 ? 4u : 0);
        }
        return 0;
    }
}
