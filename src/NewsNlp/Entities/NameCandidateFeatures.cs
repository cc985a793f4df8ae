using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>What the trees are told of a candidate: bytes at fixed places, so that the order here is part of the model format.</summary>
internal ref struct NameCandidateFeatures(DocumentDraft draft, NameText text, Gazetteer gazetteer, NameNetwork? network, Span<byte> to)
{
    /// <summary>So many there are, and so many where there is no network, of which the last tell.</summary>
    public const int Count = CountAlone + 14, CountAlone = 101;

    private static readonly ulong Of = FeatureHash.OfNormal("of");
    private static readonly ulong And = FeatureHash.OfNormal("and");

    private readonly Span<byte> _to = to;
    private int _count;

    /// <summary>Writes all features of a candidate.</summary>
    /// <param name="rival">The candidate that stands in its way and loses least; itself where there is none.</param>
    /// <param name="evidence">Of the document's other names.</param>
    public void Add(in NameCandidate candidate, in NameCandidate rival, NameEvidence evidence)
    {
        _count = 0;
        AddLosses(candidate);
        AddRival(candidate, rival);
        AddWords(candidate);
        AddPlace(candidate);
        AddEvidence(candidate, evidence);
        AddParts(candidate, evidence);
        AddInitials(candidate, evidence);
        if (network is not null) AddNetwork(candidate, network);
    }

    private void Add(int value) => _to[_count++] = (byte)Math.Clamp(value, 0, byte.MaxValue);

    private void Add(bool value) => Add(value ? 1 : 0);

    private void Add(ClassSums sums)
    {
        for (int c = 1; c < NameClasses.Count; c++) Add(sums[c]);
    }

    private void AddLosses(in NameCandidate candidate)
    {
        int best = (int)candidate.Best, second = 0;
        for (int c = 0; c < NameClasses.Count; c++) Add(candidate.Losses[c]);
        for (int c = 1; c < NameClasses.Count; c++)
            if (c != best && (second == 0 || candidate.Losses[c] < candidate.Losses[second])) second = c;
        for (int c = 0; c < NameClasses.Count; c++) Add(candidate.Shares[c]);
        Add(candidate.IsBest);
        Add(best);
        Add(second);
        Add(candidate.Types[best]);
        Add(candidate.Losses[second] - candidate.Losses[best]);
    }

    private void AddRival(in NameCandidate candidate, in NameCandidate rival)
    {
        bool any = rival.First != candidate.First || rival.End != candidate.End;
        Add(any ? rival.LeastLoss : byte.MaxValue);
        Add(any ? (int)rival.Best : 0);
        Add(any ? 1 + 3 * Order(rival.First, candidate.First) + Order(rival.End, candidate.End) : 0);
    }

    private static int Order(int a, int b) => 1 + Math.Sign(a - b);

    private void AddWords(in NameCandidate candidate)
    {
        SentenceData sentence = draft.Sentences[candidate.Sentence];
        Add(candidate.End - candidate.First);
        WordFacts first = text.Facts[candidate.First], last = text.Facts[candidate.End - 1];
        Add((int)first.Case);
        Add((int)last.Case);
        Add(candidate.First > sentence.FirstToken ? (int)text.Facts[candidate.First - 1].Case : 0);
        Add(candidate.End < sentence.EndToken ? (int)text.Facts[candidate.End].Case : 0);
        AddLists(first.Gazetteer);
        AddLists(last.Gazetteer);
        AddLists(Whole(candidate));
        Add(Has(candidate, Of));
        Add(Has(candidate, And));
        AddCases(first, candidate.First);
        AddCases(last, candidate.End - 1);
    }

    private void AddLists(GazetteerTypes types)
    {
        for (GazetteerTypes type = GazetteerTypes.FirstName; type <= GazetteerTypes.Nationality; type = (GazetteerTypes)(2 * (int)type)) Add((types & type) != 0);
    }

    private readonly GazetteerTypes Whole(in NameCandidate candidate)
    {
        ulong phrase = text.Facts[candidate.First].Normal;
        if (candidate.End - candidate.First == 1) return text.Facts[candidate.First].Gazetteer;
        if (candidate.End - candidate.First > Gazetteer.LongestPhrase) return GazetteerTypes.None;
        for (int token = candidate.First + 1; token < candidate.End; token++) phrase = Gazetteer.Extend(phrase, text.Facts[token].Normal);
        return gazetteer.Phrase(phrase);
    }

    private readonly bool Has(in NameCandidate candidate, ulong word)
    {
        for (int token = candidate.First; token < candidate.End; token++)
            if (text.Facts[token].Normal == word) return true;
        return false;
    }

    // How the document writes a word elsewhere.
    private void AddCases(WordFacts facts, int token)
    {
        WordEvidence.Word word = facts.IsNameLike ? text.Evidence[text.Number[token]] : default;
        Add(word.Lower);
        Add(word.Capital);
    }

    private void AddPlace(in NameCandidate candidate)
    {
        SentenceData sentence = draft.Sentences[candidate.Sentence];
        Add((int)text.Style[candidate.Sentence]);
        Add(candidate.Sentence);
        Add(draft.Sentences.Count);
        Add(candidate.First - sentence.FirstToken);
        Add(sentence.EndToken - candidate.End);
        Add(candidate.First > sentence.FirstToken && text.Facts[candidate.First - 1].IsNameLike);
        Add(candidate.End < sentence.EndToken && text.Facts[candidate.End].IsNameLike);
        Add(text.Joints[candidate.First] & 1);
        Add(text.Joints[candidate.End - 1] & 2);
    }

    private void AddEvidence(in NameCandidate candidate, NameEvidence evidence)
    {
        Add(evidence.Of(text, NameEvidence.Part.Whole, candidate.First, candidate.End));
        Add(evidence.Of(text, NameEvidence.Part.Front, candidate.First, candidate.End));
        Add(evidence.Of(text, NameEvidence.Part.Back, candidate.First, candidate.End));
        ClassSums sums = default, least = default;
        int words = 0;
        for (int token = candidate.First; token < Math.Min(candidate.End, candidate.First + NameEvidence.MaxWords); token++)
        {
            if (!text.Facts[token].IsNameLike) continue;
            ClassSums word = evidence.Of(text, NameEvidence.Part.Word, token, token + 1);
            for (int c = 0; c < NameClasses.Count; c++) (sums[c], least[c]) = (sums[c] + word[c], words == 0 ? word[c] : Math.Min(least[c], word[c]));
            words++;
        }
        for (int c = 0; c < NameClasses.Count; c++) sums[c] = words == 0 ? 0 : sums[c] / words;
        Add(sums);
        Add(least);
    }

    // The names that stand elsewhere and with which this one begins or ends.
    private void AddParts(in NameCandidate candidate, NameEvidence evidence)
    {
        ClassSums front = default, back = default;
        int length = candidate.End - candidate.First;
        if (length > 1)
        {
            front = evidence.Of(text, NameEvidence.Part.Whole, candidate.First, candidate.First + 1);
            back = evidence.Of(text, NameEvidence.Part.Whole, candidate.End - 1, candidate.End);
        }
        if (length > 2)
        {
            ClassSums longFront = evidence.Of(text, NameEvidence.Part.Whole, candidate.First, candidate.End - 1);
            ClassSums longBack = evidence.Of(text, NameEvidence.Part.Whole, candidate.First + 1, candidate.End);
            for (int c = 0; c < NameClasses.Count; c++) (front[c], back[c]) = (front[c] + longFront[c], back[c] + longBack[c]);
        }
        Add(front);
        Add(back);
    }

    private void AddInitials(in NameCandidate candidate, NameEvidence evidence)
    {
        ClassSums sums = default;
        if (candidate.End - candidate.First > 1) sums = evidence.OfAcronym(draft, text, candidate);
        else if (text.Facts[candidate.First].Case == WordCase.Upper) sums = evidence.OfSpelled(draft, candidate.First);
        Add(sums);
    }

    // What the network loses by each class, and what it takes the first token and those on either side for.
    private void AddNetwork(in NameCandidate candidate, NameNetwork network)
    {
        SentenceData sentence = draft.Sentences[candidate.Sentence];
        int start = candidate.First - (candidate.First - sentence.FirstToken) % NameTagger.MaxStretch;
        bool follows = candidate.First > start, goesOn = candidate.End < Math.Min(sentence.EndToken, start + NameTagger.MaxStretch);
        ReadOnlySpan<byte> first = network.LossesOf(candidate.First), behind = goesOn ? network.LossesOf(candidate.End) : [];
        int best = 0, second = 0, least = int.MaxValue, next = int.MaxValue;
        for (int c = 1; c < NameClasses.Count; c++)
        {
            int loss = first[ClassLabels.Begin(c)] + (goesOn ? LeastBut(behind, ClassLabels.Inside(c)) : 0);
            for (int token = candidate.First + 1; token < candidate.End; token++) loss += network.LossesOf(token)[ClassLabels.Inside(c)];
            Add(loss);
            if (loss < least) (second, next, best, least) = (best, least, c, loss);
            else if (loss < next) (second, next) = (c, loss);
        }
        int outside = 0;
        for (int token = candidate.First; token < candidate.End; token++) outside += network.LossesOf(token)[ClassLabels.Outside];
        Add(first[ClassLabels.Outside]);
        Add(Least(first, ClassLabels.Begin(1)));
        Add(Least(first, ClassLabels.Inside(1)));
        Add(goesOn ? Least(behind, ClassLabels.Inside(1)) : NameNetwork.MostLoss);
        Add(outside / (candidate.End - candidate.First));
        Add(follows ? network.LossesOf(candidate.First - 1)[ClassLabels.Outside] : 0);
        Add(goesOn ? behind[ClassLabels.Outside] : 0);
        Add(best);
        Add(second);
    }

    // Of the labels that begin a name, or of those that go on with one.
    private static int Least(ReadOnlySpan<byte> losses, int first)
    {
        int least = byte.MaxValue;
        for (int label = first; label < losses.Length; label += 2) least = Math.Min(least, losses[label]);
        return least;
    }

    private static int LeastBut(ReadOnlySpan<byte> losses, int label)
    {
        int least = byte.MaxValue;
        for (int other = 0; other < losses.Length; other++) if (other != label) least = Math.Min(least, losses[other]);
        return least;
    }
}
