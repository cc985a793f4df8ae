using NewsNlp.Tagging;

namespace NewsNlp.Training.Tagging;

/// <summary>How English spells a verb before <c>-ed</c> and <c>-ing</c>.</summary>
internal static class VerbEnding
{
    private const int ShortestVerb = 3;

    private static readonly string[] Endings = ["ing", "est", "ed", "er"];

    /// <summary>False where the script would take <c>staring</c> for a form of <c>star</c>, or <c>camped</c> for one of <c>cam</c>.</summary>
    public static bool Allows(LemmaScript script, string form)
    {
        int ending = form.EndsWith("ing", StringComparison.Ordinal) ? 3 : form.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || script.Append.Length > 1) return true;
        int verb = form.Length - script.Strip;
        if (verb + script.Append.Length < ShortestVerb || script.Strip < ending - 1) return false;
        return script switch
        {
            { Append: "y" } => form[^(ending + 1)] == 'i',
            { Append: "e" } => script.Strip == ending,
            { Append: "" } when script.Strip == ending => !DoublesLast(form[..verb]),
            { Append: "" } when script.Strip == ending + 1 => form[verb] == form[verb - 1],
            { Append: "" } => script.Strip == 1 && ending == 2,
            _ => false,
        };
    }

    /// <summary>The script that takes an ending off with the consonant that is doubled before it (<c>stabbed</c>, <c>hotter</c>); none where none is doubled.
    /// Verbs with a double s or f have it themselves.</summary>
    public static IEnumerable<LemmaScript> Doubled(string form)
    {
        string? ending = Endings.FirstOrDefault(ending => form.EndsWith(ending, StringComparison.Ordinal));
        int at = form.Length - (ending?.Length ?? 0) - 1;
        if (ending is not null && at >= ShortestVerb && !IsVowel(form[at]) && form[at] is not ('s' or 'f') && form[at] == form[at - 1]) yield return new LemmaScript(LemmaCase.Keep, (byte)(ending.Length + 1), "");
    }

    // One vowel and one consonant behind it: such a verb writes the consonant twice.
    private static bool DoublesLast(string verb) =>
        IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && verb.Count(IsVowel) == 1;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
