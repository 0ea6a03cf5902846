using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

public sealed class LegacyTextTests
{
    [Theory]
    [InlineData("Së Néi vô", "TCVN3 (ABC)", "Sở Nội vụ")]
    [InlineData("M· ®¬n vÞ", "TCVN3 (ABC)", "Mã đơn vị")]
    [InlineData("Tæng sè c¸n bé, c«ng chøc", "TCVN3 (ABC)", "Tổng số cán bộ, công chức")]
    [InlineData("Liªn ®oµn Lao ®éng huyÖn Ch©u Thµnh", "TCVN3 (ABC)", "Liên đoàn Lao động huyện Châu Thành")]
    [InlineData("Sôû Noäi vuï", "VNI", "Sở Nội vụ")]
    [InlineData("Maõ ñôn vò", "VNI", "Mã đơn vị")]
    [InlineData("Toång soá caùn boä, coâng chöùc", "VNI", "Tổng số cán bộ, công chức")]
    public void TextOfOldFonts_IsRecognised(string shown, string code, string meaning) => Assert.Equal((code, meaning), LegacyText.FindCode(shown));

    [Theory]
    [InlineData("Sở Nội vụ tỉnh Tây Ninh")]
    [InlineData("Uỷ ban nhân dân phường Hoà Bình, khu phố 3")]
    [InlineData("Số người đã học tập, quán triệt (%)")]
    [InlineData("Café Zürich, señor")]
    [InlineData("Krông Pắc, Đắk Nông, Ea H’leo, Bảo Lộc")]
    [InlineData("plain text 123")]
    [InlineData("25 °C ± 0,5")]
    public void UnicodeText_IsNotTakenForOldText(string text) => Assert.Null(LegacyText.FindCode(text));

    [Fact]
    public void VietnameseOfWindows_IsRead()
    {
        var reading = Read("results.csv", Windows1258("code;Tổng số người;Số người đã học tập;Có kế hoạch;Ngày báo cáo;Kinh phí;Tỷ lệ hài lòng;Mức;Số vụ việc\nU1;10;9;có;30/10/2023;12,5;95%;Cao;0\n"), out var diagnostics);
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted()));
        Assert.Equal("windows-1258", reading!.Sources.Single(source => source.File == "results.csv").Encoding);
        Assert.Equal(9m, reading.Data.Fields[1][0]);
    }

    [Fact]
    public void OldTextInAUnicodeFile_IsRefusedWithWhatItSays()
    {
        Assert.Null(Read("units.csv", Encoding.UTF8.GetBytes("code;name;kind;group\nU1;Së Néi vô;office;g1\nU2;Së Tµi chÝnh;office;g1\n"), out var diagnostics));
        var found = Assert.Single(diagnostics.Sorted());
        Assert.Contains("Sở Nội vụ", found.Message(Language.Vietnamese), StringComparison.Ordinal);
        Assert.Equal((2, "name"), (found.Place.Line, found.Place.ColumnName));
    }

    [Fact]
    public void OldHeadersOfAWorkbook_AreRefusedWithWhatTheySay()
    {
        using var folder = new TemporaryFolder();
        new Sample().WriteTo(folder.Path);
        File.Delete(Path.Combine(folder.Path, "units.csv"));
        TestWorkbook.Write(Path.Combine(folder.Path, "units.xlsx"), "Trang 1", ["M· ®¬n vÞ", "Tªn ®¬n vÞ"], ["U1", "Së Néi vô"]);
        var diagnostics = new DiagnosticBag();
        Assert.Null(DatasetReader.Read(folder.Path, RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(new Sample().Rules), diagnostics)!, diagnostics));
        Assert.Contains("Mã đơn vị", Assert.Single(diagnostics.Sorted()).Message(Language.English), StringComparison.Ordinal);
    }

    /// <summary>Windows-1258: tone marks of most letters stand behind them.</summary>
    internal static byte[] Windows1258(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var parted = new StringBuilder();
        foreach (char c in text.Normalize(NormalizationForm.FormC))
        {
            string full = c.ToString().Normalize(NormalizationForm.FormD);
            char? tone = full.FirstOrDefault(mark => mark is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
            if (tone is null or '\0')
                parted.Append(c);
            else
                parted.Append(full.Replace(tone.Value.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC)).Append(tone);
        }
        return encoding.GetBytes(parted.ToString());
    }

    private static DatasetReading? Read(string file, byte[] bytes, out DiagnosticBag diagnostics)
    {
        using var folder = new TemporaryFolder();
        new Sample().WriteTo(folder.Path);
        File.WriteAllBytes(Path.Combine(folder.Path, file), bytes);
        diagnostics = new DiagnosticBag();
        return DatasetReader.Read(folder.Path, RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(new Sample().Rules), diagnostics)!, diagnostics);
    }
}
