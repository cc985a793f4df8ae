using CsCheck;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using Xunit;

namespace NewsNlp.Tests.Statements;

/// <summary>A <see cref="FeatureBuffer"/> does not look whether there is room: no word, pair or cue of any text may have more features than it holds.</summary>
public sealed class FeatureBufferTests
{
    // Far from the size, so that a template more does no harm before this test is seen to fail.
    private const int Most = FeatureBuffer.Size * 3 / 4;

    private static readonly StatementModel Model = StatementModel.Read(ModelSource.Embedded.Load(StatementModel.Name));

    private static readonly StatementWords Words = new(WordClusters.Of(ModelSource.Embedded), new SpeechLexicon());

    [Fact]
    public void It_keeps_what_is_added_in_order()
    {
        FeatureBuffer buffer = new(stackalloc uint[FeatureBuffer.Size]);
        for (uint i = 0; i < FeatureBuffer.Size; i++) buffer.Add(i * 7);
        Assert.Equal(FeatureBuffer.Size, buffer.Count);
        Assert.Equal(Enumerable.Range(0, FeatureBuffer.Size).Select(i => (uint)i * 7), buffer.Features.ToArray());
    }

    [Fact]
    public void It_needs_room_for_all() => Assert.ThrowsAny<ArgumentException>(() => new FeatureBuffer(new uint[FeatureBuffer.Size - 1]).Count);

    [Theory]
    [InlineData("\"The dam will hold,\" said engineer Orla Dunne on Friday, adding that \"nobody\" had asked. Marek Lind, who denied it, told the council that the pumps, he said, had failed.")]
    [InlineData("said said said \" said \" said “said” said : said")]
    [InlineData("According to a report that she said he had called \"a lie,\" the ministry promised that it would, per its spokesman, \"look into it.\"")]
    public void Nothing_has_more_features_than_there_is_room_for(string text) => Assert.InRange(MostFeatures(text), 10, Most);

    [Fact]
    public void Nor_does_any_random_text()
    {
        Gen<string> word = Gen.OneOfConst("said", "that", "Holm", "she", "\"", "“", "”", ",", ".", "according", "to", "claimed", "the", "report", "¶", "who", "not", "is");
        word.Array[0, 60].Sample(words => MostFeatures(string.Join(' ', words).Replace('¶', '\n')) <= Most, iter: 200, seed: "0N0XIzNsQ0O2", threads: 1);
    }

    private static int MostFeatures(string text)
    {
        DocumentDraft draft = NewsPipeline.English.Read(text).Draft;
        StatementTokens tokens = new(Words);
        tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
        int most = 0;
        AttributionReader.FindCues(Model.Finder.Cues, tokens, new StatementScratch(Words));
        for (int t = 0; t < tokens.Count; t++) most = Math.Max(most, Count((ref CountingSink sink) => CueFeatures.Extract(tokens, t, ref sink)));
        for (int t = 0; t < tokens.Count; t++)
            if (tokens[t].IsWord) most = Math.Max(most, MostOfCue(tokens, new CueSpan(t, t + 1)));
        return most;
    }

    private static int MostOfCue(StatementTokens tokens, CueSpan cue)
    {
        SpanContext context = new();
        SpanWindow window = new();
        context.Set(tokens, cue);
        window.FillForContent(tokens, cue);
        int most = MostOfSpans<ContentFeatures>(context, window);
        if (window.Starts.Count == 0) return most;
        WordRange content = new(window.Starts[0], window.Starts[0]);
        context.Content = content;
        window.FillSentence(tokens, cue);
        most = Math.Max(most, MostOfSpans<SourceFeatures>(context, window));
        AttributionData data = new(cue, content, content, 0, 0, 0);
        AttributionData[] all = [data, data with { Content = new WordRange(0, tokens.Count - 1) }, data];
        most = Math.Max(most, Count((ref CountingSink sink) => KeepFeatures.Add(context, data, ref sink)));
        return Math.Max(most, Count((ref CountingSink sink) => RivalFeatures.Add(tokens, all, 1, ref sink)));
    }

    private static int MostOfSpans<TFeatures>(SpanContext context, SpanWindow window) where TFeatures : ISpanFeatures
    {
        int most = Count((ref CountingSink sink) => TFeatures.None(context, ref sink));
        foreach (int first in window.Starts)
        {
            most = Math.Max(most, Count((ref CountingSink sink) => TFeatures.First(context, first, ref sink)));
            foreach (int last in window.Ends)
            {
                most = Math.Max(most, Count((ref CountingSink sink) => TFeatures.Last(context, last, ref sink)));
                if (last < first || last > first + 8) continue;
                most = Math.Max(most, Count((ref CountingSink sink) => TFeatures.Pair(context, first, last, ref sink)));
                most = Math.Max(most, Count((ref CountingSink sink) => TFeatures.Together(context, first, last, ref sink)));
                RankedRange[] ranked = [new(new WordRange(first, last), 1), new(new WordRange(first, first), 0.5f)];
                most = Math.Max(most, Count((ref CountingSink sink) => ChoiceFeatures.Add(context, ranked, 1, ref sink)));
            }
        }
        return most;
    }

    private delegate void Fill(ref CountingSink sink);

    private static int Count(Fill fill)
    {
        CountingSink sink = default;
        fill(ref sink);
        return sink.Count;
    }

    private struct CountingSink : IFeatureSink
    {
        public int Count { get; private set; }

        public void Add(uint feature) => Count++;
    }
}
