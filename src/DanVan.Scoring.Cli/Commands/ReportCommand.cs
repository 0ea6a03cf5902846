using System.Xml.Linq;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports;
using DanVan.Scoring.Reports.Word;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan report</c>: renders again from a result folder; the figures stay as they are.</summary>
internal sealed class ReportCommand(Terminal terminal, Words words)
{
    private static readonly string[] DefaultKinds = ["docx", "xlsx", "html", "svg"];
    private static readonly string[] Kinds = [.. DefaultKinds, "png", .. ResultOutput.All.Select(output => output.Name).Except(DefaultKinds).Except(["charts", "evaluation"])];

    private sealed record Request(string Folder, IReadOnlySet<string> Kinds, ReportOptions Options, string? Sentences, bool KeepEdited, bool NoTimestamp);

    public Command Create()
    {
        var inputs = new ReportInputs(words);
        var only = words.Option("--only", "KINDS", $"Chỉ lập lại các loại này, cách nhau bằng dấu phẩy: {string.Join(", ", Kinds)}. Mặc định: {string.Join(", ", DefaultKinds)}.",
                $"Render only these kinds, parted by commas: {string.Join(", ", Kinds)}. Default: {string.Join(", ", DefaultKinds)}.");
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
        return command.Runs((result, cancellation) => Run(new Request(result.GetRequiredValue(inputs.Folder), Outputs.ChooseOnly(result.GetValue(only), Kinds, DefaultKinds, words), inputs.Options(result),
            result.GetValue(sentences), result.GetValue(keepEdited), result.GetValue(noTimestamp)), inputs, cancellation));
    }

    private int Run(Request request, ReportInputs inputs, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (inputs.ReadResult(request.Folder, diagnostics) is not { } result)
            return Inputs.Fail(diagnostics, terminal, words);
        var options = request.Options with { Sentences = inputs.ReadSentences(request.Sentences, result.Language) };
        Browser? browser = null;
        if (request.Kinds.Contains("png") && (browser = Browser.Find()) is null)
            throw new CommandException(ExitCodes.OutsideWorld, words.Text(
                "Không tìm thấy trình duyệt họ Chromium (Chromium, Chrome, Edge) để vẽ PNG; chưa ghi gì. Cài một trình duyệt, hoặc dùng tệp SVG.",
                "No browser of the Chromium family (Chromium, Chrome, Edge) was found to draw PNG; nothing was written. Install one, or use the SVG files."));
        var manifest = RunManifest.Read(Path.Combine(request.Folder, RunManifest.FileName))!;
        var source = new OutputSource(result)
        {
            Csv = Outputs.ChooseCsv(manifest.Options.GetValueOrDefault("csv", "office"), words),
            Options = options,
            Cancellation = cancellation,
        };
        Require(request, source, manifest);
        using var folder = Outputs.Start(request.Folder, request.KeepEdited, words, isRevision: true);
        terminal.Show(words.Text("Lập báo cáo…", "Rendering…"), () =>
        {
            Outputs.Write(folder, name => request.Kinds.Contains(name) || (name == "charts" && request.Kinds.Overlaps(["svg", "png"])), source);
            foreach (string chart in browser is null ? [] : folder.Hashes.Keys.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).ToList())
            {
                cancellation.ThrowIfCancellationRequested();
                Draw(browser!, folder, Path.GetFileNameWithoutExtension(chart));
            }
            return true;
        });
        foreach (var (name, hash) in manifest.Outputs.Where(output => !folder.Hashes.ContainsKey(output.Key)))
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
        return Outputs.Report(folder, isSwapped, request.Folder, terminal, words) ?? ExitCodes.Fine;
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

    private static void Draw(Browser browser, OutputFolder folder, string name)
    {
        string svg = Path.Combine(folder.StagingFolder, "charts", name + ".svg"), png = Path.Combine(Path.GetTempPath(), $"danvan-{Guid.NewGuid():N}.png");
        string[] box = XDocument.Load(svg).Root!.Attribute("viewBox")!.Value.Split(' ');
        int Pixels(int at) => (int)Math.Ceiling(double.Parse(box[at], CultureInfo.InvariantCulture));
        try
        {
            if (!browser.Draw(svg, png, Pixels(2), Pixels(3)))
                throw new IOException($"{name}.png");
            folder.Write($"charts/{name}.png", stream => stream.Write(File.ReadAllBytes(png)));
        }
        finally
        {
            File.Delete(png);
        }
    }
}
