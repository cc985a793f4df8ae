using System.Runtime.Intrinsics;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Tagging;

namespace NewsNlp.Syntax;

/// <summary>What mending tags needs: the weights, and the lemmas that change with a tag.</summary>
internal sealed record TagMending(RetagModel Retags, LemmaRules Lemmas)
{
    /// <param name="window">Bytes of a <see cref="ParserNetwork.TokenWindow"/>.</param>
    /// <exception cref="InvalidModelException">A model is missing, damaged or of another shape.</exception>
    public static TagMending Load(ModelSource models, int window) => new(RetagModel.Read(models.Load(RetagModel.Name), window), LemmaRules.Load(models));
}

/// <summary>
/// Mends tags: a word that the tagger was in doubt about is tagged once more by what the parser's network knows of it, which has seen the words on
/// both sides, their vectors and their tags. All other words keep their tags.
/// </summary>
/// <remarks>Belongs to one thread at a time. Whole numbers make the answer the same at every vector width.</remarks>
internal sealed class Retagger(RetagModel model, LemmaRules lemmas)
{
    private readonly short[] _sums = new short[ByteMatrix.Panel];
    private readonly int[] _scores = new int[RetagModel.Scores];
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
        ReadHidden(first, token.SecondTag, window);
        model.Output.Score(_hidden, _scores);
        Add(model.OutputLabels.AsSpan(first * RetagModel.Scores, RetagModel.Scores), _scores);
        Add(model.OutputSeconds.AsSpan(token.SecondTag * RetagModel.Scores, RetagModel.Scores), _scores);
        if (first > 0) _scores[first - 1] += model.Leads[token.Lead / RetagModel.LeadStep];
        int best = 0;
        for (int i = 1; i < model.Labels.Count; i++) if (_scores[i] > _scores[best]) best = i;
        return best;
    }

    private void ReadHidden(int first, int second, ReadOnlySpan<byte> window)
    {
        (int label, int tag) = (first * model.HiddenWidth, second * model.HiddenWidth);
        for (int panel = 0; panel < model.HiddenWidth; panel += ByteMatrix.Panel)
        {
            model.Hidden.MultiplyOne(window, panel, _sums);
            LaneMath.Add(model.HiddenSeconds.AsSpan(tag + panel, ByteMatrix.Panel), _sums);
            ByteLayers.Activate(_sums, model.HiddenLabels.AsSpan(label + panel, ByteMatrix.Panel), [], _hidden.AsSpan(panel, ByteMatrix.Panel));
        }
    }

    private static void Add(ReadOnlySpan<short> row, Span<int> scores)
    {
        for (int i = 0; i < row.Length; i += Vector128<short>.Count)
        {
            (Vector128<int> low, Vector128<int> high) = Vector128.Widen(Vector128.Create(row.Slice(i, Vector128<short>.Count)));
            Span<int> to = scores.Slice(i, Vector128<short>.Count);
            (Vector128.Create<int>(to[..4]) + low).CopyTo(to);
            (Vector128.Create<int>(to[4..]) + high).CopyTo(to[4..]);
        }
    }
}
