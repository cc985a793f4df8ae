namespace NewsNlp.Statements.Learned;

/// <summary>What tells how sure an attribution is; weighed by <see cref="StatementModel.Trust"/>.</summary>
internal static class TrustFeatures
{
    public const int Count = ClassOfCue + (int)SpeechClass.Document + 1;

    private const int ClassOfCue = 16;

    // A margin above and one below zero have weights of their own.
    private const float Unit = 4, Most = 3;

    public static void Fill(StatementTokens tokens, AttributionData data, Span<float> features)
    {
        features.Clear();
        features[0] = 1;
        (features[1], features[2]) = Sides(data.CueMargin);
        (features[3], features[4]) = Sides(data.ContentMargin);
        (features[5], features[6]) = Sides(data.SourceMargin);
        features[7] = Bit(WordPlace.Opens(tokens[data.Content.First].Place) && WordPlace.Closes(tokens[data.Content.Last].Place));
        features[8] = Bit(tokens[data.Content.First].Quote >= 0 || tokens[data.Content.Last].Quote >= 0);
        features[9] = Buckets.Of(data.Content.Last - data.Content.First + 1) / Unit;
        features[10] = Bit(data.Cue.End - data.Cue.First > 1);
        features[11] = Bit(data.Source.IsNone);
        features[12] = Bit(!data.Source.IsNone && tokens[data.Source.Last].Name != EntityType.None);
        features[13] = Bit(!data.Source.IsNone && tokens[data.Source.Last].Pos == PartOfSpeech.Pronoun);
        (features[14], features[15]) = Sides(data.KeepOdds);
        features[ClassOfCue + (int)ClassOf(tokens, data.Cue)] = 1;
    }

    public static float Probability(ReadOnlySpan<float> weights, StatementTokens tokens, AttributionData data)
    {
        Span<float> features = stackalloc float[Count];
        Fill(tokens, data, features);
        float odds = 0;
        for (int i = 0; i < Count; i++) odds += weights[i] * features[i];
        return 1 / (1 + MathF.Exp(-odds));
    }

    private static (float Above, float Below) Sides(float margin) => (Math.Clamp(margin / Unit, 0, Most), Math.Clamp(margin / Unit, -Most, 0));

    private static float Bit(bool value) => value ? 1 : 0;

    // That of the first word in the lexicon.
    private static SpeechClass ClassOf(StatementTokens tokens, CueSpan cue)
    {
        for (int t = cue.First; t < cue.End; t++)
            if (tokens[t].Cue != SpeechClass.None) return tokens[t].Cue;
        return SpeechClass.None;
    }
}
