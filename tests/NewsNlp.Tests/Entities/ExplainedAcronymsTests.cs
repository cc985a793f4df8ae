using NewsNlp.Drafts;
using NewsNlp.Entities;
using Xunit;

namespace NewsNlp.Tests.Entities;

/// <summary>Acronyms that an article explains, whatever the tagger made of them.</summary>
public sealed class ExplainedAcronymsTests
{
    /// <summary>The names of a text where the tagger found the given ones, in text order, and no others.</summary>
    private static string NamesOf(string text, params (string Name, EntityType Type)[] found)
    {
        DocumentDraft draft = NewsPipeline.CreateBuilder().AddTokens().Build().Read(text).Draft;
        int from = 0;
        foreach ((string name, EntityType type) in found)
        {
            int start = text.IndexOf(name, from, StringComparison.Ordinal), first = 0, end;
            while (draft.TokenBuffer[first].Start < start) first++;
            for (end = first; end < draft.TokenCount && draft.TokenBuffer[end].End <= start + name.Length; end++) from = draft.TokenBuffer[end].End;
            draft.Names.Add(new NameData(first, end, type, 0.8f));
        }
        ExplainedAcronyms.Complete(draft);
        return string.Join("; ", draft.Names.Select(name => $"{name.Type.ToLabel()} {draft.SpanOf(name.FirstToken, name.EndToken).In(text)}"));
    }

    [Fact]
    public void An_acronym_is_found_wherever_it_stands() => Assert.Equal(
        "ORG NWA; ORG Northern Water Authority; ORG NWA; ORG NWA",
        NamesOf("NWA men came. The Northern Water Authority (NWA) sent them, NWA said.", ("Northern Water Authority", EntityType.Organization)));

    [Fact]
    public void An_acronym_taken_for_something_else_gets_its_names_type() => Assert.Equal(
        "ORG Northern Water Authority; ORG NWA; ORG NWA",
        NamesOf(
            "The Northern Water Authority (NWA) met. NWA left.", ("Northern Water Authority", EntityType.Organization), ("NWA", EntityType.Person), ("NWA", EntityType.GeopoliticalEntity)));

    [Fact]
    public void Small_words_and_words_before_it_are_not_spelled() => Assert.Equal(
        "ORG Halden Ministry of Roads and Rail; ORG MRR", NamesOf("Halden Ministry of Roads and Rail (MRR)", ("Halden Ministry of Roads and Rail", EntityType.Organization)));

    [Theory]
    [InlineData("Daniel Okafor (USA) won. USA rose.", "Daniel Okafor")]
    [InlineData("Northern Water Authority (NGO) met. NGO work is hard.", "Northern Water Authority")]
    [InlineData("Northern Water Authority (NWA said no.", "Northern Water Authority")]
    [InlineData("Northern Water Authority NWA met.", "Northern Water Authority")]
    [InlineData("Norvik (N) rose. N is a letter.", "Norvik")]
    public void What_is_not_spelled_in_brackets_is_no_acronym(string text, string name) => Assert.Equal($"ORG {name}", NamesOf(text, (name, EntityType.Organization)));

    [Fact]
    public void A_longer_name_keeps_its_acronym() => Assert.Equal(
        "ORG Northern Water Authority; ORG NWA; FAC NWA House",
        NamesOf("The Northern Water Authority (NWA) left NWA House.", ("Northern Water Authority", EntityType.Organization), ("NWA House", EntityType.Facility)));
}
