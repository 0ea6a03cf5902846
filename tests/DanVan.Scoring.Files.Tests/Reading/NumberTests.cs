using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Values;

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
        unclear.Decide([unclear, clear], default, diagnostics);
        Assert.False(diagnostics.HasErrors);
        Assert.Equal((',', "otherColumns"), (unclear.DecimalSign, unclear.ToldBy));
    }

    [Fact]
    public void UnclearColumn_NamesBothReadings()
    {
        var style = StyleOf(false, "1.250");
        var diagnostics = new DiagnosticBag();
        style.Decide([style], default, diagnostics);
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
    [InlineData("7,50", ',', "7.5")] // zeros at the end are no figures: 7,5 and 7,50 are the same bytes wherever they are written
    [InlineData("100,000", ',', "100")]
    [InlineData("1.200,500", ',', "1200.5")]
    [InlineData("2e-06", '.', "0.000002")] // as programs write it
    [InlineData("1.5E+3", '.', "1500")]
    [InlineData("2,5e-1", ',', "0.25")]
    [InlineData("1e5", ',', "100000")]
    [InlineData("0e-99", ',', "0")]
    [InlineData("0.923076923076923", '.', "0.923076923")] // 12/13 as a spreadsheet stores it
    [InlineData("0.0000000005", '.', "0.000000001")] // half away from zero
    [InlineData("-0.0000000015", '.', "-0.000000002")]
    [InlineData("0.33333333333333333333333333333333333333", '.', "0.333333333")]
    [InlineData("999999999999999.9999999994", '.', "999999999999999.999999999")]
    public void Number_InAKnownStyle_IsRead(string text, char sign, string expected)
    {
        var read = NumberText.Parse(text, sign);
        Assert.Equal((NumberFault.None, expected), (read.Fault, read.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
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
    [InlineData("1e", ',')]
    [InlineData("e5", ',')]
    [InlineData("1e5.5", '.')]
    [InlineData("1e5e5", ',')]
    [InlineData("0e2743", ',')]
    [InlineData("", ',')]
    [InlineData("٣", ',')]
    public void Text_ThatIsNoNumberInTheStyle_IsRefused(string text, char sign) =>
        Assert.Equal(NumberFault.NotNumber, NumberText.Parse(text, sign).Fault);

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("0,00000000049")] // would be a silent zero
    [InlineData("2e-12")]
    [InlineData("1e16")]
    [InlineData("1e999")]
    public void Number_BeyondTheLimits_IsRefused(string text) => Assert.Equal(NumberFault.OutOfRange, NumberText.Parse(text, ',').Fault);

    [Fact]
    public void CellsWithMoreThanNineDecimals_AreRounded_WithOneHintAColumn()
    {
        var (_, reading, _, diagnostics) = new Sample().Result("12,5", "0,923076923076923").Result(";120;", ";1,23456789012;").Run();
        Assert.Equal([0.923076923m, 1.23456789m], ((Column<decimal>)reading!.Data.Fields[4]).Values[..2].ToArray());
        var found = Assert.Single(diagnostics.Sorted());
        Assert.Equal(("DS3096", 2L, "spending"), (found.Code, found.Place.Line, found.Place.ColumnName));
        Assert.StartsWith("2 cells of this column have more than 9 decimals", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void QuotientInACellOfAWorkbook_IsRead()
    {
        using var folder = new TemporaryFolder();
        var sample = new Sample();
        sample.WriteTo(folder.Path);
        File.Delete(Path.Combine(folder.Path, "results.csv"));
        object?[][] cells = [.. Sample.TypedCells.Select(row => row.ToArray())];
        (cells[1][5], cells[1][6]) = (new FormulaCell("12/13", 0.92307692307692313m), new PercentCell(0.92307692307692313m));
        TestWorkbook.Write(Path.Combine(folder.Path, "results.xlsx"), "Trang 1", cells);
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("r", System.Text.Encoding.UTF8.GetBytes(sample.Rules), diagnostics)!;
        var reading = DatasetReader.Read(folder.Path, ruleSet, diagnostics)!;
        Assert.Equal([0.923076923m, 0.92307692308m], new[] { 4, 5 }.Select(field => (decimal)reading.Data.Fields[field][0]!));
        Assert.Equal(["DS3096", "DS3096"], diagnostics.Sorted().Select(found => found.Code));
    }

    [Fact]
    public void BareShareWithManyDecimals_IsNamedWithItsTrueValue()
    {
        var found = Assert.Single(new Sample().Result("95%", "0,923076923076923").Result("80%", "0,8").Run().Diagnostics.Sorted(), item => item.Code == "DS3040");
        Assert.Contains("0,923076923076923 % or 92.31%", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"atMost\": 10", ";", "7.981", "9.002", 7.981, "limits")] // more than 10 cannot be
    [InlineData("\"atLeast\": 1000", ";", "7.981", "9.002", 7981.0, "limits")]
    [InlineData("\"atLeast\": 0", ",", "7.981", "9.002", 7.981, "separator")]
    [InlineData("\"atMost\": 10", ",", "7.981", "9.002", 7.981, "limits separator")]
    [InlineData("\"atLeast\": 1000", ",", "7.981", "9.002", null, null)] // the one says thousands, the other decimals
    [InlineData("\"atLeast\": 0", ";", "7.981", "9.002", null, null)]
    [InlineData("\"atLeast\": 0", ",", "\"7,981\"", "\"9,002\"", null, null)] // a comma in quotes is decimal or thousands
    [InlineData("\"atMost\": 10", ",", "\"7,981\"", "\"9,002\"", 7.981, "limits")]
    [InlineData("\"atMost\": 8", ";", "7.981", "9002", 7.981, "limits")] // the other cell is out of its limit either way
    public void ColumnWithThreeDecimalsThroughout_IsReadWhereAllEvidenceAgrees(string limit, string delimiter, string first, string second, double? value, string? told)
    {
        var (reading, diagnostics) = ReadUnclear(limit, delimiter, first, second, null);
        if (value is null)
        {
            Assert.Contains(diagnostics.Sorted(), found => found.Code == "DS3035");
            return;
        }
        Assert.Equal((decimal)value, reading!.Data.Fields[4][0]);
        Assert.Equal(told, reading.Sources.Single(source => source.File == "results.csv").Columns.Single(column => column.Field == "spending").DecimalSignFrom);
    }

    [Theory]
    [InlineData("\"atLeast\": 0", ";", '.', 7.981)]
    [InlineData("\"atLeast\": 0", ";", ',', 7981.0)]
    [InlineData("\"atLeast\": 0", ",", ',', 7981.0)] // the user's word is above what the file looks like
    [InlineData("\"atMost\": 10", ";", ',', null)] // but not above what can be
    public void ColumnWithThreeDecimalsThroughout_IsReadAsTheUserSays(string limit, string delimiter, char asked, double? value)
    {
        var (reading, diagnostics) = ReadUnclear(limit, delimiter, "7.981", "9.002", asked);
        Assert.Equal((decimal?)value, (decimal?)reading?.Data.Fields[4][0]);
        Assert.Equal(value is null, diagnostics.Sorted().Any(found => found.Code == "DS3035"));
    }

    [Fact]
    public void PointsOfThePanelWithThreeDecimals_AreReadByTheMaximumOfTheirCriteria()
    {
        var (_, _, evaluation, diagnostics) = (new Sample() with { Appraisal = "code;item;value;reason\nU1;A.1;7.981;kiểm tra\n" }).Run();
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted()));
        Assert.Equal(7.981m, evaluation!.Sheet.Points(1)[0]);
    }

    private static (DatasetReading? Reading, DiagnosticBag Diagnostics) ReadUnclear(string limit, string delimiter, string first, string second, char? asked)
    {
        var sample = new Sample().Rule("\"type\": \"number\", \"atLeast\": 0", "\"type\": \"number\", " + limit)
            .Result("12,5", first).Result(";120;", $";{second};").Result("95%", "95").Result("80%", "80");
        using var folder = new TemporaryFolder();
        (sample with { Results = sample.Results.Replace(";", delimiter, StringComparison.Ordinal) }).WriteTo(folder.Path);
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("r", System.Text.Encoding.UTF8.GetBytes(sample.Rules), diagnostics)!;
        return (DatasetReader.Read(folder.Path, ruleSet, diagnostics, decimalSign: asked), diagnostics);
    }

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
        style.Look(text, CellOrigin.Text, default, () => Somewhere);
        return style;
    }
}
