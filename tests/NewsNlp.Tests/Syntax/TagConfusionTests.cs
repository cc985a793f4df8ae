using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;
using Xunit;
using PennTags = NewsNlp.Tagging.PennTags;
using TagDoubt = NewsNlp.Tagging.TagDoubt;

namespace NewsNlp.Tests.Syntax;

/// <summary>A tagger that takes every second <c>that</c> for a determiner, never errs on <c>of</c>, and takes rare <c>IN</c> for <c>RB</c>.</summary>
public sealed class TagConfusionTests
{
    private static readonly byte In = PennTags.IndexOf("IN"), Determiner = PennTags.IndexOf("DT"), Adverb = PennTags.IndexOf("RB");

    [Fact]
    public void Frequent_words_are_confused_as_they_were_seen()
    {
        TagConfusion confusion = Seen();
        Assert.Equal([In], TagsOf(confusion, "of"));
        Assert.Equal([Determiner, In], TagsOf(confusion, "that"));
    }

    [Fact]
    public void Rare_words_are_confused_as_other_rare_ones_of_their_tag() => Assert.Equal([In, Adverb], TagsOf(Seen(), "athwart"));

    [Fact]
    public void Nothing_seen_leaves_words_as_they_are() => Assert.Equal([In], TagsOf(new TagConfusion(), "that"));

    [Fact]
    public void Doubts_about_right_tags_come_back_as_well()
    {
        TagConfusion confusion = new();
        byte doubt = TagDoubt.Of(Adverb, lead: 0);
        for (int i = 0; i < 100; i++) Add(confusion, "about", In, i % 2 == 0 ? Adverb : (byte)0);
        confusion.JoinRareWords();
        Random64 random = new(1);
        SortedSet<(byte, byte)> seen = [];
        for (int i = 0; i < 200; i++)
        {
            WordFeatures word = confusion.Confuse(WordFeatures.Of("about", In, PartOfSpeech.Adposition), scale: 1, ref random);
            seen.Add((word.Tag, word.Doubt));
        }
        Assert.Equal([(In, 0), (In, doubt)], seen);
    }

    private static TagConfusion Seen()
    {
        TagConfusion confusion = new();
        for (int i = 0; i < 100; i++)
        {
            Add(confusion, "of", In);
            Add(confusion, "that", i % 2 == 0 ? In : Determiner);
        }
        foreach (string rare in (string[])["amid", "astride", "betwixt"]) Add(confusion, rare, Adverb);
        confusion.JoinRareWords();
        return confusion;
    }

    private static void Add(TagConfusion confusion, string form, byte found, byte second = 0)
    {
        CorpusToken token = new(form, new TextSpan(0, form.Length), PartOfSpeech.Adposition, In, null, -1, "_", "");
        CorpusDocument document = new("", form, [token], [new CorpusSentence(0, 1, true, 1)]);
        DocumentDraft tagged = document.ToDraft(Layers.Tags);
        (tagged.TokenBuffer[0].Tag, tagged.TokenBuffer[0].SecondTag, tagged.TokenBuffer[0].Lead) = (found, second, 0);
        confusion.Add(document, tagged);
    }

    private static IEnumerable<byte> TagsOf(TagConfusion confusion, string form)
    {
        Random64 random = new(1);
        SortedSet<byte> tags = [];
        for (int i = 0; i < 200; i++) tags.Add(confusion.Confuse(WordFeatures.Of(form, In, PartOfSpeech.Adposition), scale: 1, ref random).Tag);
        return tags;
    }
}
