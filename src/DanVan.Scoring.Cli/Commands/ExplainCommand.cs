using DanVan.Scoring.Cli.Output;

namespace DanVan.Scoring.Cli.Commands;

/// <summary><c>danvan explain</c>: how a unit's points came about.</summary>
internal sealed class ExplainCommand(Terminal terminal, Words words)
{
    public Command Create()
    {
        var rules = Inputs.RulesArgument(words);
        var data = Inputs.DataArgument(words);
        var unit = words.Required("--unit", "CODE", "Mã đơn vị.", "Code of the unit.");
        var criterion = words.Option("--criterion", "ID",
            "Chỉ giải thích một mục hoặc tiêu chí.",
            "Explain one section or criterion only.");
        var previous = Inputs.PreviousOption(words);
        var decimalSign = Inputs.DecimalOption(words);
        var command = new Command("explain", words.Text(
            "Giải thích điểm của một đơn vị: căn cứ, số liệu lấy từ ô nào, phép tính, kết quả.",
            "Explain a unit's points: the clause, the cells, the arithmetic, the result.")) { rules, data, unit, criterion, previous, decimalSign };
        return command.Runs((result, cancellation) => Run(result.GetRequiredValue(rules), result.GetRequiredValue(data),
            result.GetRequiredValue(unit), result.GetValue(criterion), result.GetValue(previous),
            Inputs.ChooseDecimal(result.GetValue(decimalSign), words), cancellation));
    }

    private int Run(string rulesPath, string dataPath, string code, string? criterion, string? previous, char? decimalSign, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var (ruleSet, _) = Inputs.LoadRules(rulesPath, diagnostics, words);
        Inputs.CheckFolder(dataPath, words);
        if (ruleSet is null || Inputs.Evaluate(ruleSet, dataPath, previous, decimalSign, diagnostics, terminal, words, keepsCriteria: true, cancellation) is not ({ } result, var reading))
            return Inputs.Fail(diagnostics, terminal, words);
        result = result.In(words.Language);
        var unit = result.Find(code) ?? throw NotFound(words.Text("đơn vị", "unit"), code, reading.Data.Units.Take(20_000).Select(candidate => candidate.Code));
        ScoreNode? only = criterion is null ? null
            : ruleSet.Nodes.FirstOrDefault(node => node.Id == criterion)
                ?? throw NotFound(words.Text("tiêu chí", "criterion"), criterion, ruleSet.Nodes.Select(node => node.Id));
        ExplanationPrinter.Print(terminal.Output, ruleSet, result, unit, only, words);
        return ExitCodes.Fine;
    }

    private CommandException NotFound(string what, string id, IEnumerable<string> known)
    {
        string? nearest = Suggestion.Nearest(id, known);
        string hint = nearest is null ? "" : words.Text($" Có phải là '{nearest}'?", $" Did you mean '{nearest}'?");
        return words.Wrong($"Không có {what} '{id}'.{hint}", $"There is no {what} '{id}'.{hint}");
    }
}
