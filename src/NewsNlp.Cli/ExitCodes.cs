namespace NewsNlp.Cli;

/// <summary>What the program ends with; wrong usage is 1, as System.CommandLine has it.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Some input could not be read; everything else was.</summary>
    public const int SomeInputFailed = 2;

    /// <summary>Stopped by the user, as shells number it.</summary>
    public const int Cancelled = 130;
}
