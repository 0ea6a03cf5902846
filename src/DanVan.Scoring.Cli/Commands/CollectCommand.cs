using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Data;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Files.Reading;
using Spectre.Console;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan collect</c>: filled forms into a dataset.</summary>
internal sealed class CollectCommand(Terminal terminal, Words words)
{
    private sealed record Request(string Folder, string Rules, string Out, string? Units, DateOnly? Deadline);

    public Command Create()
    {
        var folder = words.Argument("FOLDER",
            "Thư mục chứa các biểu đã điền; đọc cả thư mục con.",
            "The folder with the filled forms; folders in it are read too.");
        var rules = words.Required("--rules", "RULES", "Tệp bộ tiêu chí (.json).", "The rule set (.json).");
        var output = words.Required("--out", "DATASET",
            "Thư mục dữ liệu ghi ra. Tệp người dùng thêm hoặc sửa không bị ghi đè.",
            "The dataset folder to write. Files that people added or changed are not overwritten.");
        var units = words.Option("--units", "FOLDER",
            "Thư mục có units.csv: những đơn vị phải gửi. Mặc định: units.csv trong --out; nếu không có, danh sách lập từ các biểu.",
            "A folder with units.csv: who should send a form. Default: units.csv in --out; if there is none, the list is made from the forms.");
        var deadline = words.Option("--deadline", "DATE",
            "Ngày cuối cùng còn đúng hạn, ví dụ 2024-10-29.",
            "The last day that is in time, such as 2024-10-29.");
        var command = new Command("collect", words.Text(
            "Gom các biểu đã điền thành một bộ số liệu, kèm danh sách đã nhận, muộn, thiếu, có lỗi.",
            "Bring filled forms together as a dataset, with a list of those received, late, missing and faulty.")) { folder, rules, output, units, deadline };
        return command.Runs((result, cancellation) => Run(new Request(result.GetRequiredValue(folder), result.GetRequiredValue(rules),
            result.GetRequiredValue(output), result.GetValue(units), Outputs.ReadDate("--deadline", result.GetValue(deadline), words)), cancellation));
    }

    private int Run(Request request, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        CheckFolder(request.Folder);
        if (Inputs.LoadRules(request.Rules, diagnostics, words).RuleSet is not { } ruleSet)
            return Inputs.Fail(diagnostics, terminal, words);
        if (File.Exists(request.Out))
            throw words.Wrong($"'{request.Out}' là một tệp; --out cần một thư mục.", $"'{request.Out}' is a file; --out takes a folder.");
        if (request.Units is not null)
            CheckFolder(request.Units);
        string? listFolder = request.Units ?? (Directory.Exists(request.Out) && Directory.EnumerateFiles(request.Out, "units.*").Any() && !CollectedDataset.WroteUnits(request.Out) ? request.Out : null);
        IReadOnlyList<Unit>? listed = null;
        if (listFolder is not null)
        {
            if (DatasetReader.ReadUnits(listFolder, ruleSet, diagnostics, cancellation: cancellation) is not { } reading)
                return Inputs.Fail(diagnostics, terminal, words);
            listed = reading.Data.Units;
        }
        var collector = new FormCollector(ruleSet, listed, request.Deadline, diagnostics);
        var forms = terminal.Show(words.Text("Đọc các biểu…", "Reading forms…"), show =>
            collector.Collect(request.Folder, (read, all) => show(words.Text($"Đọc biểu {read}/{all}…", $"Reading form {read} of {all}…")), cancellation));
        if (forms.Receipts.All(receipt => receipt.File is null))
            throw words.Wrong($"Thư mục '{request.Folder}' không có tệp nào.", $"Folder '{request.Folder}' holds no files.");
        IReadOnlyList<string> files = forms.IsEmpty ? [] : Write(request, forms, hasUnits: listFolder is not null && request.Units is null);
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        Print(forms);
        terminal.Output.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
        terminal.Output.WriteLine(forms.IsEmpty
            ? words.Text("Chưa ghi gì.", "Nothing was written.")
            : words.Text($"Đã ghi {string.Join(", ", files)} vào {request.Out}", $"{string.Join(", ", files)} written to {request.Out}"));
        return diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine;
    }

    private IReadOnlyList<string> Write(Request request, CollectedForms forms, bool hasUnits)
    {
        try
        {
            return new CollectedDataset(forms, request.Units, hasUnits).Write(request.Out, ProgramName.Full);
        }
        catch (DatasetRefusedException e)
        {
            throw words.Wrong(
                $"Tệp '{e.File}' không do chương trình này ghi hoặc đã được sửa; không ghi đè, chưa ghi gì. Chọn thư mục khác cho --out, hoặc dời tệp này đi.",
                $"File '{e.File}' was not written by this program, or was changed; it is not overwritten, and nothing was written. Choose another folder for --out, or move the file away.");
        }
    }

    private void CheckFolder(string path)
    {
        if (File.Exists(path))
            throw words.Wrong($"'{path}' là một tệp; cần một thư mục.", $"'{path}' is a file; a folder is needed.");
        if (!Directory.Exists(path))
            throw words.Wrong($"Không có thư mục '{path}'.", $"There is no folder '{path}'.");
    }

    private void Print(CollectedForms forms)
    {
        var table = new Table { Border = TableBorder.Simple }.Title(new TableTitle(words.Text("Các biểu cần xem lại", "Forms to look at"))).LeftAligned();
        table.AddColumns(words.Text("Mã", "Code"), words.Text("Đơn vị", "Unit"), words.Text("Tệp", "File"), words.Text("Tình trạng", "State"), words.Text("Số lỗi", "Errors"));
        var open = forms.Receipts.Where(receipt => receipt.State != ReceiptState.Received || receipt.DaysLate > 0).ToList();
        const int most = 60;
        foreach (var receipt in open.Take(most))
            table.AddRow(new[] { receipt.Code, receipt.Name, receipt.File ?? "", ReceiptText.State(receipt).In(words.Language), $"{receipt.Findings.Count(finding => finding.Severity == Severity.Error)}" }
                .Select(cell => new Text(cell)));
        if (open.Count > 0)
            terminal.Rich.Write(table);
        if (open.Count > most)
            terminal.Output.WriteLine(words.Text($"  … và {open.Count - most} nữa, xem receipts.csv", $"  … and {open.Count - most} more, see receipts.csv"));
        int Count(ReceiptState state) => forms.Receipts.Count(receipt => receipt.State == state);
        int late = forms.Receipts.Count(receipt => receipt.DaysLate > 0);
        terminal.Output.WriteLine(words.Text(
            $"Đã nhận {Count(ReceiptState.Received)}, có lỗi {Count(ReceiptState.Faulty)}, để trống {Count(ReceiptState.Blank)}, không dùng được {Count(ReceiptState.NotUsed)}, chưa gửi {Count(ReceiptState.Missing)}; nhận muộn {late}.",
            $"{Count(ReceiptState.Received)} received, {Count(ReceiptState.Faulty)} faulty, {Count(ReceiptState.Blank)} blank, {Count(ReceiptState.NotUsed)} not used, {Count(ReceiptState.Missing)} missing; {late} late."));
    }
}
