using NewsNlp.Drafts;
using NewsNlp.Tagging;

namespace NewsNlp.Syntax;

/// <summary>What mending tags needs: the weights, and the lemmas that change with a tag.</summary>
internal sealed record TagMending(RetagModel Retags, LemmaRules Lemmas)
{
    /// <param name="window">Bytes of a <see cref="ParserNetwork.TokenWindow"/>.</param>
    /// <exception cref="InvalidModelException">A model is missing, damaged or of another shape.</exception>
    public static TagMending Load(ModelSource models, int window) => new(RetagModel.Read(models.Load(RetagModel.Name), window), LemmaRules.Read(models.Load(LemmaRules.Model)));
}

/// <summary>
/// Mends tags: a word that the tagger was in doubt about is tagged once more by what the parser's network knows of it, which has seen the words on
/// both sides, their vectors and their tags. All other words keep their tags.
/// </summary>
/// <remarks>Belongs to one thread at a time. Whole numbers make the answer the same at every vector width.</remarks>
internal sealed class Retagger(RetagModel model, LemmaRules lemmas)
{
    // The model learned from taggers that knew half of the documents and err more often than the one that knows all.
    private const int Caution = (1 << ParserModel.ProductPlaces) / 3;

    private readonly int[] _sums = new int[model.HiddenWidth], _scores = new int[RetagModel.Scores];
    private readonly byte[] _hidden = new byte[model.HiddenWidth];

    /// <summary>Mends the tokens <c>[first, first + count)</c>, the sentence that <paramref name="network"/> has last read.</summary>
    public void Retag(DocumentDraft draft, int first, int count, ParserNetwork network)
    {
        for (int i = 0; i < count; i++)
        {
            ref TokenData token = ref draft.TokenBuffer[first + i];
            if (token.Doubt == 0) continue;
            int label = BestLabel(token, network.TokenWindow(i));
            (byte tag, PartOfSpeech pos) = (model.Labels.Tag(label), model.Labels.Pos(label));
            if (tag == token.Tag && pos == token.Pos) continue;
            (token.Tag, token.Pos) = (tag, pos);
            draft.Lemmas[first + i] = lemmas.Lemma(draft.Form(first + i), tag, pos);
        }
    }

    /// <summary>The likeliest label of a word in doubt, of those of the model.</summary>
    /// <param name="window">See <see cref="ParserNetwork.TokenWindow"/>.</param>
    internal int BestLabel(in TokenData token, ReadOnlySpan<byte> window)
    {
        int first = RetagModel.RowOf(model.Labels, token.Tag, token.Pos);
        model.Hidden.Score(window, _sums);
        Add(model.HiddenLabels, first, _sums);
        Add(model.HiddenSeconds, token.SecondTag, _sums);
        Activate();
        model.Output.Score(_hidden, _scores);
        Add(model.OutputLabels, first, _scores);
        Add(model.OutputSeconds, token.SecondTag, _scores);
        if (first > 0) _scores[first - 1] += model.Leads[token.Lead / RetagModel.LeadStep] + Caution;
        int best = 0;
        for (int i = 1; i < model.Labels.Count; i++) if (_scores[i] > _scores[best]) best = i;
        return best;
    }

    private static void Add(short[] table, int row, int[] sums)
    {
        ReadOnlySpan<short> addend = table.AsSpan(row * sums.Length, sums.Length);
        for (int i = 0; i < addend.Length; i++) sums[i] += addend[i];
    }

    // Nothing below zero, rounded, cut at the largest byte.
    private void Activate()
    {
        const int Shift = ParserModel.ProductPlaces - ParserModel.BytePlaces;
        for (int i = 0; i < _sums.Length; i++) _hidden[i] = (byte)Math.Clamp((_sums[i] + (1 << (Shift - 1))) >> Shift, 0, byte.MaxValue);
    }
}
