using System.Runtime.InteropServices;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Reads articles with models that did not learn from them, for what the later models learn from.</summary>
internal sealed class HeldOutReader(IReadOnlyList<StatementExample> examples)
{
    // Of its own: a scratch remembers what the model it works for says of words.
    private readonly StatementScratch _scratch = new(StatementCorpus.Words());

    /// <summary>Cues of which gold has one of several likely contents.</summary>
    public List<ChoiceExample> Contents(ModelFile file)
    {
        CueTagger cues = CueTagger.Read(file);
        SpanRanker<ContentFeatures> contents = SpanRanker<ContentFeatures>.Read(file);
        List<ChoiceExample> choices = [];
        foreach (StatementExample example in examples)
        {
            foreach (FoundCue cue in AttributionReader.FindCues(cues, example.Tokens, _scratch))
            {
                AttributionFinder.SetOut(example.Tokens, cue, _scratch);
                ReadOnlySpan<RankedRange> ranked = contents.Rank(_scratch.Context, _scratch.Window, _scratch.Spans);
                if (ranked.IsEmpty || ranked[0].Margin < -AttributionFinder.ContentPatience) continue;
                if (ChoiceAmong(ranked, GoldOf(example, gold => gold.Content)) is { } choice) choices.Add(choice);
            }
        }
        return choices;
    }

    /// <summary>Cues of which gold has one of several likely sources.</summary>
    public List<ChoiceExample> Sources(ModelFile file)
    {
        CueTagger cues = CueTagger.Read(file);
        SpanFinder<ContentFeatures> contents = SpanFinder<ContentFeatures>.Read(file);
        SpanRanker<SourceFeatures> sources = SpanRanker<SourceFeatures>.Read(file);
        List<ChoiceExample> choices = [];
        foreach (StatementExample example in examples)
        {
            foreach (FoundCue cue in AttributionReader.FindCues(cues, example.Tokens, _scratch))
            {
                AttributionFinder.SetOut(example.Tokens, cue, _scratch);
                _scratch.Context.Content = contents.Best(_scratch.Context, _scratch.Window, _scratch.Spans, AttributionFinder.ContentPatience).Range;
                if (_scratch.Context.Content.IsNone) continue;
                _scratch.Window.FillSentence(example.Tokens, cue.Span);
                ReadOnlySpan<RankedRange> ranked = sources.Rank(_scratch.Context, _scratch.Window, _scratch.Spans);
                if (ChoiceAmong(ranked, GoldOf(example, gold => gold.Source)) is { } choice) choices.Add(choice);
            }
        }
        return choices;
    }

    /// <summary>All that is found, as <see cref="KeepFeatures"/> see it.</summary>
    public List<FoundExample> FoundAlone(ModelFile file)
    {
        AttributionFinder finder = AttributionFinder.Read(file);
        List<FoundExample> found = [];
        foreach (StatementExample example in examples)
        {
            GoldParts gold = new(example);
            foreach (FoundCue cue in AttributionReader.FindCues(finder.Cues, example.Tokens, _scratch))
            {
                AttributionData attribution = finder.Read(example.Tokens, cue, _scratch);
                if (attribution.Content.IsNone) continue;
                FeatureCollection sink = new([]);
                KeepFeatures.Add(_scratch.Context, attribution, ref sink);
                found.Add(new FoundExample([.. sink.Features], 0, gold.ShareOf(attribution)));
            }
        }
        return found;
    }

    /// <summary>All that is found, as <see cref="RivalFeatures"/> see it.</summary>
    public List<FoundExample> FoundBeside(ModelFile file)
    {
        AttributionFinder finder = AttributionFinder.Read(file);
        LayeredWeights alone = CueFilter.ReadAlone(file);
        List<FoundExample> found = [];
        foreach (StatementExample example in examples)
        {
            List<AttributionData> all = [];
            foreach (FoundCue cue in AttributionReader.FindCues(finder.Cues, example.Tokens, _scratch))
            {
                AttributionData attribution = finder.Read(example.Tokens, cue, _scratch);
                if (!attribution.Content.IsNone) all.Add(CueFilter.Judge(alone, _scratch.Context, attribution));
            }
            GoldParts gold = new(example);
            for (int i = 0; i < all.Count; i++)
            {
                FeatureCollection sink = new([]);
                RivalFeatures.Add(example.Tokens, CollectionsMarshal.AsSpan(all), i, ref sink);
                found.Add(new FoundExample([.. sink.Features], all[i].KeepOdds, gold.ShareOf(all[i])));
            }
        }
        return found;
    }

    // Of the attributions whose cue overlaps the one looked at.
    private WordRange[] GoldOf(StatementExample example, Func<AttributionData, WordRange> part)
    {
        CueSpan cue = _scratch.Context.Cue;
        return [.. example.Attributions.Where(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End).Select(part)];
    }

    private ChoiceExample? ChoiceAmong(ReadOnlySpan<RankedRange> ranked, WordRange[] gold)
    {
        int right = 0;
        while (right < ranked.Length && !gold.Contains(ranked[right].Range)) right++;
        if (right == ranked.Length || ranked.Length < 2) return null;
        uint[][] features = new uint[ranked.Length][];
        float[] margins = new float[ranked.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            FeatureCollection sink = new([]);
            ChoiceFeatures.Add(_scratch.Context, ranked, i, ref sink);
            (features[i], margins[i]) = ([.. sink.Features], ranked[i].Margin);
        }
        return new ChoiceExample(features, margins, right);
    }

    // The cues, contents and sources of an article; an attribution may have some of them right.
    private sealed class GoldParts(StatementExample example)
    {
        private readonly HashSet<CueSpan> _cues = [.. example.Attributions.Select(gold => gold.Cue)];
        private readonly HashSet<WordRange> _contents = [.. example.Attributions.Select(gold => gold.Content)];
        private readonly HashSet<WordRange> _sources = [.. example.Attributions.Select(gold => gold.Source)];

        public float ShareOf(AttributionData found)
        {
            int right = (_cues.Contains(found.Cue) ? 1 : 0) + (_contents.Contains(found.Content) ? 1 : 0);
            return found.Source.IsNone ? right / 2f : (right + (_sources.Contains(found.Source) ? 1 : 0)) / 3f;
        }
    }

    private readonly record struct FeatureCollection(List<uint> Features) : IFeatureSink
    {
        public void Add(uint feature) => Features.Add(feature);
    }
}
