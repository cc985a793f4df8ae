using CsCheck;
using NewsNlp.Learning;
using NewsNlp.Tagging;
using Xunit;

namespace NewsNlp.Tests.Tagging;

public sealed class SpellingTests
{
    private static readonly Spelling English = new(WordClusters.Of(ModelSource.Embedded));
    private static readonly LemmaRules Lemmas = LemmaRules.Load(ModelSource.Embedded);

    [Theory]
    [InlineData("enviroment", "environment")]
    [InlineData("definitly", "definitely")]
    [InlineData("nulcear", "nuclear")]
    [InlineData("Miliatry", "military")]
    [InlineData("occassion", "occasion")]
    [InlineData("sooooo", "so")]
    [InlineData("arrrived", "arrived")]
    public void A_misspelt_word_is_mended(string form, string word) => Assert.Equal(word, Mended(form));

    [Theory]
    [InlineData("environment")]
    [InlineData("defunded")]
    [InlineData("repainted")]
    [InlineData("uncooperativeness")]
    [InlineData("wrk")]
    [InlineData("ENVIROMENT")]
    [InlineData("enviroMent")]
    [InlineData("co-operat")]
    [InlineData("ministèr")]
    [InlineData("enviroment2")]
    [InlineData("xqzvbbkw")]
    [InlineData("")]
    public void A_word_that_is_known_made_or_like_none_is_left_alone(string form) => Assert.Null(Mended(form));

    [Fact]
    public void Any_letters_are_read_without_error() => Gen.String[Gen.Char["abeiorstyAZ"], 0, 30].Sample(form => Mended(form)?.Length != 0);

    [Theory]
    [InlineData("enviroments", "NNS", PartOfSpeech.Noun, "environment")]
    [InlineData("recieved", "VBD", PartOfSpeech.Verb, "receive")]
    [InlineData("Definitly", "RB", PartOfSpeech.Adverb, "definitely")]
    [InlineData("enviroment", "NNP", PartOfSpeech.ProperNoun, "Enviroment")]
    [InlineData("enviroment", "FW", PartOfSpeech.Other, "enviroment")]
    public void The_lemma_is_that_of_the_mended_word_except_in_names(string form, string tag, PartOfSpeech pos, string lemma) =>
        Assert.Equal(lemma, Lemmas.Lemma(form, PennTags.IndexOf(tag), pos), ignoreCase: tag == "NNP");

    [Theory]
    [InlineData("HAS", "VBZ", PartOfSpeech.Auxiliary, "have")]
    [InlineData("Dangerous", "JJ", PartOfSpeech.Adjective, "dangerous")]
    [InlineData("OKONKWO", "NNP", PartOfSpeech.ProperNoun, "Okonkwo")]
    [InlineData("KABUL", "NNP", PartOfSpeech.ProperNoun, "Kabul")]
    [InlineData("UNESCO", "NNP", PartOfSpeech.ProperNoun, "UNESCO")]
    [InlineData("QZX", "NNP", PartOfSpeech.ProperNoun, "QZX")]
    [InlineData("Q.Z.X.V.", "NNP", PartOfSpeech.ProperNoun, "Q.Z.X.V.")]
    [InlineData("b/c", "NN", PartOfSpeech.Noun, "because")]
    [InlineData("hrs", "NNS", PartOfSpeech.Noun, "hour")]
    [InlineData("stabbed", "VBD", PartOfSpeech.Verb, "stab")]
    [InlineData("hissed", "VBD", PartOfSpeech.Verb, "hiss")]
    [InlineData("headaches", "NNS", PartOfSpeech.Noun, "headache")]
    public void Capitals_short_forms_and_endings(string form, string tag, PartOfSpeech pos, string lemma) =>
        Assert.Equal(lemma, Lemmas.Lemma(form, PennTags.IndexOf(tag), pos));

    private static string? Mended(string form)
    {
        Span<char> mended = stackalloc char[Spelling.MaxLength + 1];
        return English.TryMend(form, mended, out int length) ? mended[..length].ToString() : null;
    }
}
