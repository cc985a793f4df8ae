namespace NewsNlp.Output;

/// <summary>How the JSON contract spells the members of our enumerations.</summary>
internal static class JsonNames
{
    public static string Of(MentionForm form) => form switch
    {
        MentionForm.Name => "name",
        MentionForm.Nominal => "nominal",
        _ => "pronoun",
    };

    public static string Of(QuantityType type) => type switch
    {
        QuantityType.Count => "count",
        QuantityType.Money => "money",
        QuantityType.Percent => "percent",
        QuantityType.Multiple => "multiple",
        QuantityType.Ordinal => "ordinal",
        QuantityType.Measure => "measure",
        QuantityType.Age => "age",
        QuantityType.Temperature => "temperature",
        QuantityType.Ratio => "ratio",
        _ => "number",
    };

    public static string? Of(QuantityModifier modifier) => modifier switch
    {
        QuantityModifier.About => "about",
        QuantityModifier.MoreThan => "more_than",
        QuantityModifier.LessThan => "less_than",
        QuantityModifier.AtLeast => "at_least",
        QuantityModifier.AtMost => "at_most",
        QuantityModifier.Up => "up",
        QuantityModifier.Down => "down",
        QuantityModifier.PlusMinus => "plus_minus",
        _ => null,
    };

    public static string Of(DateType type) => type switch
    {
        DateType.Time => "time",
        DateType.Duration => "duration",
        DateType.Set => "set",
        _ => "date",
    };

    public static string Of(StatementForm form) => form switch
    {
        StatementForm.Direct => "direct",
        StatementForm.Mixed => "mixed",
        _ => "indirect",
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Deny => "deny",
        Stance.Demand => "demand",
        Stance.Promise => "promise",
        Stance.Accuse => "accuse",
        Stance.Warn => "warn",
        Stance.Ask => "ask",
        Stance.Believe => "believe",
        Stance.Hope => "hope",
        Stance.Propose => "propose",
        Stance.Expect => "expect",
        Stance.Praise => "praise",
        Stance.Criticize => "criticize",
        Stance.Agree => "agree",
        _ => "assert",
    };
}
