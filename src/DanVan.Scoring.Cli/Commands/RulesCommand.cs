using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan rules</c>: what rule sets there are and what they say.</summary>
internal sealed class RulesCommand(Terminal terminal, Words words)
{
    public Command Create()
    {
        var rules = Inputs.RulesArgument(words);
        var folder = new Argument<string>("FOLDER")
        {
            Description = words.Text("Thư mục chứa các bộ tiêu chí. Mặc định: rules.", "Folder of rule sets. Default: rules."),
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "rules",
        };
        var list = new Command("list", words.Text("Liệt kê các bộ tiêu chí trong một thư mục.", "List the rule sets of a folder.")) { folder };
        list.SetAction(result => List(result.GetValue(folder)!));
        var show = new Command("show", words.Text("Hiện nội dung một bộ tiêu chí: tiêu chí, điểm, cách chấm, căn cứ.", "Show a rule set: criteria, points, manners, clauses.")) { rules };
        show.SetAction(result => Show(result.GetRequiredValue(rules)));
        var schema = new Command("schema", words.Text("In JSON Schema của bộ tiêu chí.", "Print the JSON Schema of rule sets."));
        schema.SetAction(_ =>
        {
            terminal.Output.Write(RuleSetSchema.Generate());
            return ExitCodes.Fine;
        });
        return new Command("rules", words.Text("Xem, lập, so sánh, kiểm thử các bộ tiêu chí.", "Look at, start, compare and test rule sets."))
        {
            list, show, new RulesNewCommand(terminal, words).Create(), new RulesDiffCommand(terminal, words).Create(), new RulesTestCommand(terminal, words).Create(), schema,
        };
    }

    private int List(string folder)
    {
        if (!Directory.Exists(folder))
            throw words.Wrong($"Không có thư mục '{folder}'.", $"There is no folder '{folder}'.");
        bool anyFault = false;
        var files = Directory.EnumerateFiles(folder, "*.json").Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (string path in files)
        {
            var diagnostics = new DiagnosticBag();
            var (ruleSet, _) = Inputs.LoadRules(path, diagnostics, words);
            anyFault |= ruleSet is null;
            terminal.Output.WriteLine(ruleSet is null
                ? $"{Path.GetFileName(path)}: {DiagnosticPrinter.Count(diagnostics, words)} {words.Text("Xem: danvan check", "See: danvan check")} {path}"
                : $"{ruleSet.Id} {ruleSet.Version} ({ruleSet.Period}): {ruleSet.Title}");
        }
        if (files.Count == 0)
            terminal.Output.WriteLine(words.Text($"Không có bộ tiêu chí nào trong '{folder}'.", $"There is no rule set in '{folder}'."));
        return anyFault ? ExitCodes.InputErrors : ExitCodes.Fine;
    }

    private int Show(string path)
    {
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(path, diagnostics, words);
        if (ruleSet is null)
            return Inputs.Fail(diagnostics, terminal, words);
        new RuleSetPrinter(words).Print(terminal.Output, ruleSet);
        return ExitCodes.Fine;
    }
}
