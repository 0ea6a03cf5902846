using DocumentFormat.OpenXml.Packaging;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>Charts on machines without fonts, and without the library that draws.</summary>
public sealed class ChartMachineTests : IDisposable
{
    private const string Rules = "rules/gia-binh-2024.json", Data = "datasets/gia-binh-2024";

    private readonly Danvan _danvan = new();

    public void Dispose() => _danvan.Dispose();

    [Fact]
    public async Task MachineWithoutFonts_DrawsTheSameBytes()
    {
        string fonts = _danvan.Write("none/fonts.conf",
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
        string[] args = ["score", Rules, Data, "--out"];
        var usual = await ChartFiles.Run(ChartFiles.Program, new Dictionary<string, string>(), [.. args, "one"]);
        Assert.True(usual.ExitCode == 0, usual.Error);
        var bare = await ChartFiles.Run(ChartFiles.Program,
            new Dictionary<string, string> { ["FONTCONFIG_FILE"] = Path.GetFullPath(fonts) },
            [.. args, "two"]);
        Assert.True(bare.ExitCode == 0, bare.Error);
        Assert.NotEmpty(ChartFiles.In("one"));
        Assert.Equal(ChartFiles.In("one"), ChartFiles.In("two"));
        Assert.Equal(File.ReadAllBytes("one/report.docx"), File.ReadAllBytes("two/report.docx"));
    }

    [Fact]
    public async Task OwnProcess_PrintsNothingButFindings()
    {
        const string plan = "tay-ninh-ldld-2023"; // has every kind of chart that needs no earlier result
        var run = await ChartFiles.Run(ChartFiles.Program, new Dictionary<string, string>(),
            "score", $"rules/{plan}.json", $"datasets/{plan}", "--out", "out", "--lang", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("Unsupported", run.Error, StringComparison.Ordinal);
        Assert.All(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("(error|warning|hint) [A-Z]{2}\\d{4}:", line));
    }

    [Fact]
    public async Task MissingLibrary_IsOneSentence_AndEverythingElseIsWritten()
    {
        string program = ProgramWithoutLibrary();
        var run = await ChartFiles.Run(program, new Dictionary<string, string>(), "score", Rules, Data, "--out", "out", "--lang", "en");
        Assert.Equal(3, run.ExitCode);
        var sentences = run.Error.Split('\n').Where(line => line.Contains("libSkiaSharp", StringComparison.Ordinal)).ToList();
        Assert.Contains("SkiaSharp.NativeAssets.Linux.NoDependencies", Assert.Single(sentences), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("out/charts"));
        Assert.True(File.Exists("out/ranking.csv") && File.Exists("out/ranking.xlsx") && File.Exists("out/run.json"));
        using var document = WordprocessingDocument.Open("out/report.docx", isEditable: false);
        Assert.Contains("II. KẾT QUẢ CHUNG", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        string page = File.ReadAllText("out/index.html");
        Assert.DoesNotContain("role=\"img\"", page, StringComparison.Ordinal);
        Assert.Contains("Máy này không vẽ được biểu đồ.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingLibrary_KeepsTheChartsOfAnEarlierRun_WhenReportCannotDraw()
    {
        string program = ProgramWithoutLibrary();
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
        var before = ChartFiles.In("out");
        var run = await ChartFiles.Run(program, new Dictionary<string, string>(), "report", "out", "--only", "svg,png", "--lang", "en");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(before, ChartFiles.In("out"));
    }

    [Fact]
    public async Task MissingLibrary_DoesNotMatter_ToWhatDrawsNothing()
    {
        var run = await ChartFiles.Run(ProgramWithoutLibrary(), new Dictionary<string, string>(),
            "score", Rules, Data, "--out", "out", "--only", "ranking,xlsx", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task MissingLibrary_StillComparesAndWritesCards()
    {
        string program = ProgramWithoutLibrary();
        Assert.Equal(0, (await Danvan.Run("score", Rules, Data, "--out", "out")).ExitCode);
        var none = new Dictionary<string, string>();
        Assert.Equal(3, (await ChartFiles.Run(program, none, "compare", "out", "out", "--out", "moved")).ExitCode);
        Assert.True(File.Exists("moved/comparison.csv"));
        Assert.Equal(3, (await ChartFiles.Run(program, none,
            "card", "out", "--unit", "GB-CA", "--out", "card.docx", "--chart", "p.png")).ExitCode);
        Assert.Equal((true, false), (File.Exists("card.docx"), File.Exists("p.png")));
    }

    /// <summary>The program as it was built, without what other machines need, and without libSkiaSharp.</summary>
    private string ProgramWithoutLibrary()
    {
        string program = Path.Combine(_danvan.Folder, "program");
        Directory.CreateDirectory(program);
        foreach (string path in Directory.EnumerateFiles(ChartFiles.Program))
            if (!Path.GetFileName(path).StartsWith("libSkiaSharp", StringComparison.Ordinal))
                File.Copy(path, Path.Combine(program, Path.GetFileName(path)));
        return program;
    }
}
