using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Loading;

/// <summary>
/// Looks for what is not wrong but hardly meant: parts that cannot change any result, figures without source. Hints only.
/// </summary>
public static class RuleSetLint
{
    /// <summary>Reports what it finds.</summary>
    public static void Check(RuleSet ruleSet, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var trials = new ExpressionTrial.Bench(SymbolsOf(ruleSet), ruleSet.Fields);
        foreach (var leaf in ruleSet.Leaves)
        {
            if (WhyIdle(ruleSet, leaf, trials) is { } why)
                diagnostics.Add(RuleSetDiagnostics.CriterionIdle.At(leaf.Place, ("id", leaf.Id), ("why", why)));
            if (!leaf.IsAssumed && ruleSet.PathOf(leaf).All(node => node.Clause is null))
                diagnostics.Add(RuleSetDiagnostics.NoSource.At(leaf.Place, ("what", new LocalText($"Điểm của tiêu chí '{leaf.Id}'", $"The points of criterion '{leaf.Id}'"))));
        }
        foreach (var gate in ruleSet.Gates)
        {
            if (WhyIdle(ruleSet, gate, trials) is { } why)
                diagnostics.Add(RuleSetDiagnostics.GateIdle.At(gate.Place, ("name", gate.Title), ("why", why)));
            if (!gate.IsAssumed && gate.Clause is null)
                diagnostics.Add(RuleSetDiagnostics.NoSource.At(gate.Place, ("what", new LocalText($"Điều kiện khống chế '{gate.Title}'", $"Gate '{gate.Title}'"))));
        }
        foreach (var quota in ruleSet.Quotas.Where(quota => !quota.IsAssumed && quota.Clause is null))
            diagnostics.Add(RuleSetDiagnostics.NoSource.At(quota.Place, ("what", new LocalText($"Tỷ lệ khống chế '{quota.Title}'", $"Quota '{quota.Title}'"))));
        foreach (var target in ruleSet.Targets.Where(target => target.Clause is null))
            diagnostics.Add(RuleSetDiagnostics.TargetWithoutClause.At(target.Place, ("id", target.Id)));
        CheckFields(ruleSet, diagnostics);
        CheckRatings(ruleSet, diagnostics);
    }

    private static LocalText? WhyIdle(RuleSet ruleSet, ScoreNode leaf, ExpressionTrial.Bench trials)
    {
        var conditions = Applicability.Conditions(ruleSet, leaf).ToList();
        if (conditions.Count > 0
            && trials.Try([.. conditions, .. ruleSet.ScoredUnits is { } scored ? [scored] : Array.Empty<Expression>()]) is { EverHolds: false })
            return new LocalText("không áp dụng cho đơn vị nào được chấm.", "it applies to no unit that is scored.");
        return ((ScoringManner)leaf.Manner!).IsConstant
            ? new LocalText("mọi đơn vị được cùng số điểm.", "every unit gets the same points.") : null;
    }

    private static LocalText? WhyIdle(RuleSet ruleSet, Gate gate, ExpressionTrial.Bench trials)
    {
        if (gate.Effect != GateEffect.NotRateable && (ruleSet.Ratings.Length == 1 || (gate.Effect == GateEffect.Cap && gate.At!.Index == 0)))
            return new LocalText("không hạ được mức nào.", "it can lower no rating.");
        bool neverHolds = gate.When.IsConstant
            ? Expression.Constant(gate.When.Root) is not true
            : trials.Try([gate.When]) is { EverHolds: false };
        return neverHolds ? new LocalText("điều kiện không bao giờ đúng với các giá trị đã thử.", "its condition held for none of the values tried.") : null;
    }

    private static void CheckFields(RuleSet ruleSet, DiagnosticBag diagnostics)
    {
        var read = ruleSet.Expressions.SelectMany(expression => expression.AllFieldsRead).ToHashSet();
        read.UnionWith(ruleSet.Fields.Where(field => read.Contains(field.Index))
            .SelectMany(field => field.Limits).SelectMany(limit => limit.AllFieldsRead).ToList());
        foreach (var field in ruleSet.Fields.Where(field => !read.Contains(field.Index)))
            diagnostics.Add(RuleSetDiagnostics.FieldUnused.At(field.Place!, ("id", field.Id)));
    }

    private static void CheckRatings(RuleSet ruleSet, DiagnosticBag diagnostics)
    {
        decimal most = ruleSet.Total.Scale + ruleSet.Nodes.Where(node => node.GoesBeyondScale).Sum(node => node.MaxPoints);
        foreach (var band in ruleSet.Ratings)
        {
            if (band.From > most)
                diagnostics.Add(RuleSetDiagnostics.BandUnreachable.At(band.Place, ("id", band.Id),
                    ("why", new LocalText("mức này bắt đầu trên điểm cao nhất có thể đạt.", "it starts above the highest possible score."))));
            else if (band.Index > 0 && ruleSet.Ratings[band.Index - 1].From == 0)
                diagnostics.Add(RuleSetDiagnostics.BandUnreachable.At(band.Place, ("id", band.Id),
                    ("why", new LocalText("mức đứng trên đã nhận mọi điểm từ 0.", "the one above takes all scores from 0."))));
            if (band.From is not null && band.Clause is null && !band.IsAssumed)
                diagnostics.Add(RuleSetDiagnostics.NoSource.At(band.Place, ("what", new LocalText($"Ngưỡng của mức '{band.Id}'", $"The edge of rating '{band.Id}'"))));
        }
    }

    private static SymbolTable SymbolsOf(RuleSet ruleSet)
    {
        var symbols = new SymbolTable
        {
            Period = ruleSet.Period,
            Kinds = new TextDomain([.. ruleSet.UnitKinds.Select(kind => kind.Id)]),
            Groups = new TextDomain([.. ruleSet.Groups.Select(group => group.Id)]),
        };
        foreach (var field in ruleSet.Fields)
            symbols.Fields[field.Id] = new FieldSymbol(field.Index, field.Kind, null);
        foreach (var parameter in ruleSet.Parameters)
            symbols.AddParameter(parameter.Id, parameter.Value);
        return symbols;
    }
}
