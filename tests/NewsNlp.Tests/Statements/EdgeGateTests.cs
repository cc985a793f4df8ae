using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Tagging;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class EdgeGateTests
{
    private const string Text = "In a long letter to the council, mayor Ann Okoro said on Monday that the bridge would be closed for two years because of the flood.";

    private readonly SpanContext _context = new();
    private readonly SpanWindow _window = new();
    private readonly List<int> _likely = [];

    [Fact]
    public void Where_content_begins_and_ends_is_likely_and_words_amid_a_phrase_are_not()
    {
        StatementTokens tokens = StatementTexts.Read(Text);
        Assert.Contains("that", Likely(tokens, ContentFeatures.Section, last: false));
        Assert.Contains("flood", Likely(tokens, ContentFeatures.Section, last: true));
        Assert.DoesNotContain("be", Likely(tokens, ContentFeatures.Section, last: false));
        Assert.DoesNotContain("the", Likely(tokens, ContentFeatures.Section, last: true));
        Assert.True(_likely.Count < _window.Ends.Count);
    }

    [Fact]
    public void Words_stay_in_text_order()
    {
        Likely(StatementTexts.Read(Text), SourceFeatures.Section, last: false);
        Assert.Equal(_likely.Order(), _likely);
    }

    // The last row of each table is for what lies outside of the block, and for no relation.
    [Fact]
    public void The_tables_have_rows_for_all_tags_and_relations()
    {
        Assert.InRange(PennTags.Names.Length, 1, EdgeGate.Tags - 1);
        Assert.InRange(NewsNlp.Syntax.Relations.Names.Length, 1, EdgeGate.Relations - 1);
    }

    private List<string> Likely(StatementTokens tokens, string section, bool last)
    {
        int said = Enumerable.Range(0, tokens.Count).First(token => tokens.Draft.Is(token, "said"));
        _context.Set(tokens, new CueSpan(said, said + 1));
        _window.FillSentence(tokens, _context.Cue);
        EdgeGate gate = EdgeGate.Read(ModelSource.Embedded.Load(StatementModel.Name), section, last);
        gate.List(_context, last ? _window.Ends : _window.Starts, [], _likely);
        return [.. _likely.Select(token => tokens.Draft.Form(token).ToString())];
    }
}
