namespace NewsNlp.Training.Coreference;

/// <summary>How the pronoun ranker is trained; chosen by cross-validation on GAP development and GUM train.</summary>
/// <param name="Units">Of each network.</param>
/// <param name="Epochs">The networks keep the mean over the second half of them.</param>
/// <param name="Rate">AdaGrad's.</param>
/// <param name="Shrink">Pull towards zero at each step.</param>
/// <param name="Dropout">Share of a choice's features that are left out each time it is learned from.</param>
internal sealed record PronounTraining(
    int Units = 8, int Epochs = 4, float Rate = 0.05f, float Shrink = 1e-2f, float Dropout = 0.3f);
