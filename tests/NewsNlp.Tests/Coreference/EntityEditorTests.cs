using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Pages;
using Xunit;

namespace NewsNlp.Tests.Coreference;

public sealed class EntityEditorTests
{
    private const string Text = "I said it . Okoro left .";

    private static DocumentDraft Draft()
    {
        TextSpan whole = new(0, Text.Length);
        DocumentDraft draft = new(Text, new ArticleLayout(whole, [new Block(whole, BlockKind.Paragraph)]), published: null);
        int at = 0;
        foreach (string word in Text.Split(' '))
        {
            draft.AddToken(at, at + word.Length);
            at += word.Length + 1;
        }
        EntityParts okoro = new() { Type = EntityType.Person, Mentions = { new MentionParts(4, 5, MentionForm.Name) } };
        EntityList.Replace(draft, [okoro]);
        return draft;
    }

    [Fact]
    public void A_mention_before_the_first_moves_the_entity_to_the_front()
    {
        DocumentDraft draft = Draft();
        EntityEditor editor = new(draft);
        int made = editor.Create(2, 3, EntityType.None, Gender.Neuter);
        editor.AddMention(0, 0, 1, MentionForm.Pronoun);
        int[] numbers = editor.Apply();

        Assert.Equal(0, numbers[0]);
        Assert.Equal(1, numbers[made]);
        Assert.Equal(["I", "Okoro"], draft.Entities[0].Mentions.Select(mention => mention.Text));
        Assert.Equal("Okoro", draft.Entities[0].Name);
        Assert.Equal("it", draft.Entities[1].Name);
    }

    [Fact]
    public void An_entity_made_earlier_in_the_text_takes_the_lower_number()
    {
        DocumentDraft draft = Draft();
        EntityEditor editor = new(draft);
        int made = editor.Create(0, 1, EntityType.Person, Gender.Unknown, "an official");

        int[] numbers = editor.Apply();

        Assert.Equal(1, numbers[0]);
        Assert.Equal(0, numbers[made]);
        Assert.Equal("an official", draft.Entities[0].Name);
        Assert.All(draft.Entities, entity => Assert.All(entity.Mentions, mention => Assert.Equal(entity.Id, mention.Entity)));
    }

    [Fact]
    public void The_same_mention_is_added_once()
    {
        DocumentDraft draft = Draft();
        EntityEditor editor = new(draft);
        editor.AddMention(0, 0, 1, MentionForm.Pronoun);
        editor.AddMention(0, 0, 1, MentionForm.Pronoun);
        editor.Apply();
        Assert.Equal(2, draft.Entities[0].Mentions.Count);
    }
}
