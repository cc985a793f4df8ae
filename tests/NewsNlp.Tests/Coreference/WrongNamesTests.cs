using NewsNlp.Coreference;
using NewsNlp.Drafts;
using Xunit;

namespace NewsNlp.Tests.Coreference;

/// <summary>What becomes of names that the names layer leaves out or takes for something else.</summary>
public sealed class WrongNamesTests
{
    private static readonly EntityStep Step = new(ModelSource.Embedded.Load(EntityStep.Model));

    /// <param name="text">The article.</param>
    /// <param name="change">What is done to its names before the entity step.</param>
    private static IReadOnlyList<Entity> Entities(string text, Action<DocumentDraft> change)
    {
        DocumentDraft draft = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().AddSyntax().Build().Read(text).Draft;
        change(draft);
        Step.Run(draft);
        return draft.Entities;
    }

    private static void Leave(DocumentDraft draft, string name) => draft.Names.RemoveAll(item => TextOf(draft, item) == name);

    private static void Call(DocumentDraft draft, string name, EntityType type)
    {
        for (int i = 0; i < draft.Names.Count; i++)
            if (TextOf(draft, draft.Names[i]) == name) draft.Names[i] = draft.Names[i] with { Type = type };
    }

    private static string TextOf(DocumentDraft draft, NameData name) => draft.SpanOf(name.FirstToken, name.EndToken).In(draft.Text);

    private static string MentionsOf(Entity entity) => string.Join(" | ", entity.Mentions.Select(mention => mention.Text));

    [Fact]
    public void A_family_name_left_out_is_found_again()
    {
        Entity entity = Entities("Daniel Okoro lost the vote. Voters blamed Okoro for the flood.", draft => Leave(draft, "Okoro")).Single();
        Assert.Equal("Daniel Okoro | Okoro", MentionsOf(entity));
        Assert.All(entity.Mentions, mention => Assert.Equal(MentionForm.Name, mention.Form));
    }

    [Theory]
    [InlineData("Daniel Okoro lost the vote. Voters blamed the Okoro-Brandt plan.")]
    [InlineData("Daniel Okoro lost the vote. Voters sat on the Okoro.")]
    public void A_part_of_a_word_and_what_has_an_article_are_no_family_names(string text) =>
        Assert.Equal("Daniel Okoro", MentionsOf(Entities(text, draft => draft.Names.RemoveAll(name => TextOf(draft, name) != "Daniel Okoro")).Single()));

    [Fact]
    public void A_company_left_out_is_found_again_but_not_as_a_name()
    {
        Entity entity = Entities("Nordbank sold shares. Analysts praised Nordbank.", draft =>
        {
            draft.Names.Clear();
            draft.Names.Add(new NameData(0, 1, EntityType.Organization, Confidence: 1));
        }).Single(item => item.Name == "Nordbank");
        Assert.Equal("Nordbank | Nordbank", MentionsOf(entity));
        Assert.Equal([MentionForm.Name, MentionForm.Nominal], entity.Mentions.Select(mention => mention.Form));
    }

    [Fact]
    public void A_place_is_not_the_office_whose_acronym_stands_behind_it_in_brackets()
    {
        IReadOnlyList<Entity> entities = Entities("The office in Leeds (WHO) hired ten clerks.", draft => Call(draft, "WHO", EntityType.Organization));
        Assert.Equal(["Leeds", "WHO"], entities.Select(entity => entity.Name));
        Assert.Equal([EntityType.GeopoliticalEntity, EntityType.Organization], entities.Select(entity => entity.Type));
    }

    [Fact]
    public void Who_is_spoken_of_as_she_is_a_person()
    {
        Entity entity = Entities("Brandt won the race. She thanked the crowd.", draft => Leave(draft, "Brandt")).Single(item => item.Mentions.Count > 1);
        Assert.Equal(EntityType.Person, entity.Type);
        Assert.Equal("Brandt", entity.Name);
        Assert.Equal("Brandt | She", MentionsOf(entity));
    }

    [Theory]
    [InlineData("The town of Brandt was flooded. Farmers lost cows.")]
    [InlineData("On Friday, the shop opened again. Farmers came.")]
    public void A_proper_noun_alone_is_no_entity(string text) =>
        Assert.DoesNotContain(Entities(text, draft => draft.Names.Clear()), item => item.Name is "Brandt" or "Friday");

    [Fact]
    public void A_family_name_taken_for_a_company_is_the_persons()
    {
        Entity entity = Entities("Emma Hammond sold her shop. Banks trusted Hammond.", draft => Call(draft, "Hammond", EntityType.Organization))
            .Single(item => item.Name == "Emma Hammond");
        Assert.Equal("Emma Hammond | her | Hammond", MentionsOf(entity));
        Assert.Equal(EntityType.Person, entity.Type);
    }

    [Fact]
    public void A_company_with_a_longer_name_stays_one()
    {
        IReadOnlyList<Entity> entities = Entities(
            "Henry Tanner founded Tanner Industries in 1950. Banks trusted Tanner.", draft => Call(draft, "Tanner", EntityType.Organization));
        Assert.Equal("Henry Tanner", MentionsOf(entities.Single(item => item.Name == "Henry Tanner")));
    }

    [Fact]
    public void A_city_that_bears_a_persons_name_stays_one()
    {
        IReadOnlyList<Entity> entities = Entities("Marie Paris lives in Leeds. Her parents live in Paris.", draft => Call(draft, "Paris", EntityType.GeopoliticalEntity));
        Assert.Equal(EntityType.GeopoliticalEntity, entities.Single(item => item.Name == "Paris").Type);
    }

    [Fact]
    public void A_maker_and_what_it_makes_are_one_name()
    {
        IReadOnlyList<Entity> entities = Entities("Amazon raised prices. Customers left Amazon.", draft =>
        {
            Call(draft, "Amazon", EntityType.Organization);
            draft.Names[^1] = draft.Names[^1] with { Type = EntityType.Product };
        });
        Assert.Equal(2, Assert.Single(entities, item => item.Name == "Amazon").Mentions.Count);
    }
}
