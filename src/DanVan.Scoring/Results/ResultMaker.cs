using System.Collections.Concurrent;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Results;

/// <summary>Tells an evaluation as a <see cref="Result"/>, in a language. Several threads may ask it at once.</summary>
internal sealed class ResultMaker
{
    private readonly Evaluation _evaluation;
    private readonly DiagnosticBag _findings;
    private readonly Language _language;
    private readonly ConcurrentBag<Explainer> _explainers = [];
    private readonly Dictionary<int, ResultGap> _gaps;
    private readonly ResultRules _rules;
    private readonly Func<ResultUnit, UnitDetails> _withTrace;
    private readonly Func<ResultUnit, UnitDetails> _withoutTrace;

    public ResultMaker(Evaluation evaluation, DiagnosticBag findings, Language language)
    {
        (_evaluation, _findings, _language, _rules) = (evaluation, findings, language, ResultRules.Of(evaluation.RuleSet, language));
        (_withTrace, _withoutTrace) = (unit => Explain(unit, isTraced: true), unit => Explain(unit, isTraced: false));
        var own = Data.SelfScores.All.OrderBy(entry => entry.Unit).ThenBy(entry => entry.Node).Select(entry => (entry.Unit, Told: Tell(entry))).ToList();
        SelfAssessments = own.ConvertAll(entry => entry.Told);
        OtherSelfAssessments = [.. own.Where(entry => Sheet.StateOf(entry.Unit) == ScoreState.OutOfScope).Select(entry => entry.Told)];
        _gaps = own.Where(entry => entry.Told.Final is not null).GroupBy(entry => entry.Unit, entry => entry.Told).ToDictionary(unit => unit.Key, unit =>
        {
            decimal self = unit.Sum(entry => entry.Self), final = unit.Sum(entry => entry.Final!.Value);
            return new ResultGap(self, final, final - self, unit.Count(), unit.Count(entry => entry.Gap != 0));
        });
    }

    /// <summary>What units gave themselves, by unit, then by criterion.</summary>
    public IReadOnlyList<SelfAssessment> SelfAssessments { get; }

    /// <summary>For how many criteria of units with a score the panel gave points.</summary>
    public int Appraised => Data.Appraised.All.Count(entry => Sheet.HasScore(entry.Unit));

    /// <summary>True if it is known how any unit came out in the last period.</summary>
    public bool HasPrevious => Data.HasPreviousOutcomes;

    /// <summary>The sections and criteria over all units with a score.</summary>
    public IReadOnlyList<ResultSummary> Criteria => field ??= [.. RuleSet.Nodes.Select(Summary)];

    /// <summary>The groups of the ranking.</summary>
    public IReadOnlyList<ResultGroup> Groups => field ??= ResultGroup.Of(_evaluation.Ranking.Length, rank => Data.Units[_evaluation.Ranking[rank]].Group,
        rank => _evaluation.Outcomes.Rating(_evaluation.Ranking[rank])?.Index ?? -1, _rules);

    /// <summary>The units that targets name but the rules do not score.</summary>
    public IReadOnlyList<Choice> OtherUnits => field ??= [.. _evaluation.Targets.SelectMany(target => target.FailingUnits.Concat(target.UnitsWithoutFigures)).Distinct()
        .Where(unit => Sheet.StateOf(unit) == ScoreState.OutOfScope).Order().Select(unit => new Choice(Data.Units[unit].Code, Data.Units[unit].Name))];

    /// <summary>The findings, sorted.</summary>
    public IReadOnlyList<ResultFinding> Findings => field ??= [.. _findings.Sorted().Select(Finding)];

    private ImmutableArray<SelfAssessment> OtherSelfAssessments { get; }

    private RuleSet RuleSet => _evaluation.RuleSet;

    private Dataset Data => _evaluation.Data;

    private ScoreSheet Sheet => _evaluation.Sheet;

    /// <summary>The result.</summary>
    public Result Make() => new()
    {
        Maker = this,
        Note = Data.Note,
        RuleSet = _rules,
        Traced = Math.Min(Result.TracedUnits, _evaluation.Ranking.Length),
        Units = new LazyList<ResultUnit>(_evaluation.Ranking.Length, rank => Unit(_evaluation.Ranking[rank], rank < Result.TracedUnits), Result.TracedUnits),
        Figures = new LazyList<ResultFigures>(Data.Units.Length, Figures),
        Targets = [.. _evaluation.Targets.Select(Target)],
        PreviousPeriod = Data.PreviousPeriod,
        Receipts = Data.Receipts,
        OtherSelfAssessments = OtherSelfAssessments,
    };

    /// <summary>The result in another language.</summary>
    public Result In(Language language) => new ResultMaker(_evaluation, _findings, language).Make();

    /// <summary>A unit by its code; null if there is none.</summary>
    public ResultUnit? Find(string code) => Data.Units.FirstOrDefault(unit => unit.Code == code) is { } unit ? Unit(unit.Index, isTraced: true) : null;

    /// <summary>Final points of a unit; null where they do not apply, or are not kept.</summary>
    public decimal? PointsOf(int unit, int node) => Sheet.Points(node) is { IsEmpty: false } points
        && (Sheet.States(node)[unit] != CellState.NotApplicable || Sheet.Sources(node)[unit] == FigureSource.FullPoints) ? points[unit] : null;

    /// <summary>Final points of a unit and its maximum; null where they are no value.</summary>
    public (decimal Points, decimal Max)? PartOf(int unit, int node) => Sheet.Points(node) is { IsEmpty: false } points
        && Sheet.States(node)[unit] == CellState.Value && Sheet.ApplicableMax(node)[unit] is > 0 and var max ? (points[unit], max) : null;

    private UnitDetails Explain(ResultUnit unit, bool isTraced)
    {
        if (!_evaluation.KeepsCriteria)
            return new UnitDetails([], [], []);
        var explainer = _explainers.TryTake(out var idle) ? idle : new Explainer(_evaluation, _language);
        var details = explainer.Explain(unit.Index, isTraced);
        _explainers.Add(explainer);
        return details;
    }

    private ResultUnit Unit(int index, bool isTraced)
    {
        var (unit, outcomes) = (Data.Units[index], _evaluation.Outcomes);
        bool hasScore = Sheet.HasScore(index);
        decimal? IfScored(decimal value) => hasScore ? value : null;
        return new ResultUnit
        {
            Index = index,
            Explain = isTraced ? _withTrace : _withoutTrace,
            Code = unit.Code,
            Name = unit.Name,
            Kind = unit.Kind,
            Group = unit.Group,
            Parent = unit.Parent,
            Predecessors = unit.Predecessors,
            State = Sheet.StateOf(index),
            Base = IfScored(Sheet.BasePoints(index)),
            Bonus = IfScored(Sheet.BonusPoints(index)),
            Deduction = IfScored(Sheet.DeductionPoints(index)),
            ApplicableScale = IfScored(Sheet.ApplicableScale(index)),
            Score = IfScored(Sheet.Score(index)),
            ComparableScore = IfScored(Sheet.ComparableScore(index)),
            RankWithin = outcomes.RankWithin(index),
            RankOverall = outcomes.RankOverall(index),
            Band = outcomes.Band(index)?.Id,
            Rating = outcomes.RatingId(index),
            RatingState = outcomes.RatingStateOf(index),
            RatingName = RatingName(index),
            Held = outcomes.GatesOf(index).Length > 0 || outcomes.QuotasOf(index).Length > 0,
            Remark = Remark(index),
            AppraisalGap = _gaps.GetValueOrDefault(index),
            Previous = Data.PreviousOutcomeOf(index) is { } previous
                ? new ResultPrevious(previous.RankWithin, previous.RankOverall, previous.Score, previous.RatingName) : null,
            PreviousMerged = Data.IsPreviousMerged(index),
        };
    }

    /// <summary>Name of the rating, or why there is none.</summary>
    private string RatingName(int unit) => _evaluation.Outcomes.RatingStateOf(unit) switch
    {
        RatingState.Rated => _evaluation.Outcomes.Rating(unit)!.Name,
        RatingState.Pending => Text("Chưa xếp loại", "Pending"),
        RatingState.NotScored when Sheet.StateOf(unit) != ScoreState.NothingApplies => Text("Không chấm điểm", "Not scored"),
        _ => Text("Không đủ điều kiện xếp loại", "Not rateable"),
    };

    /// <summary>Why a unit has no score, or which gates and quotas changed its rating; empty if there is nothing to say.</summary>
    private string Remark(int unit)
    {
        var outcomes = _evaluation.Outcomes;
        if (Sheet.HasScore(unit) && outcomes.GatesOf(unit).IsEmpty && outcomes.PendingGatesOf(unit).IsEmpty && outcomes.QuotasOf(unit).IsEmpty)
            return "";
        var state = Sheet.StateOf(unit);
        string reason = new ResultWords(_language, RuleSet.Total.Digits).NoScore(state)
            + (state is ScoreState.FaultyData or ScoreState.MissingData ? Text(", xem diagnostics.csv", ", see diagnostics.csv") : "");
        var gates = outcomes.GatesOf(unit).Select(gate => Named(RuleSet.Gates[gate].Title, RuleSet.Gates[gate].Clause));
        var pending = outcomes.PendingGatesOf(unit)
            .Select(gate => $"{Text("chờ số liệu", "waits for data")}: {Named(RuleSet.Gates[gate].Title, RuleSet.Gates[gate].Clause)}");
        var quotas = outcomes.QuotasOf(unit).Select(effect => Named(effect.Quota.Title, effect.Quota.Clause));
        return string.Join("; ", gates.Concat(quotas).Concat(pending).Prepend(reason).Where(text => text.Length > 0));
    }

    private static string Named(string title, string? clause) => clause is null ? title : $"{title} [{clause}]";

    private ResultFigures Figures(int unit)
    {
        var values = Data.Fields.Where(column => column[unit] is not null).ToDictionary(column => column.Field.Id, column => column[unit]!, StringComparer.Ordinal);
        return new ResultFigures(Data.Units[unit].Code, values)
        {
            NotApplicable = [.. Data.Fields.Where(column => column.States[unit] == CellState.NotApplicable).Select(column => column.Field.Id)],
        };
    }

    private ResultSummary Summary(ScoreNode node)
    {
        if (Sheet.Points(node.Index).IsEmpty)
            return new ResultSummary(node.Id, 0, 0, 0, 0);
        var units = _evaluation.Ranking.Where(unit => Sheet.HasScore(unit) && Sheet.States(node.Index)[unit] == CellState.Value).ToList();
        return new ResultSummary(node.Id, units.Count, units.Sum(unit => Sheet.Points(node.Index)[unit]), units.Sum(unit => Sheet.ApplicableMax(node.Index)[unit]),
            units.Count(unit => Sheet.Points(node.Index)[unit] == Sheet.ApplicableMax(node.Index)[unit]));
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
        Last = Data.PreviousTargets.TryGetValue(result.Target.Id, out decimal last) ? last : null,
        Verdict = result.Verdict,
        Population = result.Population,
        FailingUnits = Codes(result.FailingUnits),
        UnitsWithoutFigures = Codes(result.UnitsWithoutFigures),
    };

    private IReadOnlyList<string> Codes(ImmutableArray<int> units) =>
        units.IsEmpty ? [] : new LazyList<string>(units.Length, i => Data.Units[units[i]].Code);

    private ResultFinding Finding(Diagnostic diagnostic) => new()
    {
        Code = diagnostic.Code,
        Severity = diagnostic.Severity,
        Place = diagnostic.Place.Describe(_language),
        Unit = diagnostic.UnitCode,
        Message = diagnostic.Message(_language),
        Hint = diagnostic.Hint(_language) is { Length: > 0 } hint ? hint : null,
    };

    private SelfAssessment Tell(SelfPoints own)
    {
        var node = RuleSet.Nodes[own.Node];
        var source = Sheet.Sources(own.Node)[own.Unit];
        bool counts = Sheet.States(own.Node)[own.Unit] == CellState.Value || source == FigureSource.FullPoints;
        var appraised = Data.Appraised.Find(own.Node, own.Unit);
        string grounds = appraised is null ? "" : ResultNode.Join(appraised.Reason, appraised.By, appraised.Document);
        return new SelfAssessment(Data.Units[own.Unit].Code, Data.Units[own.Unit].Name, node.Id, node.Role == NodeRole.Deduction ? -own.Points : own.Points,
            source, counts ? Sheet.Points(own.Node)[own.Unit] : null, grounds, own.Evidence);
    }

    private string Text(string vi, string en) => _language == Language.Vietnamese ? vi : en;
}
