using CsCheck;
using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Tests.Invariants;
using NewsNlp.Tokens;
using Xunit;

namespace NewsNlp.Tests.Tokens;

/// <summary>What holds for tokens and sentences of any text.</summary>
public sealed class TokenInvariantTests
{
    // What the tokenizer looks ahead for, without what would end the look.
    private static readonly string[] Traps =
    [
        "a@", "a.", "ab.", "ab-", "1-", "12-12-", "http:", "http://(", "www.", "a'", "n't", "'n", "\u00AD", "a\u00AD", "\u200D", "a\u200D", "\uD83D\uDC69\u200D",
        "\uD83C\uDDF3", ") ", "\" ", "”) ", "U.S. ", "X. ", "*-", "$", "A&", "w/", "1,", "1,000", "1:", ":-", ";-", "#a", "+1", "\uFE0F", ". \n\n", "-a-1-.",
    ];

    private static readonly IStep Step = TokenStep.Recipe.Create(ModelSource.Embedded);

    private static readonly Gen<string> Pieces =
        Gen.OneOfConst([.. Traps, .. HostileTexts.Patterns, " ", "news", "Osei", "2031", ".", "’s", "\n"]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Everything_visible_belongs_to_a_token() => Pieces.Sample(CheckCover, iter: 2000, threads: 1);

    [Fact]
    public void Everything_visible_belongs_to_a_token_of_random_text() => Gen.String[0, 200].Sample(CheckCover, iter: 2000, threads: 1);

    [Fact]
    public void Sentences_share_out_all_tokens() => Pieces.Sample(
        text =>
        {
            DocumentDraft draft = Read(text);
            int next = 0;
            foreach (SentenceData sentence in draft.Sentences)
            {
                Assert.Equal(next, sentence.FirstToken);
                Assert.True(sentence.EndToken > sentence.FirstToken);
                next = sentence.EndToken;
            }
            Assert.Equal(draft.TokenCount, next);
        },
        iter: 1000,
        threads: 1);

    [Fact]
    public void Tokens_do_not_depend_on_what_stands_before_their_block()
    {
        DocumentDraft alone = Read("No. 10 said it can't. “Why?”"), second = Read("Don't\nNo. 10 said it can't. “Why?”");
        int skipped = second.TokenCount - alone.TokenCount;
        Assert.Equal(
            Enumerable.Range(0, alone.TokenCount).Select(i => alone.Form(i).ToString()),
            Enumerable.Range(skipped, alone.TokenCount).Select(i => second.Form(i).ToString()));
    }

    // Words that are run together before a full stop are longer than any address: this once was an error.
    [Theory]
    [InlineData("a", ".the")]
    [InlineData("agreed,", ".the Post said")]
    [InlineData("Ab", ".net/x")]
    public void A_word_of_any_length_may_stand_before_a_dot(string piece, string rest)
    {
        for (int times = 1; times < 400; times += 3) CheckCover(string.Concat(Enumerable.Repeat(piece, times)) + rest + " and more");
    }

    public static TheoryData<string> TrapTexts => [.. Traps];

    [Theory]
    [MemberData(nameof(TrapTexts))]
    public void Time_grows_linearly(string trap) => LinearTime.Check(text => Read(text), trap, 1 << 20);

    [Fact]
    public void A_block_costs_no_memory_for_each_token()
    {
        string text = string.Concat(Enumerable.Repeat("The U.S. minister, Ms. Osei, couldn't say: “$5m by Jan. 5?” ", 2000));
        Read(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DocumentDraft draft = Read(text);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // The arrays of tokens and sentences themselves, grown by doubling: under 120 bytes a token.
        Assert.True(bytes < 120L * draft.TokenCount, $"{bytes / draft.TokenCount} bytes a token");
    }

    private static void CheckCover(string text)
    {
        DocumentDraft draft = Read(text);
        bool[] covered = new bool[text.Length];
        foreach (TokenData token in draft.Tokens)
        {
            Assert.True(token.End > token.Start);
            for (int i = token.Start; i < token.End; i++)
            {
                Assert.False(covered[i], $"two tokens at {i}");
                Assert.False(char.IsWhiteSpace(text[i]), $"white space in a token at {i}");
                covered[i] = true;
            }
        }
        for (int i = 0; i < text.Length; i++)
            Assert.True(covered[i] || CharKinds.Of(text[i]) is CharKind.Space or CharKind.Joiner, $"nothing covers U+{(int)text[i]:X4} at {i}");
    }

    private static DocumentDraft Read(string text)
    {
        DocumentDraft draft = new(text, new ArticleLayout(new TextSpan(0, text.Length), [.. Lines(text)]), null);
        Step.Run(draft);
        return draft;
    }

    private static IEnumerable<Block> Lines(string text)
    {
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            yield return new Block(new TextSpan(start, start + line.Length), BlockKind.Paragraph);
            start += line.Length + 1;
        }
    }
}
