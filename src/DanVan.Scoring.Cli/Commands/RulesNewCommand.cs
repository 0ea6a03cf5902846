using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan rules new</c>: starts a rule set from last year's, or from a table of criteria in a workbook.</summary>
internal sealed class RulesNewCommand(Terminal terminal, Words words)
{
    private sealed record Request(string? From, string? FromTable, int? Period, string? Id, string? Title, string? Out);

    public Command Create()
    {
        var from = words.Option("--from", "ID",
            "Bộ tiêu chí của kỳ trước: mã trong thư mục rules, hoặc tệp .json.",
            "The rule set of the last period: its id in folder rules, or its file.");
        var fromTable = words.Option("--from-table", "FILE.xlsx",
            "Bảng tiêu chí trong tệp .xlsx, có các cột TT, Nội dung, Điểm tối đa, Cách chấm.",
            "A table of criteria (.xlsx) with columns TT, Nội dung, Điểm tối đa, Cách chấm.");
        var period = new Option<int?>("--period") { Description = words.Text("Kỳ đánh giá (năm) của bộ tiêu chí mới.", "Scoring period (year) of the new rule set."), HelpName = "YEAR" };
        var id = words.Option("--id", "ID",
            "Mã của bộ tiêu chí mới. Mặc định: mã cũ với năm mới.",
            "Id of the new rule set. Default: the old one with the new year.");
        var title = words.Option("--title", "TEXT", "Tên bộ tiêu chí, với --from-table.", "Title of the rule set, with --from-table.");
        var output = words.Option("--out", "FILE",
            "Tệp ghi ra. Mặc định: ID.json cạnh bộ cũ, hoặc trong rules.",
            "File to write. Default: ID.json beside the old one, or in rules.");
        var command = new Command("new", words.Text(
            "Lập tệp khởi đầu cho một bộ tiêu chí: từ bộ của kỳ trước (--from) hoặc từ bảng Excel (--from-table).",
            "Write a starting file for a rule set: from that of the last period (--from) or from an Excel table (--from-table).")) { from, fromTable, period, id, title, output };
        command.SetAction(result => Run(new Request(result.GetValue(from), result.GetValue(fromTable), result.GetValue(period), result.GetValue(id), result.GetValue(title), result.GetValue(output))));
        return command;
    }

    private int Run(Request request)
    {
        if (request.From is null == request.FromTable is null)
            throw words.Wrong("Cần đúng một trong --from và --from-table.", "Exactly one of --from and --from-table is needed.");
        if (request.Period is not { } period || period is < 1900 or > 2200)
            throw words.Wrong("Cần --period: năm của bộ tiêu chí mới, ví dụ --period 2025.", "--period is needed: the year of the new rule set, such as --period 2025.");
        if (request.Id is { } id && (id.Length == 0 || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') || !char.IsLetterOrDigit(id[0])))
            throw words.Wrong($"'{id}' không dùng làm mã được: chỉ gồm chữ, số, gạch nối, gạch dưới, dấu chấm.", $"'{id}' cannot serve as an id: letters, digits, hyphens, underscores and dots only.");
        return request.From is not null ? FromLast(request, period) : FromTable(request, period);
    }

    private int FromLast(Request request, int period)
    {
        string path = File.Exists(request.From) ? request.From! : Path.Combine("rules", request.From! + ".json");
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(path, diagnostics, words);
        if (ruleSet is null)
            return Inputs.Fail(diagnostics, terminal, words);
        if (period == ruleSet.Period)
            throw words.Wrong($"'{ruleSet.Id}' đã là bộ tiêu chí của năm {period}.", $"'{ruleSet.Id}' is the rule set of {period} already.");
        string folder = Path.GetDirectoryName(path) ?? "";
        string target = request.Out ?? Path.Combine(folder, (request.Id ?? RuleSetDraft.NextId(ruleSet, period)) + ".json");
        if (!string.Equals(Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(target))!), Path.GetFullPath(folder.Length == 0 ? "." : folder), StringComparison.Ordinal))
            throw words.Wrong(
                $"Bộ tiêu chí mới kế thừa '{ruleSet.Id}', nên tệp phải nằm cạnh '{path}'.", $"The new rule set extends '{ruleSet.Id}', so its file must stand beside '{path}'.");
        string text = RuleSetDraft.Next(ruleSet, period, Path.GetFileNameWithoutExtension(target));
        Write(target, text);
        terminal.Output.WriteLine(words.Text(
            $"Đã ghi {target}. Ghi kế hoạch mới vào 'basis', sửa những gì thay đổi, rồi xem: danvan rules diff {path} {target}",
            $"{target} was written. Name the new plan under 'basis', change what changes, then look: danvan rules diff {path} {target}"));
        return ExitCodes.Fine;
    }

    private int FromTable(Request request, int period)
    {
        string source = request.FromTable!;
        if (!File.Exists(source))
            throw words.Wrong($"Không có tệp '{source}'.", $"There is no file '{source}'.");
        if (request.Id is not { } id)
            throw words.Wrong("Cần --id: mã của bộ tiêu chí mới, ví dụ --id tinh-x-2025.", "--id is needed: the id of the new rule set, such as --id province-x-2025.");
        var diagnostics = new DiagnosticBag();
        if (CriteriaTable.Read(source, diagnostics) is not { } sections)
            return Inputs.Fail(diagnostics, terminal, words);
        var remarks = diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Place.Describe(Language.Vietnamese)}: {diagnostic.Message(Language.Vietnamese)}").ToList();
        string title = request.Title ?? $"Chấm điểm công tác dân vận chính quyền năm {period}";
        string target = request.Out ?? Path.Combine("rules", id + ".json");
        Write(target, RuleSetDraft.FromTable(id, period, title, Path.GetFileName(source), sections, remarks));
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        int leaves = sections.Sum(Leaves);
        terminal.Output.WriteLine(words.Text(
            $"Đã ghi {target}: {sections.Length} mục, {leaves} tiêu chí, tạm để hội đồng chấm; {remarks.Count} chỗ chưa đọc được. Xem tiếp: danvan check {target}",
            $"{target} was written: {sections.Length} sections, {leaves} criteria, judged for now; {remarks.Count} places could not be read. Next: danvan check {target}"));
        return ExitCodes.Fine;

        static int Leaves(DraftCriterion criterion) => criterion.Parts.IsEmpty ? 1 : criterion.Parts.Sum(Leaves);
    }

    private void Write(string path, string text)
    {
        if (File.Exists(path))
            throw words.Wrong($"Tệp '{path}' đã có; không ghi đè. Chọn tên khác bằng --out.", $"File '{path}' is there already and is not overwritten. Choose another with --out.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw words.Wrong($"Không có thư mục '{folder}'.", $"There is no folder '{folder}'.");
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
