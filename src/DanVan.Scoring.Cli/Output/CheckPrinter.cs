using Spectre.Console;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints findings as one works through them: those about whole files, then unit by unit, the worst first, then how many there are of each kind.</summary>
internal sealed class CheckPrinter(Terminal terminal, Words words)
{
    private const int MostUnits = 20;
    private const int MostPerUnit = 10;

    /// <param name="diagnostics">The findings.</param>
    /// <param name="names">Names of units by code, as far as they are known.</param>
    public void Print(DiagnosticBag diagnostics, IReadOnlyDictionary<string, string> names)
    {
        var groups = diagnostics.Units();
        var units = groups.Where(group => group.Code is not null).ToList();
        if (groups.FirstOrDefault(group => group.Code is null) is { } general)
            DiagnosticPrinter.Print(terminal.Output, general.Findings, words, code => general.Findings.Count(finding => finding.Code == code));
        foreach (var unit in units.Take(MostUnits))
        {
            string name = names.TryGetValue(unit.Code!, out string? known) ? $" {known}" : "";
            if (unit.Code != groups[0].Code)
                terminal.Output.WriteLine();
            terminal.Output.WriteLine($"{unit.Code}{name}: {Counts(unit.CountOf)}");
            foreach (var finding in unit.Findings.Take(MostPerUnit))
                terminal.Output.WriteLine("  " + finding.Describe(words.Language));
            if (unit.Findings.Length > MostPerUnit)
                terminal.Output.WriteLine("  " + words.Text($"… và {unit.Findings.Length - MostPerUnit} thông báo nữa.", $"… and {unit.Findings.Length - MostPerUnit} more."));
        }
        if (units.Count > MostUnits)
        {
            var left = units.Skip(MostUnits).ToList();
            string counts = Counts(severity => left.Sum(unit => unit.CountOf(severity)));
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(words.Text($"… và {left.Count} đơn vị nữa: {counts}. Xem đủ: --format csv.", $"… and {left.Count} more units: {counts}. See all of them with --format csv."));
        }
        if (units.Count > 0)
            terminal.Rich.Write(KindTable(diagnostics));
    }

    private Table KindTable(DiagnosticBag diagnostics)
    {
        var table = new Table { Border = TableBorder.Simple }.Title(new TableTitle(words.Text("Theo loại", "By kind"))).LeftAligned();
        table.AddColumns(new TableColumn(words.Text("Mã", "Code")), new TableColumn(words.Text("Mức độ", "Weight")),
            new TableColumn(words.Text("Số lượng", "Count")).RightAligned(), new TableColumn(words.Text("Số đơn vị", "Units")).RightAligned(), new TableColumn(words.Text("Ví dụ", "Example")));
        var examples = diagnostics.Sorted().GroupBy(finding => finding.Code).ToDictionary(kind => kind.Key, kind => kind.First().Message(words.Language), StringComparer.Ordinal);
        foreach (var kind in diagnostics.Kinds())
            table.AddRow(new Text(kind.Descriptor.Code), new Text(kind.Descriptor.Severity.In(words.Language)), new Text($"{kind.Count}"),
                new Text(kind.Units > 0 ? $"{kind.Units}" : "–"), new Text(examples[kind.Descriptor.Code]));
        return table;
    }

    private string Counts(Func<Severity, int> countOf)
    {
        int errors = countOf(Severity.Error), warnings = countOf(Severity.Warning), hints = countOf(Severity.Hint);
        return string.Join(", ", new[]
        {
            (errors, words.Text($"{errors} lỗi", errors == 1 ? "1 error" : $"{errors} errors")),
            (warnings, words.Text($"{warnings} cảnh báo", warnings == 1 ? "1 warning" : $"{warnings} warnings")),
            (hints, words.Text($"{hints} gợi ý", hints == 1 ? "1 hint" : $"{hints} hints")),
        }.Where(part => part.Item1 > 0).Select(part => part.Item2));
    }
}
