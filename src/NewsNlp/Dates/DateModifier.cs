namespace NewsNlp;

/// <summary>TIMEX3's <c>mod</c>: what a word such as <c>early</c> or <c>about</c> does to the value.</summary>
public enum DateModifier : byte
{
    /// <summary>The value as it stands.</summary>
    None,

    /// <summary>The first part of it: <c>early March</c>, <c>the beginning of the year</c>.</summary>
    Start,

    /// <summary>Its middle: <c>mid-2024</c>.</summary>
    Mid,

    /// <summary>Its last part: <c>late last year</c>, <c>the end of May</c>.</summary>
    End,

    /// <summary><c>about two years</c></summary>
    Approx,

    /// <summary><c>more than two years</c></summary>
    MoreThan,

    /// <summary><c>nearly two years</c></summary>
    LessThan,

    /// <summary><c>at least two years</c></summary>
    AtLeast,

    /// <summary><c>up to two years</c></summary>
    AtMost,

    /// <summary><c>more than two years ago</c></summary>
    Before,

    /// <summary><c>less than two years ago</c></summary>
    After,
}
