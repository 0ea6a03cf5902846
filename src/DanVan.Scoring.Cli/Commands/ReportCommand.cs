using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Reports;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Reports.Word;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan report</c>: renders again from a result folder; the figures stay as they are.</summary>
internal sealed class ReportCommand(Terminal terminal, Words words)
{
    private static readonly string[] DefaultKinds = ["docx", "xlsx", "html", "svg", "png"];
    private static readonly string[] Kinds = [.. DefaultKinds,
        .. ResultOutput.All.Select(output => output.Name).Except(DefaultKinds).Except(["evaluation"])];

    private sealed record Request(string Folder, IReadOnlySet<string> Kinds, ReportOptions Options,
        ChartRequest Charts, string? Sentences, bool KeepEdited, bool NoTimestamp);

    public Command Create()
    {
        var inputs = new ReportInputs(words);
        var only = words.Option("--only", "KINDS", $"Chỉ lập lại các loại này, cách nhau bằng dấu phẩy: {string.Join(", ", Kinds)}. Mặc định: {string.Join(", ", DefaultKinds)}.",
                $"Render only these kinds, parted by commas: {string.Join(", ", Kinds)}. Default: {string.Join(", ", DefaultKinds)}.");
        var charts = new ChartOptions(words);
        var sentences = words.Option("--sentences", "FILE",
            "Tệp câu chữ của báo cáo (khóa = câu), thay cho câu chữ có sẵn.",
            "A file with the report's sentences (key = sentence), in place of those that come with the program.");
        var keepEdited = words.Flag("--keep-edited",
            "Nếu thư mục có tệp đã sửa, dời cả thư mục sang OUT.edited-N rồi ghi mới.",
            "If files of the folder were changed, move it to OUT.edited-N and write anew.");
        var noTimestamp = Outputs.NoTimestampOption(words);
        var command = new Command("report", words.Text(
            "Lập lại báo cáo, bảng tính, biểu đồ từ một thư mục kết quả, không chấm lại.",
            "Render report, workbook and charts again from a result folder, without scoring again.")) { inputs.Folder, only, inputs.Template, sentences, inputs.Date, inputs.Place, keepEdited, noTimestamp };
        foreach (var option in charts.Looks)
            command.Options.Add(option);
        return command.Runs((result, cancellation) =>
        {
            var kinds = Outputs.ChooseOnly(result.GetValue(only), Kinds, DefaultKinds, words);
            return Run(new Request(result.GetRequiredValue(inputs.Folder), kinds, inputs.Options(result),
                charts.Read(result,
                    ChartOptions.Formats.Where(format => kinds.Contains(format) || kinds.Contains("charts"))), result.GetValue(sentences),
                result.GetValue(keepEdited), result.GetValue(noTimestamp)), inputs, charts, cancellation);
        });
    }

    private int Run(Request request, ReportInputs inputs, ChartOptions charts, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (inputs.ReadResult(request.Folder, diagnostics) is not { } result)
            return Inputs.Fail(diagnostics, terminal, words);
        var options = request.Options with { Sentences = inputs.ReadSentences(request.Sentences, result.Language) };
        var manifest = RunManifest.Read(Path.Combine(request.Folder, RunManifest.FileName))!;
        var source = new OutputSource(result)
        {
            Csv = Outputs.ChooseCsv(manifest.Options.GetValueOrDefault("csv", "office"), words),
            Options = options,
            Charts = request.Charts,
            Cancellation = cancellation,
        };
        Require(request, source, manifest);
        charts.Check(request.Charts, source.Pictures);
        using var folder = Outputs.Start(request.Folder, request.KeepEdited, words, isRevision: true);
        string? missed = terminal.Show(words.Text("Lập báo cáo…", "Rendering…"), () => Outputs.Write(folder,
            name => request.Kinds.Contains(name) || (name == "charts" && !request.Charts.Formats.IsEmpty), source));
        foreach (var (name, hash) in manifest.Outputs.Where(output => !folder.Hashes.ContainsKey(output.Key)
            && (missed is not null || !request.Charts.Replaces(output.Key))))
        {
            string path = Path.Combine(request.Folder, name);
            if (!File.Exists(path))
                continue;
            byte[] bytes = SourceFiles.ReadBytes(path);
            if (SourceFiles.Describe(name, bytes).Sha256 == hash)
                folder.Write(name, stream => stream.Write(bytes));
        }
        bool isSwapped = folder.Commit(manifest with
        {
            Program = ProgramName.Full,
            Generated = Outputs.Now(request.NoTimestamp),
            Outputs = folder.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return Outputs.Report(folder, isSwapped, request.Folder, terminal, words)
            ?? Outputs.CheckDrawn(missed, terminal, words) ?? ExitCodes.Fine;
    }

    /// <summary>What a result that was read back does not hold, only scoring can write.</summary>
    /// <exception cref="CommandException">Such an output was asked for.</exception>
    private void Require(Request request, OutputSource source, RunManifest manifest)
    {
        if (ResultOutput.All.FirstOrDefault(output => request.Kinds.Contains(output.Name) && !output.CanBeMadeFrom(source)) is not { } missing)
            return;
        string rules = manifest.Inputs.Select(input => input.File).FirstOrDefault() ?? "RULES";
        string data = string.Join(", ", manifest.Inputs.Skip(1).Select(input => input.File));
        throw words.Wrong(
            $"'{missing.Name}' cần nhiều hơn những gì evaluation.json giữ. Chấm lại: danvan score {rules} DATA --out {request.Folder} (số liệu: {data}).",
            $"'{missing.Name}' takes more than evaluation.json holds. Score again: danvan score {rules} DATA --out {request.Folder} (data: {data}).");
    }
}
