using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>Tokens in a row with their best labels and what these rest on.</summary>
/// <param name="scores">As for <see cref="Viterbi"/>, which must have run on the same segment and exit just before.</param>
/// <param name="labels">The best labels.</param>
/// <param name="forward">What <see cref="Viterbi"/> left in its working memory.</param>
/// <param name="exit">For each label its weight as the last of the segment.</param>
internal readonly ref struct LabelledSegment(ReadOnlySpan<short> scores, ReadOnlySpan<byte> labels, ReadOnlySpan<short> forward, ReadOnlySpan<short> exit)
{
    private readonly ReadOnlySpan<short> _scores = scores;
    private readonly ReadOnlySpan<short> _forward = forward;

    public ReadOnlySpan<byte> Labels { get; } = labels;

    public ReadOnlySpan<short> Exit { get; } = exit;

    public int Count => Labels.Length;

    public ReadOnlySpan<short> ScoresOf(int token) => _scores.Slice(token * Exit.Length, Exit.Length);

    public ReadOnlySpan<short> ForwardOf(int token) => _forward.Slice(token * Exit.Length, Exit.Length);

    /// <summary>The end of the name that begins at a token in the best labelling; 0 where none does.</summary>
    public int EndOfName(int first)
    {
        if (Labels[first] == NameLabels.Outside || NameLabels.IsInside(Labels[first])) return 0;
        int end = first + 1;
        while (end < Count && Labels[end] == Labels[first] + 1) end++;
        return end;
    }
}
