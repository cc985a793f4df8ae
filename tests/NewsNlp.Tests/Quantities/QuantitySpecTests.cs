using System.Globalization;
using Xunit;

namespace NewsNlp.Tests.Quantities;

/// <summary>Runs the table Specs/Quantities.txt: a sentence, then each of its quantities in a field of its own.</summary>
public sealed class QuantitySpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddQuantities().Build();

    [Fact]
    public void Finds_the_quantities_of_the_table()
    {
        List<string> wrong = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "Quantities.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string sentence = line.Split('\t')[0];
            string found = string.Join('\t', [sentence, .. Pipeline.Read(sentence).Quantities.Select(Show)]);
            if (found != line) wrong.Add($"{line}\n    found: {found[sentence.Length..].Trim()}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} sentences are read otherwise:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("10^400 and 0/0 and 1e999 and 1/0 percent")]
    [InlineData("$1e999 to $1e9999 a barrel")]
    [InlineData("It cost $")]
    [InlineData("-$-5 --5 +-5 5-- 5-a- 5/ /5 5.")]
    [InlineData("between 5 and and 6 to to 7 million million")]
    [InlineData("half of a of a half of half")]
    [InlineData("2^999999 and 10^400 metres and 2×10−999 and 0^0 and one over zero")]
    [InlineData("nine-point-two-million and two-and-a-half- and four hundred firsts and one zero fifth")]
    [InlineData("20 (kg and 20 <kg> and 20 (kg] of 5 (")]
    [InlineData("5\uD800 million \uDC00dollars ½½½ 1½½ ½/½")]
    public void Gives_a_defined_answer(string text)
    {
        foreach (Quantity quantity in Pipeline.Read(text).Quantities)
        {
            Assert.True(quantity.Value is null || double.IsFinite(quantity.Value.Value), quantity.Text);
            Assert.True(quantity.Upper is null || double.IsFinite(quantity.Upper.Value), quantity.Text);
            Assert.True(quantity.Phrase.Contains(quantity.Span), quantity.Text);
        }
    }

    [Fact]
    public void A_million_digits_have_no_value()
    {
        Quantity quantity = Assert.Single(Pipeline.Read("It is " + new string('7', 1_000_000) + " metres").Quantities);
        Assert.Null(quantity.Value);
        Assert.Equal("metre", quantity.Unit);
    }

    [Fact]
    public void Culture_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
            CultureInfo.CurrentCulture = other;
            Assert.Equal(1234.5, Assert.Single(Pipeline.Read("He paid $1,234.50 IN ALL.").Quantities).Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Bare_dollars_follow_the_article()
    {
        Assert.Equal("USD", Pipeline.Read("Toronto paid $5 million.").Quantities[0].Unit);
        Assert.Equal("CAD", Pipeline.Read("Toronto paid $5 million (US$4 million).").Quantities[0].Unit);
        Assert.Equal("PKR", Pipeline.Read("In Pakistan it costs 500 rupees.").Quantities[0].Unit);
        Assert.Equal("GBP", Pipeline.Read("In London it costs 500 pounds.").Quantities[0].Unit);
    }

    private static string Show(Quantity quantity)
    {
        string value = quantity.Value is { } number ? Number(number) : quantity.Magnitude is { } magnitude ? "~" + Number(magnitude) : "?";
        if (quantity.Upper is { } upper) value += ".." + Number(upper);
        string modifier = quantity.Modifier == QuantityModifier.None ? "" : quantity.Modifier.ToString();
        string unit = quantity.Per is null ? quantity.Unit ?? "" : $"{quantity.Unit} / {quantity.Per}";
        return string.Join(" | ", quantity.Text, quantity.Type.ToString(), value, unit, modifier).TrimEnd(' ', '|');
    }

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
