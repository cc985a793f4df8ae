using System.Globalization;
using System.Text;
using Xunit;

namespace NewsNlp.Tests.Tokens;

/// <summary>The tables <c>Specs/TokensWords.txt</c> and <c>Specs/TokensSentences.txt</c>.</summary>
public sealed class TokenSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().Build();

    public static TheoryData<string> Words => Rows("TokensWords.txt");

    public static TheoryData<string> Sentences => Rows("TokensSentences.txt");

    [Theory]
    [MemberData(nameof(Words))]
    public void Text_is_cut_into(string row)
    {
        string[] parts = Unescape(row).Split(" => ");
        Assert.Equal(parts[1].Split(' '), Pipeline.Read(parts[0]).Tokens.Select(token => token.Text));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentences_end_at(string row)
    {
        string[] expected = row.Split(" ‖ ");
        Assert.Equal(expected, Pipeline.Read(string.Join(' ', expected)).Sentences.Select(sentence => sentence.Text));
    }

    private static TheoryData<string> Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", file)).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];

    private static string Unescape(string text)
    {
        StringBuilder plain = new();
        for (int at = 0; at < text.Length; at++)
        {
            bool escaped = text[at] == '\\' && at + 5 < text.Length && text[at + 1] == 'u';
            plain.Append(escaped ? (char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : text[at]);
            if (escaped) at += 5;
        }
        return plain.ToString();
    }
}
