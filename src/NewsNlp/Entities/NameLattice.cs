using System.Runtime.Intrinsics;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// Finds the names that a labelling almost as good as the best one has: for each run of tokens and each type the loss of the best
/// labelling in which just they are a name. Keeps its working memory.
/// </summary>
internal sealed class NameLattice
{
    /// <summary>What loses more than this many log-odds is no candidate.</summary>
    public const float MaxLoss = 3f;

    // Longer names are candidates only where the best labelling has them, so that a long list of capitals costs no more than a short one.
    private const int MaxLength = 12;

    private readonly SequenceModel _model;
    private readonly int _lanes;
    private readonly int _maxLoss;
    private readonly int _stepsOfUnit;
    private readonly NameCandidate[] _byLength = new NameCandidate[MaxLength + 1];
    private readonly bool[] _found = new bool[MaxLength + 1];

    // For each lane the greatest number where its label counts, else the smallest: labels that begin a name, labels behind the end of
    // one, and for each label those that would say another thing.
    private readonly short[] _begins, _behind, _rivals;
    private readonly short[] _ending;
    private short[] _backward = [], _through = [];

    public NameLattice(SequenceModel model)
    {
        _model = model;
        _lanes = model.Lanes;
        _maxLoss = (int)(MaxLoss * model.Scale);
        _stepsOfUnit = (int)(NameCandidate.Steps * 65536 / model.Scale);
        _ending = new short[_lanes];
        (_begins, _behind, _rivals) = (new short[_lanes], new short[_lanes], new short[model.Labels.Length * _lanes]);
        Mark(_begins, label => label != NameLabels.Outside && !NameLabels.IsInside(label));
        Mark(_behind, label => !NameLabels.IsInside(label));
        for (int own = 0; own < model.Labels.Length; own++) Mark(_rivals.AsSpan(own * _lanes, _lanes), label => !AreAlike(own, label));
    }

    /// <summary>Adds the candidates of a segment to <paramref name="candidates"/>, by first token and length.</summary>
    /// <param name="place">The first token, sentence and segment of all.</param>
    public void Find(in LabelledSegment segment, NameCandidate place, List<NameCandidate> candidates)
    {
        ReadBackwards(segment);
        for (int first = 0; first < segment.Count; first++)
        {
            if (Most(Through(first), _begins) < BestThrough(segment, first) - _maxLoss) continue;
            bool any = false;
            foreach (EntityType type in NameLabels.Types)
                if (BestThrough(segment, first) - Through(first)[NameLabels.Begin(type)] <= _maxLoss) any |= Follow(segment, first, type);
            if (any) Take(segment, place, first, candidates);
        }
    }

    private void Mark(Span<short> lanes, Func<int, bool> counts)
    {
        lanes.Fill(short.MinValue);
        for (int label = 0; label < _model.Labels.Length; label++)
            if (counts(label)) lanes[label] = short.MaxValue;
    }

    private void ReadBackwards(in LabelledSegment segment)
    {
        if (_backward.Length < segment.Count * _lanes) (_backward, _through) = (new short[2 * segment.Count * _lanes], new short[2 * segment.Count * _lanes]);
        segment.Exit.CopyTo(_ending);
        for (int token = segment.Count - 1; token >= 0; token--)
        {
            Span<short> row = Backward(token);
            _ending.CopyTo(row);
            Viterbi.AddScores(segment.ScoresOf(token), row);
            Viterbi.Normalize(row);
            JoinHalves(segment, token);
            if (token == 0) break;
            Viterbi.Advance(_model.Backwards, _model.Labels.Length, row, _ending);
            Viterbi.Normalize(_ending);
        }
    }

    // For each label the score of the best labelling that has it at this token. Neither half is above 0, so that sums do not wrap around.
    private void JoinHalves(in LabelledSegment segment, int token)
    {
        ReadOnlySpan<short> forward = segment.ForwardOf(token), backward = Backward(token), scores = segment.ScoresOf(token);
        Span<short> through = Through(token);
        Vector256<short> least = Vector256.Create(Viterbi.Clamp(short.MinValue)), most = Vector256.Create(Viterbi.Clamp(short.MaxValue));
        for (int lane = 0; lane < _lanes; lane += Vector256<short>.Count)
        {
            Vector256<short> own = Vector256.Min(Vector256.Max(Vector256.Create(scores[lane..]), least), most);
            Vector256.SubtractSaturate(Vector256.Create(forward[lane..]) + Vector256.Create(backward[lane..]), own).CopyTo(through[lane..]);
        }
    }

    private static int Most(ReadOnlySpan<short> numbers, ReadOnlySpan<short> mask)
    {
        Vector256<short> most = Vector256.Create(short.MinValue);
        for (int lane = 0; lane < mask.Length; lane += Vector256<short>.Count)
            most = Vector256.Max(most, Vector256.Min(Vector256.Create(numbers[lane..]), Vector256.Create(mask[lane..])));
        return Viterbi.Largest(Vector128.Max(most.GetLower(), most.GetUpper()));
    }

    // The same of sums of numbers that do not wrap around.
    private static int Most(ReadOnlySpan<short> a, ReadOnlySpan<short> b, ReadOnlySpan<short> mask)
    {
        Vector256<short> most = Vector256.Create(short.MinValue);
        for (int lane = 0; lane < mask.Length; lane += Vector256<short>.Count)
            most = Vector256.Max(most, Vector256.Min(Vector256.Create(a[lane..]) + Vector256.Create(b[lane..]), Vector256.Create(mask[lane..])));
        return Viterbi.Largest(Vector128.Max(most.GetLower(), most.GetUpper()));
    }

    private Span<short> Backward(int token) => _backward.AsSpan(token * _lanes, _lanes);

    private Span<short> Through(int token) => _through.AsSpan(token * _lanes, _lanes);

    private int BestThrough(in LabelledSegment segment, int token) => Through(token)[segment.Labels[token]];

    // Lets a name that begins here go on and on while that loses little; notes where it may end.
    private bool Follow(in LabelledSegment segment, int first, EntityType type)
    {
        int label = NameLabels.Begin(type), inside = NameLabels.Inside(type), sum = segment.ForwardOf(first)[label];
        bool any = false, isBest = segment.Labels[first] == label;
        for (int token = first; ; token++)
        {
            int length = token - first, loss = EndLoss(segment, token, label, sum);
            bool isWanted = length < MaxLength || isBest && (token + 1 == segment.Count || segment.Labels[token + 1] != inside);
            if (loss <= _maxLoss && isWanted)
            {
                Note(Math.Min(length, MaxLength), loss, type);
                any = true;
            }
            int next = token + 1;
            if (next == segment.Count || next - first >= MaxLength && !isBest) return any;
            int own = Viterbi.Clamp(segment.ScoresOf(next)[inside]);
            sum += Step(label, inside) + own - Shift(segment, next);
            label = inside;
            isBest &= segment.Labels[next] == inside;
            if (BestThrough(segment, next) - (sum + Backward(next)[inside] - own) > _maxLoss) return any;
        }
    }

    private int EndLoss(in LabelledSegment segment, int token, int label, int sum)
    {
        int own = segment.Labels[token], best = segment.ForwardOf(token)[own];
        if (token + 1 == segment.Count) return Math.Max(0, best + segment.Exit[own] - sum - segment.Exit[label]);
        int next = segment.Labels[token + 1], most = Most(_model.Transitions.AsSpan(label * _lanes, _lanes), Backward(token + 1), _behind);
        return Math.Max(0, best + Step(own, next) + Backward(token + 1)[next] - sum - most);
    }

    // What was taken off all scores at a token, so that the best is 0.
    private int Shift(in LabelledSegment segment, int token)
    {
        int own = segment.Labels[token], before = segment.Labels[token - 1];
        return segment.ForwardOf(token - 1)[before] + Step(before, own) + Viterbi.Clamp(segment.ScoresOf(token)[own]) - segment.ForwardOf(token)[own];
    }

    private int Step(int label, int next) => _model.Transitions[label * _lanes + next];

    private void Note(int slot, int loss, EntityType type)
    {
        ref NameCandidate candidate = ref _byLength[slot];
        if (!_found[slot])
        {
            candidate = default;
            ((Span<byte>)candidate.Losses).Fill(byte.MaxValue);
            _found[slot] = true;
        }
        int of = (int)NameClasses.Of(type);
        byte steps = ToSteps(loss);
        if (steps < candidate.Losses[of] || candidate.Types[of] == 0) (candidate.Losses[of], candidate.Types[of]) = (steps, (byte)type);
    }

    private byte ToSteps(int loss) => (byte)Math.Min((long)Math.Max(0, loss) * _stepsOfUnit >> 16, byte.MaxValue);

    private void Take(in LabelledSegment segment, NameCandidate place, int first, List<NameCandidate> candidates)
    {
        int bestEnd = segment.EndOfName(first);
        for (int slot = 0; slot <= MaxLength; slot++)
        {
            if (!_found[slot]) continue;
            _found[slot] = false;
            NameCandidate candidate = _byLength[slot];
            int end = slot < MaxLength ? first + slot + 1 : bestEnd;
            (candidate.First, candidate.End) = (place.First + first, place.First + end);
            (candidate.Sentence, candidate.Segment) = (place.Sentence, place.Segment);
            candidate.IsBest = end == bestEnd;
            if (candidate.IsBest) MarkBest(segment, first, end, ref candidate);
            candidate.Shares = NameShares.Of(candidate.Losses);
            candidates.Add(candidate);
        }
    }

    // Another class may be so near that only the steps are the same; the labelling's own goes first.
    private void MarkBest(in LabelledSegment segment, int first, int end, ref NameCandidate candidate)
    {
        EntityType type = NameLabels.TypeOf(segment.Labels[first]);
        int own = (int)NameClasses.Of(type);
        for (int c = 1; c < NameClasses.Count; c++)
            if (c != own) candidate.Losses[c] = Math.Max((byte)1, candidate.Losses[c]);
        candidate.Types[own] = (byte)type;
        candidate.Losses[0] = ToSteps(LossWithout(segment, first, end));
    }

    // A name is as sure as its least sure token; the one behind it tells whether it ends there. Another type of its class is no rival.
    private int LossWithout(in LabelledSegment segment, int first, int end)
    {
        int least = int.MaxValue;
        for (int token = first; token < Math.Min(end + 1, segment.Count); token++)
            least = Math.Min(least, BestThrough(segment, token) - Most(Through(token), _rivals.AsSpan(segment.Labels[token] * _lanes, _lanes)));
        return least;
    }

    private static bool AreAlike(int a, int b) =>
        NameLabels.IsInside(a) == NameLabels.IsInside(b) && NameClasses.Of(NameLabels.TypeOf(a)) == NameClasses.Of(NameLabels.TypeOf(b));
}
