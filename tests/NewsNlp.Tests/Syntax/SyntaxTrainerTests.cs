using NewsNlp.Drafts;
using NewsNlp.Models;
using NewsNlp.Pages;
using NewsNlp.Syntax;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;
using Xunit;
using PennTags = NewsNlp.Tagging.PennTags;

namespace NewsNlp.Tests.Syntax;

/// <summary>Trains on a tiny language: articles and adjectives before a noun, subject, verb, object.</summary>
public sealed class SyntaxTrainerTests
{
    private static readonly string[] Nouns = ["mayor", "bridge", "bank", "storm", "union"], Verbs = ["saw", "closed", "bought"], Adjectives = ["old", "new", "large"];

    [Fact]
    public void Learns_and_says_the_same_in_whole_numbers()
    {
        (SyntaxTrainer trainer, Vocabulary vocabulary, List<TreeSample> samples) = Trained(seed: 1);
        (double unlabelled, double labelled) = trainer.Score(samples);
        Assert.InRange(unlabelled, 98, 100);
        Assert.InRange(labelled, 98, 100);
        SyntaxStep step = new(ParserModel.From(Saved(trainer, vocabulary)));
        int right = 0, words = 0;
        Random64 random = new(99);
        for (int i = 0; i < 50; i++)
        {
            (string[] forms, byte[] tags, int[] heads, _) = Sentence(ref random);
            DocumentDraft draft = Draft(forms, tags);
            step.Run(draft);
            for (int word = 0; word < forms.Length; word++, words++) if (draft.TokenBuffer[word].Head == heads[word]) right++;
        }
        Assert.InRange(100.0 * right / words, 98, 100);
    }

    [Fact]
    public void Same_seed_same_bytes()
    {
        Assert.Equal(Bytes(seed: 5), Bytes(seed: 5));
        Assert.NotEqual(Bytes(seed: 5), Bytes(seed: 6));
    }

    private static byte[] Bytes(ulong seed)
    {
        (SyntaxTrainer trainer, Vocabulary vocabulary, _) = Trained(seed);
        using MemoryStream stream = new();
        Saved(trainer, vocabulary).Write(stream);
        return stream.ToArray();
    }

    private static ModelFile Saved(SyntaxTrainer trainer, Vocabulary vocabulary) => ParserExport.Make(Size, vocabulary, trainer.Encoder, trainer.Scorer);

    private static NetworkSize Size { get; } = new(64, 64, 64, 2);

    private static (SyntaxTrainer Trainer, Vocabulary Vocabulary, List<TreeSample> Samples) Trained(ulong seed)
    {
        Random64 random = new(17);
        Vocabulary vocabulary = Vocabulary.Of(Nouns.Concat(Verbs).Concat(Adjectives).Append("the").Select(word => WordFeatures.HashOf(word)));
        List<TreeSample> samples = [];
        for (int i = 0; i < 400; i++)
        {
            (string[] forms, byte[] tags, int[] heads, byte[] relations) = Sentence(ref random);
            WordFeatures[] words = [.. forms.Select((form, at) => WordFeatures.Of(form, tags[at], PartOfSpeech.Other))];
            samples.Add(new TreeSample(words, [.. words.Select(word => vocabulary.RowOf(word.Word))], tags, heads, relations, 1));
        }
        SyntaxTrainer trainer = new(Size, vocabulary, new TagConfusion(), new SyntaxTrainerOptions(BatchWords: 60, Seed: seed));
        trainer.Train(samples, _ => { });
        return (trainer, vocabulary, samples);
    }

    private static (string[] Forms, byte[] Tags, int[] Heads, byte[] Relations) Sentence(ref Random64 random)
    {
        List<string> forms = [];
        List<string> tags = [];
        List<string> relations = [];
        AddPhrase(ref random, forms, tags, relations, "nsubj");
        int verb = forms.Count;
        forms.Add(Verbs[random.Next(Verbs.Length)]);
        tags.Add("VBD");
        relations.Add("root");
        AddPhrase(ref random, forms, tags, relations, "obj");
        int[] heads = new int[forms.Count];
        for (int word = 0, noun = tags.IndexOf("NN"); word < heads.Length; word++)
        {
            if (word > verb) noun = heads.Length - 1;
            heads[word] = word == verb ? -1 : word == noun ? verb : noun;
        }
        return ([.. forms], [.. tags.Select(tag => PennTags.IndexOf(tag))], heads, [.. relations.Select(relation => Relations.IndexOf(relation))]);
    }

    private static void AddPhrase(ref Random64 random, List<string> forms, List<string> tags, List<string> relations, string relation)
    {
        Add("the", "DT", "det");
        for (int more = random.Next(3); more > 0; more--) Add(Adjectives[random.Next(Adjectives.Length)], "JJ", "amod");
        Add(Nouns[random.Next(Nouns.Length)], "NN", relation);

        void Add(string form, string tag, string name)
        {
            forms.Add(form);
            tags.Add(tag);
            relations.Add(name);
        }
    }

    private static DocumentDraft Draft(string[] forms, byte[] tags)
    {
        string text = string.Join(' ', forms);
        DocumentDraft draft = new(text, new ArticleLayout(new TextSpan(0, text.Length), [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)]), published: null);
        for (int i = 0, at = 0; i < forms.Length; at += forms[i++].Length + 1)
        {
            draft.AddToken(at, at + forms[i].Length);
            draft.TokenBuffer[i].Tag = tags[i];
            draft.TokenBuffer[i].Pos = PartOfSpeech.Other;
        }
        draft.Sentences.Add(new SentenceData(0, forms.Length, 0));
        return draft;
    }
}
