using NewsNlp.Drafts;
using NewsNlp.Models;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Tests.Invariants;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;
using Xunit;

namespace NewsNlp.Tests.Syntax;

/// <summary>Mending of tags: with the embedded model, and with one that learns a tiny task.</summary>
public sealed class RetaggerTests
{
    private static readonly NewsPipeline Tagging = NewsPipeline.CreateBuilder().AddTokens().AddTags().Build();
    private static readonly IStep Mending = SyntaxStep.Recipe.Create(ModelSource.Embedded);
    private static readonly ParserModel Parser = ParserModel.Load(ModelSource.Embedded);
    private static readonly LemmaRules Lemmas = LemmaRules.Read(ModelSource.Embedded.Load(LemmaRules.Model));
    private static readonly byte Noun = PennTags.IndexOf("NN"), Nouns = PennTags.IndexOf("NNS"), Verb = PennTags.IndexOf("VBZ");
    private static readonly TagLabels Labels = new([Noun, Nouns, Verb], [(byte)PartOfSpeech.Noun, (byte)PartOfSpeech.Noun, (byte)PartOfSpeech.Verb]);

    [Fact]
    public void Only_words_in_doubt_change_and_their_lemmas_with_them()
    {
        DocumentDraft draft = Tagged(SampleNews.Article);
        TokenData[] before = draft.Tokens.ToArray();
        string?[] lemmas = draft.Lemmas.ToArray();
        Mending.Run(draft);
        for (int i = 0; i < before.Length; i++)
        {
            TokenData token = draft.TokenBuffer[i];
            bool isSame = token.Tag == before[i].Tag && token.Pos == before[i].Pos;
            Assert.True(isSame || before[i].Doubt != 0, draft.Form(i).ToString());
            Assert.Equal(isSame ? lemmas[i] : Lemmas.Lemma(draft.Form(i), token.Tag, token.Pos), draft.Lemmas[i]);
        }
    }

    [Fact]
    public void A_word_in_doubt_takes_the_tag_that_the_model_says()
    {
        DocumentDraft draft = Tagged("The cats watches the dogs .");
        foreach (ref TokenData token in draft.Tokens) token.SecondTag = 0;
        (draft.TokenBuffer[2].Tag, draft.TokenBuffer[2].Pos, draft.TokenBuffer[2].SecondTag, draft.TokenBuffer[2].Lead) = (Verb, PartOfSpeech.Verb, Nouns, 1);
        TokenData[] before = draft.Tokens.ToArray();
        new SyntaxStep(Parser, new TagMending(RetagModel.Read(Always(Nouns), Parser.WindowBytes), Lemmas)).Run(draft);
        for (int i = 0; i < before.Length; i++) Assert.Equal(i == 2 ? Nouns : before[i].Tag, draft.TokenBuffer[i].Tag);
        Assert.Equal((PartOfSpeech.Noun, "watch"), (draft.TokenBuffer[2].Pos, draft.Lemmas[2]));
    }

    [Fact]
    public void Trees_are_those_of_the_tags_before()
    {
        DocumentDraft mended = Tagged(SampleNews.Article), plain = Tagged(SampleNews.Article);
        Mending.Run(mended);
        new SyntaxStep(Parser).Run(plain);
        Assert.Equal(plain.Tokens.ToArray().Select(token => (token.Head, token.Relation)), mended.Tokens.ToArray().Select(token => (token.Head, token.Relation)));
    }

    [Fact]
    public void Learns_and_says_the_same_in_whole_numbers() => Assert.InRange(Right(RetagTrainer.Make([Network(seed: 1)], Labels)), 2910, 3000);

    [Fact]
    public void Networks_side_by_side_say_what_they_say_together() => Assert.InRange(Right(RetagTrainer.Make([Network(seed: 1), Network(seed: 2)], Labels)), 2910, 3000);

    [Fact]
    public void A_network_beside_itself_says_the_same()
    {
        RetagTrainer network = Network(seed: 1);
        Retagger one = new(RetagModel.Read(RetagTrainer.Make([network], Labels), Window), Lemmas), three = new(RetagModel.Read(RetagTrainer.Make([network, network, network], Labels), Window), Lemmas);
        int same = Examples(seed: 2).Count(example => one.BestLabel(TokenOf(example), example.Window) == three.BestLabel(TokenOf(example), example.Window));
        // What is added up before it is rounded may differ by a bit.
        Assert.InRange(same, 2990, 3000);
    }

    [Fact]
    public void Caution_keeps_the_label_of_the_tagger()
    {
        Retagger retagger = new(RetagModel.Read(RetagTrainer.Make([Network(seed: 1)], Labels, caution: 12), Window), Lemmas);
        Assert.All(Examples(seed: 2), example => Assert.Equal(example.Row - 1, retagger.BestLabel(TokenOf(example), example.Window)));
    }

    [Fact]
    public void Same_seed_same_bytes()
    {
        Assert.Equal(Bytes(RetagTrainer.Make([Network(seed: 5)], Labels)), Bytes(RetagTrainer.Make([Network(seed: 5)], Labels)));
        Assert.NotEqual(Bytes(RetagTrainer.Make([Network(seed: 5)], Labels)), Bytes(RetagTrainer.Make([Network(seed: 6)], Labels)));
    }

    [Theory]
    [InlineData("size", new byte[] { 16, 0, 0, 0 })]
    [InlineData("size", new byte[] { 96, 0, 0, 0 })]
    [InlineData("size", new byte[] { 0, 0, 1, 0 })]
    [InlineData("labels.tags", new byte[] { 1, 2, 255 })]
    [InlineData("labels.parts", new byte[] { 1, 2 })]
    [InlineData("hidden", new byte[] { 1 })]
    [InlineData("hidden.labels", new byte[] { 1, 1 })]
    [InlineData("hidden.seconds", new byte[] { 1, 1 })]
    [InlineData("scores", new byte[] { 1 })]
    [InlineData("scores.labels", new byte[] { 1, 1 })]
    [InlineData("scores.seconds", new byte[] { 1, 1 })]
    [InlineData("leads", new byte[] { 1, 1 })]
    public void A_model_with_a_damaged_section_is_refused(string section, byte[] bytes)
    {
        ModelFile file = Always(Nouns);
        file.Set<byte>(section, bytes);
        Assert.Throws<InvalidModelException>(() => RetagModel.Read(file, Parser.WindowBytes));
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("scores")]
    public void A_model_with_too_large_a_weight_is_refused(string section)
    {
        ModelFile file = Always(Nouns);
        byte[] bytes = file.Bytes(section).ToArray();
        bytes[3] = 100;
        file.Set<byte>(section, bytes);
        Assert.Throws<InvalidModelException>(() => RetagModel.Read(file, Parser.WindowBytes));
    }

    [Fact]
    public void A_model_for_another_parser_is_refused() => Assert.Throws<InvalidModelException>(() => RetagModel.Read(Always(Nouns), Parser.WindowBytes + 4));

    private const int Window = 64;

    private static DocumentDraft Tagged(string text) => Tagging.Read(text).Draft;

    // A model that gives every word one tag, whatever it sees.
    private static ModelFile Always(byte tag)
    {
        const int Hidden = 64, TagRows = 64;
        ModelFile file = new(RetagModel.Name);
        short[] scores = new short[RetagModel.LabelRows * RetagModel.Scores];
        for (int row = 0; row < RetagModel.LabelRows; row++) scores[row * RetagModel.Scores + Labels.IndexOf(tag, PartOfSpeech.Noun)] = 10_000;
        Labels.Write(file);
        file.Set<int>("size", [Hidden]);
        file.Set<sbyte>("hidden", new sbyte[Parser.WindowBytes * Hidden]);
        file.Set<short>("hidden.labels", new short[RetagModel.LabelRows * Hidden]);
        file.Set<short>("hidden.seconds", new short[TagRows * Hidden]);
        file.Set<sbyte>("scores", new sbyte[Hidden * RetagModel.Scores]);
        file.Set<short>("scores.labels", scores);
        file.Set<short>("scores.seconds", new short[TagRows * RetagModel.Scores]);
        file.Set<short>("leads", new short[RetagModel.LeadRows]);
        return file;
    }

    private static RetagTrainer Network(ulong seed)
    {
        RetagTrainer trainer = new(Window, Labels.Count, new RetagTrainerOptions(Hidden: 64, Epochs: 40, Rate: 0.01f, Seed: seed));
        trainer.Train(Examples(seed: 1));
        return trainer;
    }

    private static int Right(ModelFile file)
    {
        Retagger retagger = new(RetagModel.Read(file, Window), Lemmas);
        return Examples(seed: 2).Count(example => retagger.BestLabel(TokenOf(example), example.Window) == example.Right);
    }

    // The first number of the window tells noun from verb, where there is much doubt; else the tagger is right.
    private static RetagExample[] Examples(ulong seed)
    {
        Random64 random = new(seed);
        RetagExample[] examples = new RetagExample[3000];
        for (int i = 0; i < examples.Length; i++)
        {
            byte[] window = new byte[Window];
            for (int k = 0; k < Window; k++) window[k] = (byte)random.Next(40);
            window[0] = (byte)(random.Next(2) * 100);
            int label = random.Next(3);
            byte lead = (byte)(random.Next(2) * (TagDoubt.Some - 1));
            examples[i] = new RetagExample(window, label + 1, Nouns, lead, lead > 0 ? label : window[0] > 0 ? 2 : 0, 1);
        }
        return examples;
    }

    private static TokenData TokenOf(RetagExample example) => new() { Tag = Labels.Tag(example.Row - 1), Pos = Labels.Pos(example.Row - 1), SecondTag = example.SecondTag, Lead = example.Lead };

    private static byte[] Bytes(ModelFile file)
    {
        using MemoryStream stream = new();
        file.Write(stream);
        return stream.ToArray();
    }
}
