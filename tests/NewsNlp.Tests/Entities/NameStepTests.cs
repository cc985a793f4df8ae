using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using Xunit;

namespace NewsNlp.Tests.Entities;

public sealed class NameStepTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddNames().Build();

    [Fact]
    public void Names_need_tokens()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => NewsPipeline.CreateBuilder().AddNames().Build());
        Assert.Contains("AddTokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        const string text = "Governor Laura Mendes met Chinese officials in Lisbon on Monday. Mendes said the World Bank would help.";
        IReadOnlyList<Name> fresh = Pipeline.Read(text).Names;
        Assert.NotEmpty(fresh);
        // More words than the cache of a thread holds.
        Random random = new(1);
        string words = string.Join(' ', Enumerable.Range(0, 40_000).Select(_ => $"{(char)random.Next('A', 'Z')}{random.Next(1 << 20):x}"));
        Assert.NotNull(Pipeline.Read(words));
        Assert.Equal(fresh, Pipeline.Read(text).Names);
    }

    [Theory]
    [InlineData("((((")]
    [InlineData("A")]
    [InlineData("Of The ")]
    [InlineData("\ud83d")]
    [InlineData("7")]
    [InlineData("O'")]
    public void Long_monotonous_text_is_read_in_linear_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 600_000 / unit.Length));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        NewsDocument document = Pipeline.Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        int end = 0;
        foreach (Name name in document.Names)
        {
            Assert.True(name.Span.Start >= end && name.Span.End <= text.Length);
            end = name.Span.End;
        }
    }

    [Fact]
    public void A_model_with_other_labels_is_refused()
    {
        ModelFile file = new(NamesModel.Name);
        SequenceModel.Write(file, "crf", ["O", "B-X", "I-X"], [1u], [0, 1, 2], new short[12], 16);
        InvalidModelException error = Assert.Throws<InvalidModelException>(
            () => NamesModel.Read(file, WordClusters.Of(ModelSource.Embedded)));
        Assert.Contains("names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quick_names_are_judged_without_the_network()
    {
        Assert.NotNull(NamesModel.Load(ModelSource.Embedded, quick: false).Network);
        NamesModel quick = NamesModel.Load(ModelSource.Embedded, quick: true);
        Assert.Null(quick.Network);
        Assert.InRange(quick.Judge!.FeatureCount, 1, NameCandidateFeatures.CountAlone);
        NewsDocument document = NewsPipeline.CreateBuilder().AddTokens().AddNames(quick: true).Build().Read("Ann Okoro flew from Kenya to Peru on Friday.");
        IEnumerable<Name> names = document.Names.Where(name => name.Type is EntityType.Person or EntityType.GeopoliticalEntity);
        Assert.Equal(["Ann Okoro", "Kenya", "Peru"], names.Select(name => name.Span.In(document.Text)));
    }

    [Fact]
    public void A_model_without_lists_is_refused()
    {
        ModelFile whole = ModelSource.Embedded.Load(NamesModel.Name);
        ModelFile file = new(NamesModel.Name);
        foreach (string section in new[] { "crf.labels", "crf.scale", "crf.transitions", "crf.features", "crf.rows", "gazetteer.hashes" })
            file.Set(section, whole.Bytes(section));
        Assert.Throws<InvalidModelException>(() => NamesModel.Read(file, WordClusters.Of(ModelSource.Embedded)));
    }
}
