using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Paragraphs of a printed conversation, each of which opens with who speaks: HOLM: And what then? ¶ Ada Okoro: Nothing.</summary>
internal sealed class Transcript(StatementTokens tokens)
{
    private const int LongestLabel = 4, FewestWords = 3, FewestVoices = 2, FewestTurns = 2;

    /// <summary>The turns in text order; none where fewer than two voices speak at least twice each.</summary>
    public List<(WordRange Label, WordRange Content)> Turns()
    {
        List<(WordRange Label, WordRange Content)> turns = [];
        List<SentenceData> sentences = tokens.Draft.Sentences;
        for (int s = 0; s < sentences.Count; s++)
        {
            if (s > 0 && sentences[s - 1].Block == sentences[s].Block) continue;
            int colon = ColonOf(sentences[s]);
            if (colon >= 0 && TurnOf(s, colon) is { } turn) turns.Add(turn);
        }
        RemoveNoVoices(turns);
        if (!IsConversation(turns)) turns.Clear();
        return turns;
    }

    // A label that is not in capitals throughout may be anything (Pros: …) unless it is somewhere known for a person's name.
    private void RemoveNoVoices(List<(WordRange Label, WordRange Content)> turns)
    {
        HashSet<uint> voices = [];
        foreach ((WordRange label, _) in turns)
            if (tokens[label.Last].Name == EntityType.Person || IsCapitals(label)) voices.Add(tokens[label.Last].Word);
        turns.RemoveAll(turn => !voices.Contains(tokens[turn.Label.Last].Word));
    }

    private bool IsCapitals(WordRange label)
    {
        for (int t = label.First; t <= label.Last; t++)
            if (!IsCapitals(tokens.Draft.Form(t))) return false;
        return true;
    }

    // Behind capitalised words alone at the start of a paragraph.
    private int ColonOf(SentenceData sentence)
    {
        int first = sentence.FirstToken;
        if (!tokens[first].IsWord) first++;
        for (int t = first; t < Math.Min(sentence.EndToken, first + LongestLabel + 1); t++)
        {
            if (!tokens[t].IsWord && t > first && tokens.Draft.Form(t) is ":") return t;
            if (!IsCapitalised(tokens.Draft.Form(t))) return -1;
        }
        return -1;
    }

    private (WordRange, WordRange)? TurnOf(int sentence, int colon)
    {
        List<SentenceData> sentences = tokens.Draft.Sentences;
        int end = sentence + 1;
        while (end < sentences.Count && sentences[end].Block == sentences[sentence].Block) end++;
        int label = tokens.NextWord(sentences[sentence].FirstToken, 1), first = tokens.NextWord(colon + 1, 1), last = tokens.NextWord(sentences[end - 1].EndToken - 1, -1);
        bool speaks = label >= 0 && label < colon && first > colon && last - first + 1 >= FewestWords && tokens[first].Block == tokens[colon].Block;
        return speaks ? (new WordRange(label, colon - 1), new WordRange(first, last)) : null;
    }

    private bool IsConversation(List<(WordRange Label, WordRange Content)> turns)
    {
        Dictionary<uint, int> voices = [];
        foreach ((WordRange label, _) in turns)
        {
            uint voice = tokens[label.Last].Word;
            voices[voice] = voices.GetValueOrDefault(voice) + 1;
        }
        int steady = 0;
        foreach (int count in voices.Values)
            if (count >= FewestTurns) steady++;
        return steady >= FewestVoices;
    }

    private static bool IsCapitalised(ReadOnlySpan<char> form) => char.IsUpper(form[0]) || form is ".";

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        bool letter = false;
        foreach (char c in form)
        {
            if (char.IsLower(c) || char.IsDigit(c)) return false;
            letter |= char.IsUpper(c);
        }
        return letter || form is ".";
    }
}
