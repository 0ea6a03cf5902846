using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Manners;
using DanVan.Scoring.Ranking;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Engine;

/// <summary>
/// Gives every unit its points: walks the units in blocks, computes each leaf, lets appraised and self points decide,
/// adds up the tree and makes the total.
/// </summary>
internal sealed class Scorer(RuleSet ruleSet, Dataset data, DiagnosticBag diagnostics)
{
    private readonly ScoreNode[] _leaves = [.. ruleSet.Leaves];
    private readonly ScoreSheet _sheet = new(ruleSet, data.Units.Length);
    private readonly CellState[] _applicability = new CellState[Frame.BlockSize];

    public ScoreSheet Score(CancellationToken cancellation)
    {
        var frame = new Frame(data) { Sheet = _sheet };
        if (_leaves.Any(leaf => leaf.Manner is PopulationManner))
            _sheet.SetFacts(ObservePopulation(frame, cancellation));
        for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            FindScope(frame);
            foreach (var leaf in _leaves)
                ScoreLeaf(leaf, frame);
            for (int node = ruleSet.Nodes.Length - 1; node >= 0; node--)
                if (ruleSet.Nodes[node].Manner is null)
                    AddUp(ruleSet.Nodes[node], frame);
            for (int unit = offset; unit < offset + frame.Count; unit++)
                if (_sheet.HasScore(unit))
                    MakeTotal(unit);
        }
        return _sheet;
    }

    /// <summary>First pass: what the manners that compare units must know of all of them.</summary>
    private Dictionary<(PopulationManner Manner, string Scope), PopulationFacts> ObservePopulation(Frame frame, CancellationToken cancellation)
    {
        var facts = new Dictionary<(PopulationManner Manner, string Scope), PopulationFacts>();
        Span<bool> counts = stackalloc bool[Frame.BlockSize];
        for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            FindScope(frame);
            foreach (var leaf in _leaves)
            {
                if (leaf.Manner is not PopulationManner manner)
                    continue;
                Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
                for (int i = 0; i < frame.Count; i++)
                    counts[i] = _sheet.HasScore(offset + i) && _applicability[i] == CellState.Value
                        && data.Exemptions.Find(leaf.Index, offset + i) is null && RankingScope.KeyOf(manner.Within, data.Units[offset + i]) is not null;
                manner.Observe(frame, counts, i => FactsOf(manner, data.Units[frame.Offset + i]));
            }
        }
        return facts;

        PopulationFacts FactsOf(PopulationManner manner, Unit unit)
        {
            var key = (manner, RankingScope.KeyOf(manner.Within, unit)!);
            if (!facts.TryGetValue(key, out var found))
                facts[key] = found = new PopulationFacts();
            return found;
        }
    }

    private void FindScope(Frame frame)
    {
        var inScope = frame.Rent<bool>();
        if (ruleSet.ScoredUnits is { } scope)
            scope.Evaluate(frame, inScope);
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.Offset + i;
            var state = ruleSet.ScoredUnits is null ? CellState.Value : inScope.States[i];
            _sheet.SetState(unit,
                state == CellState.Invalid ? ScoreState.FaultyData
                : state == CellState.Missing ? ScoreState.MissingData
                : ruleSet.ScoredUnits is not null && (state == CellState.NotApplicable || !inScope.Values[i]) ? ScoreState.OutOfScope
                : data.UnusableUnits.Contains(unit) ? ScoreState.FaultyData
                : !data.HasResults(unit) ? ScoreState.NoResults
                : ScoreState.Scored);
        }
        frame.Return(inScope);
    }

    private void ScoreLeaf(ScoreNode leaf, Frame frame)
    {
        var points = frame.Rent<decimal>();
        leaf.Manner!.Score(frame, leaf.MaxPoints, points);
        decimal sign = leaf.Role == NodeRole.Deduction ? -1 : 1;
        decimal[] computed = _sheet.ComputedOf(leaf.Index), final = _sheet.PointsOf(leaf.Index), max = _sheet.ApplicableMaxOf(leaf.Index);
        CellState[] computedStates = _sheet.ComputedStatesOf(leaf.Index), finalStates = _sheet.StatesOf(leaf.Index);
        var sources = _sheet.SourcesOf(leaf.Index);
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.Offset + i;
            computedStates[unit] = points.States[i];
            computed[unit] = points.States[i] == CellState.Value ? sign * Rounding.Points(points.Values[i]) : 0;
        }
        frame.Return(points);
        leaf.Manner.Doubt(frame, (unit, doubt) => ReportDoubt(leaf, unit, doubt));
        ApplyScopeAndExemptions(leaf, frame, computedStates, computed);
        for (int unit = frame.Offset; unit < frame.Offset + frame.Count; unit++)
        {
            final[unit] = computed[unit];
            finalStates[unit] = computedStates[unit];
            sources[unit] = computedStates[unit] == CellState.Value ? FigureSource.Computed : FigureSource.None;
        }
        if (ruleSet.Total.Unappraised == UnappraisedRule.Self)
            foreach (var self in data.SelfScores.InRange(leaf.Index, frame.Offset, frame.Offset + frame.Count))
                if (finalStates[self.Unit] != CellState.NotApplicable)
                    Decide(self.Unit, sign * Rounding.Points(self.Points), FigureSource.Self);
        foreach (var appraised in data.Appraised.InRange(leaf.Index, frame.Offset, frame.Offset + frame.Count))
            if (Applies(appraised))
                Decide(appraised.Unit, sign * Rounding.Points(appraised.Points), FigureSource.Appraised);
        bool givesFullPoints = ruleSet.Total.NotApplicable == NotApplicableRule.FullPoints && leaf.Role == NodeRole.Criterion;
        for (int unit = frame.Offset; unit < frame.Offset + frame.Count; unit++)
        {
            bool isOut = finalStates[unit] == CellState.NotApplicable;
            if (isOut && givesFullPoints)
                (final[unit], sources[unit]) = (leaf.MaxPoints, FigureSource.FullPoints);
            max[unit] = isOut && !givesFullPoints ? 0 : leaf.MaxPoints;
            LookAt(leaf, unit, finalStates[unit], computedStates[unit], frame);
        }

        void Decide(int unit, decimal value, FigureSource source) =>
            (final[unit], finalStates[unit], sources[unit]) = (value, CellState.Value, source);

        bool Applies(AppraisedPoints appraised)
        {
            if (_applicability[appraised.Unit - frame.Offset] != CellState.NotApplicable)
                return true;
            string code = data.Units[appraised.Unit].Code;
            diagnostics.Add(DatasetDiagnostics.DoesNotApply.At(appraised.Place, ("name", leaf.Id), ("unit", code)) with { UnitCode = code });
            Withdraw(appraised.Unit, ScoreState.FaultyData);
            return false;
        }
    }

    /// <summary>A criterion that does not apply to a unit, by rule or by exemption, is not applicable whatever its data are.</summary>
    private void ApplyScopeAndExemptions(ScoreNode leaf, Frame frame, CellState[] states, decimal[] computed)
    {
        Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
        for (int i = 0; i < frame.Count; i++)
            if (_applicability[i] != CellState.Value)
                Set(frame.Offset + i, _applicability[i]);
        foreach (var exemption in data.Exemptions.InRange(leaf.Index, frame.Offset, frame.Offset + frame.Count))
            Set(exemption.Unit, CellState.NotApplicable);

        void Set(int unit, CellState state) => (states[unit], computed[unit]) = (state, 0);
    }

    /// <summary>Reports a leaf without final points, and takes the unit's score away where the rules say so.</summary>
    private void LookAt(ScoreNode leaf, int unit, CellState final, CellState computed, Frame frame)
    {
        if (final is CellState.Value or CellState.NotApplicable || _sheet.StateOf(unit) is ScoreState.OutOfScope or ScoreState.NoResults)
            return;
        var reader = new InputReader(ruleSet, data, frame, unit);
        string code = data.Units[unit].Code;
        var place = reader.RowPlace;
        if (final == CellState.Invalid)
        {
            if (leaf.Manner is PopulationManner manner && RankingScope.KeyOf(manner.Within, data.Units[unit]) is null)
            {
                diagnostics.Add(RankingScope.Missing(manner.Within, data.Units[unit]));
                Withdraw(unit, ScoreState.FaultyData);
                return;
            }
            var read = reader.Inputs(leaf);
            if (read.All(input => input.State != CellState.Invalid))
                diagnostics.Add(ScoringDiagnostics.CannotCompute.At(place, ("name", leaf.Id), ("unit", code), ("detail", InputReader.Describe(read))) with
                {
                    UnitCode = code,
                });
            Withdraw(unit, ScoreState.FaultyData);
            return;
        }
        object inputs = computed == CellState.Missing && leaf.Manner is Judged
            ? new LocalText("điểm của hội đồng trong appraisal.csv", "points of the panel in appraisal.csv")
            : reader.Inputs(leaf).Where(input => input.State == CellState.Missing).Select(input => input.Name);
        diagnostics.Add(ScoringDiagnostics.CriterionMissing.At(place, ("name", leaf.Id), ("unit", code), ("inputs", inputs)) with { UnitCode = code });
        if (ruleSet.Total.Missing == MissingRule.NotScored)
            Withdraw(unit, ScoreState.MissingData);
    }

    /// <summary>Says that data deserve a look although they give points.</summary>
    private void ReportDoubt(ScoreNode leaf, int unit, LocalText doubt)
    {
        if (!_sheet.HasScore(unit) || Applicability.IsOut(ruleSet, leaf, data, unit))
            return;
        string code = data.Units[unit].Code;
        diagnostics.Add(ScoringDiagnostics.FewForms.At(data.Units[unit].Place, ("name", leaf.Id), ("unit", code), ("doubt", doubt)) with { UnitCode = code });
    }

    /// <summary>Takes a unit's score away; a fault in the data outweighs data that are missing.</summary>
    private void Withdraw(int unit, ScoreState state)
    {
        if (_sheet.StateOf(unit) is ScoreState.Scored or ScoreState.MissingData)
            _sheet.SetState(unit, state);
    }

    private void AddUp(ScoreNode node, Frame frame)
    {
        decimal[] points = _sheet.PointsOf(node.Index), max = _sheet.ApplicableMaxOf(node.Index);
        var states = _sheet.StatesOf(node.Index);
        for (int unit = frame.Offset; unit < frame.Offset + frame.Count; unit++)
        {
            decimal sum = 0, maxSum = 0;
            bool anyValue = false, anyMissing = false, anyInvalid = false;
            foreach (int child in node.Children)
            {
                sum += _sheet.PointsOf(child)[unit];
                maxSum += _sheet.ApplicableMaxOf(child)[unit];
                var state = _sheet.StatesOf(child)[unit];
                anyValue |= state == CellState.Value;
                anyMissing |= state == CellState.Missing;
                anyInvalid |= state == CellState.Invalid;
            }
            points[unit] = Math.Clamp(sum, -node.MaxPoints, node.MaxPoints);
            max[unit] = Math.Min(node.MaxPoints, maxSum);
            states[unit] = anyInvalid ? CellState.Invalid : anyValue ? CellState.Value : anyMissing ? CellState.Missing : CellState.NotApplicable;
        }
    }

    private void MakeTotal(int unit)
    {
        decimal earned = 0, applicable = 0, bonus = 0, beyond = 0, deduction = 0;
        bool applies = false;
        foreach (var node in ruleSet.Nodes)
        {
            if (node.Parent >= 0)
                continue;
            decimal points = _sheet.PointsOf(node.Index)[unit];
            if (node.GoesBeyondScale)
                beyond += points;
            else if (node.Role == NodeRole.Bonus)
                bonus += points;
            else if (node.Role == NodeRole.Deduction)
                deduction += points;
            else
            {
                earned += points;
                applicable += _sheet.ApplicableMaxOf(node.Index)[unit];
                applies |= _sheet.StatesOf(node.Index)[unit] != CellState.NotApplicable;
            }
        }
        if (applies)
        {
            _sheet.SetTotal(unit, UnitTotal.Of(ruleSet.Total, earned, applicable, bonus, beyond, deduction));
            return;
        }
        _sheet.SetState(unit, ScoreState.NothingApplies);
        string code = data.Units[unit].Code;
        diagnostics.Add(ScoringDiagnostics.NothingApplies.At(data.Units[unit].Place, ("unit", code)) with { UnitCode = code });
    }
}
