using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports;
using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan score</c>: the main job.</summary>
internal sealed class ScoreCommand(Terminal terminal, Words words)
{
    private static readonly string[] Parts = [.. ResultOutput.All.Select(output => output.Name)];

    /// <summary>What was asked for.</summary>
    private sealed record Request(string Rules, string Data, string Out, string? Previous, string? Decimal,
        IReadOnlySet<string> Parts, CsvStyle Csv, ChartRequest Charts, bool KeepEdited, bool NoTimestamp);

    public Command Create()
    {
        var rules = Inputs.RulesArgument(words);
        var data = Inputs.DataArgument(words);
        var output = words.Required("--out", "DIR", "Thư mục kết quả; được thay thế trọn vẹn nếu do chương trình này ghi và chưa ai sửa.",
            "The result folder; replaced as a whole if this program wrote it and nobody changed it.");
        var previous = Inputs.PreviousOption(words);
        var decimalSign = Inputs.DecimalOption(words);
        var only = words.Option("--only", "PARTS", $"Chỉ ghi các phần này, cách nhau bằng dấu phẩy: {string.Join(", ", Parts)}.",
            $"Write only these parts, parted by commas: {string.Join(", ", Parts)}.");
        var csv = Outputs.CsvOption(words);
        var charts = new ChartOptions(words);
        var keepEdited = words.Flag("--keep-edited", "Nếu thư mục kết quả có tệp đã sửa, dời cả thư mục sang DIR.edited-N rồi ghi mới.",
            "If files of the result folder were changed, move the folder to DIR.edited-N and write anew.");
        var noTimestamp = Outputs.NoTimestampOption(words);
        var command = new Command("score", words.Text(
            "Chấm điểm, xếp loại, xếp hạng, đánh giá chỉ tiêu, vẽ biểu đồ.",
            "Score, rate and rank units, assess targets, draw charts.")) { rules, data, output,
                previous, decimalSign, only, csv, charts.Files, keepEdited, noTimestamp };
        command.Validators.Add(result =>
        {
            if (result.GetResult(charts.Files)?.Tokens is [{ Value: var formats }] && result.GetResult(only)?.Tokens is [{ Value: var parts }]
                && parts.Split(',', StringSplitOptions.TrimEntries).Contains("charts") == (formats == "none"))
                result.AddError(words.Text(
                    $"--charts {formats} và --only {parts} trái nhau: ghi 'charts' trong --only khi cần biểu đồ, bỏ ra khi không cần.",
                    $"--charts {formats} and --only {parts} contradict each other: "
                        + "name 'charts' in --only to have charts, leave it out to have none."));
        });
        return command.Runs((result, cancellation) => Run(new Request(
            result.GetRequiredValue(rules), result.GetRequiredValue(data), result.GetRequiredValue(output),
                result.GetValue(previous), result.GetValue(decimalSign),
            Outputs.ChooseOnly(result.GetValue(only), Parts, Parts, words), Outputs.ChooseCsv(result.GetValue(csv)!, words),
                new ChartRequest { Formats = charts.ReadFormats(result) },
            result.GetValue(keepEdited), result.GetValue(noTimestamp)), cancellation));
    }

    private int Run(Request request, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        char? sign = Inputs.ChooseDecimal(request.Decimal, words);
        if (File.Exists(request.Rules))
            Inputs.CheckFolder(request.Data, words);
        var (ruleSet, rulesSources) = Inputs.LoadRules(request.Rules, diagnostics, words);
        if (ruleSet is null)
            return Inputs.Fail(diagnostics, terminal, words);
        if (ResultOutput.All.Any(output => output.TakesPictures && request.Parts.Contains(output.Name)))
            Task.Run(ChartRenderer.Prepare, cancellation);
        using var folder = Outputs.Start(request.Out, request.KeepEdited, words, inputs: request.Previous);
        bool keepsCriteria = ResultOutput.All.Any(output => output.TakesCriteria && request.Parts.Contains(output.Name));
        if (Inputs.Evaluate(ruleSet, request.Data, request.Previous, sign, diagnostics, terminal, words, keepsCriteria, cancellation)
            is not ({ } result, var reading))
            return Inputs.Fail(diagnostics, terminal, words);
        using (reading)
        {
            var source = new OutputSource(result)
            {
                Csv = request.Csv,
                Charts = request.Charts,
                Findings = diagnostics,
                Cancellation = cancellation,
            };
            string? missed = terminal.ShowShare(words.Text("Ghi kết quả…", "Writing results…"),
                progress => Outputs.Write(folder, request.Parts.Contains, source with { Progress = progress }));
            bool isSwapped = folder.Commit(Manifest(request, ruleSet, [.. rulesSources, .. reading.Sources], folder));
            DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
            new SummaryPrinter(terminal, words).Print(result.In(words.Language), diagnostics, reading.Sources);
            return Outputs.Report(folder, isSwapped, request.Out, terminal, words) ?? Outputs.CheckDrawn(missed, terminal, words)
                ?? (diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine);
        }
    }

    private static RunManifest Manifest(Request request, RuleSet ruleSet, ImmutableArray<SourceInfo> inputs, OutputFolder folder) => new()
    {
        Program = ProgramName.Full,
        Generated = Outputs.Now(request.NoTimestamp),
        RuleSet = ruleSet.Id,
        RuleSetVersion = ruleSet.Version,
        Options = Options(request),
        Inputs = inputs,
        Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static ImmutableSortedDictionary<string, string> Options(Request request)
    {
        var options = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add("csv", request.Csv == CsvStyle.Office ? "office" : "plain")
            .Add("charts", request.Charts.Formats.IsEmpty ? "none" : string.Join(',', request.Charts.Formats))
            .Add("only", string.Join(',', Parts.Where(request.Parts.Contains)));
        return request.Decimal is { } sign ? options.Add("decimal", sign) : options;
    }
}
