using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>
/// Decides which currency an ambiguous name means in this article. A bare dollar is the US dollar, unless the article marks US dollars
/// as such (<c>US$</c>) and speaks of a country with dollars of its own: then it is that country's. Any other name means the member of its
/// family that the article's places and peoples point to most often, else the first of the table.
/// </summary>
internal sealed class MoneySense(DocumentDraft draft, QuantityLexicon lexicon)
{
    private string[]? _codes;
    private bool _poundsAreMoney;

    public void Apply(CurrencyEntry currency, ref FoundQuantity found)
    {
        found.Type = QuantityType.Money;
        found.Unit = currency.Family < 0 ? currency.Code : Codes()[currency.Family];
        if (!currency.Minor) return;
        found.Value /= 100;
        if (found.Upper is { } upper) found.Upper = upper / 100;
    }

    /// <summary>Whether <c>pounds</c> behind the number are a weight: not with a scale, and not where the article is about British money.</summary>
    public bool IsWeight(in FoundQuantity found, int end)
    {
        if (found.Scale >= 1000 && !found.Vague) return false;
        Codes();
        return !_poundsAreMoney || end < 0;
    }

    private string[] Codes() => _codes ??= Resolve();

    private string[] Resolve()
    {
        CurrencyTable table = lexicon.Currencies;
        int[][] votes = new int[table.FamilyCount][];
        for (int i = 0; i < votes.Length; i++) votes[i] = new int[table.Members(i).Count];
        bool marked = CountVotes(votes);
        string[] codes = new string[votes.Length];
        for (int family = 0; family < codes.Length; family++)
        {
            int best = family == table.Dollar && !marked ? 0 : Best(votes[family]);
            codes[family] = table.Members(family)[best];
        }
        return codes;
    }

    private static int Best(int[] votes)
    {
        int best = 0;
        for (int i = 1; i < votes.Length; i++)
            if (votes[i] > votes[best]) best = i;
        return best;
    }

    // True where the article marks US dollars as such.
    private bool CountVotes(int[][] votes)
    {
        AtomList atoms = new(lexicon.Vocabulary);
        bool marked = false;
        foreach (Pages.Block block in draft.Layout.Blocks)
        {
            atoms.Clear(draft.Text);
            AtomScanner.Scan(draft.Text, block.Span.Start, block.Span.End, atoms, lexicon.Vocabulary);
            for (int at = 0; at < atoms.Count; at++)
            {
                if (lexicon.Currencies.Cues.Match(atoms, at, out _) is { } cues)
                    foreach (FamilyCue cue in cues) votes[cue.Family][cue.Member]++;
                if (lexicon.Currencies.Names.Match(atoms, at, out _) is not { } currency) continue;
                marked |= currency is { Code: "USD", Family: < 0, Symbol: true };
                _poundsAreMoney |= currency is { Code: "GBP", Family: < 0 } && atoms[at].Length + atoms[at + 1].Length > 1 && (currency.Symbol || !currency.Minor);
            }
        }
        _poundsAreMoney |= votes[lexicon.Currencies.Pound][0] > 0 || votes[lexicon.Currencies.Pound].AsSpan(1).ContainsAnyExcept(0);
        return marked;
    }
}
