using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>Rewrites a few sentences in capitals or as a title, so that headlines, rare in treebanks, are learned as well.</summary>
internal sealed class HeadlineMaker(ulong seed, float share)
{
    private const int SmallWord = 3;

    private Random64 _random = new(seed);

    public CorpusToken[] Rewrite(CorpusToken[] tokens)
    {
        float draw = _random.NextSingle();
        if (draw < share / 2) return [.. tokens.Select(token => token with { Form = token.Form.ToUpperInvariant() })];
        return draw < share ? [.. tokens.Select((token, i) => token with { Form = Title(token.Form, i) })] : tokens;
    }

    private static string Title(string form, int position) =>
        position > 0 && form.Length <= SmallWord ? form : char.ToUpperInvariant(form[0]) + form[1..];
}
