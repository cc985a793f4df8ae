using Xunit;

namespace NewsNlp.Tests.Invariants;

/// <summary>What must hold for every document, whatever the text was.</summary>
internal static class DocumentInvariants
{
    public static void Check(NewsDocument document)
    {
        TextSpan whole = new(0, document.Text.Length);
        Assert.True(whole.Contains(document.Span));
        CheckTokens(document);
        CheckSentences(document);
        CheckTrees(document);
        CheckOrdered(document, "name", [.. document.Names.Select(name => name.Span)]);
        CheckOrdered(document, "quantity", [.. document.Quantities.Select(quantity => quantity.Span)]);
        CheckOrdered(document, "date", [.. document.Dates.Select(date => date.Span)]);
        foreach (Quantity quantity in document.Quantities) Assert.True(quantity.Value is null || double.IsFinite(quantity.Value.Value), quantity.Text);
        foreach (DateExpression date in document.Dates) Assert.NotEmpty(date.Value);
        CheckEntities(document);
        CheckStatements(document);
    }

    /// <summary>Two documents read from the same text say the same.</summary>
    public static void CheckSame(NewsDocument a, NewsDocument b)
    {
        NewsJsonOptions tokens = new() { Tokens = true };
        Assert.Equal(NewsJson.Serialize(a, tokens), NewsJson.Serialize(b, tokens));
    }

    private static void CheckTokens(NewsDocument document)
    {
        int end = document.Span.Start;
        foreach (Token token in document.Tokens)
        {
            Assert.True(token.Span.Start >= end, $"token {token.Index} starts at {token.Span.Start}, before the end {end} of the one before it");
            Assert.False(token.Span.IsEmpty);
            Assert.False(char.IsWhiteSpace(document.Text[token.Span.Start]), $"token {token.Index} starts with white space");
            end = token.Span.End;
        }
        Assert.True(end <= document.Span.End);
    }

    private static void CheckSentences(NewsDocument document)
    {
        int next = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            Assert.NotEmpty(sentence.Tokens);
            Assert.Equal(next, sentence.Tokens[0].Index);
            next = sentence.Tokens[^1].Index + 1;
        }
        Assert.Equal(document.Tokens.Count, next);
    }

    private static void CheckTrees(NewsDocument document)
    {
        if (!document.Has(Layers.Syntax)) return;
        foreach (Sentence sentence in document.Sentences)
        {
            int first = sentence.Tokens[0].Index, count = sentence.Tokens.Count;
            Assert.Equal(1, sentence.Tokens.Count(token => token.Head < 0));
            Assert.All(sentence.Tokens.Where(token => token.Head >= 0), token => Assert.InRange(token.Head, first, first + count - 1));
            Assert.All(sentence.Tokens, token => Assert.True(ReachesRoot(document, token), $"token {token.Index} stands in a cycle"));
        }
    }

    private static bool ReachesRoot(NewsDocument document, Token token)
    {
        int steps = 0;
        for (int at = token.Index; at >= 0; at = document.Tokens[at].Head)
            if (++steps > document.Tokens.Count) return false;
        return true;
    }

    private static void CheckOrdered(NewsDocument document, string what, IReadOnlyList<TextSpan> spans)
    {
        int end = document.Span.Start;
        foreach (TextSpan span in spans)
        {
            Assert.True(span.Start >= end, $"{what} {span} starts before {end}");
            Assert.False(span.IsEmpty, $"{what} {span} is empty");
            end = span.End;
        }
        Assert.True(end <= document.Span.End);
    }

    private static void CheckEntities(NewsDocument document)
    {
        for (int i = 0; i < document.Entities.Count; i++)
        {
            Entity entity = document.Entities[i];
            Assert.Equal(i, entity.Id);
            Assert.NotEmpty(entity.Name);
            Assert.NotEmpty(entity.Mentions);
            foreach (Mention mention in entity.Mentions)
            {
                Assert.Equal(i, mention.Entity);
                CheckSpan(document, mention.Span);
            }
            Assert.Equal(entity.Mentions.OrderBy(m => m.Span.Start).Select(m => m.Span), entity.Mentions.Select(m => m.Span));
        }
    }

    private static void CheckStatements(NewsDocument document)
    {
        for (int i = 0; i < document.Statements.Count; i++)
        {
            Statement statement = document.Statements[i];
            Assert.Equal(i, statement.Id);
            Assert.NotEmpty(statement.Content);
            CheckOrdered(document, "content", statement.Content);
            Assert.All(statement.Quotes, quote => Assert.Contains(statement.Content, content => content.Contains(quote)));
            Assert.InRange(statement.Confidence, 0, 1);
            if (statement.Cue is { } cue) CheckSpan(document, cue.Span);
            CheckSpeaker(document, statement.Speaker);
            CheckSpeaker(document, statement.Addressee);
        }
    }

    private static void CheckSpeaker(NewsDocument document, Speaker? speaker)
    {
        if (speaker is null) return;
        Assert.NotEmpty(speaker.Name);
        if (speaker.Span is { } span) CheckSpan(document, span);
        if (speaker.Entity is { } entity) Assert.InRange(entity, 0, document.Entities.Count - 1);
    }

    private static void CheckSpan(NewsDocument document, TextSpan span)
    {
        Assert.False(span.IsEmpty);
        Assert.True(document.Span.Contains(span), $"{span} reaches out of the article {document.Span}");
    }
}
