using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Pages;
using NewsNlp.Tagging;
using NewsNlp.Tests.Invariants;
using NewsNlp.Tokens;
using Xunit;

namespace NewsNlp.Tests.Tagging;

public sealed class TaggingTests
{
    private static readonly IStep Tokens = TokenStep.Recipe.Create(ModelSource.Embedded);
    private static readonly TagModel Model = TagModel.Load(ModelSource.Embedded);

    private static DocumentDraft Tagged(string text, TagScratch scratch)
    {
        DocumentDraft draft = new(text, new ArticleReader().ReadArticle(text), published: null);
        Tokens.Run(draft);
        new Tagger(Model).Tag(draft, scratch);
        return draft;
    }

    private static (PartOfSpeech, byte)[] TagsOf(DocumentDraft draft) => [.. draft.Tokens.ToArray().Select(token => (token.Pos, token.Tag))];

    [Fact]
    public void Every_token_gets_both_tags_whatever_the_text()
    {
        TagScratch scratch = new();
        foreach (string text in HostileTexts.Short.Concat(HostileTexts.Patterns.Select(pattern => HostileTexts.Repeat(pattern, 400))))
            Assert.All(TagsOf(Tagged(text, scratch)), tags => Assert.True(tags is (not PartOfSpeech.None, not 0)));
    }

    [Fact]
    public void Answers_do_not_depend_on_what_the_caches_hold()
    {
        TagScratch used = new();
        foreach (string pattern in HostileTexts.Patterns) Tagged(HostileTexts.Repeat(pattern, 600), used);
        for (int i = 0; i < 3000; i++) Tagged($"Word{i} met a{i}b .", used);
        Assert.Equal(TagsOf(Tagged(SampleNews.Article, new TagScratch())), TagsOf(Tagged(SampleNews.Article, used)));
    }

    [Fact]
    public void A_lemma_is_the_same_from_the_cache()
    {
        LemmaRules rules = LemmaRules.Read(ModelSource.Embedded.Load(LemmaRules.Model));
        LemmaCache cache = new();
        byte tag = PennTags.IndexOf("NNS");
        // More words than the cache holds, each asked for twice.
        foreach (int i in Enumerable.Range(0, 20_000).Concat(Enumerable.Range(0, 20_000)))
        {
            string word = $"word{i}cities";
            Assert.Equal(rules.Lemma(word, tag, PartOfSpeech.Noun), Lemma(cache, rules, word, tag, PartOfSpeech.Noun));
        }
    }

    [Fact]
    public void A_known_word_costs_no_new_lemma()
    {
        LemmaRules rules = LemmaRules.Read(ModelSource.Embedded.Load(LemmaRules.Model));
        LemmaCache cache = new();
        byte tag = PennTags.IndexOf("VBD");
        Assert.Same(Lemma(cache, rules, "wanted", tag, PartOfSpeech.Verb), Lemma(cache, rules, "wanted", tag, PartOfSpeech.Verb));
    }

    private static string Lemma(LemmaCache cache, LemmaRules rules, string word, byte tag, PartOfSpeech pos) =>
        cache.Lemma(rules, word, FeatureHash.OfWord(word), tag, pos);

    [Fact]
    public void A_word_longer_than_any_rule_has_a_lemma()
    {
        LemmaRules rules = LemmaRules.Read(ModelSource.Embedded.Load(LemmaRules.Model));
        string word = new('x', 100_000);
        Assert.Equal(word, Lemma(new LemmaCache(), rules, word, PennTags.IndexOf("NN"), PartOfSpeech.Noun));
    }

    [Theory]
    [InlineData("labels.tags")]
    [InlineData("labels.parts")]
    [InlineData("lexicon.classes")]
    [InlineData("weights.values")]
    public void A_model_with_a_broken_section_is_refused(string section)
    {
        ModelFile file = ModelSource.Embedded.Load(TagModel.Name);
        byte[] broken = file.Bytes(section).ToArray();
        broken.AsSpan(0, Math.Min(broken.Length, 64)).Clear();
        file.Set<byte>(section, broken);
        Assert.Throws<InvalidModelException>(() => TagModel.Read(file, WordClusters.Of(ModelSource.Embedded)));
    }

    [Fact]
    public void A_lemma_rule_without_its_script_is_refused()
    {
        LemmaScript script = new(LemmaCase.Lower, 0, "");
        Assert.Throws<InvalidModelException>(() => LemmaRules.Read(LemmaRules.Write([script], [7], [1])));
    }

    [Theory]
    [InlineData("Ministers met in Accra on Friday.", SentenceStyle.Normal)]
    [InlineData("MINISTERS MEET IN ACCRA ON FRIDAY", SentenceStyle.Capitals)]
    [InlineData("Ministers Meet in Accra to Talk About Rising Prices", SentenceStyle.Title)]
    [InlineData("NATO HQ", SentenceStyle.Normal)]
    public void Headlines_are_told_from_text(string text, object style)
    {
        DocumentDraft draft = Tagged(text, new TagScratch());
        Assert.Equal(style, SentenceStyles.Of(draft, draft.Sentences[0]));
    }
}
