using System.IO.Compression;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Charts as files: formats, names, looks; the same on every machine, and none where they cannot be drawn.</summary>
public sealed class ChartTests : IDisposable
{
    private const string Rules = "rules/gia-binh-2024.json", Data = "datasets/gia-binh-2024";

    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Theory]
    [InlineData("png", "png", ".png")]
    [InlineData("svg", "svg", ".svg")]
    [InlineData("png,svg", "svg,png", ".png .svg")]
    [InlineData("svg, png", "svg,png", ".png .svg")]
    [InlineData("none", "none", "")]
    [InlineData(null, "svg,png", ".png .svg")]
    public async Task Score_Charts_WritesTheFormatsAskedFor_AndTellsThemInTheManifest(string? formats, string told, string endings)
    {
        string[] option = formats is null ? [] : ["--charts", formats];
        var run = await Danvan.Run(["score", Rules, Data, "--out", "out", .. option]);
        Assert.True(run.ExitCode == 0, run.Error);
        var files = ChartFiles.In("out").Keys.ToList();
        Assert.Equal(endings, string.Join(' ', files.Select(Path.GetExtension).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(files.GroupBy(Path.GetFileNameWithoutExtension), chart => Assert.Equal(endings.Split(' ').Length, chart.Count()));
        Assert.Contains($"\"charts\": \"{told}\"", File.ReadAllText("out/run.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gif", "en", "--charts takes png, svg, png,svg or none, not 'gif'.")]
    [InlineData("png,pdf", "vi", "--charts nhận png, svg, png,svg hoặc none, không phải 'png,pdf'.")]
    [InlineData("none,png", "en", "--charts takes png, svg, png,svg or none, not 'none,png'.")]
    [InlineData(",", "vi", "--charts nhận png, svg, png,svg hoặc none, không phải ','.")]
    public async Task Score_Charts_OfAnotherFormat_IsRefused(string formats, string language, string message)
    {
        var run = await Danvan.Run("score", Rules, Data, "--out", "out", "--charts", formats, "--lang", language);
        Assert.Equal((2, message), (run.ExitCode, run.Error.Trim()));
        Assert.False(Directory.Exists("out"));
    }

    [Fact]
    public async Task Score_WithoutCharts_HasThemInReportAndPageAllTheSame()
    {
        await Score("--charts", "none");
        Assert.Contains("<svg", File.ReadAllText("out/index.html"), StringComparison.Ordinal);
        using var document = ZipFile.OpenRead("out/report.docx");
        Assert.Contains(document.Entries, entry => entry.FullName.StartsWith("word/charts/", StringComparison.Ordinal)
            || entry.FullName.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Score_Twice_GivesTheSameBytesOfCharts()
    {
        await Score();
        var first = ChartFiles.In("out");
        await Score();
        Assert.NotEmpty(first);
        Assert.Equal(first, ChartFiles.In("out"));
    }

    [Fact]
    public async Task Report_OnlyPng_WritesPictures_WithoutABrowser()
    {
        await Score("--only", "evaluation");
        Assert.Equal(0, (await Danvan.Run("report", "out", "--only", "png")).ExitCode);
        var files = ChartFiles.In("out").Keys.ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            Assert.EndsWith(".png", file, StringComparison.Ordinal);
            var (width, height) = ChartFiles.SizeOf($"out/charts/{file}");
            Assert.Equal(1890, width); // 16 cm of 300 dots an inch
            Assert.InRange(height, 300, 2835);
        });
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
    }

    [Fact]
    public async Task Report_Only_ChartsItNames()
    {
        await Score("--only", "evaluation");
        var run = await Danvan.Run("report", "out", "--only", "svg", "--chart", "targets, scores");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["scores.svg", "targets.svg"], ChartFiles.In("out").Keys);
    }

    [Theory]
    [InlineData("en", "There is no chart 'goals'. The charts of this result: ")]
    [InlineData("vi", "Không có biểu đồ 'goals'. Các biểu đồ của kết quả này: ")]
    public async Task Report_OfAnUnknownChart_NamesThoseThereAre(string language, string message)
    {
        await Score();
        foreach (string[] option in new string[][] { ["--chart", "targets,goals"], ["--chart-title", "goals=Mục tiêu"] })
        {
            var run = await Danvan.Run(["report", "out", "--only", "svg", "--lang", language, .. option]);
            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
            Assert.All(ChartFiles.In("out").Keys.Select(Path.GetFileNameWithoutExtension)
                .Select(name => name!.Split("-1")[0].Split("-2")[0]),
                name => Assert.Contains(name, run.Error, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Report_ChartTitle_ReplacesTheFinding_OfThatChartOnly()
    {
        await Score();
        var before = ChartFiles.In("out");
        var run = await Danvan.Run("report", "out", "--only", "svg,png", "--chart-title", "targets=Chỉ tiêu = năm 2024");
        Assert.True(run.ExitCode == 0, run.Error);
        var after = ChartFiles.In("out");
        Assert.Equal(before.Keys, after.Keys);
        Assert.Equal(["targets.png", "targets.svg"],
            after.Where(file => !file.Value.SequenceEqual(before[file.Key])).Select(file => file.Key));
        Assert.Contains(">Chỉ tiêu = năm 2024</title>", File.ReadAllText("out/charts/targets.svg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("targets")]
    [InlineData("targets=")]
    [InlineData("=Title")]
    public async Task Report_ChartTitle_WithoutNameOrTitle_IsRefused(string title)
    {
        await Score("--only", "evaluation");
        var run = await Danvan.Run("report", "out", "--chart-title", title, "--lang", "en");
        Assert.Equal((2, $"--chart-title takes NAME=TITLE, such as targets=\"Targets 2023\", not '{title}'."),
            (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Charts_WithoutAValue_IsWrongUsage()
    {
        var run = await Danvan.Run("score", "rules.json", "data", "--out", "out", "--lang", "en", "--charts");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--charts needs a value", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20", "20cm", 2362)]
    [InlineData("12", "12cm", 1417)]
    [InlineData("17,5", "17.5cm", 2067)]
    public async Task Report_ChartWidth_IsThatOfTheFiles(string width, string centimetres, int pixels)
    {
        await Score("--only", "evaluation");
        var run = await Danvan.Run("report", "out", "--only", "svg,png", "--chart", "targets", "--chart-width", width);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains($" width=\"{centimetres}\"", File.ReadAllText("out/charts/targets.svg"), StringComparison.Ordinal);
        Assert.Equal(pixels, ChartFiles.SizeOf("out/charts/targets.png").Width);
    }

    [Theory]
    [InlineData("11.9", "en", "--chart-width takes a number from 12 to 40 (cm), not '11.9'.")]
    [InlineData("41", "vi", "--chart-width nhận một số từ 12 đến 40 (cm), không phải '41'.")]
    [InlineData("wide", "en", "--chart-width takes a number from 12 to 40 (cm), not 'wide'.")]
    [InlineData("-20", "en", "--chart-width takes a number from 12 to 40 (cm), not '-20'.")]
    [InlineData("1e1", "en", "--chart-width takes a number from 12 to 40 (cm), not '1e1'.")]
    [InlineData("NaN", "en", "--chart-width takes a number from 12 to 40 (cm), not 'NaN'.")]
    public async Task Report_ChartWidth_BeyondItsEnds_IsRefused(string width, string language, string message)
    {
        await Score("--only", "evaluation");
        var run = await Danvan.Run("report", "out", "--chart-width", width, "--lang", language);
        Assert.Equal((2, message), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Report_GreyPalette_HasOtherPictures_WithoutColour()
    {
        await Score();
        string before = File.ReadAllText("out/charts/targets.svg");
        Assert.Contains("#2F79B5", before, StringComparison.Ordinal);
        Assert.Equal(0, (await Danvan.Run("report", "out", "--only", "svg,png", "--palette", "grey")).ExitCode);
        Assert.DoesNotContain("#2F79B5", File.ReadAllText("out/charts/targets.svg"), StringComparison.Ordinal);
        var wrong = await Danvan.Run("report", "out", "--palette", "gray", "--lang", "en");
        Assert.Equal((2, "--palette takes 'light' or 'grey', not 'gray'."), (wrong.ExitCode, wrong.Error.Trim()));
    }

    [Theory]
    [InlineData("profile.png")]
    [InlineData("profile.svg")]
    public async Task Card_Chart_IsWrittenBesideTheCard(string chart)
    {
        await Score("--only", "evaluation");
        string[] args = ["card", "out", "--unit", "GB-CA", "--out", "card.docx", "--chart", chart];
        var run = await Danvan.Run(args);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(File.Exists("card.docx"));
        if (chart.EndsWith("png", StringComparison.Ordinal))
            Assert.Equal(1890, ChartFiles.SizeOf(chart).Width);
        else
            Assert.StartsWith("<svg", File.ReadAllText(chart), StringComparison.Ordinal);
        File.Delete("card.docx");
        byte[] before = File.ReadAllBytes(chart);
        Assert.Equal(2, (await Danvan.Run(args)).ExitCode); // a chart that is there is not overwritten, and then no card is written
        Assert.Equal(before, File.ReadAllBytes(chart));
        Assert.False(File.Exists("card.docx"));
    }

    [Fact]
    public async Task Card_Chart_OfAnotherEnding_IsRefused_AndNoCardWritten()
    {
        await Score("--only", "evaluation");
        var run = await Danvan.Run("card", "out", "--unit", "GB-CA", "--out", "card.docx", "--chart", "profile.gif", "--lang", "en");
        Assert.Equal((2, "--chart takes a file .png or .svg, not 'profile.gif'."), (run.ExitCode, run.Error.Trim()));
        Assert.False(File.Exists("card.docx"));
    }

    [Fact]
    public async Task Compare_WritesItsChartInBothFormats_TheSameBytesTwice()
    {
        await Score("--only", "evaluation");
        File.Delete($"{Data}/appraisal.csv");
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "other", "--only", "evaluation")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("compare", "other", "out", "--out", "one")).ExitCode);
        Assert.Equal(0, (await Danvan.Run("compare", "other", "out", "--out", "two")).ExitCode);
        Assert.Equal(["comparison.png", "comparison.svg"], ChartFiles.In("one").Keys);
        Assert.Equal(ChartFiles.In("one"), ChartFiles.In("two"));
    }

    [Fact]
    public async Task UnitWhoseNameHasControlCharacters_IsDrawn()
    {
        _danvan.Write("data/units.csv", "code;name;kind;group\nA;\"a\u0007b\";k;\nB;b;k;\n");
        _danvan.Write("data/results.csv", "code;a\nA;9\nB;5\n");
        _danvan.Write("plain.json", """
            { "id": "plain", "version": "1", "period": 2024, "language": "vi", "title": "Plain", "unitKinds": { "k": "K" },
              "fields": { "a": { "label": "A", "type": "count" } },
              "sections": [ { "id": "S", "title": "S", "maxPoints": 10, "criteria": [ { "id": "S.1", "title": "S.1", "maxPoints": 10,
                "manner": { "type": "perItem", "count": "a", "pointsEach": 1 } } ] } ],
              "total": { "scale": 10, "notApplicable": "rescale", "missing": "zero" },
              "ratings": [ { "id": "t", "name": "Tốt", "from": 5 }, { "id": "y", "name": "Yếu" } ], "ranking": { "within": [] } }
            """);
        var run = await Danvan.Run("score", "plain.json", "data", "--out", "out", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("ranking.svg", ChartFiles.In("out").Keys);
    }

    private static async Task Score(params string[] options)
    {
        var run = await Danvan.Run(["score", Rules, Data, "--out", "out", .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
