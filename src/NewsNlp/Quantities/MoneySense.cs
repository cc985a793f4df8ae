using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>
/// Decides which currency an ambiguous name means in this article. A bare dollar is the US dollar, unless the article marks US dollars
/// as such (<c>US$</c>) and speaks of a country with dollars of its own: then it is that country's. Any other name means the member of its
/// family that the article's places and peoples point to most often, else the first of the table.
/// </summary>
internal sealed class MoneySense
{
    private readonly QuantityLexicon _lexicon;
    private readonly AtomList _atoms;
    private readonly int[][] _votes;
    private readonly string[] _codes;
    private DocumentDraft? _draft;
    private bool _resolved;
    private bool _poundsAreMoney;

    public MoneySense(QuantityLexicon lexicon)
    {
        _lexicon = lexicon;
        _atoms = new AtomList(lexicon.Vocabulary);
        _votes = new int[lexicon.Currencies.FamilyCount][];
        for (int i = 0; i < _votes.Length; i++) _votes[i] = new int[lexicon.Currencies.Members(i).Count];
        _codes = new string[_votes.Length];
    }

    /// <summary>Turns to the next article; null where there is none.</summary>
    public void Begin(DocumentDraft? draft)
    {
        _draft = draft;
        _resolved = _poundsAreMoney = false;
    }

    public void Apply(CurrencyEntry currency, ref FoundQuantity found)
    {
        found.Type = QuantityType.Money;
        found.Unit = currency.Family < 0 ? currency.Code : Codes()[currency.Family];
        if (currency.Scale > 1)
        {
            found.Value *= currency.Scale;
            found.Scale *= currency.Scale;
        }
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

    private string[] Codes()
    {
        if (_resolved) return _codes;
        _resolved = true;
        foreach (int[] votes in _votes) Array.Clear(votes);
        bool marked = CountVotes();
        CurrencyTable table = _lexicon.Currencies;
        for (int family = 0; family < _codes.Length; family++)
        {
            int best = family == table.Dollar && !marked ? 0 : Best(_votes[family]);
            _codes[family] = table.Members(family)[best];
        }
        return _codes;
    }

    private static int Best(int[] votes)
    {
        int best = 0;
        for (int i = 1; i < votes.Length; i++)
            if (votes[i] > votes[best]) best = i;
        return best;
    }

    // True where the article marks US dollars as such.
    private bool CountVotes()
    {
        bool marked = false;
        foreach (Pages.Block block in _draft!.Layout.Blocks)
        {
            _atoms.Clear(_draft.Text);
            AtomScanner.Scan(_draft.Text, block.Span.Start, block.Span.End, _atoms, _lexicon.Vocabulary);
            for (int at = 0; at < _atoms.Count; at++) marked |= Vote(at);
        }
        _atoms.Release();
        int pound = _lexicon.Currencies.Pound;
        _poundsAreMoney |= _votes[pound].AsSpan().ContainsAnyExcept(0);
        return marked;
    }

    private bool Vote(int at)
    {
        if (_lexicon.Currencies.Cues.Match(_atoms, at, out _) is { } cues)
            foreach (FamilyCue cue in cues) _votes[cue.Family][cue.Member]++;
        if (_lexicon.Currencies.Names.Match(_atoms, at, out _) is not { } currency) return false;
        _poundsAreMoney |= currency is { Code: "GBP", Family: < 0 } && _atoms[at].Length + _atoms[at + 1].Length > 1 && (currency.Symbol || !currency.Minor);
        return currency is { Code: "USD", Family: < 0, Symbol: true };
    }
}
