using System.Runtime.CompilerServices;

namespace NewsNlp.Entities;

/// <summary>What is remembered of a word beside its scores.</summary>
internal struct NameWord
{
    public WordFacts Facts;

    /// <summary>For each position how far "no name" leads by this word alone.</summary>
    public PositionLeads Leads;
}

/// <summary>A number for each position in which a word can stand to the token that is being labelled.</summary>
[InlineArray(NameWordFeatures.Positions)]
internal struct PositionLeads
{
    private short _first;
}
