namespace NewsNlp.Training.Corpora;

/// <summary>Turns offsets that count code points of a text into UTF-16 offsets.</summary>
internal sealed class CodePointOffsets
{
    // Null where the two are the same, as for almost every text.
    private readonly int[]? _utf16;

    public CodePointOffsets(string text)
    {
        if (!text.Any(char.IsSurrogate)) return;
        List<int> offsets = [];
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) offsets.Add(i);
        offsets.Add(text.Length);
        _utf16 = [.. offsets];
    }

    public int this[int codePoint] => _utf16 is null ? codePoint : _utf16[codePoint];

    public TextSpan Span(int start, int end) => new(this[start], this[end]);
}
