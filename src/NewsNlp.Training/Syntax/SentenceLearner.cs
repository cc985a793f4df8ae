using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// Parses a sentence with the network as it is and collects gradients on the way. The walk mostly follows the network's own choices, so
/// that it learns to go on from its own mistakes; the oracle says what is best from there.
/// </summary>
internal sealed class SentenceLearner(StateScorer scorer, int maxWords)
{
    private readonly ParserState _state = new(maxWords);
    private readonly float[] _moves = new float[3], _relations = new float[Relations.Names.Length];
    private readonly bool[] _isBest = new bool[3];

    /// <summary>Parses with the scores alone, writing heads (-1 the root) and relations.</summary>
    public void Parse(TreeSample sample, int firstRow, int[] heads, byte[] relations)
    {
        _state.Start(sample.Count);
        while (!_state.IsDone)
        {
            scorer.Read(_state, firstRow);
            scorer.Score(StateScorer.MovesAt, _moves);
            Take(BestAllowed(onlyOracle: false));
        }
        for (int i = 0; i < sample.Count; i++)
        {
            heads[i] = _state.Head(i);
            relations[i] = heads[i] < 0 ? Relations.Root : _state.Relation(i);
        }
    }

    /// <param name="follow">How often the walk follows the network where the oracle would go elsewhere, 0 to 1.</param>
    public void Learn(TreeSample sample, int firstRow, float follow, ref Random64 random)
    {
        _state.Start(sample.Count);
        while (!_state.IsDone)
        {
            scorer.Read(_state, firstRow);
            scorer.Score(StateScorer.MovesAt, _moves);
            ParserMove choice = BestAllowed(onlyOracle: false);
            int best = AskOracle(sample.Heads);
            ParserMove right = BestAllowed(onlyOracle: true);
            if (best > 1 || _state.Allows(ParserMove.Shift) || _state.Allows(ParserMove.Left)) LearnMove(sample.Weight);
            LearnRelation(sample);
            scorer.Backward();
            Take(random.NextSingle() < follow ? choice : right);
        }
    }

    // How many moves are allowed; marks those that cost least.
    private int AskOracle(int[] heads)
    {
        int least = int.MaxValue, allowed = 0;
        Span<int> costs = stackalloc int[3];
        for (int move = 0; move < 3; move++)
        {
            if (!_state.Allows((ParserMove)move)) continue;
            allowed++;
            least = Math.Min(least, costs[move] = DynamicOracle.Cost(_state, heads, (ParserMove)move));
        }
        for (int move = 0; move < 3; move++) _isBest[move] = _state.Allows((ParserMove)move) && costs[move] == least;
        return allowed;
    }

    private ParserMove BestAllowed(bool onlyOracle)
    {
        int best = -1;
        for (int move = 0; move < 3; move++)
            if (_state.Allows((ParserMove)move) && (!onlyOracle || _isBest[move]) && (best < 0 || _moves[move] > _moves[best])) best = move;
        return (ParserMove)best;
    }

    // Several moves may be equally right: what counts is the probability of all of them together.
    private void LearnMove(float weight)
    {
        Span<float> all = stackalloc float[3], right = stackalloc float[3];
        for (int move = 0; move < 3; move++)
        {
            all[move] = _state.Allows((ParserMove)move) ? _moves[move] : float.NegativeInfinity;
            right[move] = _isBest[move] ? _moves[move] : float.NegativeInfinity;
        }
        Softmax(all);
        Softmax(right);
        for (int move = 0; move < 3; move++) all[move] = (all[move] - right[move]) * weight;
        scorer.AddOutputGradient(StateScorer.MovesAt, all);
    }

    // A relation is learned where its arc is right, whichever move is then made.
    private void LearnRelation(TreeSample sample)
    {
        int top = _state.Stack(0);
        if (top < 0 || sample.Heads[top] < 0 || sample.Relations[top] == 0) return;
        if (_isBest[(int)ParserMove.Left] && sample.Heads[top] == _state.Next) LearnRelation(StateScorer.LeftAt, sample.Relations[top], sample.Weight);
        if (_isBest[(int)ParserMove.Right] && sample.Heads[top] == _state.Stack(1)) LearnRelation(StateScorer.RightAt, sample.Relations[top], sample.Weight);
    }

    private void LearnRelation(int firstOutput, byte relation, float weight)
    {
        scorer.Score(firstOutput, _relations);
        _relations[0] = float.NegativeInfinity;
        Softmax(_relations);
        _relations[relation] -= 1;
        for (int i = 0; i < _relations.Length; i++) _relations[i] *= weight;
        scorer.AddOutputGradient(firstOutput, _relations);
    }

    private void Take(ParserMove move)
    {
        if (move == ParserMove.Shift)
        {
            _state.Shift();
            return;
        }
        scorer.Score(move == ParserMove.Left ? StateScorer.LeftAt : StateScorer.RightAt, _relations);
        int best = Relations.Root + 1;
        for (int i = best + 1; i < _relations.Length; i++) if (_relations[i] > _relations[best]) best = i;
        if (move == ParserMove.Left) _state.Left((byte)best);
        else _state.Right((byte)best);
    }

    /// <summary>Scores to probabilities.</summary>
    internal static void Softmax(Span<float> scores)
    {
        float most = float.NegativeInfinity, sum = 0;
        foreach (float score in scores) most = Math.Max(most, score);
        for (int i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - most);
        for (int i = 0; i < scores.Length; i++) scores[i] /= sum;
    }
}
