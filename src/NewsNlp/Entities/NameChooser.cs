using NewsNlp.Drafts;

namespace NewsNlp.Entities;

/// <summary>Chooses names that do not overlap so that together they are worth most. Keeps its working memory.</summary>
internal sealed class NameChooser
{
    // A candidate is worth its chance less the price of its class: a higher price finds fewer names, and more of them right.
    private static readonly int[] Prices = [0, Price(0.28), Price(0.42), Price(0.28), Price(0.4), Price(0.4)];

    private int[] _values = [];
    private int[] _choices = [];

    /// <summary>Adds those chosen among candidates <c>[first, end)</c>, which stand by first token.</summary>
    public void Choose(List<NameCandidate> candidates, List<NameVerdict> verdicts, int first, int end, List<NameData> names)
    {
        int start = candidates[first].First, last = start;
        for (int i = first; i < end; i++) last = Math.Max(last, candidates[i].End);
        Weigh(candidates, verdicts, first, end, last);
        for (int token = start; token < last;)
        {
            int choice = _choices[token - start];
            if (choice >= 0) names.Add(NameOf(candidates[choice], verdicts[choice]));
            token = choice < 0 ? token + 1 : candidates[choice].End;
        }
    }

    // From the last token to the first: the most that names from here on are worth, and which of them begins here.
    private void Weigh(List<NameCandidate> candidates, List<NameVerdict> verdicts, int first, int end, int last)
    {
        int start = candidates[first].First, next = end - 1;
        if (_values.Length <= last - start) (_values, _choices) = (new int[2 * (last - start) + 1], new int[2 * (last - start) + 1]);
        _values[last - start] = 0;
        for (int token = last - 1; token >= start; token--)
        {
            (int value, int choice) = (_values[token + 1 - start], -1);
            for (; next >= first && candidates[next].First == token; next--)
            {
                int worth = verdicts[next].Chance - Prices[(int)verdicts[next].Class] + _values[candidates[next].End - start];
                if (worth > value) (value, choice) = (worth, next);
            }
            (_values[token - start], _choices[token - start]) = (value, choice);
        }
    }

    private static int Price(double share) => (int)(share * NameVerdict.Certain);

    private static NameData NameOf(in NameCandidate candidate, NameVerdict verdict) =>
        new(candidate.First, candidate.End, TypeOf(candidate, verdict.Class), (float)verdict.Chance / NameVerdict.Certain);

    // Where the labelling knows no type of the class, the commonest.
    private static EntityType TypeOf(in NameCandidate candidate, NameClass of) => candidate.Types[(int)of] != 0 ? (EntityType)candidate.Types[(int)of] : of switch
    {
        NameClass.Person => EntityType.Person,
        NameClass.Place => EntityType.GeopoliticalEntity,
        NameClass.Organization => EntityType.Organization,
        NameClass.People => EntityType.Norp,
        _ => EntityType.Event,
    };
}
