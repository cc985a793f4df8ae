using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Reads the quantities of one sentence, from left to right.</summary>
internal sealed class SentenceReader
{
    private readonly QuantityLexicon _lexicon = new();
    private readonly SimpleReader _simple;
    private readonly SpecialReader _special;
    private readonly RangeReader _ranges;
    private readonly ModifierReader _modifiers;
    private readonly Blockers _blockers;

    public SentenceReader()
    {
        _simple = new SimpleReader(_lexicon);
        _special = new SpecialReader(_lexicon);
        _ranges = new RangeReader(_simple);
        _modifiers = new ModifierReader(_lexicon);
        _blockers = new Blockers(_lexicon);
    }

    public void Read(AtomView view, List<Candidate> found)
    {
        found.Clear();
        for (int i = 0; i < view.Count;)
        {
            if (!MayStart(view, i))
            {
                i++;
                continue;
            }
            bool take = TryRead(view, i, out Candidate candidate);
            if (take)
            {
                int before = found.Count > 0 ? found[^1].End : 0;
                candidate.First = Math.Max(candidate.First, before);
                Qualify(view, ref candidate);
                candidate.PhraseFirst = Math.Max(candidate.PhraseFirst, before);
                found.Add(candidate);
            }
            i = Math.Max(i + 1, candidate.End);
        }
        ShareInLists(view, found);
    }

    private bool MayStart(AtomView view, int i) => view.Atoms[i].Kind switch
    {
        AtomKind.Number => true,
        AtomKind.Symbol => view.Text(i)[0] > '\x7F',
        _ => _lexicon.TryNumber(view.Text(i), out _) || view.Is(i, "a") || view.Is(i, "an") || view.Is(i, "x"),
    };

    private bool TryRead(AtomView view, int i, out Candidate found)
    {
        if (_special.TryRead(view, i, out found)) return true;
        Outcome outcome = _simple.Read(view, i, out found);
        if (outcome is Outcome.None or Outcome.Blocked or Outcome.Duration) return false;
        if (ShareOfWhole(view, ref found, outcome)) return true;
        Outcome range = _ranges.Extend(view, outcome, ref found);
        if (range == Outcome.Duration) return false;
        if (range != Outcome.None) outcome = range;
        if (outcome == Outcome.Measured) return true;
        return ReadAge(view, ref found) || _simple.ReadVagueUnit(view, ref found) || ReadCount(view, ref found);
    }

    // "one in five", "nine out of 10"
    private bool ShareOfWhole(AtomView view, ref Candidate found, Outcome outcome)
    {
        if (outcome != Outcome.Bare || found.Number.Vague || found.Number.Fraction) return false;
        int at = found.End;
        int next = view.Is(at, "in") ? at + 1 : view.Is(at, "out") && view.Is(at + 1, "of") ? at + 2 : -1;
        if (next < 0 || view.Is(next, "every") && ++next < 0) return false;
        if (_simple.Read(view, next, out Candidate whole) != Outcome.Bare || whole.First != next) return false;
        if (whole.Number.Vague || found.Value <= 0 || whole.Value <= found.Value || (whole.Number.Plain && whole.Value >= 1400 && whole.Value <= 2100)) return false;
        found.Value /= whole.Value;
        found.Type = QuantityType.Ratio;
        found.End = whole.End;
        return true;
    }

    // "aged 45", "at age 45", "Reyl, 44, said"
    private static bool ReadAge(AtomView view, ref Candidate found)
    {
        if (found.Number.Value is <= 0 or > 125 || found.Number.Scaled || found.Number.Vague || found.Number.Fraction) return false;
        int before = found.First - 1;
        bool aged = view.Is(before, "aged") || view.Is(before, "age") || view.Is(before, "ages") || (view.Is(before, "of") && view.Is(before - 1, "age"));
        bool apposed = found.Number.Plain && view.IsSymbol(before, ',') && view.Pos(before - 1) == PartOfSpeech.ProperNoun
            && (view.IsSymbol(found.End, ',') || view.IsSymbol(found.End, ';') || (view.IsSymbol(found.End, '.') && found.End == view.Count - 1)) && found.Number.Value >= 5;
        if (!aged && !apposed) return false;
        found.Type = QuantityType.Age;
        found.Unit = "year";
        return true;
    }

    private bool ReadCount(AtomView view, ref Candidate found)
    {
        CountMatch count = CountReader.Read(view, CountStart(view, found), found.Number.Vague);
        if (count.Found && IsTime(view, count.Head)) return false;
        if (_blockers.WithoutUnit(view, found.Number, count.Found)) return false;
        if (found.Number.Fraction) return ReadFraction(view, ref found);
        found.Type = count.Found || found.Number.Vague ? QuantityType.Count : QuantityType.Number;
        if (!count.Found) return found.Upper is not null || !IsLonelyWord(view, found);
        found.Unit = Lemma(view, count.Head);
        if (found.Number.Vague || !view.Is(found.End, "of")) found.End = count.End;
        return true;
    }

    private static int CountStart(AtomView view, in Candidate found) =>
        view.IsHyphen(found.End) && view.Glued(found.End) ? found.End + 1
        : view.IsSymbol(found.End, '+') ? found.End + 1 : found.End;

    // "two-thirds of the seats" is a share; "the second half" is none.
    private static bool ReadFraction(AtomView view, ref Candidate found)
    {
        found.Type = QuantityType.Ratio;
        if (!view.Is(found.First, "half") || found.End != found.First + 1) return true;
        bool whole = view.Is(found.End, "of") || view.Pos(found.End) is PartOfSpeech.Determiner or PartOfSpeech.Pronoun;
        return whole && view.Pos(found.First - 1) != PartOfSpeech.Adjective && !view.IsHyphen(found.First - 1);
    }

    private static bool IsLonelyWord(AtomView view, in Candidate found) => view.Is(found.First, "one") || (!found.Number.Digits && found.Number.Value == 0);

    private bool IsTime(AtomView view, int head) => _lexicon.TimeUnits.Contains(view.Text(head)) || (_lexicon.Months.Contains(view.Text(head)) && view.StartsUpper(head));

    private static string Lemma(AtomView view, int head)
    {
        Atom atom = view.Atoms[head];
        TokenData token = view.Draft.TokenBuffer[atom.Token];
        bool whole = token.Start == atom.Start && token.End == atom.End;
        return whole && view.Draft.Lemmas[atom.Token] is { Length: > 0 } lemma ? lemma : view.Text(head).ToString().ToLowerInvariant();
    }

    private void Qualify(AtomView view, ref Candidate found)
    {
        QuantityModifier modifier = _modifiers.Before(view, found.First, out int first);
        bool change = modifier is QuantityModifier.Up or QuantityModifier.Down;
        if (change && found.Type is not (QuantityType.Percent or QuantityType.Money or QuantityType.Measure or QuantityType.Temperature or QuantityType.Ratio))
            modifier = QuantityModifier.None;
        if (modifier == QuantityModifier.None) modifier = ModifierReader.Behind(view, found.End);
        else found.PhraseFirst = first;
        found.Modifier = modifier;
    }

    // "5, 6 and 7 million euros": what the last of a list says counts for all of it.
    private static void ShareInLists(AtomView view, List<Candidate> found)
    {
        for (int i = found.Count - 2; i >= 0; i--)
        {
            Candidate one = found[i], next = found[i + 1];
            if (one.Type != QuantityType.Number || !next.HasUnit || next.Type is QuantityType.Age or QuantityType.Multiple || !IsListed(view, one.End, next.First)) continue;
            one.Type = next.Type;
            one.Unit = next.Unit;
            if (next.Number.Scaled && !one.Number.Scaled && one.Number.Value < 1000)
            {
                one.Value *= next.Number.Scale;
                one.Number = one.Number with { Scale = next.Number.Scale };
            }
            found[i] = one;
        }
    }

    private static bool IsListed(AtomView view, int from, int to)
    {
        if (to <= from || to - from > 2) return false;
        for (int i = from; i < to; i++)
            if (!view.IsSymbol(i, ',') && !view.Is(i, "and") && !view.Is(i, "or") && !view.IsSymbol(i, '/')) return false;
        return true;
    }
}
