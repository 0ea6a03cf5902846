using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Data;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan check</c>: all findings about a rule set, and about a dataset against it. Writes nothing.</summary>
internal sealed class CheckCommand(Terminal terminal, Words words)
{
    private enum Format
    {
        Text,
        Csv,
        Json,
    }

    public Command Create()
    {
        var rules = Inputs.RulesArgument(words);
        var data = Inputs.DataArgument(words, isOptional: true);
        var previous = Inputs.PreviousOption(words);
        var decimalSign = Inputs.DecimalOption(words);
        var format = new Option<string>("--format")
        {
            Description = words.Text("text: theo từng đơn vị, nhiều lỗi nhất trước (mặc định); csv: một bảng cho Excel; json: cho chương trình khác.",
                "text: unit by unit, the worst first (default); csv: a table for Excel; json: for programs."),
            HelpName = "text|csv|json",
            DefaultValueFactory = _ => "text",
        };
        var command = new Command("check", words.Text(
            "Kiểm tra bộ tiêu chí, và số liệu nếu có: liệt kê mọi lỗi, cảnh báo, gợi ý, cả số liệu đáng ngờ. Không ghi gì.",
            "Check a rule set, and a dataset if given: list all errors, warnings and hints, doubtful figures too. Writes nothing.")) { rules, data, previous, decimalSign, format };
        return command.Runs((result, cancellation) => Run(result.GetRequiredValue(rules), result.GetValue(data), result.GetValue(previous), Inputs.ChooseDecimal(result.GetValue(decimalSign), words), Choose(result.GetValue(format)!), cancellation));
    }

    private Format Choose(string format) => format switch
    {
        "text" => Format.Text,
        "csv" => Format.Csv,
        "json" => Format.Json,
        _ => throw words.Wrong($"--format nhận 'text', 'csv' hoặc 'json', không phải '{format}'.", $"--format takes 'text', 'csv' or 'json', not '{format}'."),
    };

    private int Run(string rulesPath, string? dataPath, string? previous, char? decimalSign, Format format, CancellationToken cancellation)
    {
        if (dataPath is not null && File.Exists(rulesPath))
            Inputs.CheckFolder(dataPath, words);
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(rulesPath, diagnostics, words);
        if (ruleSet is not null)
            RuleSetLint.Check(ruleSet, diagnostics);
        var names = ImmutableDictionary<string, string>.Empty;
        if (ruleSet is not null && dataPath is not null && Inputs.Evaluate(ruleSet, dataPath, previous, decimalSign, diagnostics, terminal, words, keepsCriteria: true, cancellation) is var (_, reading))
        {
            DatasetLint.Check(reading.Data, diagnostics);
            names = reading.Data.Units.ToImmutableDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        }
        Print(diagnostics, names, format);
        return diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine;
    }

    private void Print(DiagnosticBag diagnostics, ImmutableDictionary<string, string> names, Format format)
    {
        if (format == Format.Text)
        {
            new CheckPrinter(terminal, words).Print(diagnostics, names);
            terminal.Output.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
            return;
        }
        using var stream = new MemoryStream();
        if (format == Format.Csv)
            DiagnosticTable.Write(stream, diagnostics, CsvStyle.Office, words.Language);
        else
            DiagnosticJson.Write(stream, diagnostics, names, words.Language);
        terminal.Output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        if (format == Format.Json)
            terminal.Output.WriteLine();
    }
}
