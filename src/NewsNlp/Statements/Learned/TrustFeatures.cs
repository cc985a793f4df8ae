namespace NewsNlp.Statements.Learned;

/// <summary>What tells how sure an attribution is; weighed by <see cref="StatementModel.Trust"/>.</summary>
internal static class TrustFeatures
{
    public const int Count = 7;

    private const float Unit = 100, Most = 8;

    public static float[] Of(StatementTokens tokens, AttributionData data)
    {
        bool opens = QuoteSigns.Opens(tokens, data.Content.First), closes = QuoteSigns.Closes(tokens, data.Content.Last);
        SpeechClass cue = tokens[data.Cue.First].Cue;
        return
        [
            1, Math.Clamp(data.ContentMargin / Unit, -Most, Most), Math.Clamp(data.SourceMargin / Unit, -Most, Most),
            opens && closes ? 1 : 0, cue == SpeechClass.Say ? 1 : 0, data.Source.IsNone ? 1 : 0, data.Cue.End - data.Cue.First > 1 ? 1 : 0,
        ];
    }

    public static float Probability(ReadOnlySpan<float> weights, ReadOnlySpan<float> features)
    {
        float odds = 0;
        for (int i = 0; i < weights.Length; i++) odds += weights[i] * features[i];
        return 1 / (1 + MathF.Exp(-odds));
    }
}
