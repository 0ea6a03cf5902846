using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Data;

public sealed class TextTests
{
    [Fact]
    public void Order_TakesLettersBeyondSixteenBits() =>
        Assert.Equal(["Đơn vị 1", "Đơn vị 2 😀", "Đơn vị 2 😀 b"], new[] { "Đơn vị 2 😀 b", "Đơn vị 1", "Đơn vị 2 😀" }.Order(VietnameseOrder.Instance));

    [Fact]
    public void VietnameseOrder_IsThatOfADictionary()
    {
        string[] sorted = ["An Bình", "Ân Hữu", "Bến Cầu", "Châu Thành", "Dương Minh Châu", "Đất Đỏ", "Gò Dầu", "ma", "mà", "mả", "mã", "má", "mạ", "mai", "Phường 2", "Phường 10", "Tân Biên", "Tân Châu", "Ủy ban", "Ưng Hòa"];
        Assert.Equal(sorted, sorted.Reverse().Order(VietnameseOrder.Instance));
        Assert.Equal(sorted, sorted.Reverse().OrderBy(VietnameseOrder.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("  Hòa\u00A0Thành ", "Hòa Thành")]
    [InlineData("a\u200Bb\u0007c", "abc")]
    [InlineData("a\nb", "a b")]
    [InlineData("😀", "😀")]
    public void Clean_KeepsTextFitForOneLine(string text, string clean) => Assert.Equal(clean, TextKey.Clean(text));

    [Fact]
    public void Clean_ReplacesHalfACharacter() => Assert.Equal("\uFFFDx", TextKey.Clean(new string(['\ud800', 'x'])));

    [Fact]
    public void Clean_ComposesLetters() => Assert.Equal("Hòa", TextKey.Clean("Hòa".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("TỔNG  Số ", "tổng số", true)]
    [InlineData("Hoà", "Hòa", true)] // both places of the mark are in use
    public void Exact_IgnoresCaseAndSpacing(string left, string right, bool equal) => Assert.Equal(equal, TextKey.Exact(left) == TextKey.Exact(right));

    [Theory]
    [InlineData("staffBrifed", "staffBriefed")]
    [InlineData("Ke hoach", "Kế hoạch")]
    [InlineData("dat do", "Đất Đỏ")]
    [InlineData("hoàn toàn khác", null)]
    [InlineData("", null)]
    public void Suggestion_IsTheNearest(string found, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(found, ["staffTotal", "staffBriefed", "Kế hoạch", "Đất Đỏ"]));

    [Theory]
    [InlineData("89.995", 2, "90,00")] // half away from zero
    [InlineData("-0.004", 2, "0,00")]
    [InlineData("1234.5", 0, "1235")]
    public void Fixed_RoundsForDisplay(string value, int decimals, string text) =>
        Assert.Equal(text, ValueText.Fixed(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals, Language.Vietnamese));

    [Fact]
    public void Values_AreWrittenInTheLanguage()
    {
        Assert.Equal(("84,375", "84.375"), (ValueText.Number(84.3750m, Language.Vietnamese), ValueText.Number(84.3750m, Language.English)));
        Assert.Equal(("69,23%", "69.23%"), (ValueText.Percent(9m / 13, Language.Vietnamese), ValueText.Percent(9m / 13, Language.English)));
        Assert.Equal(("01/11/2023", "2023-11-01"), (ValueText.Date(new DateOnly(2023, 11, 1), Language.Vietnamese), ValueText.Date(new DateOnly(2023, 11, 1), Language.English)));
        Assert.Equal("abc…", ValueText.Cut("abcdef", 3));
    }

    [Fact]
    public void DiagnosticBag_BeyondItsLimit_CountsWhatItDoesNotKeep()
    {
        var bag = new DiagnosticBag();
        for (int i = 0; i < DiagnosticBag.MostPerCode + 5; i++)
            bag.Add(RuleSetDiagnostics.EmptyFile.At(new Place { File = "f", Line = i }));
        Assert.Equal((DiagnosticBag.MostPerCode + 5, DiagnosticBag.MostPerCode), (bag.ErrorCount, bag.Sorted().Count));
        Assert.Equal((RuleSetDiagnostics.EmptyFile, 5), Assert.Single(bag.LeftOut));
    }

    [Fact]
    public void Descriptor_WithOtherArgumentsThanItsTexts_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RuleSetDiagnostics.DuplicateKey.At(new Place { File = "f" }, ("name", "x")));

    [Fact]
    public void LettersThatAreTakenAsTheyAre_AreComposedInAnyOrder()
    {
        var letters = Enumerable.Range(' ', 0x1EF9 - ' ' + 1).Select(code => (char)code).Where(c => c is <= '~' or (>= '\u00C0' and <= '\u01B0') or >= '\u1EA0').ToArray();
        Assert.All(letters, letter => Assert.True($"{letter}".IsNormalized(System.Text.NormalizationForm.FormC), $"U+{(int)letter:X4}"));
        var random = new System.Random(5);
        for (int i = 0; i < 2_000; i++)
        {
            string text = new string(random.GetItems(letters, 12)).Trim();
            Assert.Equal(text.Normalize(System.Text.NormalizationForm.FormC), TextKey.Clean(text));
        }
    }
}
