using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// Which words are worth scoring as the first (or the last) of a cue's content or source: a few small tables tell, by tags, by the tree and by where
/// the cue is. What is far behind the best is left out, more than half of the words.
/// </summary>
internal sealed class EdgeGate
{
    /// <summary>Number of weights.</summary>
    public const int Size = ContentTable + (Positions * Sides);

    /// <summary>Steps of the weights to one unit of log-odds.</summary>
    public const int Scale = 16;

    // In log-odds. With 6 one statement in 300 would be another and 3% more time go by; 8 would find a twentieth of a point more contents (cross-validation).
    private const int Reach = 5 * Scale;

    internal const int Tags = 64, Relations = 64;

    private const int Heads = 5, Sides = 2, Far = 40, Stands = 128, Positions = 4;
    private const int PhraseTable = Tags * Tags, DistanceTable = PhraseTable + (Relations * Heads * Sides);
    private const int PlaceTable = DistanceTable + (2 * Far) + 1, ContentTable = PlaceTable + (Stands * Sides);

    private readonly sbyte[] _weights;
    private readonly bool _last;

    private EdgeGate(sbyte[] weights, bool last) => (_weights, _last) = (weights, last);

    /// <param name="file">The model.</param>
    /// <param name="section">That of the ranker's weights.</param>
    /// <param name="last">True for last words, false for first ones.</param>
    /// <exception cref="InvalidModelException">The section is missing or broken.</exception>
    public static EdgeGate Read(ModelFile file, string section, bool last) => new((sbyte[])(Array)PackedBytes.Unpack(file, SectionOf(section, last), Size), last);

    /// <summary>Where in a model file the gate is.</summary>
    public static string SectionOf(string section, bool last) => section + (last ? ".last" : ".first");

    /// <summary>Fills <paramref name="likely"/> with those of <paramref name="words"/> that are not far behind the best.</summary>
    /// <param name="scores">Working memory.</param>
    public void List(SpanContext context, List<int> words, List<int> scores, List<int> likely)
    {
        CollectionsMarshal.SetCount(scores, words.Count);
        CollectionsMarshal.SetCount(likely, words.Count);
        ReadOnlySpan<int> all = CollectionsMarshal.AsSpan(words);
        Span<int> sums = CollectionsMarshal.AsSpan(scores), kept = CollectionsMarshal.AsSpan(likely);
        int least = Score(context, all, sums) - Reach, count = 0;
        for (int i = 0; i < all.Length; i++)
        {
            // Without a branch: nobody can foresee which words are kept.
            kept[count] = all[i];
            count += sums[i] >= least ? 1 : 0;
        }
        CollectionsMarshal.SetCount(likely, count);
    }

    // Gives the best score.
    private int Score(SpanContext context, ReadOnlySpan<int> words, Span<int> scores)
    {
        ReadOnlySpan<sbyte> weights = _weights;
        EdgeView view = new(context, _last);
        int best = int.MinValue;
        for (int i = 0; i < words.Length; i++)
        {
            EdgePlaces at = view.PlacesOf(words[i]);
            int sum = weights[at.Tags] + weights[at.Phrase] + weights[at.Distance] + weights[at.Place] + weights[at.Content];
            best = Math.Max(best, sum);
            scores[i] = sum;
        }
        return best;
    }

    /// <summary>Tells for the words about a cue where the weights of each are; what is the same for all of them is read once.</summary>
    /// <param name="context">The cue.</param>
    /// <param name="last">True where the words may be last ones, false where first ones.</param>
    internal readonly ref struct EdgeView(SpanContext context, bool last)
    {
        // Before all words, so that each of them is behind it.
        private const int NoContent = -2;

        private readonly ReadOnlySpan<TokenFacts> _tokens = context.Tokens.All;
        private readonly int _first = context.Cue.First, _end = context.Cue.End, _head = context.CueHead, _above = context.Tokens[context.CueHead].Head;
        private readonly int _contentFirst = context.Content.IsNone ? NoContent : context.Content.First;
        private readonly int _contentLast = context.Content.IsNone ? NoContent : context.Content.Last;
        private readonly bool _last = last;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public EdgePlaces PlacesOf(int word)
        {
            ref readonly TokenFacts token = ref _tokens[word];
            int side = word >= _end ? 1 : 0, phrase = _last ? token.TopAtRight : token.TopAtLeft;
            int outside = Math.Min(Tags - 1, (int)(_last ? token.TagBehind : token.TagBefore));
            int away = word - (side > 0 ? _end - 1 : _first);
            // The content begins before the word, ends before it, ends before the word in front of it.
            int position = (word >= _contentFirst ? 1 : 0) + (word > _contentLast ? 1 : 0) + (word > _contentLast + 1 ? 1 : 0);
            return new EdgePlaces(
                (token.Tag * Tags) + outside,
                PhraseTable + (PhraseOf(phrase) * Sides) + side,
                DistanceTable + Far + Math.Clamp(away, -Far, Far),
                PlaceTable + (token.Place * Sides) + side,
                ContentTable + (position * Sides) + side);
        }

        // The phrase's relation and how it is linked to the cue (see SpanContext.LinkOf), 4 for not at all; 0 for no phrase. Counted, not asked: nobody can
        // foresee the answers.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int PhraseOf(int phrase)
        {
            int exists = phrase >= 0 ? 1 : 0, at = Math.Max(phrase, 0);
            ref readonly TokenFacts top = ref _tokens[at];
            int onCue = (uint)(top.Head - _first) < (uint)(_end - _first) ? 1 : 0, own = at == _head ? 1 : 0, above = at == _above ? 1 : 0;
            int link = onCue + (1 - onCue) * (2 * own + (1 - own) * (4 - above));
            return exists * ((1 + top.Relation) * Heads + link);
        }
    }
}

/// <summary>Places of the weights that speak for a word as the edge of a content or source.</summary>
/// <param name="Tags">Its tag with that of the next one outside; then the phrase that it begins or ends, how far the cue is, where in its sentence and quote it stands,
/// and where the content is.</param>
internal readonly record struct EdgePlaces(int Tags, int Phrase, int Distance, int Place, int Content);
