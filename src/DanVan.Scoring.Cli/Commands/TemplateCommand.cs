using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Data;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan template</c>: the workbook that a unit fills in.</summary>
internal sealed class TemplateCommand(Terminal terminal, Words words)
{
    private sealed record Request(string Rules, string Out, string? Kind, string? Each, string? Previous);

    public Command Create()
    {
        var rules = Inputs.RulesArgument(words);
        var output = words.Required("--out", "FILE",
            "Tệp .xlsx ghi ra; với --each là thư mục. Tệp đã có không bị ghi đè.",
            "The .xlsx file to write; with --each, the folder. Files that are there are not overwritten.");
        var kind = words.Option("--kind", "KIND",
            "Loại đơn vị. Mặc định: mỗi loại một tệp, tên tệp thêm mã loại.",
            "Kind of unit. Default: a file for each kind, with the kind's id in its name.");
        var each = words.Option("--each", "FOLDER",
            "Thư mục có units.csv (và previous.csv nếu có): mỗi đơn vị một tệp, điền sẵn mã, tên và số liệu kỳ trước.",
            "A folder with units.csv (and previous.csv, if there is one): a file for each unit, with its code, name and last period's figures filled in.");
        var previous = Inputs.PreviousOption(words);
        var command = new Command("template", words.Text(
            "Lập biểu mẫu Excel để đơn vị điền số liệu và tự chấm điểm.",
            "Write the Excel form that units fill in with their figures and their own points.")) { rules, output, kind, each, previous };
        return command.Runs((result, cancellation) => Run(
            new Request(result.GetRequiredValue(rules), result.GetRequiredValue(output), result.GetValue(kind), result.GetValue(each), result.GetValue(previous)), cancellation));
    }

    private int Run(Request request, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (Inputs.LoadRules(request.Rules, diagnostics, words).RuleSet is not { } ruleSet)
            return Inputs.Fail(diagnostics, terminal, words);
        if (request.Kind is { } asked && ruleSet.UnitKinds.All(kind => kind.Id != asked))
            throw words.Wrong(
                $"Bộ tiêu chí không có loại đơn vị '{asked}'. Các loại: {string.Join(", ", ruleSet.UnitKinds.Select(kind => kind.Id))}.",
                $"The rule set has no kind of unit '{asked}'. Kinds: {string.Join(", ", ruleSet.UnitKinds.Select(kind => kind.Id))}.");
        return request.Each is null ? WriteKinds(request, ruleSet) : WriteEach(request, ruleSet, diagnostics, cancellation);
    }

    private int WriteKinds(Request request, RuleSet ruleSet)
    {
        if (!request.Out.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw words.Wrong($"--out cần một tệp .xlsx, không phải '{request.Out}'.", $"--out takes a file .xlsx, not '{request.Out}'.");
        var kinds = ruleSet.UnitKinds.Where(kind => request.Kind is null || kind.Id == request.Kind).ToList();
        var targets = kinds.Select(kind => (Kind: kind, Path: kinds.Count == 1 ? request.Out : $"{request.Out[..^5]}-{kind.Id}.xlsx")).ToList();
        Outputs.Refuse(targets.Select(target => target.Path), words);
        foreach (var (kind, path) in targets)
        {
            Outputs.WriteFile(path, new FormTemplate(ruleSet, kind.Id).Write, words);
            terminal.Output.WriteLine(words.Text($"Đã ghi {path} ({kind.Label})", $"{path} was written ({kind.Label})"));
        }
        return ExitCodes.Fine;
    }

    private int WriteEach(Request request, RuleSet ruleSet, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        Inputs.CheckFolder(request.Each!, words);
        if (request.Previous is not null)
            Inputs.CheckResultFolder(request.Previous, words);
        if (DatasetReader.ReadUnits(request.Each!, ruleSet, diagnostics, request.Previous, cancellation) is not { } reading)
            return Inputs.Fail(diagnostics, terminal, words);
        if (File.Exists(request.Out))
            throw words.Wrong($"'{request.Out}' là một tệp; với --each, --out cần một thư mục.", $"'{request.Out}' is a file; with --each, --out takes a folder.");
        var units = reading.Data.Units.Where(unit => request.Kind is null || unit.Kind == request.Kind).ToList();
        var targets = units.Select(unit => (Unit: unit, Path: Path.Combine(request.Out, FileNameOf(unit) + ".xlsx"))).ToList();
        if (targets.GroupBy(target => target.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new CommandException(ExitCodes.InputErrors, words.Text(
                $"Các mã đơn vị {string.Join(", ", same.Select(target => target.Unit.Code))} cho cùng một tên tệp '{same.Key}'. Sửa mã trong units.csv.",
                $"Unit codes {string.Join(", ", same.Select(target => target.Unit.Code))} give the same file name '{same.Key}'. Change the codes in units.csv."));
        Outputs.Refuse(targets.Select(target => target.Path), words);
        Directory.CreateDirectory(request.Out);
        var templates = ruleSet.UnitKinds.ToDictionary(kind => kind.Id, kind => new Lazy<FormTemplate>(() => new FormTemplate(ruleSet, kind.Id)), StringComparer.Ordinal);
        terminal.Show(words.Text("Ghi biểu mẫu…", "Writing forms…"), () =>
        {
            foreach (var (unit, path) in targets)
            {
                cancellation.ThrowIfCancellationRequested();
                Outputs.WriteFile(path, stream => templates[unit.Kind].Value.Write(stream, unit, reading.Data), words);
            }
            return true;
        });
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        terminal.Output.WriteLine(words.Text($"Đã ghi {targets.Count} biểu mẫu vào {request.Out}", $"{targets.Count} forms written to {request.Out}"));
        return diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine;
    }

    /// <summary>The code as a file name on every system.</summary>
    private static string FileNameOf(Unit unit) => new([.. unit.Code.Select(c => c < ' ' || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '-' : c)]);
}
