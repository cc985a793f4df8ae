using NewsNlp.Drafts;

namespace NewsNlp.Dates;

/// <summary>Finds dates, times, durations and sets and tells their TIMEX3 values. Uses tags and names where they are there.</summary>
internal sealed class DateStep : IStep
{
    private readonly DateVocabulary _vocabulary = DateVocabulary.English;
    private readonly DateLexer _lexer = new(DateVocabulary.English);

    public static StepRecipe Recipe { get; } = new("AddDates", Layers.Tokens, Layers.Dates, _ => new DateStep());

    public void Run(DocumentDraft draft)
    {
        using DateItems items = _lexer.Read(draft);
        new DateGrammar(draft, items, _vocabulary).Run(draft.Dates);
    }
}
