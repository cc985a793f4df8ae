using System.Runtime.InteropServices;
using NewsNlp.Drafts;

namespace NewsNlp.Statements.Learned;

/// <summary>The words that may begin or end the content or the source of a cue.</summary>
internal sealed class SpanWindow
{
    private const int Reach = 70, MostQuotes = 12;

    public List<int> Starts { get; } = [];

    public List<int> Ends { get; } = [];

    /// <summary>What the content of a cue may begin and end with.</summary>
    public void FillForContent(StatementTokens tokens, CueSpan cue)
    {
        FillSentence(tokens, cue);
        AddQuotes(tokens, cue);
    }

    /// <summary>Every word of the cue's sentence, as far as <see cref="Reach"/> tokens away.</summary>
    public void FillSentence(StatementTokens tokens, CueSpan cue)
    {
        SentenceData sentence = tokens.Draft.Sentences[tokens[cue.First].Sentence];
        int first = Math.Max(sentence.FirstToken, cue.First - Reach), end = Math.Min(sentence.EndToken, cue.End + Reach);
        CollectionsMarshal.SetCount(Starts, end - first);
        Span<int> words = CollectionsMarshal.AsSpan(Starts);
        int count = AddWords(tokens, cue.End, end, words, AddWords(tokens, first, cue.First, words, 0));
        CollectionsMarshal.SetCount(Starts, count);
        CollectionsMarshal.SetCount(Ends, count);
        words[..count].CopyTo(CollectionsMarshal.AsSpan(Ends));
    }

    // Without a branch: nobody can foresee which tokens are words. What is written behind the last word is overwritten or cut off.
    private static int AddWords(StatementTokens tokens, int first, int end, Span<int> words, int count)
    {
        for (int t = first; t < end; t++)
        {
            words[count] = t;
            count += tokens[t].IsWord ? 1 : 0;
        }
        return count;
    }

    // Beyond the sentence: where the quotes of the same paragraph (and of the next, behind a colon) begin and end, in text order.
    private void AddQuotes(StatementTokens tokens, CueSpan cue)
    {
        SentenceData sentence = tokens.Draft.Sentences[tokens[cue.First].Sentence];
        int around = TextOrder.FirstFrom(tokens.QuoteTokens, cue.First, quote => quote.First);
        int block = tokens[cue.First].Block;
        bool announces = Announces(tokens, sentence, block);
        int starts = Starts.Count, ends = Ends.Count;
        for (int q = Math.Max(0, around - MostQuotes); q < Math.Min(tokens.Quotes.Count, around + MostQuotes); q++)
        {
            if (!tokens.Quotes[q].IsOutermost || !(tokens.Quotes[q].Block == block || (tokens.Quotes[q].Block == block + 1 && announces))) continue;
            (int first, int end) = tokens.QuoteTokens[q];
            AddEdge(Starts, tokens.NextWord(first, 1), sentence, first, end);
            AddEdge(Ends, tokens.NextWord(end - 1, -1), sentence, first, end);
        }
        if (Starts.Count > starts) Starts.Sort();
        if (Ends.Count > ends) Ends.Sort();
    }

    /// <summary>Leaves only the words that begin before, and end behind, what the span has to hold.</summary>
    public void MustHold(WordRange words)
    {
        Starts.RemoveAll(word => word > words.First);
        Ends.RemoveAll(word => word < words.Last);
    }

    /// <summary>Leaves out what lies at another cue or, seen from <paramref name="cue"/>, beyond it.</summary>
    public void MustNotReach(CueSpan other, CueSpan cue)
    {
        if (other.First >= cue.End) Ends.RemoveAll(word => word >= other.First);
        else Starts.RemoveAll(word => word < other.End);
    }

    // "She went on:" as the end of a paragraph announces the next one.
    private static bool Announces(StatementTokens tokens, SentenceData sentence, int block) =>
        tokens.Draft.Form(sentence.EndToken - 1) is ":" && (sentence.EndToken == tokens.Count || tokens[sentence.EndToken].Block != block);

    private static void AddEdge(List<int> list, int word, SentenceData sentence, int first, int end)
    {
        if (word < first || word >= end) return;
        if (word < sentence.FirstToken || word >= sentence.EndToken) list.Add(word);
    }
}
