namespace NewsNlp.Tagging;

/// <summary>
/// What of a word's surroundings bears on how it is read by itself. Packed into a byte, so that word and setting together are one key
/// of the cache.
/// </summary>
/// <param name="Bits">The sentence's style in the two lowest bits, then the flags below.</param>
internal readonly record struct WordSetting(byte Bits)
{
    /// <summary>A sign of punctuation has a word right before it; likewise <see cref="GluedAfter"/>.</summary>
    public const byte GluedBefore = 4;
    public const byte GluedAfter = 8;

    /// <summary>A word with a capital also occurs in small letters in the document.</summary>
    public const byte SeenSmall = 16;

    /// <summary>It also occurs with a capital where no sentence begins.</summary>
    public const byte SeenCapital = 32;

    /// <summary>It begins a sentence.</summary>
    public const byte First = 64;

    public SentenceStyle Style => (SentenceStyle)(Bits & 3);

    public uint Glue => Bits & (uint)(GluedBefore | GluedAfter);

    public uint Capital => Bits & (uint)(SeenSmall | SeenCapital | First);
}
