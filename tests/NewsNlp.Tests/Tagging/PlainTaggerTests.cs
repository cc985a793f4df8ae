using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Pages;
using NewsNlp.Tagging;
using NewsNlp.Tests.Invariants;
using NewsNlp.Tokens;
using Xunit;

namespace NewsNlp.Tests.Tagging;

/// <summary>The tagger, which remembers words, guesses tags and cuts sentences into stretches, against one that does none of it.</summary>
public sealed class PlainTaggerTests
{
    private static readonly IStep Tokens = TokenStep.Recipe.Create(ModelSource.Embedded);
    private static readonly TagModel Model = TagModel.Load(ModelSource.Embedded);

    // Sentences of all lengths around that of a stretch, and of several.
    public static TheoryData<int> Lengths => [1, 2, TagScratch.Stretch - 1, TagScratch.Stretch, TagScratch.Stretch + 1, 2 * TagScratch.Stretch + 3, 200];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Gives_the_same_tags(int words)
    {
        string[] news = SampleNews.Article.Replace('.', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int start = 0; start < 40; start += 8)
        {
            string text = string.Join(' ', Enumerable.Range(start, words).Select(i => news[i % news.Length])) + ".";
            TextSpan all = new(0, text.Length);
            DocumentDraft draft = new(text, new ArticleLayout(all, [new Block(all, BlockKind.Paragraph)]), published: null);
            Tokens.Run(draft);
            (byte Tag, byte Doubt)[] expected = TagsOneByOne(draft);
            new Tagger(Model).Tag(draft, new TagScratch());
            Assert.Equal(expected, draft.TokenBuffer[..draft.TokenCount].Select(token => (token.Tag, token.Doubt)));
        }
    }

    private static (byte Tag, byte Doubt)[] TagsOneByOne(DocumentDraft draft)
    {
        WordSettings settings = new();
        settings.Open(draft);
        (byte Tag, byte Doubt)[] tags = new (byte, byte)[draft.TokenCount];
        for (int sentence = 0; sentence < draft.Sentences.Count; sentence++)
        {
            SentenceData tokens = draft.Sentences[sentence];
            TagWord[] words = new TagWord[tokens.EndToken - tokens.FirstToken + 4];
            Array.Fill(words, WordFeatures.Outside);
            for (int i = tokens.FirstToken; i < tokens.EndToken; i++)
                words[i - tokens.FirstToken + 2] = Model.Features.Describe(draft.Form(i), settings.Of(draft, sentence, i));
            TagHistory history = TagHistory.Start;
            for (int i = tokens.FirstToken; i < tokens.EndToken; i++)
            {
                (byte label, byte doubt) = Best(draft, settings, sentence, i, words, history);
                tags[i] = (Model.Labels.Tag(label), doubt);
                history = history.Push(label, Model.Labels.IsVerb(label), words[i - tokens.FirstToken + 2].Lower);
            }
        }
        return tags;
    }

    private static (byte Label, byte Doubt) Best(DocumentDraft draft, WordSettings settings, int sentence, int token, TagWord[] words, TagHistory history)
    {
        SentenceData tokens = draft.Sentences[sentence];
        short[] scores = new short[TagLabels.Lanes];
        for (int position = 0; position < WordFeatures.Positions; position++)
        {
            int at = token + position - WordFeatures.Middle;
            bool inside = at >= tokens.FirstToken && at < tokens.EndToken;
            Collected features = new([]);
            Model.Features.Collect(
                inside ? draft.Form(at) : default, words[at - tokens.FirstToken + 2], inside ? settings.Of(draft, sentence, at) : default, position, ref features);
            Model.Weights.AddTo(scores, features.List.ToArray());
        }
        int[] order = [.. Enumerable.Range(0, Model.Labels.Count).OrderByDescending(label => scores[label])];
        byte doubt = 0;
        if (scores[order[0]] - scores[order[1]] < Tagger.SureLead)
        {
            uint[] context = new uint[ContextFeatures.Count];
            ContextFeatures.Collect(words, token - tokens.FirstToken + 2, history, context);
            Model.Weights.AddTo(scores, context);
            order = [.. Enumerable.Range(0, Model.Labels.Count).OrderByDescending(label => scores[label])];
            doubt = TagDoubt.Of(Model.Labels.Tag(order[1]), scores[order[0]] - scores[order[1]]);
        }
        return ((byte)order[0], doubt);
    }

    private readonly record struct Collected(List<uint> List) : IFeatureSink
    {
        public void Add(uint feature) => List.Add(feature);
    }
}
