using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Comparing;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan compare</c>: two results, of one year or of two.</summary>
internal sealed class CompareCommand(Terminal terminal, Words words)
{
    private const string UnitsFile = "comparison.csv";

    private sealed record Request(string Before, string After, string? Out, CsvStyle Csv, bool NoTimestamp);

    public Command Create()
    {
        var before = words.Argument("OUT1", "Thư mục kết quả thứ nhất (trước).", "The first result folder (before).");
        var after = words.Argument("OUT2", "Thư mục kết quả thứ hai (sau).", "The second result folder (after).");
        var output = words.Option("--out", "DIR",
            "Thư mục ghi bảng so sánh và biểu đồ. Mặc định: chỉ hiện trên màn hình.",
            "A folder for the tables and the chart. Default: on the screen only.");
        var csv = Outputs.CsvOption(words);
        var noTimestamp = Outputs.NoTimestampOption(words);
        var command = new Command("compare", words.Text(
            "So sánh hai kết quả: cùng năm trước và sau thẩm định, hoặc hai năm: điểm, xếp loại, thứ hạng nào thay đổi và vì sao.",
            "Compare two results, of one year before and after appraisal or of two years: which points, ratings and ranks moved, and why.")) { before, after, output, csv, noTimestamp };
        return command.Runs((result, cancellation) => Run(new Request(result.GetRequiredValue(before), result.GetRequiredValue(after), result.GetValue(output),
            Outputs.ChooseCsv(result.GetValue(csv)!, words), result.GetValue(noTimestamp))));
    }

    private int Run(Request request)
    {
        var diagnostics = new DiagnosticBag();
        Inputs.CheckResultFolder(request.Before, words);
        Inputs.CheckResultFolder(request.After, words);
        var before = ResultReader.Read(request.Before, diagnostics);
        var after = ResultReader.Read(request.After, diagnostics);
        if (before is not var (first, firstSource) || after is not var (second, secondSource))
            return Inputs.Fail(diagnostics, terminal, words);
        new ComparisonPrinter(terminal, words).Print(Comparison.Of(first, second, words.Language));
        if (request.Out is null)
            return ExitCodes.Fine;
        var comparison = Comparison.Of(first, second);
        using var folder = Outputs.Start(request.Out, keepEdited: false, words, inputs: [request.Before, request.After]);
        CheckHoldsNoResult(request.Out);
        var tables = new ComparisonTables(comparison, request.Csv);
        folder.Write(UnitsFile, tables.WriteUnits);
        folder.Write("comparison-criteria.csv", tables.WriteCriteria);
        string? problem = ChartRenderer.Problem();
        foreach (var picture in problem is null && ChartBuilder.Build(comparison) is { } chart ? ChartRenderer.Draw(chart) : [])
        {
            folder.Write($"charts/{picture.Name}.svg", picture.WriteSvg);
            folder.Write($"charts/{picture.Name}.png", picture.WritePng);
        }
        bool isSwapped = folder.Commit(new RunManifest
        {
            Program = ProgramName.Full,
            Generated = Outputs.Now(request.NoTimestamp),
            RuleSet = second.RuleSet.Id,
            RuleSetVersion = second.RuleSet.Version,
            Options = ImmutableSortedDictionary<string, string>.Empty,
            Inputs = [firstSource, secondSource],
            Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return Outputs.Report(folder, isSwapped, request.Out, terminal, words)
            ?? Outputs.CheckDrawn(problem, terminal, words) ?? ExitCodes.Fine;
    }

    /// <summary>A comparison can be made again from results, but not results from a comparison.</summary>
    private void CheckHoldsNoResult(string folder)
    {
        if (RunManifest.ReadOutputs(Path.Combine(folder, RunManifest.FileName)) is { } outputs && !outputs.ContainsKey(UnitsFile))
            throw words.Wrong(
                $"Thư mục '{folder}' chứa kết quả của danvan score, bảng so sánh sẽ thay mất. Chọn thư mục khác cho --out.",
                $"Folder '{folder}' holds results of danvan score, which a comparison would replace. Choose another folder for --out.");
    }
}
