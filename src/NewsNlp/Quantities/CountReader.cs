namespace NewsNlp.Quantities;

/// <summary>The noun phrase that a number counts.</summary>
/// <param name="End">Atom behind the head noun.</param>
/// <param name="Head">Atom of the head noun; -1 where nothing is counted.</param>
internal readonly record struct CountMatch(int End, int Head)
{
    public bool Found => Head >= 0;
}

/// <summary>Reads the noun phrase behind a number by its tags.</summary>
internal static class CountReader
{
    private const int MaxAtoms = 9;

    public static CountMatch Read(AtomView view, int at, bool vague)
    {
        int start = at;
        if (view.Is(at, "of") && (vague || IsDeterminer(view, at + 1))) at = IsDeterminer(view, at + 1) ? at + 2 : at + 1;
        else if (IsDeterminer(view, at)) return new CountMatch(start, -1);
        // "23 of the 150 seats": the noun behind the whole is counted.
        if (at > start && view.IsNumber(at)) at++;
        return Phrase(view, at);
    }

    private static CountMatch Phrase(AtomView view, int at)
    {
        int head = -1, end = at;
        for (int i = at; i < at + MaxAtoms && view.In(i); i++)
        {
            if (view.IsHyphen(i) && view.Glued(i) && view.Glued(i + 1)) continue;
            if (!view.IsWord(i)) break;
            PartOfSpeech pos = view.Pos(i);
            if (pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun)
            {
                if (head >= 0 && EndsPhrase(view, head, i)) break;
                (head, end) = (i, i + 1);
            }
            else if (head >= 0 && !view.IsHyphen(i - 1)) break;
            else if (!MayStandBeforeNoun(view, i, pos)) break;
        }
        return new CountMatch(end, head);
    }

    // A plural ends the phrase, but for a compound: "sales people"; a name behind it begins another.
    private static bool EndsPhrase(AtomView view, int head, int next)
    {
        if (view.IsHyphen(next - 1)) return false;
        bool plural = view.Tag(head) is "NNS" or "NNPS";
        bool nameBehindNoun = view.Pos(next) == PartOfSpeech.ProperNoun && view.Pos(head) == PartOfSpeech.Noun;
        return nameBehindNoun || (plural && view.Tag(next) is not ("NNS" or "NN")) || (plural && view.Tag(next) == "NN");
    }

    private static bool MayStandBeforeNoun(AtomView view, int i, PartOfSpeech pos) => pos switch
    {
        PartOfSpeech.Adjective => true,
        PartOfSpeech.Adverb => view.Pos(i + 1) == PartOfSpeech.Adjective || view.Tag(i + 1) == "VBN",
        PartOfSpeech.Verb => view.Tag(i) is "VBN" or "VBG" && view.Pos(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.ProperNoun,
        _ => view.IsHyphen(i + 1) || view.IsHyphen(i - 1),
    };

    private static bool IsDeterminer(AtomView view, int i) =>
        view.Is(i, "the") || view.Is(i, "these") || view.Is(i, "those") || view.Is(i, "its") || view.Is(i, "their") || view.Is(i, "his")
        || view.Is(i, "her") || view.Is(i, "our") || view.Is(i, "my") || view.Is(i, "your") || view.Is(i, "all");
}
