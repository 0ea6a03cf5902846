using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Loading;

/// <summary>Sections, criteria, bonuses, deductions.</summary>
internal sealed partial class RuleSetCheck
{
    private void DeclareNodes()
    {
        foreach (var (section, at) in Each(document.Sections, root["sections"]))
        {
            Declare(section.Id, at);
            DeclareAll(section.Criteria, at["criteria"]);
        }
        DeclareAll(document.Bonuses, root["bonuses"]);
        DeclareAll(document.Deductions, root["deductions"]);
    }

    private void DeclareAll(IReadOnlyList<CriterionDocument>? criteria, JsonCursor list)
    {
        foreach (var (criterion, at) in Each(criteria, list))
        {
            Declare(criterion.Id, at);
            DeclareAll(criterion.Criteria, at["criteria"]);
        }
    }

    private void Declare(string id, JsonCursor at)
    {
        if (CheckUnique("criteria", id, at["id"]))
            _symbols.Nodes[id] = _symbols.Nodes.Count;
    }

    private ImmutableArray<ScoreNode> CheckNodes()
    {
        var nodes = new List<ScoreNode>();
        if (document.Sections.Count == 0)
            Report(RuleSetDiagnostics.NothingToScore, root["sections"].Place, ("what", new LocalText("mục (section)", "section")));
        decimal sum = 0;
        foreach (var (section, at) in Each(document.Sections, root["sections"]))
        {
            int index = nodes.Count;
            nodes.Add(new ScoreNode
            {
                Index = index,
                Id = section.Id,
                Title = TextKey.Clean(section.Title),
                Clause = CheckClause(section.Clause, at),
                MaxPoints = CheckPoints(section.MaxPoints, at["maxPoints"]),
                IsAssumed = section.Assumed ?? false,
                Place = at["id"].Place,
                Role = NodeRole.Section,
                Parent = -1,
                Depth = 0,
            });
            sum += Math.Clamp(section.MaxPoints, 0, RuleSet.MostPoints);
            AddChildren(nodes, index, section.Criteria, at, NodeRole.Criterion);
        }
        decimal scale = document.Total.Scale;
        if (document.Sections.Count > 0 && sum != scale && scale is > 0 and <= RuleSet.MostPoints)
            Report(RuleSetDiagnostics.ScaleMismatch, root["total"]["scale"].Place, ("sum", sum), ("scale", scale));
        foreach (var (bonus, at) in Each(document.Bonuses, root["bonuses"]))
            Add(nodes, -1, bonus, at, NodeRole.Bonus);
        foreach (var (deduction, at) in Each(document.Deductions, root["deductions"]))
            Add(nodes, -1, deduction, at, NodeRole.Deduction);
        return [.. nodes];
    }

    private int Add(List<ScoreNode> nodes, int parent, CriterionDocument criterion, JsonCursor at, NodeRole role)
    {
        int index = nodes.Count;
        decimal maxPoints = CheckPoints(criterion.MaxPoints, at["maxPoints"]);
        bool isLeaf = criterion.Criteria is not { Count: > 0 };
        if (isLeaf == criterion.Manner is null)
            Report(RuleSetDiagnostics.MannerOrParts, at.Place, ("id", criterion.Id));
        if (criterion.BeyondScale is not null && (role != NodeRole.Bonus || parent >= 0))
            Report(RuleSetDiagnostics.BonusOnly, at["beyondScale"].Place, ("id", criterion.Id));
        var above = parent >= 0 ? nodes[parent] : null;
        nodes.Add(new ScoreNode
        {
            Index = index,
            Id = criterion.Id,
            Title = TextKey.Clean(criterion.Title),
            Clause = CheckClause(criterion.Clause, at),
            MaxPoints = maxPoints,
            IsAssumed = criterion.Assumed ?? above?.IsAssumed ?? false,
            Place = at["id"].Place,
            GoesBeyondScale = role == NodeRole.Bonus && parent < 0 && (criterion.BeyondScale ?? document.Total.BeyondScale ?? false),
            Role = role,
            Parent = parent,
            Depth = (above?.Depth ?? -1) + 1,
            AppliesTo = Expression(criterion.AppliesTo, at["appliesTo"], ValueKind.YesNo, ExpressionScope.Fields),
            Manner = Check(criterion.Manner, at["manner"], maxPoints),
        });
        if (!isLeaf)
            AddChildren(nodes, index, criterion.Criteria!, at, role);
        return index;
    }

    private Manner? Check(MannerDocument? document, JsonCursor at, decimal maxPoints)
    {
        var manner = document?.Check(new MannerCheck(this, at, maxPoints));
        if (manner is StepTable table)
            LookForGaps(table, at["rows"]);
        return manner;
    }

    private void AddChildren(List<ScoreNode> nodes, int parent, IReadOnlyList<CriterionDocument> criteria, JsonCursor at, NodeRole role)
    {
        var node = nodes[parent];
        if (criteria.Count == 0)
        {
            Report(RuleSetDiagnostics.NothingToScore, at["criteria"].Place, ("what", new LocalText("tiêu chí", "criterion")));
            return;
        }
        var children = Each(criteria, at["criteria"]).Select(part => Add(nodes, parent, part.Item, part.At, role)).ToImmutableArray();
        nodes[parent] = node with { Children = children };
        decimal sum = children.Sum(child => Math.Clamp(nodes[child].MaxPoints, 0, RuleSet.MostPoints));
        if (sum != node.MaxPoints)
            Report(sum < node.MaxPoints ? RuleSetDiagnostics.PointsTooFew : RuleSetDiagnostics.PointsCapped, at["maxPoints"].Place,
                ("id", node.Id), ("max", node.MaxPoints), ("sum", sum));
    }
}
