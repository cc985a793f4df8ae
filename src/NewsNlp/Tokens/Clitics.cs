namespace NewsNlp.Tokens;

/// <summary>What follows an apostrophe as a word of its own: 's, 'm, 'd, 're, 've, 'll.</summary>
internal static class Clitics
{
    public static bool IsClitic(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => (letters[0] | 0x20) is 's' or 'm' or 'd',
        2 => ((letters[0] | 0x20) is 'r' or 'v' && (letters[1] | 0x20) is 'e') || ((letters[0] | 0x20) is 'l' && (letters[1] | 0x20) is 'l'),
        _ => false,
    };
}
