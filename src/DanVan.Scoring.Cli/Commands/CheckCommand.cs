using System.CommandLine;
using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan check</c>: all findings about a rule set, and about a dataset against it. Writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, Words words)
    {
        var rules = CommandTree.RulesArgument(words);
        var data = CommandTree.DataArgument(words, isOptional: true);
        var previous = CommandTree.PreviousOption(words);
        var command = new Command("check", words.Text(
            "Kiểm tra bộ tiêu chí, và số liệu nếu có: liệt kê mọi lỗi, cảnh báo, gợi ý. Không ghi gì.",
            "Check a rule set, and a dataset if given: list all errors, warnings and hints. Writes nothing.")) { rules, data, previous };
        command.SetAction((result, cancellation) => Task.Run(
            () => Run(result.GetRequiredValue(rules), result.GetValue(data), result.GetValue(previous), terminal, words, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(string rulesPath, string? dataPath, string? previous, Terminal terminal, Words words, CancellationToken cancellation)
    {
        if (dataPath is not null && File.Exists(rulesPath))
            Inputs.CheckFolder(dataPath, words);
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(rulesPath, diagnostics, words);
        if (ruleSet is not null)
            RuleSetLint.Check(ruleSet, diagnostics);
        if (ruleSet is not null && dataPath is not null)
            Inputs.Evaluate(ruleSet, dataPath, previous, diagnostics, terminal, words, cancellation);
        DiagnosticPrinter.Print(terminal.Output, diagnostics, words);
        terminal.Output.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
        return diagnostics.HasErrors ? ExitCodes.InputErrors : ExitCodes.Fine;
    }
}
