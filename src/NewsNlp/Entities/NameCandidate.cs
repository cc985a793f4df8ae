namespace NewsNlp.Entities;

/// <summary>Tokens that may be a name: what the sequence model thinks of it.</summary>
internal struct NameCandidate
{
    /// <summary>A loss is told in so many steps to one unit of log-odds.</summary>
    public const int Steps = 16;

    public int First;
    public int End;

    /// <summary>The number of its sentence in the document.</summary>
    public int Sentence;

    /// <summary>Candidates that may stand in each other's way have one segment.</summary>
    public int Segment;

    /// <summary>It is a name in the best labelling.</summary>
    public bool IsBest;

    /// <summary>
    /// For each class how much the best labelling that has this name loses against the best of all; for
    /// <see cref="NameClass.None"/> the best that has it not, and the greatest number where the best of all has it not.
    /// </summary>
    public ClassBytes Losses;

    /// <summary>For each class that of its types which loses least.</summary>
    public ClassBytes Types;

    /// <summary>What it is a share of: sixteen for each class and "no name" together.</summary>
    public ClassBytes Shares;

    /// <summary>The class of a name that loses least, and how much it does.</summary>
    public readonly NameClass Best
    {
        get
        {
            int best = 1;
            for (int c = 2; c < NameClasses.Count; c++)
                if (Losses[c] < Losses[best]) best = c;
            return (NameClass)best;
        }
    }

    public readonly int LeastLoss => Losses[(int)Best];
}
