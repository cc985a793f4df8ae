using System.Globalization;
using Xunit;

namespace NewsNlp.Tests.Dates;

public sealed class DateTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddDates().Build();
    private static readonly ReadOptions Options = new() { Published = new DateOnly(2025, 6, 4) };

    [Theory]
    [InlineData("It opened in early March.", DateModifier.Start)]
    [InlineData("It opened in mid-2024.", DateModifier.Mid)]
    [InlineData("It opened late last year.", DateModifier.End)]
    [InlineData("It closed at the end of May.", DateModifier.End)]
    [InlineData("It took about two years.", DateModifier.Approx)]
    [InlineData("It took more than two years.", DateModifier.MoreThan)]
    [InlineData("It took nearly two years.", DateModifier.LessThan)]
    [InlineData("It took at least two years.", DateModifier.AtLeast)]
    [InlineData("It took up to two years.", DateModifier.AtMost)]
    [InlineData("It opened more than two years ago.", DateModifier.Before)]
    [InlineData("It opened less than two years ago.", DateModifier.After)]
    [InlineData("It opened in 2024.", DateModifier.None)]
    public void Modifiers_are_told(string text, DateModifier modifier) => Assert.Equal(modifier, Assert.Single(Pipeline.Read(text, Options).Dates).Modifier);

    [Theory]
    [InlineData("It began at 5 p.m. EST on Nov. 9.", -5)]
    [InlineData("A quake struck at 0345 GMT.", 0)]
    public void Zones_are_kept_beside_the_zone_s_own_time(string text, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Assert.Single(Pipeline.Read(text, Options).Dates).UtcOffset);

    [Fact]
    public void Culture_does_not_change_the_answer()
    {
        const string Text = "IT BEGAN ON FRIDAY, 1.5 YEARS AGO, IN APRIL 2023, AT 10:15 P.M.; Eid al-Fitr, Easter and the third quarter of 2024, 1.5 hours and 2 1/2 days too.";
        string expected = Values(Text);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Odd();
            Assert.Equal(expected, Values(Text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Made here, as the build has no cultures but the invariant one.
    private static CultureInfo Odd()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = "_";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Saturday;
        return culture;
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void The_ends_of_the_calendar_are_no_error(string published)
    {
        ReadOptions options = new() { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        const string Text = "Next week, last week, tomorrow, yesterday, 900 years ago, 9000 years later, last Friday, next Easter, a century ago, on Dec. 31, "
            + "at the end of the year, next month, the last week of 9999, 99999999999 days later, last Christmas, next Friday, the previous decade.";
        Assert.All(Pipeline.Read(Text, options).Dates, date => Assert.NotEmpty(date.Value));
    }

    [Theory]
    [InlineData("99999999999999 years ago")]
    [InlineData("in 99999999999999999999999999 years")]
    [InlineData("June 99999999999999, 2025")]
    [InlineData("the year 0, year 0000, 0000-00-00, 00/00/0000")]
    [InlineData("Feb 30, Feb. 30, 2025, 2025-02-30, 30 February, 2/30/2025")]
    [InlineData("week 54 of 2025, the 54th week of 2025, 2025-W54")]
    [InlineData("25:61, 24:60 p.m., 99:99 GMT, 13 p.m. on June 4, half past 99, a quarter to zero")]
    [InlineData("the 0th of June, the 99th of every month, Friday the 0th, the 1000000000000th century, 0 centuries ago")]
    [InlineData("fiscal 99999, FY0, Q9 2025, the ninth quarter of 2025, 9999-H2, Dec. 31, 9999 to Jan. 1, 10000")]
    [InlineData("1/0 years ago, 0/0 hours, -5 days ago, 1,000,000,000,000 weeks later, 0.0000001 seconds")]
    public void Hostile_numbers_are_no_error(string numbers)
    {
        foreach (string published in (string[])["2025-06-04", "9999-12-31", "0001-01-01"])
        {
            ReadOptions options = new() { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
            NewsDocument document = Pipeline.Read($"It began {numbers}. It ended on {numbers}, at {numbers} and by {numbers}.", options);
            Invariants.DocumentInvariants.Check(document);
            Assert.All(document.Dates, date => Assert.NotEmpty(date.Value));
        }
    }

    [Theory]
    [InlineData("the end of ")]
    [InlineData("the morning of the night of ")]
    [InlineData("1 full ")]
    [InlineData("two hundred thousand ")]
    [InlineData("June 4 to 5 to ")]
    [InlineData("the first day of ")]
    [InlineData("2025-")]
    [InlineData("June last Friday, ")]
    [InlineData("June 4 last Friday, ")]
    [InlineData("the same day the same quarter ")]
    [InlineData("the week of ")]
    [InlineData("between 3 and 4 ")]
    [InlineData("the 18th and ")]
    [InlineData("half past a quarter of a ")]
    [InlineData("Friday the 13th of last Easter of ")]
    public void Long_chains_end(string pattern)
    {
        NewsDocument document = Pipeline.Read(Invariants.HostileTexts.Repeat(pattern, 200_000), Options);
        Invariants.DocumentInvariants.Check(document);
    }

    private static string Values(string text) => string.Join(' ', Pipeline.Read(text, Options).Dates.Select(date => $"{date.Text}={date.Value}"));
}
