namespace NewsNlp;

/// <summary>How much of a statement stands in quotation marks.</summary>
public enum StatementForm : byte
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>None of it.</summary>
    Indirect,

    /// <summary>Part of it.</summary>
    Mixed,
}

/// <summary>What the speaker does by saying it.</summary>
public enum Stance : byte
{
    /// <summary>says, adds, notes</summary>
    Assert,

    /// <summary>denies, rejects</summary>
    Deny,

    /// <summary>demands, calls for, urges</summary>
    Demand,

    /// <summary>promises, vows, pledges</summary>
    Promise,

    /// <summary>accuses, blames</summary>
    Accuse,

    /// <summary>warns, threatens</summary>
    Warn,

    /// <summary>asks, wonders</summary>
    Ask,

    /// <summary>believes, thinks</summary>
    Believe,

    /// <summary>hopes, wants</summary>
    Hope,

    /// <summary>proposes, suggests</summary>
    Propose,

    /// <summary>expects, predicts</summary>
    Expect,

    /// <summary>praises, thanks, welcomes</summary>
    Praise,

    /// <summary>criticises, condemns</summary>
    Criticize,

    /// <summary>agrees, confirms, admits</summary>
    Agree,
}

/// <summary>Who a statement is attributed to, or whom it is addressed to.</summary>
/// <param name="Span">Where the words stand that name them; null where the speaker carries on from an earlier statement.</param>
/// <param name="Name">The entity's fullest name; the words as written where there is no entity.</param>
/// <param name="Entity"><see cref="NewsNlp.Entity.Id"/>; null where the words are joined to none.</param>
public sealed record Speaker(TextSpan? Span, string Name, int? Entity)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>The word or words that tell that something is being said: <c>said</c>, <c>according to</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lemma">Dictionary form of its main word, or the whole phrase where it is fixed (<c>according to</c>).</param>
public readonly record struct Cue(TextSpan Span, string Lemma);

/// <summary>One thing that someone is reported to say, write, demand, deny or think.</summary>
public sealed class Statement
{
    private readonly string _text;

    internal Statement(string text, int id, IReadOnlyList<TextSpan> content)
    {
        _text = text;
        Id = id;
        Content = content;
    }

    /// <summary>Index among <see cref="NewsDocument.Statements"/>.</summary>
    public int Id { get; }

    /// <summary>All, none or part of it in quotation marks.</summary>
    public StatementForm Form { get; init; }

    /// <summary>What is said, quotation marks included, in text order; several spans where the cue interrupts it. At least one.</summary>
    public IReadOnlyList<TextSpan> Content { get; }

    /// <summary>The quoted words within the content, marks left out.</summary>
    public IReadOnlyList<TextSpan> Quotes { get; init; } = [];

    /// <summary>Who says it; null where the text does not tell.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>What tells that it is said; null for a quotation that stands alone.</summary>
    public Cue? Cue { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public Stance Stance { get; init; }

    /// <summary>True where the cue is negated: <c>did not say</c>.</summary>
    public bool Negated { get; init; }

    /// <summary>To whom it is said; null where the text does not tell.</summary>
    public Speaker? Addressee { get; init; }

    /// <summary>0 to 1: how sure the reader is that content, cue and speaker belong together.</summary>
    public float Confidence { get; init; }

    /// <summary>Name of the rule or model that decided, for debugging; not part of the contract.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The content as written, its spans joined by <c> … </c>; a new string at each call.</summary>
    public string Text => string.Join(" … ", Content.Select(span => span.In(_text)));

    /// <inheritdoc />
    public override string ToString() => Speaker is null ? Text : $"{Speaker.Name}: {Text}";
}
