using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Reports.Tests.Plotting;

/// <summary>Breaking texts into lines.</summary>
public sealed class TextRulerTests
{
    [Theory]
    [InlineData("Liên đoàn Lao động huyện Dương Minh Châu và các công đoàn cơ sở trực thuộc", 100)]
    [InlineData("Motmotkhongcodaucachnaotrongdoanchudainay", 60)]
    [InlineData("Motmotkhongcodaucachnaotrongdoanchudainay", 5)]
    [InlineData("Khu phố 5, phường Hiệp Ninh, thành phố Tây Ninh", 90)]
    [InlineData("Một (Hai) “Ba” - Bốn – 5 6 7 tám", 40)]
    [InlineData("  hai   dấu cách  ", 30)]
    public void Wrap_KeepsEveryLetterAndTheWidth(string text, double width)
    {
        var lines = TextRuler.Wrap(text, width);
        Assert.All(lines, line => Assert.True(TextRuler.Width(line) <= width || line.Length == 1, $"'{line}' is wider than {width}"));
        Assert.Equal(Letters(text), Letters(string.Concat(lines)));
    }

    [Fact]
    public void Wrap_AtAnyWidth_KeepsAPlaceNameTogether_AsLongAsItFitsALine()
    {
        const string place = "Dương Minh Châu", text = "Liên đoàn Lao động huyện " + place + ", tỉnh Tây Ninh";
        for (double width = TextRuler.Width(place + ",") + 0.1; width < TextRuler.Width(text); width++)
            Assert.Contains(TextRuler.Wrap(text, width), line => line.Contains(place, StringComparison.Ordinal));
    }

    [Fact]
    public void Wrap_BreaksAPlaceNameThatDoesNotFitALine_BetweenItsWords() =>
        Assert.Equal(["Dương", "Minh", "Châu"], TextRuler.Wrap("Dương Minh Châu", TextRuler.Width("Dương") + 1));

    [Theory]
    [InlineData("Ban điều hành Khu phố 5 phường Hiệp Ninh", "phố 5")]
    [InlineData("Ấp 12 xã Thạnh Đức huyện Gò Dầu", "Ấp 12")]
    [InlineData("Chi cục Thuế khu vực 3", "vực 3")]
    public void Wrap_AtAnyWidth_KeepsANumberWithItsWord(string text, string together)
    {
        for (double width = 80; width < TextRuler.Width(text); width++)
            Assert.Contains(TextRuler.Wrap(text, width), line => line.Contains(together, StringComparison.Ordinal));
    }

    [Fact]
    public void Wrap_BreaksOnlyWhereALineIsFull()
    {
        const string text = "một hai ba bốn năm sáu bảy tám chín mười";
        for (double width = 40; width < TextRuler.Width(text); width += 7)
        {
            var lines = TextRuler.Wrap(text, width);
            for (int i = 1; i < lines.Count; i++)
                Assert.True(TextRuler.Width($"{lines[i - 1]} {lines[i].Split(' ')[0]}") > width);
        }
    }

    [Fact]
    public void Wrap_OfNothing_IsOneEmptyLine() => Assert.Equal([""], TextRuler.Wrap("", 50));

    [Fact]
    public void Wrap_DoesNotPartALetterFromItsMarks()
    {
        string text = string.Concat(Enumerable.Repeat("ế", 60)).Normalize(System.Text.NormalizationForm.FormD);
        for (double width = 20; width < 40; width++)
            Assert.All(TextRuler.Wrap(text, width), line =>
                Assert.NotEqual(System.Globalization.UnicodeCategory.NonSpacingMark, char.GetUnicodeCategory(line[0])));
    }

    [Fact]
    public void Wrap_DoesNotPartASurrogatePair()
    {
        string text = string.Concat(Enumerable.Repeat("😀", 40));
        for (double width = 20; width < 40; width++)
            Assert.All(TextRuler.Wrap(text, width), line => Assert.False(char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1])));
    }

    [Fact]
    public void Width_OfBoldIsLarger_AndGrowsWithTheSize()
    {
        Assert.True(TextRuler.Width("Xếp loại", isBold: true) > TextRuler.Width("Xếp loại"));
        Assert.Equal(2 * TextRuler.Width("Xếp loại", size: 10), TextRuler.Width("Xếp loại", size: 20), 0.01);
    }

    [Fact]
    public void Font_HasEveryVietnameseLetter_InRegularAndBold()
    {
        const string letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợ"
            + "pqrstuùủũúụưừửữứựvxyỳỷỹýỵ0123456789≥≤–−±…“”%÷·";
        foreach (bool isBold in new[] { false, true })
            Assert.True(TextRuler.Font(12, isBold).ContainsGlyphs(letters + letters.ToUpperInvariant()));
    }

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
