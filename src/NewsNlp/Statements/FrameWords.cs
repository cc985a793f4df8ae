using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>What single tokens about a quote may be.</summary>
internal static class FrameWords
{
    /// <summary>A verb of saying outside of quotes, in the block of another token.</summary>
    public static bool Says(this StatementTokens tokens, int token, int near) =>
        tokens.Near(token, near) && tokens[token].Pos == PartOfSpeech.Verb && tokens[token].Quote < 0 && tokens[token].Cue == SpeechClass.Say;

    /// <summary>Part of a name of someone who may speak, also one that the names layer has left out.</summary>
    public static bool IsOfName(this StatementTokens tokens, int token) => tokens[token].IsSpeakingName || tokens[token].Pos == PartOfSpeech.ProperNoun;

    /// <summary>Names are taken to be no longer, so that walks over them stay short on any text.</summary>
    public const int LongestName = 60;

    /// <summary>A dash outside of quotes.</summary>
    public static bool IsDash(this StatementTokens tokens, int token) =>
        !tokens[token].IsWord && tokens.Draft.Form(token)[0] is '-' or '–' or '—' or '―' && tokens[token].Quote < 0;

    /// <summary>What ends a sentence or its like.</summary>
    public static bool IsFullStop(this StatementTokens tokens, int token) => !tokens[token].IsWord && tokens.Draft.Form(token) is "." or "!" or "?" or ";";

    /// <summary>True where some of the words stand in a quote.</summary>
    public static bool TouchesQuote(this StatementTokens tokens, WordRange range)
    {
        for (int t = range.First; t <= range.Last; t++)
            if (tokens[t].Quote >= 0) return true;
        return false;
    }
}
