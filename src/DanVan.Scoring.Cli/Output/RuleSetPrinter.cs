namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints what a rule set says.</summary>
internal sealed class RuleSetPrinter(Words words)
{
    public void Print(TextWriter output, RuleSet rules)
    {
        string Number(decimal value) => ValueText.Number(value, words.Language);
        string Percent(decimal value) => ValueText.Percent(value, words.Language);
        string Clause(string? clause) => clause is null ? "" : $" [{clause}]";
        string Assumed(bool isAssumed) => isAssumed ? words.Text(" (giả định)", " (assumed)") : "";

        var text = new RuleText(rules, words.Language);
        output.WriteLine($"{rules.Id} {rules.Version}: {rules.Title}");
        foreach (var basis in rules.Basis)
            output.WriteLine($"  {basis.Id}: {basis.Label}");
        output.WriteLine();
        output.WriteLine(words.Text($"Thang điểm {Number(rules.Total.Scale)}; không áp dụng: {Word(rules.Total.NotApplicable)}; thiếu số liệu: {Word(rules.Total.Missing)}",
            $"Scale {Number(rules.Total.Scale)}; not applicable: {Word(rules.Total.NotApplicable)}; missing: {Word(rules.Total.Missing)}"));
        foreach (var node in rules.Nodes)
        {
            string indent = new(' ', 2 + (node.Depth * 2));
            string sign = node.Role == NodeRole.Deduction ? "−" : node.Role == NodeRole.Bonus ? "+" : "";
            output.WriteLine($"{indent}{node.Id}  {node.Title}: {sign}{Number(node.MaxPoints)}{Assumed(node.IsAssumed)}{Clause(node.Clause)}");
            if (node.Manner is { } manner)
                output.WriteLine($"{indent}    ({manner.Type}) {manner.Describe(text)}{(node.AppliesTo is null ? "" : $"; appliesTo: {node.AppliesTo}")}");
        }
        output.WriteLine();
        output.WriteLine(words.Text("Xếp loại:", "Ratings:"));
        foreach (var band in rules.Ratings)
            output.WriteLine($"  {band.Name}{(band.From is { } from ? $" ≥ {Number(from)}" : "")}{Assumed(band.IsAssumed)}{Clause(band.Clause)}");
        foreach (var gate in rules.Gates)
            output.WriteLine($"  {words.Text("khống chế", "gate")}: {gate.Title}: {gate.When} → {Word(gate.Effect)}{(gate.At is null ? "" : $" {gate.At.Name}")}{Assumed(gate.IsAssumed)}{Clause(gate.Clause)}");
        foreach (var quota in rules.Quotas)
            output.WriteLine($"  {words.Text("tỷ lệ khống chế", "quota")}: {quota.Title}: {quota.Rating.Name} ≤ {Percent(quota.AtMost)} → {quota.DisplacedTo.Name}{Assumed(quota.IsAssumed)}{Clause(quota.Clause)}");
        if (rules.Targets.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(words.Text("Chỉ tiêu:", "Targets:"));
        }
        foreach (var target in rules.Targets)
        {
            string measure = target.Share?.Text ?? $"{target.Part} ÷ {target.Whole}";
            string among = target.Among is null ? "" : $" ({target.Among})";
            output.WriteLine($"  {target.Id}  {target.Title}: {measure} {(target.IsCeiling ? "≤" : "≥")} {Percent(target.Required)}{among}{Clause(target.Clause)}");
        }
        if (rules.Assumptions.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(words.Text("Giả định:", "Assumptions:"));
        }
        foreach (string assumption in rules.Assumptions)
            output.WriteLine($"  - {assumption}");
    }

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
