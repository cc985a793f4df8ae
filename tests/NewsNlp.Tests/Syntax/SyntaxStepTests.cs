using System.Diagnostics;
using CsCheck;
using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Tests.Invariants;
using Xunit;

namespace NewsNlp.Tests.Syntax;

/// <summary>The step on any tokens with any tags and doubts, sensible or not.</summary>
public sealed class SyntaxStepTests
{
    private static readonly IStep Step = SyntaxStep.Recipe.Create(ModelSource.Embedded);

    [Fact]
    public void Every_sentence_is_one_tree() => Gen.Select(Gen.String[0, 400], Gen.Int, Gen.Int[1, 300]).Sample(
        (text, seed, sentence) => CheckTrees(Parsed(text, seed, sentence)), iter: 100, threads: 1);

    [Fact]
    public void Hostile_text_makes_trees_too()
    {
        foreach (string pattern in HostileTexts.Patterns) CheckTrees(Parsed(HostileTexts.Repeat(pattern, 1500), seed: 1, sentenceLength: 1500));
    }

    [Fact]
    public void Same_trees_from_eight_threads()
    {
        DocumentDraft expected = Parsed(SampleNews.Article, seed: 5, sentenceLength: 30);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Assert.Equal(Arcs(expected), Arcs(Parsed(SampleNews.Article, seed: 5, sentenceLength: 30))));
    }

    [Fact]
    public void A_megabyte_without_a_full_stop_takes_linear_time()
    {
        DocumentDraft draft = Tokens(HostileTexts.Repeat("a ", 1 << 20), seed: 3, sentenceLength: int.MaxValue);
        Stopwatch watch = Stopwatch.StartNew();
        Step.Run(draft);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{draft.TokenCount} words took {watch.Elapsed}");
        Assert.Single(draft.Tokens.ToArray(), token => token.Head < 0);
    }

    private static DocumentDraft Parsed(string text, int seed, int sentenceLength)
    {
        DocumentDraft draft = Tokens(text, seed, sentenceLength);
        Step.Run(draft);
        return draft;
    }

    // A token a stretch of up to five characters, so that tokens are as odd as the text.
    private static DocumentDraft Tokens(string text, int seed, int sentenceLength)
    {
        Random random = new(seed);
        DocumentDraft draft = new(text, new ArticleLayout(new TextSpan(0, text.Length), [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)]), published: null);
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = Math.Min(text.Length, at + random.Next(1, 6));
            draft.AddToken(at, end);
        }
        foreach (ref TokenData token in draft.Tokens)
        {
            token.Pos = (PartOfSpeech)random.Next(18);
            token.Tag = (byte)random.Next(PennTags.Names.Length);
            token.SecondTag = (byte)random.Next(PennTags.Names.Length);
            token.Lead = (byte)random.Next(TagDoubt.Little);
        }
        for (int first = 0; first < draft.TokenCount; first += Math.Min(sentenceLength, draft.TokenCount - first))
            draft.Sentences.Add(new SentenceData(first, first + Math.Min(sentenceLength, draft.TokenCount - first), 0));
        return draft;
    }

    private static void CheckTrees(DocumentDraft draft)
    {
        foreach (SentenceData sentence in draft.Sentences)
        {
            int roots = 0;
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                int head = draft.TokenBuffer[token].Head, steps = 0;
                Assert.NotEqual(0, draft.TokenBuffer[token].Relation);
                Assert.Equal(head < 0, draft.TokenBuffer[token].Relation == Relations.Root);
                if (head < 0) roots++;
                else Assert.InRange(head, sentence.FirstToken, sentence.EndToken - 1);
                for (int at = token; at >= 0; at = draft.TokenBuffer[at].Head) Assert.True(steps++ <= sentence.EndToken - sentence.FirstToken, "a cycle");
            }
            Assert.Equal(1, roots);
        }
    }

    private static string Arcs(DocumentDraft draft) => string.Join(' ', draft.Tokens.ToArray().Select(token => $"{token.Head}:{token.Relation}"));
}
