using NewsNlp.Coreference;

namespace NewsNlp.Training.Coreference;

/// <summary>A pronoun to learn from: the features of each choice, the choice of none first, and which choices are right.</summary>
internal sealed record PronounExample(int[][] Choices, bool[] Right, PronounKind Kind);
