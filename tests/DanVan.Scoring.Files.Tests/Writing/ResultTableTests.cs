using System.Text;
using System.Text.Json;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Files.Tests.Writing;

public sealed class ResultTableTests
{
    [Fact]
    public void Ranking_ForOffices_HasBomSemicolonsAndDecimalCommas()
    {
        byte[] bytes = Ranking(new Sample(), CsvStyle.Office);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Khối;Hạng trong khối;Hạng chung;Mã đơn vị;Tên đơn vị;Loại đơn vị;A;B;Điểm thưởng;Điểm trừ;Thang điểm áp dụng;Tổng điểm;Điểm trên thang đầy đủ;Xếp loại theo điểm;Xếp loại;Ghi chú", lines[0]);
        Assert.Equal("Khối một;1;1;U1;Đơn vị một;Cơ quan;56;34;0;0;100;90;90;Tốt;Tốt;", lines[1]); // 36 + 20; 10 + 5 + 19
        Assert.Equal("Khối một;2;2;U2;Đơn vị hai;Cơ quan;40;26;0;0;100;66;66;Khá;Khá;", lines[2]); // 40 + 0; 0 + 10 + 16
    }

    [Fact]
    public void Ranking_ForPrograms_HasCommasAndPoints()
    {
        string text = Encoding.UTF8.GetString(Ranking(new Sample().Result("U1;10;9", "U1;11;9"), CsvStyle.Plain));
        Assert.StartsWith("Khối,Hạng trong khối,", text, StringComparison.Ordinal);
        Assert.Contains(",52.727272727,34,", text, StringComparison.Ordinal); // 40 × 9 ÷ 11 + 20, all digits
    }

    [Theory]
    [InlineData("fullPoints", ";56;40;0;0;100;96;96;", ";B;Mục B;;;;40;;40;không áp dụng, tính đủ điểm;")]
    [InlineData("rescale", ";56;;0;0;60;93,333333333;93,333333333;", ";B;Mục B;;;;;;40;không áp dụng;")]
    public void Section_ThatDoesNotApply_HasThePointsThatTheScoreCounts(string rule, string ranking, string card)
    {
        var sample = new Sample().Rule("\"rescale\"", $"\"{rule}\"").Result("U1;10;9;có;30/10/2023;12,5;95%", "U1;10;9;có;n/a;n/a;n/a")
            .Rule("\"whenMissing\": \"zero\"", "\"whenMissing\": \"notApplicable\"");
        using var stream = new MemoryStream();
        new ResultTables(sample.Run().Evaluation!.Tell(), CsvStyle.Office).WriteScorecards(stream);
        Assert.Contains(ranking, Encoding.UTF8.GetString(Ranking(sample, CsvStyle.Office)), StringComparison.Ordinal);
        Assert.Contains(card, Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Note_OfTheDataset_StandsInEveryRow()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(new Sample().WriteTo(folder.Path), "note.txt"), "Số liệu giả định\n");
        var ruleSet = RuleSetLoader.Load("r", Encoding.UTF8.GetBytes(new Sample().Rules), new DiagnosticBag())!;
        var reading = DatasetReader.Read(folder.Path, ruleSet, new DiagnosticBag())!;
        using var stream = new MemoryStream();
        new ResultTables(Result.Of(ruleSet, reading.Data, new DiagnosticBag()), CsvStyle.Office).WriteTargets(stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Trim().Split("\r\n");
        Assert.EndsWith(";Ghi chú về số liệu", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(";Số liệu giả định", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 276")]
    [InlineData("-abc")]
    [InlineData("@sum")]
    [InlineData("＝1")]
    public void Text_ThatASpreadsheetWouldRun_IsNeutralised(string name)
    {
        var sample = new Sample();
        string text = Encoding.UTF8.GetString(Ranking(sample with { Units = sample.Units.Replace("Đơn vị một", name, StringComparison.Ordinal) }, CsvStyle.Office));
        Assert.Contains($";'{name};", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Scorecards_NameEveryFigure()
    {
        var sample = new Sample { Appraisal = "code;item;value;reason;by;document\nU1;A.1;30;trùng số;Tổ;BB 1\n", SelfScores = "code;criterion;points\nU1;A.1;40\n" };
        var (_, _, evaluation, _) = sample.Run();
        using var stream = new MemoryStream();
        new ResultTables(evaluation!.Tell(), CsvStyle.Office).WriteScorecards(stream);
        Assert.Contains("U1;Đơn vị một;A.1;Học tập;36;40;30;30;-10;40;thẩm định;KH1 II.1;trùng số; Tổ; BB 1".Replace("trùng số; Tổ; BB 1", "\"trùng số; Tổ; BB 1\"", StringComparison.Ordinal),
            Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_WithMoreFailingUnitsThanACellHolds_SayHowManyAreNotNamed()
    {
        const int units = 6_000;
        var sample = new Sample
        {
            Units = "code;name;kind\n" + string.Concat(Enumerable.Range(1, units).Select(i => $"U{i:D5};Đơn vị {i};office\n")),
            Results = "code;planIssued\n" + string.Concat(Enumerable.Range(1, units).Select(i => $"U{i:D5};không\n")),
        };
        using var stream = new MemoryStream();
        new ResultTables(sample.Run().Evaluation!.Tell(), CsvStyle.Office).WriteTargets(stream);
        string failing = Encoding.UTF8.GetString(stream.ToArray()).Split(';').Single(cell => cell.Contains("U00001, U00002", StringComparison.Ordinal));
        int named = failing.Split(", ").Length;
        Assert.InRange(failing.Length, 32_000, 32_767);
        Assert.EndsWith($"U{named:D5} và {units - named} đơn vị nữa", failing, StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluationJson_HoldsScoresTracesAndTargets()
    {
        var (_, _, evaluation, diagnostics) = new Sample().Run();
        using var stream = new MemoryStream();
        EvaluationJson.Write(stream, evaluation!.Tell(diagnostics));
        using var json = JsonDocument.Parse(stream.ToArray());
        var unit = json.RootElement.GetProperty("units")[0];
        Assert.Equal(("U1", 90m, "tot"), (unit.GetProperty("code").GetString(), unit.GetProperty("score").GetDecimal(), unit.GetProperty("rating").GetString()));
        Assert.Equal("40 × min(1; 9 ÷ 10) = 36", unit.GetProperty("nodes")[1].GetProperty("steps")[1].GetString());
        Assert.Equal("notMet", json.RootElement.GetProperty("targets")[0].GetProperty("verdict").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("traced").GetInt32());
    }

    private static byte[] Ranking(Sample sample, CsvStyle style)
    {
        using var stream = new MemoryStream();
        new ResultTables(sample.Run().Evaluation!.Tell(), style).WriteRanking(stream);
        return stream.ToArray();
    }
}
