using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>
/// The figures that come of a rule set and a dataset, as columns: points, ratings, ranks, targets. What is told of them is
/// the result.
/// </summary>
internal sealed class Evaluation
{
    private Evaluation(
        RuleSet ruleSet, Dataset data, ScoreSheet sheet, Outcomes outcomes, ImmutableArray<TargetResult> targets)
    {
        RuleSet = ruleSet;
        Data = data;
        Sheet = sheet;
        Outcomes = outcomes;
        Targets = targets;
        Ranking = [.. RankingOrder()];
    }

    /// <summary>The rules.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The data.</summary>
    public Dataset Data { get; }

    /// <summary>The points.</summary>
    public ScoreSheet Sheet { get; }

    /// <summary>Ratings and ranks.</summary>
    public Outcomes Outcomes { get; }

    /// <summary>The targets, in the order of the rule set.</summary>
    public ImmutableArray<TargetResult> Targets { get; }

    /// <summary>
    /// Indexes of the units that the rules score, in the order of the ranking table: by group (in the order of the rule
    /// set), then by rank, units without a score last, then by name and code.
    /// </summary>
    public ImmutableArray<int> Ranking { get; }

    /// <summary>True if points of criteria are kept, not only those of sections.</summary>
    public bool KeepsCriteria { get; private init; }

    /// <summary>Scores, rates, ranks and assesses.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="data">The data, built for these rules.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="keepsCriteria">
    /// False to keep points of sections and totals only, which is what rankings and targets take; nothing can then be
    /// explained.
    /// </param>
    /// <param name="progress">Told which share of the units is scored, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops the work between blocks of units.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Evaluation Of(
        RuleSet ruleSet, Dataset data, DiagnosticBag diagnostics, bool keepsCriteria = true, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var facts = PopulationObserver.Observe(ruleSet, data, cancellation);
        var assessor = new TargetAssessor(ruleSet);
        var kept = assessor.NodesNeeded.Concat(data.SelfScores.All.Select(own => own.Node)).ToHashSet();
        var sheet = new ScoreSheet(ruleSet, data.Units.Length, node => keepsCriteria || node.Parent < 0 || kept.Contains(node.Index)) { Facts = facts };
        var outcomes = new Outcomes(ruleSet, data.Units.Length);
        var ranker = new Ranker(ruleSet, data, sheet);
        var quotas = new QuotaKeeper(ruleSet, data, sheet);
        new BlockWalk(data, diagnostics, cancellation).Run(null, frame => new UnitEvaluator(ruleSet, data, frame, new BlockSheet(ruleSet), sheet, outcomes, ranker, quotas), () => new BlockFindings(assessor.Early), found =>
        {
            found.Gates.ForEach(outcomes.SetGates);
            assessor.Take(found.Targets);
        }, reportsCells: true, progress);
        cancellation.ThrowIfCancellationRequested();
        ranker.Rank(outcomes);
        quotas.Apply(outcomes);
        var targets = assessor.Assess(data, sheet, outcomes, diagnostics, cancellation);
        ReportUnitsWithoutScore(ruleSet, data, sheet, diagnostics);
        return new Evaluation(ruleSet, data, sheet, outcomes, targets) { KeepsCriteria = keepsCriteria };
    }

    private static void ReportUnitsWithoutScore(RuleSet ruleSet, Dataset data, ScoreSheet sheet, DiagnosticBag diagnostics)
    {
        bool any = false;
        foreach (var unit in data.Units)
        {
            any |= sheet.HasScore(unit.Index);
            if (sheet.StateOf(unit.Index) == ScoreState.NoResults)
                diagnostics.Add(DatasetDiagnostics.NoResults.At(unit.Place, ("unit", unit.Code), ("name", unit.Name)) with { UnitCode = unit.Code });
        }
        if (!any)
            diagnostics.Add(ScoringDiagnostics.NobodyScored.At(new Place { File = ruleSet.File }));
    }

    private int[] RankingOrder()
    {
        var groups = RuleSet.Groups.Select((group, index) => (group.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var scopes = Data.ScopesOf(RuleSet.Ranking.Within);
        int[] scopeOrder = new int[scopes.Keys.Length];
        foreach (var (order, scope) in Enumerable.Range(0, scopeOrder.Length).OrderBy(scope => scopes.Keys[scope], StringComparer.Ordinal).Index())
            scopeOrder[scope] = order;
        int[] units = [.. Enumerable.Range(0, Data.Units.Length).Where(unit => Sheet.StateOf(unit) != ScoreState.OutOfScope)];
        var keys = Array.ConvertAll(units, unit => (
            Group: Data.Units[unit].Group is { } group ? groups.GetValueOrDefault(group, int.MaxValue) : int.MaxValue,
            Scope: scopes.Of(unit) < 0 ? int.MaxValue : scopeOrder[scopes.Of(unit)],
            Rank: Sheet.HasScore(unit) ? Outcomes.RankWithin(unit) : int.MaxValue));
        EqualRuns.Sort(keys, units, (start, count) => SortByName(units.AsSpan(start, count)));
        return units;
    }

    private void SortByName(Span<int> units)
    {
        var names = new string[units.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = $"{VietnameseOrder.Key(Data.Units[units[i]].Name)}\0{Data.Units[units[i]].Code}";
        names.AsSpan().Sort(units, string.CompareOrdinal);
    }
}
