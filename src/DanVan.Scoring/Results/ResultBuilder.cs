using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Results;

/// <summary>Makes a <see cref="Result"/> of an evaluation, in the language of its rule set.</summary>
public sealed class ResultBuilder
{
    private readonly Evaluation _evaluation;
    private readonly ResultText _text;

    /// <summary>Prepares the result of an evaluation.</summary>
    public ResultBuilder(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        _evaluation = evaluation;
        _text = new ResultText(evaluation);
    }

    private RuleSet RuleSet => _evaluation.RuleSet;

    /// <summary>The result. Beyond the first <see cref="Result.TracedUnits"/> units, points by criterion are left out, to spare memory.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="cancellation">Stops the work between units.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Result Build(IEnumerable<Diagnostic> findings, CancellationToken cancellation = default) =>
        BuildWithoutUnits(findings) with
        {
            Units = [.. Units(Result.TracedUnits, cancellation), .. _evaluation.Ranking.Skip(Result.TracedUnits).Select(unit => Unit(unit, _evaluation.Sheet.StateOf(unit)))],
        };

    /// <summary>Everything but the units.</summary>
    public Result BuildWithoutUnits(IEnumerable<Diagnostic> findings) => new()
    {
        Note = _evaluation.Data.Note,
        RuleSet = Rules(),
        Traced = Math.Min(Result.TracedUnits, _evaluation.Ranking.Length),
        Criteria = [.. RuleSet.Nodes.Select(Summary)],
        Targets = [.. _evaluation.Targets.Select(Target)],
        Receipts = _evaluation.Data.Receipts,
        OtherUnits = [.. _evaluation.Targets.SelectMany(target => target.FailingUnits.Concat(target.UnitsWithoutFigures)).Distinct().Where(unit => _evaluation.Sheet.StateOf(unit) == ScoreState.OutOfScope).Order()
            .Select(unit => new Choice(_evaluation.Data.Units[unit].Code, _evaluation.Data.Units[unit].Name))],
        Diagnostics = [.. findings.Select(Finding)],
    };

    /// <summary>The units one by one, in ranking order.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IEnumerable<ResultUnit> Units(CancellationToken cancellation = default) => Units(_evaluation.Ranking.Length, cancellation);

    private IEnumerable<ResultUnit> Units(int most, CancellationToken cancellation)
    {
        int built = 0;
        foreach (var explanation in _evaluation.Explain(_evaluation.Ranking.Take(most), RuleSet.Language))
        {
            cancellation.ThrowIfCancellationRequested();
            bool withTrace = built++ < Result.TracedUnits;
            yield return Unit(explanation.Unit.Index, explanation.State) with
            {
                TotalSteps = explanation.TotalSteps,
                RatingSteps = explanation.RatingSteps,
                Nodes = [.. explanation.Nodes.Select(node => Node(node, withTrace))],
            };
        }
    }

    private ResultRules Rules() => new()
    {
        Id = RuleSet.Id,
        Version = RuleSet.Version,
        Period = RuleSet.Period,
        Language = RuleSet.Language == Language.Vietnamese ? "vi" : "en",
        Title = RuleSet.Title,
        Issuer = RuleSet.Issuer,
        Recipient = RuleSet.Recipient,
        Scale = RuleSet.Total.Scale,
        Digits = RuleSet.Total.Digits,
        NotApplicable = RuleSet.Total.NotApplicable,
        Basis = RuleSet.Basis,
        UnitKinds = RuleSet.UnitKinds,
        Groups = RuleSet.Groups,
        Ratings = [.. RuleSet.Ratings.Select(band => new ResultRating(band.Id, band.Name, band.From))],
        Nodes = [.. RuleSet.Nodes.Select(node => new ResultCriterion
        {
            Id = node.Id,
            Title = node.Title,
            Clause = node.Clause,
            Role = node.Role,
            Parent = node.Parent < 0 ? null : RuleSet.Nodes[node.Parent].Id,
            MaxPoints = node.MaxPoints,
            BeyondScale = node.GoesBeyondScale,
            Assumed = node.IsAssumed,
            Manner = node.Manner?.Type,
        })],
        Assumptions = RuleSet.Assumptions,
    };

    private ResultSummary Summary(ScoreNode node)
    {
        var sheet = _evaluation.Sheet;
        var units = _evaluation.Ranking.Where(unit => sheet.HasScore(unit) && sheet.States(node.Index)[unit] == CellState.Value).ToList();
        return new ResultSummary(node.Id, units.Count, units.Sum(unit => sheet.Points(node.Index)[unit]), units.Sum(unit => sheet.ApplicableMax(node.Index)[unit]),
            units.Count(unit => sheet.Points(node.Index)[unit] == sheet.ApplicableMax(node.Index)[unit]));
    }

    private ResultUnit Unit(int index, ScoreState state)
    {
        var (unit, sheet, outcomes) = (_evaluation.Data.Units[index], _evaluation.Sheet, _evaluation.Outcomes);
        decimal? IfScored(decimal value) => state == ScoreState.Scored ? value : null;
        return new ResultUnit
        {
            Code = unit.Code,
            Name = unit.Name,
            Kind = unit.Kind,
            Group = unit.Group,
            Parent = unit.Parent,
            Predecessors = unit.Predecessors,
            State = state,
            Base = IfScored(sheet.BasePoints(index)),
            Bonus = IfScored(sheet.BonusPoints(index)),
            Deduction = IfScored(sheet.DeductionPoints(index)),
            ApplicableScale = IfScored(sheet.ApplicableScale(index)),
            Score = IfScored(sheet.Score(index)),
            ComparableScore = IfScored(sheet.ComparableScore(index)),
            RankWithin = outcomes.RankWithin(index),
            RankOverall = outcomes.RankOverall(index),
            Band = outcomes.Band(index)?.Id,
            Rating = outcomes.RatingId(index),
            RatingState = outcomes.RatingStateOf(index),
            RatingName = _text.Rating(index),
            Held = outcomes.GatesOf(index).Length > 0 || outcomes.QuotasOf(index).Length > 0,
            Remark = _text.Note(index),
            AppraisalGap = _evaluation.GapOf(index) is { } gap ? new ResultGap(gap.Self, gap.Final, gap.Gap, gap.Criteria, gap.Changed) : null,
            Previous = _evaluation.Data.PreviousOutcomeOf(index) is { } previous
                ? new ResultPrevious(previous.RankWithin, previous.RankOverall, previous.Score, previous.RatingName) : null,
            PreviousMerged = _evaluation.Data.IsPreviousMerged(index),
        };
    }

    private static ResultNode Node(NodeExplanation node, bool withTrace)
    {
        var trace = withTrace ? node.Trace : null;
        return new ResultNode
        {
            Id = node.Node.Id,
            State = node.State,
            Points = node.Points,
            ApplicableMax = node.ApplicableMax,
            Source = node.Node.Manner is null && node.Source == FigureSource.None ? null : node.Source,
            Computed = node.Computed,
            Self = node.Self?.Points,
            Evidence = node.Self is { Evidence.Length: > 0 } self ? self.Evidence : null,
            Appraised = node.Appraised?.Points,
            Reason = node.Appraised?.Reason,
            ExemptedFor = node.Exemption?.Reason,
            By = node.Appraised?.By ?? node.Exemption?.By,
            Document = node.Appraised?.Document ?? node.Exemption?.Document,
            Steps = trace?.Steps ?? [],
            Inputs = trace is null ? [] : [.. trace.Inputs],
        };
    }

    private ResultTarget Target(TargetResult result) => new()
    {
        Id = result.Target.Id,
        Title = result.Target.Title,
        Clause = result.Target.Clause,
        Stretch = result.Target.IsStretch,
        Ceiling = result.Target.IsCeiling,
        Required = result.Target.Required,
        Numerator = result.Numerator,
        Denominator = result.Denominator,
        Achieved = result.Achieved,
        Last = _evaluation.Data.PreviousTargets.TryGetValue(result.Target.Id, out decimal last) ? last : null,
        Verdict = result.Verdict,
        Population = result.Population,
        FailingUnits = [.. result.FailingUnits.Select(unit => _evaluation.Data.Units[unit].Code)],
        UnitsWithoutFigures = [.. result.UnitsWithoutFigures.Select(unit => _evaluation.Data.Units[unit].Code)],
    };

    private ResultFinding Finding(Diagnostic diagnostic) => new()
    {
        Code = diagnostic.Code,
        Severity = diagnostic.Severity,
        Place = diagnostic.Place.Describe(RuleSet.Language),
        Unit = diagnostic.UnitCode,
        Message = diagnostic.Message(RuleSet.Language),
        Hint = diagnostic.Hint(RuleSet.Language) is { Length: > 0 } hint ? hint : null,
    };
}
