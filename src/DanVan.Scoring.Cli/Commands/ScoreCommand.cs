using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Html;
using DanVan.Scoring.Reports.Svg;
using DanVan.Scoring.Reports.Word;
using DanVan.Scoring.Reports.Xlsx;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan score</c>: the main job.</summary>
internal static class ScoreCommand
{
    private static readonly string[] Parts = ["ranking", "scorecards", "gaps", "targets", "diagnostics", "evaluation", "charts", "xlsx", "docx", "html"];

    /// <summary>The parts that are made from the result in its plain form.</summary>
    private static readonly string[] ReportParts = ["charts", "xlsx", "docx", "html"];

    /// <summary>What was asked for.</summary>
    private sealed record Request(string Rules, string Data, string Out, string? Previous, IReadOnlySet<string> Parts, CsvStyle Csv, bool KeepEdited, bool NoTimestamp);

    public static Command Create(Terminal terminal, Words words)
    {
        var rules = CommandTree.RulesArgument(words);
        var data = CommandTree.DataArgument(words);
        var output = new Option<string>("--out")
        {
            Description = words.Text("Thư mục kết quả; được thay thế trọn vẹn nếu do chương trình này ghi và chưa ai sửa.",
                "The result folder; replaced as a whole if this program wrote it and nobody changed it."),
            HelpName = "DIR",
            Required = true,
        };
        var previous = CommandTree.PreviousOption(words);
        var only = new Option<string?>("--only")
        {
            Description = words.Text($"Chỉ ghi các phần này, cách nhau bằng dấu phẩy: {string.Join(", ", Parts)}.", $"Write only these parts, parted by commas: {string.Join(", ", Parts)}."),
            HelpName = "PARTS",
        };
        var csv = CsvOption(words);
        var keepEdited = new Option<bool>("--keep-edited")
        {
            Description = words.Text("Nếu thư mục kết quả có tệp đã sửa, dời cả thư mục sang DIR.edited-N rồi ghi mới.",
                "If files of the result folder were changed, move the folder to DIR.edited-N and write anew."),
        };
        var noTimestamp = NoTimestampOption(words);
        var command = new Command("score", words.Text(
            "Chấm điểm, xếp loại, xếp hạng, đánh giá chỉ tiêu, vẽ biểu đồ.",
            "Score, rate and rank units, assess targets, draw charts.")) { rules, data, output, previous, only, csv, keepEdited, noTimestamp };
        command.SetAction((result, cancellation) => Task.Run(() => Run(new Request(
            result.GetRequiredValue(rules), result.GetRequiredValue(data), result.GetRequiredValue(output), result.GetValue(previous),
            ChooseParts(result.GetValue(only), words), ChooseCsv(result.GetValue(csv)!, words),
            result.GetValue(keepEdited), result.GetValue(noTimestamp)), terminal, words, cancellation), CancellationToken.None));
        return command;
    }

    public static Option<string> CsvOption(Words words) => new Option<string>("--csv")
    {
        Description = words.Text("office: dấu ';' và dấu phẩy thập phân, cho Excel tiếng Việt (mặc định); plain: dấu ',' và dấu chấm thập phân.",
            "office: ';' and decimal comma, for Vietnamese Excel (default); plain: ',' and decimal point."),
        HelpName = "office|plain",
        DefaultValueFactory = _ => "office",
    };

    public static Option<bool> NoTimestampOption(Words words) => new Option<bool>("--no-timestamp")
    {
        Description = words.Text("Không ghi thời điểm chạy vào run.json, để hai lần chạy giống nhau từng byte.",
            "Leave the time out of run.json, so that two runs are the same byte for byte."),
    };

    private static HashSet<string> ChooseParts(string? only, Words words)
    {
        if (only is null)
            return [.. Parts];
        var chosen = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        foreach (string part in chosen.Except(Parts))
            throw new CommandException(ExitCodes.WrongUsage, words.Text(
                $"--only không có phần '{part}'. Các phần: {string.Join(", ", Parts)}.", $"--only has no part '{part}'. Parts: {string.Join(", ", Parts)}."));
        return chosen;
    }

    public static CsvStyle ChooseCsv(string style, Words words) => style switch
    {
        "office" => CsvStyle.Office,
        "plain" => CsvStyle.Plain,
        _ => throw new CommandException(ExitCodes.WrongUsage, words.Text($"--csv nhận 'office' hoặc 'plain', không phải '{style}'.", $"--csv takes 'office' or 'plain', not '{style}'.")),
    };

    private static int Run(Request request, Terminal terminal, Words words, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (File.Exists(request.Rules))
            Inputs.CheckFolder(request.Data, words);
        var (ruleSet, rulesSources) = Inputs.LoadRules(request.Rules, diagnostics, words);
        if (ruleSet is null)
            return Inputs.Fail(diagnostics, terminal, words);
        using var folder = Start(request.Out, request.KeepEdited, words);
        if (Inputs.Evaluate(ruleSet, request.Data, request.Previous, diagnostics, terminal, words, cancellation) is not { } result)
            return Inputs.Fail(diagnostics, terminal, words);
        terminal.Show(words.Text("Ghi kết quả…", "Writing results…"), () => WriteParts(request, folder, result.Evaluation, diagnostics, cancellation));
        bool isSwapped = folder.Commit(Manifest(request, result.Evaluation, [.. rulesSources, .. result.Reading.Sources], folder));
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        SummaryPrinter.Print(terminal, result.Evaluation, diagnostics, result.Reading.Sources, words);
        return Report(folder, isSwapped, request.Out, terminal, words) ?? (diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine);
    }

    /// <summary>Says where the results are; the exit code if they could not be put in their place.</summary>
    public static int? Report(OutputFolder folder, bool isSwapped, string path, Terminal terminal, Words words)
    {
        if (folder.EditedFolder is { } edited)
            terminal.Output.WriteLine(words.Text($"Thư mục cũ có tệp đã sửa, nay ở: {edited}", $"The earlier folder had edited files; it is now {edited}"));
        if (!isSwapped)
        {
            terminal.Error.WriteLine(words.Text(
                $"Không thay được '{path}' vì có tệp đang mở trong chương trình khác. Kết quả mới nằm ở: {folder.StagingFolder}",
                $"'{path}' could not be replaced because another program holds a file in it open. The new results are in {folder.StagingFolder}"));
            return ExitCodes.OutsideWorld;
        }
        terminal.Output.WriteLine(words.Text($"Đã ghi {folder.Hashes.Count + 1} tệp vào {path}", $"{folder.Hashes.Count + 1} files written to {path}"));
        return null;
    }

    /// <summary>Starts a result folder.</summary>
    /// <exception cref="CommandException">It holds something that must not be lost.</exception>
    public static OutputFolder Start(string path, bool keepEdited, Words words)
    {
        try
        {
            return OutputFolder.Start(path, keepEdited);
        }
        catch (OutputRefusedException e)
        {
            throw new CommandException(ExitCodes.WrongUsage, e.Refusal switch
            {
                OutputRefusal.IsFile => words.Text($"'{e.Folder}' là một tệp; --out cần một thư mục.", $"'{e.Folder}' is a file; --out takes a folder."),
                OutputRefusal.HoldsOtherWork => words.Text(
                    $"Thư mục '{e.Folder}' chứa tệp không do chương trình này ghi. Chọn thư mục khác cho --out.",
                    $"Folder '{e.Folder}' holds files that this program did not write. Choose another folder for --out."),
                _ => words.Text(
                    $"Tệp '{e.File}' trong '{e.Folder}' đã được sửa hoặc thêm vào. Chọn thư mục khác, hoặc dùng --keep-edited để dời thư mục cũ sang '{e.Folder}.edited-N'.",
                    $"File '{e.File}' in '{e.Folder}' was changed or added. Choose another folder, or use --keep-edited to move the earlier one to '{e.Folder}.edited-N'."),
            });
        }
    }

    private static bool WriteParts(Request request, OutputFolder folder, Evaluation evaluation, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var tables = new ResultTables(evaluation, request.Csv);
        Write("ranking", "ranking.csv", stream => tables.WriteRanking(stream, cancellation));
        Write("scorecards", "scorecards.csv", stream => tables.WriteScorecards(stream, cancellation));
        if (!evaluation.Gaps.IsEmpty)
            Write("gaps", "gaps.csv", tables.WriteGaps);
        Write("targets", "targets.csv", tables.WriteTargets);
        Write("diagnostics", "diagnostics.csv", stream => DiagnosticTable.Write(stream, diagnostics, request.Csv, evaluation.RuleSet.Language));
        Write("evaluation", "evaluation.json", stream => EvaluationJson.Write(stream, evaluation, diagnostics.Sorted(), cancellation));
        if (!request.Parts.Overlaps(ReportParts))
            return true;
        var result = new ResultBuilder(evaluation).Build(diagnostics.Sorted(), cancellation);
        Write("xlsx", "ranking.xlsx", stream => RankingBook.Write(stream, result));
        Write("html", "index.html", stream => ResultPage.Write(stream, result));
        Write("docx", "report.docx", stream => ReportDocument.Write(stream, result));
        if (request.Parts.Contains("charts"))
            foreach (var chart in ChartBuilder.Build(result))
                Write("charts", $"charts/{chart.Name}.svg", stream => SvgChartRenderer.Write(stream, chart));
        return true;

        void Write(string part, string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            if (request.Parts.Contains(part))
                folder.Write(name, write);
        }
    }

    private static RunManifest Manifest(Request request, Evaluation evaluation, ImmutableArray<SourceInfo> inputs, OutputFolder folder) => new()
    {
        Program = $"danvan {CommandTree.Version}",
        Generated = request.NoTimestamp ? null : TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        RuleSet = evaluation.RuleSet.Id,
        RuleSetVersion = evaluation.RuleSet.Version,
        Options = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("csv", request.Csv == CsvStyle.Office ? "office" : "plain")
            .Add("only", string.Join(',', Parts.Where(request.Parts.Contains))),
        Inputs = inputs,
        Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };
}
