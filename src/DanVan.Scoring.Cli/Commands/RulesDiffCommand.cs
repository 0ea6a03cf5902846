using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan rules diff</c>: what differs between two rule sets, in words.</summary>
internal sealed class RulesDiffCommand(Terminal terminal, Words words)
{
    public Command Create()
    {
        var older = words.Argument("OLD", "Bộ tiêu chí cũ (.json).", "The older rule set (.json).");
        var newer = words.Argument("NEW", "Bộ tiêu chí mới (.json).", "The newer rule set (.json).");
        var format = new Option<string>("--format")
        {
            Description = words.Text("text: để đọc (mặc định); json: cho chương trình khác.", "text: to read (default); json: for programs."),
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        var command = new Command("diff", words.Text(
            "Nêu bằng lời những gì khác nhau giữa hai bộ tiêu chí: điểm, chỉ tiêu, mức, căn cứ, tiêu chí thêm, bỏ.",
            "Say in words what differs between two rule sets: points, targets, ratings, clauses, criteria added and removed.")) { older, newer, format };
        command.SetAction(result => Run(result.GetRequiredValue(older), result.GetRequiredValue(newer), result.GetValue(format)!));
        return command;
    }

    private int Run(string olderPath, string newerPath, string format)
    {
        if (format is not ("text" or "json"))
            throw words.Wrong($"--format nhận 'text' hoặc 'json', không phải '{format}'.", $"--format takes 'text' or 'json', not '{format}'.");
        var diagnostics = new DiagnosticBag();
        var (older, _) = Inputs.LoadRules(olderPath, diagnostics, words);
        var (newer, _) = Inputs.LoadRules(newerPath, diagnostics, words);
        if (older is null || newer is null)
            return Inputs.Fail(diagnostics, terminal, words);
        var changes = RuleSetDiff.Compare(older, newer);
        if (format == "json")
            RuleSetDiffPrinter.PrintJson(terminal.Output, older, newer, changes);
        else
            new RuleSetDiffPrinter(words).Print(terminal.Output, older, newer, changes);
        return ExitCodes.Fine;
    }
}
