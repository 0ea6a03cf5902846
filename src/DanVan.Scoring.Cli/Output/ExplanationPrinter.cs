using DanVan.Scoring.Cli.Shell;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints how a unit's score came about.</summary>
internal static class ExplanationPrinter
{
    public static void Print(TextWriter output, Evaluation evaluation, int unit, ScoreNode? only, Words words)
    {
        var text = new ResultText(evaluation, words.Language);
        var explanation = evaluation.Explain(unit, words.Language);
        output.WriteLine($"{explanation.Unit.Code}  {explanation.Unit.Name} ({text.Kind(explanation.Unit)})");
        output.WriteLine($"{evaluation.RuleSet.Id} {evaluation.RuleSet.Version}");
        if (evaluation.Data.Note is { } note)
            output.WriteLine(note);
        output.WriteLine();
        foreach (var node in explanation.Nodes)
            if (only is null || IsWithin(evaluation.RuleSet, node.Node, only))
                Print(output, node, text, words);
        if (only is not null)
            return;
        output.WriteLine();
        if (explanation.State == ScoreState.Scored)
        {
            foreach (string step in explanation.TotalSteps.Concat(explanation.RatingSteps))
                output.WriteLine(step);
            if (evaluation.Data.PreviousOutcomeOf(unit) is { Score: { } last } previous)
                output.WriteLine(words.Text($"kỳ trước: {text.Shown(last)}, {previous.RatingName ?? "–"}, hạng {previous.RankWithin} trong khối; điểm thay đổi {text.Difference(evaluation.Sheet.ComparableScore(unit) - last)}",
                    $"last period: {text.Shown(last)}, {previous.RatingName ?? "–"}, rank {previous.RankWithin} in group; score change {text.Difference(evaluation.Sheet.ComparableScore(unit) - last)}"));
            else if (text.NoPrevious(unit) is { Length: > 0 } merged)
                output.WriteLine(words.Text($"kỳ trước: {merged}", $"last period: {merged}"));
            output.WriteLine(words.Text($"hạng trong khối: {evaluation.Outcomes.RankWithin(unit)}; hạng chung: {evaluation.Outcomes.RankOverall(unit)}",
                $"rank in group: {evaluation.Outcomes.RankWithin(unit)}; overall: {evaluation.Outcomes.RankOverall(unit)}"));
        }
        else
        {
            string why = explanation.State == ScoreState.OutOfScope ? words.Text("bộ tiêu chí không chấm điểm đơn vị này (vẫn tính vào chỉ tiêu)", "the rule set does not score this unit (it still counts in targets)") : text.Note(unit);
            output.WriteLine(words.Text($"không có điểm: {why}", $"no score: {why}"));
        }
    }

    /// <summary>How a figure of a unit came about, line by line: of a section or criterion, or of the total and rating.</summary>
    public static IReadOnlyList<string> Why(Evaluation evaluation, int unit, ScoreNode? node, Words words)
    {
        var explanation = evaluation.Explain(unit, words.Language);
        if (node is null)
            return explanation.State == ScoreState.Scored ? [.. explanation.TotalSteps, .. explanation.RatingSteps] : [new ResultText(evaluation, words.Language).Note(unit)];
        using var output = new StringWriter();
        var text = new ResultText(evaluation, words.Language);
        foreach (var part in explanation.Nodes.Where(part => IsWithin(evaluation.RuleSet, part.Node, node)))
            Print(output, part, text, words);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
    }

    private static void Print(TextWriter output, NodeExplanation node, ResultText text, Words words)
    {
        string Number(decimal value) => ValueText.Number(value, words.Language);
        string indent = new(' ', node.Node.Depth * 2);
        bool counts = node.State == CellState.Value || node.Source == FigureSource.FullPoints;
        string points = counts ? $"{Number(node.Points)} / {Number(node.ApplicableMax)}" : text.State(node);
        string clause = node.Node.Clause is null ? "" : $" [{node.Node.Clause}]";
        output.WriteLine($"{indent}{node.Node.Id}  {node.Node.Title}: {points}{clause}");
        if (node.Node.Manner is null)
            return;
        if (node.Exemption is { } exemption)
            output.WriteLine(words.Text($"{indent}    không áp dụng: {exemption.Reason}; {exemption.By} {exemption.Document}", $"{indent}    not applicable: {exemption.Reason}; {exemption.By} {exemption.Document}"));
        else if (node.Trace is null && node.Node.AppliesTo is { } scope)
            output.WriteLine(words.Text($"{indent}    không thuộc diện: {scope}", $"{indent}    does not apply unless: {scope}"));
        foreach (var input in node.Trace?.Inputs ?? [])
        {
            string source = input.Source is null ? "" : $"  ← {input.Source}";
            output.WriteLine($"{indent}    {input.Name} = {input.Value}{(input.Label == input.Name ? "" : $"  ({input.Label})")}{source}");
            if (input.Correction is { } correction)
                output.WriteLine(words.Text($"{indent}      đã sửa khi thẩm định: {correction}", $"{indent}      corrected by appraisal: {correction}"));
        }
        foreach (string step in node.Trace?.Steps ?? [])
            output.WriteLine($"{indent}    {step}");
        if (node.Self is { } self)
        {
            decimal own = node.Node.Role == NodeRole.Deduction ? -self.Points : self.Points;
            string gap = counts && own != node.Points ? words.Text($"; chênh lệch {text.Difference(node.Points - own)}", $"; gap {text.Difference(node.Points - own)}") : "";
            output.WriteLine(words.Text($"{indent}    tự chấm: {Number(own)}{gap}", $"{indent}    self: {Number(own)}{gap}"));
        }
        if (node.Appraised is { } appraised)
            output.WriteLine(words.Text($"{indent}    thẩm định: {Number(appraised.Points)}; {ResultText.Reason(node)}", $"{indent}    appraised: {Number(appraised.Points)}; {ResultText.Reason(node)}"));
        if (node.Source is FigureSource.Appraised or FigureSource.Self or FigureSource.FullPoints)
            output.WriteLine(words.Text($"{indent}    quyết định bởi: {text.Source(node.Source)} = {Number(node.Points)}", $"{indent}    decided by: {text.Source(node.Source)} = {Number(node.Points)}"));
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
