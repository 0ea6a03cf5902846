using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Scoring.Kernels;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Results;

/// <summary>Explains units, one at a time, with the same expressions and manners that scored them.</summary>
internal sealed class Explainer
{
    private readonly Evaluation _evaluation;
    private readonly Language _language;
    private readonly RuleSet _ruleSet;
    private readonly ScoreSheet _sheet;
    private readonly PointCells _points = new();
    private readonly CellFrame _frame;
    private readonly Kernel _kernel;

    public Explainer(Evaluation evaluation, Language language)
    {
        (_evaluation, _language, _ruleSet, _sheet) = (evaluation, language, evaluation.RuleSet, evaluation.Sheet);
        _frame = new CellFrame(evaluation.Data) { Figures = new Standings(evaluation.Sheet, evaluation.Outcomes) };
        _kernel = new Kernel(_frame, evaluation.Sheet.Facts);
    }

    /// <summary>Explains a unit.</summary>
    /// <param name="unit">Index of the unit.</param>
    /// <param name="isTraced">False to leave out the arithmetic and what was read, to spare memory.</param>
    public UnitDetails Explain(int unit, bool isTraced)
    {
        _frame.MoveTo(unit, 1);
        bool hasScore = _sheet.HasScore(unit);
        return new UnitDetails(
            [.. _ruleSet.Nodes.Select(node => Explain(node, unit, isTraced))],
            hasScore ? [.. TotalSteps(unit)] : [],
            hasScore ? [.. RatingSteps(unit)] : []);
    }

    private ResultNode Explain(ScoreNode node, int unit, bool isTraced)
    {
        var points = new ResultNode
        {
            Id = node.Id,
            Points = _sheet.Points(node.Index)[unit],
            State = _sheet.States(node.Index)[unit],
            ApplicableMax = _sheet.ApplicableMax(node.Index)[unit],
            Source = _sheet.Sources(node.Index)[unit],
        };
        if (node.Manner is null)
            return points.Source == FigureSource.None ? points with { Source = null } : points;
        var data = _evaluation.Data;
        var (self, appraised, exemption) = (data.SelfScores.Find(node.Index, unit), data.Appraised.Find(node.Index, unit), data.Exemptions.Find(node.Index, unit));
        var trace = (isTraced || data.HasCorrections) && exemption is null && AppliesTo(node) ? TraceOf(node) : null;
        points = points with
        {
            Computed = _sheet.ComputedStates(node.Index)[unit] == CellState.Value ? _sheet.Computed(node.Index)[unit] : null,
            Self = self?.Points,
            Evidence = self is { Evidence.Length: > 0 } ? self.Evidence : null,
            Appraised = appraised?.Points,
            Reason = appraised?.Reason,
            ExemptedFor = exemption?.Reason,
            By = appraised?.By ?? exemption?.By,
            Document = appraised?.Document ?? exemption?.Document,
            Steps = trace?.Steps ?? [],
            Inputs = trace?.Inputs ?? [],
        };
        return isTraced ? points : points with { Steps = [], Inputs = [], Replaced = points.Corrections };
    }

    private bool AppliesTo(ScoreNode node)
    {
        Span<CellState> state = [CellState.Value];
        Applicability.Evaluate(_ruleSet, node, _frame, state);
        return state[0] == CellState.Value;
    }

    private Trace TraceOf(ScoreNode node)
    {
        var trace = new Trace(_ruleSet, _evaluation.Data, _frame, _language);
        _kernel.Trace = trace;
        _kernel.Start(Billionths.Of(node.MaxPoints), _points);
        ((ScoringManner)node.Manner!).Run(_kernel);
        _kernel.End();
        return trace;
    }

    private IEnumerable<string> TotalSteps(int unit)
    {
        string Number(decimal value) => ValueText.Number(Rounding.Points(value), _language);
        var rule = _ruleSet.Total;
        decimal earned = _ruleSet.Sections.Sum(section => _sheet.Points(section.Index)[unit]);
        decimal applicable = _sheet.ApplicableScale(unit);
        yield return $"{Text("các mục", "sections")}: {string.Join(" + ", _ruleSet.Sections.Select(section => Number(_sheet.Points(section.Index)[unit])))} = {Number(earned)}";
        if (applicable != rule.Scale && rule.NotApplicable == NotApplicableRule.Rescale)
            yield return $"{Text("quy đổi", "rescaled")}: {Number(earned)} × {Number(rule.Scale)} ÷ {Number(applicable)} = {Number(_sheet.BasePoints(unit))}";
        if (_sheet.BonusPoints(unit) != 0)
            yield return $"{Text("điểm thưởng", "bonuses")}: + {Number(_sheet.BonusPoints(unit))}";
        if (_sheet.DeductionPoints(unit) != 0)
            yield return $"{Text("điểm trừ", "deductions")}: − {Number(-_sheet.DeductionPoints(unit))}";
        decimal sum = _sheet.BasePoints(unit) + _sheet.BonusPoints(unit) + _sheet.DeductionPoints(unit);
        decimal score = _sheet.Score(unit);
        decimal beyond = _ruleSet.Nodes.Where(node => node.GoesBeyondScale).Sum(node => _sheet.Points(node.Index)[unit]);
        if (sum != score)
        {
            decimal limit = rule.NotApplicable == NotApplicableRule.Shorten ? applicable : rule.Scale;
            string lifted = beyond == 0 ? ""
                : $" ({Number(limit)} + {Text("điểm thưởng ngoài thang", "bonuses beyond the scale")} {Number(beyond)})";
            yield return $"{Text("giữ trong khoảng", "held within")} 0–{Number(limit + beyond)}{lifted}: {Number(sum)} → {Number(score)}";
        }
        yield return $"{Text("tổng điểm", "score")}: {Number(score)}{(rule.NotApplicable == NotApplicableRule.Shorten && applicable != rule.Scale ? $" / {Number(applicable)}" : "")}";
        if (_sheet.ComparableScore(unit) != score)
            yield return $"{Text("trên thang đầy đủ", "on the full scale")}: {Number(_sheet.ComparableScore(unit))} / {Number(rule.Scale)}";
    }

    private IEnumerable<string> RatingSteps(int unit)
    {
        var outcomes = _evaluation.Outcomes;
        if (outcomes.Band(unit) is not { } band)
            yield break;
        string range = band.From is { } from
            ? $"{Text("từ", "from")} {ValueText.Number(from, _language)}"
            : $"{Text("dưới", "below")} {ValueText.Number(_ruleSet.Ratings.LastOrDefault(rating => rating.From is not null)?.From ?? 0, _language)}";
        yield return $"{Text("theo điểm", "by score")}: {band.Name} ({range})";
        foreach (int index in outcomes.GatesOf(unit).Concat(outcomes.PendingGatesOf(unit)).Order())
        {
            bool isPending = outcomes.PendingGatesOf(unit).Contains(index);
            var gate = _ruleSet.Gates[index];
            var trace = new Trace(_ruleSet, _evaluation.Data, _frame, _language);
            trace.Read(gate.When);
            string effect = isPending ? Text("chờ số liệu", "waits for data") : EffectText(gate);
            string clause = gate.Clause is null ? "" : $" [{gate.Clause}]";
            yield return $"{Text("khống chế", "gate")}: {gate.Title}{clause}: {string.Join("; ", trace.Steps)}; {effect}";
        }
        foreach (var effect in outcomes.QuotasOf(unit))
            yield return Describe(effect);
        yield return outcomes.RatingStateOf(unit) switch
        {
            RatingState.Rated => $"{Text("xếp loại", "rating")}: {outcomes.Rating(unit)!.Name}",
            RatingState.Pending => Text("xếp loại: chưa xếp, chờ bổ sung số liệu", "rating: pending until the data are there"),
            _ => Text("xếp loại: không đủ điều kiện xếp loại", "rating: not rateable"),
        };
    }

    private string Describe(QuotaEffect effect)
    {
        var quota = effect.Quota;
        string clause = quota.Clause is null ? "" : $" [{quota.Clause}]";
        string share = ValueText.Percent(quota.AtMost, _language);
        return Text(
            $"khống chế tỷ lệ: {quota.Title}{clause}: {share} × {effect.Base} → {effect.Limit} đơn vị; đứng thứ {effect.Position} trong {effect.Holders} đơn vị xếp {quota.Rating.Name}; xuống {quota.DisplacedTo.Name}",
            $"quota: {quota.Title}{clause}: {share} × {effect.Base} → {effect.Limit} units; number {effect.Position} of {effect.Holders} rated {quota.Rating.Name}; down to {quota.DisplacedTo.Name}");
    }

    private string EffectText(Gate gate) => gate.Effect switch
    {
        GateEffect.Cap => $"{Text("tối đa", "at most")} {gate.At!.Name}",
        GateEffect.DropOne => Text("hạ một mức", "one rating lower"),
        GateEffect.Lowest => Text("mức thấp nhất", "the lowest rating"),
        _ => Text("không xếp loại", "not rateable"),
    };

    private string Text(string vi, string en) => _language == Language.Vietnamese ? vi : en;
}
