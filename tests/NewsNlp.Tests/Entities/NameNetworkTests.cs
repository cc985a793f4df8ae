using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Pages;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Names;
using NewsNlp.Training.Syntax;
using Xunit;

namespace NewsNlp.Tests.Entities;

/// <summary>Trains the names' network on a tiny language: who says so is a person, where someone goes to is a place.</summary>
public sealed class NameNetworkTests
{
    private static readonly string[] Names = ["Bova", "Kestrel", "Marsk", "Tolva", "Ruhne"];
    private static readonly WordClusters Clusters = WordClusters.Of(ModelSource.Embedded);
    private static readonly Gazetteer NoLists = new([1], [0]);

    private static readonly NetworkOptions Options = new(Width: 64, Layers: 2, BatchWords: 60, Dropout: 0.1f);

    [Fact]
    public void Learns_and_says_the_same_in_whole_numbers()
    {
        NameNetwork network = new(NameNetworkModel.Read(Trained(seed: 1)));
        Random64 random = new(99);
        int right = 0;
        for (int i = 0; i < 100; i++)
        {
            (string[] forms, ushort[] labels) = Sentence(ref random);
            DocumentDraft draft = Draft(forms);
            Read(network, draft, first: 0, forms.Length);
            if (Enumerable.Range(0, forms.Length).All(token => network.LossesOf(token)[int.Log2(labels[token])] == 0)) right++;
        }
        Assert.InRange(right, 98, 100);
    }

    [Fact]
    public void Same_seed_same_bytes()
    {
        Assert.Equal(Bytes(seed: 5), Bytes(seed: 5));
        Assert.NotEqual(Bytes(seed: 5), Bytes(seed: 6));
    }

    [Fact]
    public void A_token_is_taken_for_the_same_however_much_is_read_about_it()
    {
        NameNetwork network = new(NameNetworkModel.Read(Trained(seed: 1)));
        Random64 random = new(3);
        DocumentDraft draft = Draft([.. Enumerable.Range(0, 8).SelectMany(_ => Sentence(ref random).Forms)]);
        Read(network, draft, first: 0, draft.TokenCount);
        byte[][] whole = [.. Enumerable.Range(0, draft.TokenCount).Select(token => network.LossesOf(token).ToArray())];
        for (int token = 0; token < draft.TokenCount; token++)
        {
            Read(network, draft, token, token + 1);
            for (int beside = Math.Max(0, token - 1); beside < Math.Min(draft.TokenCount, token + 2); beside++) Assert.Equal(whole[beside], network.LossesOf(beside));
        }
    }

    [Fact]
    public void What_no_candidate_leaves_in_doubt_is_not_read()
    {
        NameNetwork network = new(NameNetworkModel.Read(Trained(seed: 1)));
        DocumentDraft draft = Draft(["Bova", "said", "so"]);
        NameCandidate plain = new() { First = 0, End = 1, IsBest = true };
        plain.Losses[0] = byte.MaxValue;
        network.Begin(0, draft.TokenCount);
        network.Read(draft, Text(draft), draft.Sentences[0], [plain]);
        Assert.All(network.LossesOf(0).ToArray(), loss => Assert.Equal(0, loss));
    }

    [Theory]
    [InlineData("size")]
    [InlineData("vectors")]
    [InlineData("facts")]
    [InlineData("layer.1")]
    [InlineData("scores.bias")]
    public void A_section_of_another_length_is_refused(string section)
    {
        ModelFile file = Trained(seed: 1);
        string name = NameNetworkModel.Section(section);
        file.Set(name, file.Bytes(name)[4..]);
        Assert.Throws<InvalidModelException>(() => NameNetworkModel.Read(file));
    }

    [Fact]
    public void Weights_that_sums_do_not_hold_are_refused()
    {
        ModelFile file = Trained(seed: 1);
        string name = NameNetworkModel.Section("layer.0");
        byte[] weights = file.Bytes(name).ToArray();
        weights[7] = 127;
        file.Set<byte>(name, weights);
        Assert.Throws<InvalidModelException>(() => NameNetworkModel.Read(file));
    }

    [Fact]
    public void Trees_that_ask_for_a_network_that_is_not_there_are_refused()
    {
        ModelFile whole = ModelSource.Embedded.Load(NamesModel.Name), file = new(NamesModel.Name);
        foreach (string section in new[] { "crf.labels", "crf.scale", "crf.transitions", "crf.features", "crf.rows", "gazetteer.hashes", "gazetteer.types", "judge.features", "judge.thresholds", "judge.leaves" })
            file.Set(section, whole.Bytes(section));
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => NamesModel.Read(file, Clusters));
        Assert.Contains("features of a candidate", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(ulong seed)
    {
        using MemoryStream stream = new();
        Trained(seed).Write(stream);
        return stream.ToArray();
    }

    private static ModelFile Trained(ulong seed)
    {
        Random64 random = new(17);
        Vocabulary vocabulary = Vocabulary.Of(new[] { "said", "so", "went", "to", "today", "." }.Select(word => NameNetwork.WordOf(word)));
        List<NetworkSample> samples = [];
        for (int i = 0; i < 1500; i++)
        {
            (string[] forms, ushort[] labels) = Sentence(ref random);
            DocumentDraft draft = Draft(forms);
            samples.AddRange(NetworkSample.Of(draft, Text(draft), new ulong[forms.Length], 1, vocabulary).Select(sample => sample with { Allowed = labels }));
        }
        NetworkTrainer trainer = new(vocabulary, Options with { Seed = seed });
        trainer.Train(samples);
        ModelFile file = new(NamesModel.Name);
        trainer.WriteTo(file);
        return file;
    }

    private static (string[] Forms, ushort[] Labels) Sentence(ref Random64 random)
    {
        const ushort none = 1;
        ushort person = (ushort)(1 << ClassLabels.Begin((int)NameClass.Person)), place = (ushort)(1 << ClassLabels.Begin((int)NameClass.Place));
        string first = Names[random.Next(Names.Length)], second = Names[random.Next(Names.Length)];
        return random.Next(2) == 0
            ? ([first, "said", "so", "."], [person, none, none, none])
            : (["today", first, "went", "to", second, "."], [none, person, none, none, place, none]);
    }

    private static void Read(NameNetwork network, DocumentDraft draft, int first, int end)
    {
        network.Begin(0, draft.TokenCount);
        network.Read(draft, Text(draft), draft.Sentences[0], [new NameCandidate { First = first, End = end }]);
    }

    // One sentence.
    private static DocumentDraft Draft(string[] forms)
    {
        string text = string.Join(' ', forms);
        DocumentDraft draft = new(text, new ArticleLayout(new TextSpan(0, text.Length), [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)]), published: null);
        int at = 0;
        foreach (string form in forms)
        {
            draft.AddToken(at, at + form.Length);
            at += form.Length + 1;
        }
        draft.Sentences.Add(new SentenceData(0, forms.Length, 0));
        return draft;
    }

    private static NameText Text(DocumentDraft draft)
    {
        NameText text = new();
        text.Reserve(draft);
        for (int token = 0; token < draft.TokenCount; token++) text.Facts[token] = WordFacts.Of(draft.Form(token), Clusters, NoLists);
        text.Prepare(draft, NoLists);
        return text;
    }
}
