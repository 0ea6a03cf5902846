using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>How columns of numbers are recognised and read.</summary>
public sealed class NumberTests
{
    private static readonly Place Somewhere = new() { File = "test" };

    [Theory]
    [InlineData("1,5", ',')]
    [InlineData("86.98", '.')]
    [InlineData("0,125", ',')] // a leading zero is no thousands group
    [InlineData("0.125", '.')]
    [InlineData("1.234,5", ',')]
    [InlineData("1,234.5", '.')]
    [InlineData("1.234.567", ',')] // a mark that repeats is a thousands mark
    [InlineData("12345,678", ',')]
    [InlineData("1,234", null)]
    [InlineData("1234", null)]
    [InlineData("abc.def", null)]
    public void DecimalSign_OfOneCell_IsRecognised(string text, char? sign) => Assert.Equal(sign, StyleOf(false, text).OwnSign);

    [Theory]
    [InlineData("1.234", ',')] // a count has no fraction: one thousand two hundred
    [InlineData("1.000", null)]
    public void DecimalSign_OfACount_UsesThatItIsWhole(string text, char? sign) => Assert.Equal(sign, StyleOf(true, text).OwnSign);

    [Fact]
    public void UnclearColumn_IsReadAsTheOtherColumnsOfTheFile()
    {
        var (unclear, clear) = (StyleOf(false, "1.250"), StyleOf(false, "1,5"));
        var diagnostics = new DiagnosticBag();
        unclear.Decide([unclear, clear], diagnostics);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal((',', true), (unclear.DecimalSign, unclear.IsFromOtherColumns));
    }

    [Fact]
    public void UnclearColumn_NamesBothReadings()
    {
        var style = StyleOf(false, "1.250");
        var diagnostics = new DiagnosticBag();
        style.Decide([style], diagnostics);
        Assert.Contains("\"1.250\" is 1250 or 1.250", diagnostics.Sorted()[0].Message(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234,5", ',', "1234.5")]
    [InlineData("1 234,5", ',', "1234.5")]
    [InlineData("1\u00A0234", ',', "1234")]
    [InlineData("−5", ',', "-5")]
    [InlineData("+5", ',', "5")]
    [InlineData("007", ',', "7")]
    [InlineData("1.5", '.', "1.5")]
    [InlineData("999.999.999.999.999", ',', "999999999999999")]
    [InlineData("0,123456789", ',', "0.123456789")]
    public void Number_InAKnownStyle_IsRead(string text, char sign, string expected)
    {
        Assert.Equal(NumberText.Fault.None, NumberText.Parse(text, sign, out decimal value, out _));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("86.98", ',')] // would be 8698 to a careless reader
    [InlineData("1,5", '.')] // would be 15
    [InlineData("1 2", ',')]
    [InlineData("1,2,3", ',')]
    [InlineData("12.34.567", ',')]
    [InlineData("1,", ',')]
    [InlineData(",5", ',')]
    [InlineData("--5", ',')]
    [InlineData("5-", ',')]
    [InlineData("1e5", ',')]
    [InlineData("", ',')]
    [InlineData("٣", ',')]
    public void Text_ThatIsNoNumberInTheStyle_IsRefused(string text, char sign) =>
        Assert.Equal(NumberText.Fault.NotNumber, NumberText.Parse(text, sign, out _, out _));

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("0,1234567891")]
    public void Number_WithTooManyDigits_IsRefused(string text) => Assert.Equal(NumberText.Fault.TooLarge, NumberText.Parse(text, ',', out _, out _));

    [Theory]
    [InlineData("01/11/2023", "2023-11-01")] // day first, always
    [InlineData("1-11-2023", "2023-11-01")]
    [InlineData("1.11.2023", "2023-11-01")]
    [InlineData("2023-11-01", "2023-11-01")]
    [InlineData("2023-11-01T00:00:00", "2023-11-01")]
    public void Date_IsRead(string text, string expected)
    {
        Assert.True(CellParser.TryParseDate(text, out var date));
        Assert.Equal(expected, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("30/9")]
    [InlineData("11/31/2023")]
    [InlineData("01/11/23")]
    [InlineData("45230")]
    [InlineData("29/02/2023")]
    [InlineData("0001-01-01")]
    public void Text_ThatIsNoDate_IsRefused(string text) => Assert.False(CellParser.TryParseDate(text, out _));

    [Fact]
    public void BarePercentages_AboveOne_ArePercent()
    {
        var (_, reading, _, _) = new Sample().Result("95%", "95").Result("80%", "0,5").Run();
        var column = (Column<decimal>)reading!.Data.Fields[5];
        Assert.Equal([0.95m, 0.005m], column.Values[..2].ToArray());
    }

    private static NumberStyle StyleOf(bool isCount, string text)
    {
        var style = new NumberStyle(isCount);
        style.Look(text, () => Somewhere);
        return style;
    }
}
