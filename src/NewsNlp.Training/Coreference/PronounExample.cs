using NewsNlp.Coreference;

namespace NewsNlp.Training.Coreference;

/// <summary>A pronoun to learn from: the features of each choice, the choice of none first, which choices are right, and what is taken off their scores.</summary>
internal sealed record PronounExample(int[][] Choices, bool[] Right, long[] Handicaps, PronounKind Kind);
