using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy.Syntax;

/// <summary>
/// Counts right arcs as the CoNLL 2018 shared task did: words are matched by where they stand, an arc is right where its head is matched
/// too, and the score is F1 over words; with the gold words that is the share of right ones. All words count, punctuation included.
/// </summary>
internal sealed class AttachmentCounts
{
    private int _gold, _found, _arcs, _labelled, _universal;

    /// <summary>Heads.</summary>
    public double Unlabelled => F1(_arcs);

    /// <summary>Heads and relations with their subtypes.</summary>
    public double Labelled => F1(_labelled);

    /// <summary>Heads and relations without subtypes.</summary>
    public double Universal => F1(_universal);

    public void Add(CorpusDocument gold, DocumentDraft found)
    {
        _gold += gold.Tokens.Length;
        _found += found.TokenCount;
        Dictionary<TextSpan, int> places = [];
        for (int i = 0; i < gold.Tokens.Length; i++) places.TryAdd(gold.Tokens[i].Span, i);
        foreach (TokenData token in found.Tokens)
            if (places.TryGetValue(token.Span, out int place)) AddWord(gold, gold.Tokens[place], found, token);
    }

    private void AddWord(CorpusDocument gold, CorpusToken expected, DocumentDraft found, TokenData token)
    {
        TextSpan? expectedHead = expected.Head < 0 ? null : gold.Tokens[expected.Head].Span;
        TextSpan? head = token.Head < 0 ? null : found.Tokens[token.Head].Span;
        if (head != expectedHead) return;
        _arcs++;
        string relation = Relations.Names[token.Relation];
        if (relation == expected.Relation) _labelled++;
        if (Part(relation) == Part(expected.Relation)) _universal++;
    }

    private static string Part(string relation) => relation.Split(':')[0];

    private double F1(int right) => 200.0 * right / Math.Max(1, _gold + _found);
}
