using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>
/// What may concern the units of one kind: the criteria that may apply to them, and the fields and tables that these and
/// the targets read. A condition leaves something out only if it says no whatever else is known of a unit of the kind.
/// </summary>
public sealed class KindScope
{
    private readonly RuleSet _ruleSet;
    private readonly BareFrame _probes;

    private KindScope(RuleSet ruleSet, string kind)
    {
        _ruleSet = ruleSet;
        // A unit of the kind in each group and in none, about which nothing else is known.
        _probes = new BareFrame([.. ruleSet.Groups.Select(group => (string?)group.Id).Append(null).Select(group => (kind, group))]);
        Kind = kind;
        IsScored = MayHold(ruleSet.ScoredUnits);
        Leaves = [.. ruleSet.Leaves.Where(leaf => IsScored && MayApply(leaf))];
        var read = ruleSet.WithLimits(FieldsRead());
        var everRead = ruleSet.Expressions.SelectMany(expression => expression.AllFieldsRead).ToHashSet();
        ImmutableArray<Field> fields = [.. ruleSet.Fields.Where(field => read.Contains(field.Index) || !everRead.Contains(field.Index))];
        Fields = [.. fields.Where(field => field.From is null)];
        Tables = [.. ruleSet.Tables.Where(table => fields.Any(field => field.From?.Table == table))];
    }

    /// <summary>Id of the kind.</summary>
    public string Kind { get; }

    /// <summary>True if units of the kind may be scored.</summary>
    public bool IsScored { get; }

    /// <summary>The criteria, bonuses and deductions with a manner that may apply, in the order of the rule set.</summary>
    public ImmutableArray<ScoreNode> Leaves { get; }

    /// <summary>The fields that a unit of the kind reports, in the order of the rule set; with those that no rule reads.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>The tables of records that a unit of the kind reports.</summary>
    public ImmutableArray<RecordTable> Tables { get; }

    /// <summary>Finds the scope of a kind of unit.</summary>
    public static KindScope Of(RuleSet ruleSet, string kind)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return new KindScope(ruleSet, kind);
    }

    /// <summary>The section whose criteria read a field first; null if none does.</summary>
    public ScoreNode? SectionOf(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Leaves.FirstOrDefault(leaf => Reads(leaf).Any(expression => expression.AllFieldsRead.Contains(field.Index))) is { } reader
            ? _ruleSet.PathOf(reader).Last() : null;
    }

    private static IEnumerable<Expression> Reads(ScoreNode leaf) => leaf.Manner!.Expressions.Append(leaf.AppliesTo).OfType<Expression>();

    private IEnumerable<int> FieldsRead()
    {
        var expressions = Leaves.SelectMany(Reads)
            .Concat(IsScored ? _ruleSet.Gates.Select(gate => gate.When).Concat(_ruleSet.Ranking.TieBreak).Concat(_ruleSet.Quotas.Select(quota => quota.Except)) : [])
            .Concat(_ruleSet.Targets.Where(target => MayHold(target.Among)).SelectMany(target => target.Expressions))
            .Append(_ruleSet.ScoredUnits);
        return expressions.OfType<Expression>().SelectMany(expression => expression.AllFieldsRead);
    }

    private bool MayApply(ScoreNode leaf) => _ruleSet.PathOf(leaf).All(node => MayHold(node.AppliesTo));

    private bool MayHold(Expression? condition)
    {
        if (condition is null || condition.Inputs.Any(input => input.Source is InputSource.Points or InputSource.Outcome || (input.Source == InputSource.Unit && input.Name is not ("kind" or "group"))))
            return true;
        var cells = new Cells<bool>();
        condition.Evaluate(_probes, cells);
        return Enumerable.Range(0, _probes.Count).Any(i => cells.States[i] != CellState.Value || cells.Values[i]);
    }
}
