using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints how a unit's score came about.</summary>
internal static class ExplanationPrinter
{
    public static void Print(TextWriter output, RuleSet rules, Result result, ResultUnit unit, ScoreNode? only, Words words)
    {
        var text = ResultWords.Of(result);
        output.WriteLine($"{unit.Code}  {unit.Name} ({result.KindOf(unit)})");
        output.WriteLine($"{rules.Id} {rules.Version}");
        if (result.Note is { } note)
            output.WriteLine(note);
        output.WriteLine();
        PrintNodes(output, rules, unit, only, text, words);
        if (only is not null)
            return;
        output.WriteLine();
        if (!unit.HasScore)
        {
            string why = unit.State == ScoreState.OutOfScope
                ? words.Text("bộ tiêu chí không chấm điểm đơn vị này (vẫn tính vào chỉ tiêu)", "the rule set does not score this unit (it still counts in targets)") : unit.Remark;
            output.WriteLine(words.Text($"không có điểm: {why}", $"no score: {why}"));
            return;
        }
        foreach (string step in unit.TotalSteps.Concat(unit.RatingSteps))
            output.WriteLine(step);
        if (unit.Previous is { Score: { } last } previous)
            output.WriteLine(words.Text($"kỳ trước: {text.Shown(last)}, {previous.Rating ?? "–"}, hạng {previous.RankWithin} trong khối; điểm thay đổi {text.Difference(unit.ComparableScore!.Value - last)}",
                $"last period: {text.Shown(last)}, {previous.Rating ?? "–"}, rank {previous.RankWithin} in group; score change {text.Difference(unit.ComparableScore!.Value - last)}"));
        else if (unit.PreviousMerged)
            output.WriteLine(words.Text($"kỳ trước: {text.NotComparable}", $"last period: {text.NotComparable}"));
        output.WriteLine(words.Text($"hạng trong khối: {unit.RankWithin}; hạng chung: {unit.RankOverall}", $"rank in group: {unit.RankWithin}; overall: {unit.RankOverall}"));
    }

    /// <summary>How a figure of a unit came about, line by line: of a section or criterion, or of the total and rating.</summary>
    public static IReadOnlyList<string> Why(RuleSet rules, Result result, ResultUnit unit, ScoreNode? node, Words words)
    {
        if (node is null)
            return unit.HasScore ? [.. unit.TotalSteps, .. unit.RatingSteps] : [unit.Remark];
        using var output = new StringWriter();
        PrintNodes(output, rules, unit, node, ResultWords.Of(result), words);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
    }

    private static void PrintNodes(TextWriter output, RuleSet rules, ResultUnit unit, ScoreNode? only, ResultWords text, Words words)
    {
        foreach (var (node, points) in rules.Nodes.Zip(unit.Nodes))
            if (only is null || IsWithin(rules, node, only))
                Print(output, node, points, text, words);
    }

    private static void Print(TextWriter output, ScoreNode node, ResultNode points, ResultWords text, Words words)
    {
        string indent = new(' ', node.Depth * 2);
        string shown = points.Counts ? $"{text.Exact(points.Points)} / {text.Exact(points.ApplicableMax)}" : text.State(points.State, points.Source);
        string clause = node.Clause is null ? "" : $" [{node.Clause}]";
        output.WriteLine($"{indent}{node.Id}  {node.Title}: {shown}{clause}");
        if (node.Manner is null)
            return;
        if (points.ExemptedFor is { } reason)
            output.WriteLine(words.Text($"{indent}    không áp dụng: {reason}; {points.By} {points.Document}", $"{indent}    not applicable: {reason}; {points.By} {points.Document}"));
        else if (points.Steps.IsEmpty && points.Inputs.IsEmpty && node.AppliesTo is { } scope)
            output.WriteLine(words.Text($"{indent}    không thuộc diện: {scope}", $"{indent}    does not apply unless: {scope}"));
        foreach (var input in points.Inputs)
        {
            string source = input.Source is null ? "" : $"  ← {input.Source}";
            output.WriteLine($"{indent}    {input.Name} = {input.Value}{(input.Label == input.Name ? "" : $"  ({input.Label})")}{source}");
            if (input.Correction is { } correction)
                output.WriteLine(words.Text($"{indent}      đã sửa khi thẩm định: {correction}", $"{indent}      corrected by appraisal: {correction}"));
        }
        foreach (string step in points.Steps)
            output.WriteLine($"{indent}    {step}");
        if (points.Self is { } self)
        {
            decimal own = node.Role == NodeRole.Deduction ? -self : self;
            string gap = points.Counts && own != points.Points
                ? words.Text($"; chênh lệch {text.Difference(points.Points - own)}", $"; gap {text.Difference(points.Points - own)}") : "";
            output.WriteLine(words.Text($"{indent}    tự chấm: {text.Exact(own)}{gap}", $"{indent}    self: {text.Exact(own)}{gap}"));
        }
        if (points.Appraised is { } appraised)
            output.WriteLine(words.Text($"{indent}    thẩm định: {text.Exact(appraised)}; {points.Grounds}", $"{indent}    appraised: {text.Exact(appraised)}; {points.Grounds}"));
        if (points.Source is FigureSource.Appraised or FigureSource.Self or FigureSource.FullPoints)
            output.WriteLine(words.Text($"{indent}    quyết định bởi: {text.Source(points.Source.Value)} = {text.Exact(points.Points)}",
                $"{indent}    decided by: {text.Source(points.Source.Value)} = {text.Exact(points.Points)}"));
    }

    private static bool IsWithin(RuleSet rules, ScoreNode node, ScoreNode ancestor)
    {
        for (var at = node; ; at = rules.Nodes[at.Parent])
        {
            if (at.Index == ancestor.Index)
                return true;
            if (at.Parent < 0)
                return false;
        }
    }
}
