using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;
using DanVan.Scoring.Scoring.Manners;

namespace DanVan.Scoring.Scoring;

/// <summary>
/// Gives the units of a block their points: computes each leaf, lets appraised and self points decide, adds up the tree
/// and makes the total.
/// </summary>
internal sealed class Scorer(RuleSet ruleSet, Dataset data, CellFrame frame, FactTable facts, BlockSheet block)
{
    private readonly Kernel _kernel = new(frame, facts);
    private readonly ScoreNode[] _leaves = [.. ruleSet.Leaves];
    private readonly ScoreNode[] _tops = [.. ruleSet.Nodes.Where(node => node.Parent < 0)];
    private readonly UnitScope _scope = new(ruleSet, data);
    private readonly CellState[] _applicability = new CellState[Frame.BlockSize];

    /// <summary>Scores the units of the frame's block.</summary>
    public void Score(DiagnosticBag diagnostics)
    {
        frame.Figures = block;
        _scope.Find(frame, block.UnitStates);
        foreach (var leaf in _leaves)
            ScoreLeaf(leaf, diagnostics);
        for (int node = ruleSet.Nodes.Length - 1; node >= 0; node--)
            if (ruleSet.Nodes[node].Manner is null)
                AddUp(ruleSet.Nodes[node]);
        for (int i = 0; i < frame.Count; i++)
            if (block.HasScore(i))
                MakeTotal(i, diagnostics);
    }

    private void ScoreLeaf(ScoreNode leaf, DiagnosticBag diagnostics)
    {
        var node = block[leaf.Index];
        var computed = node.Computed!;
        int count = frame.Count;
        _kernel.Start(node.Max, computed);
        var manner = (ScoringManner)leaf.Manner!;
        manner.Run(_kernel);
        _kernel.End();
        if (leaf.Role == NodeRole.Deduction)
            for (int i = 0; i < count; i++)
                computed.Values[i] = -computed.Values[i];
        Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
        manner.Doubt(frame, (position, doubt) => ReportDoubt(leaf, position, doubt, diagnostics));
        for (int i = 0; i < count; i++)
            if (_applicability[i] != CellState.Value)
                computed.SetState(i, _applicability[i]);
        if (data.Exemptions.Has(leaf.Index))
            for (int i = 0; i < count; i++)
                if (data.Exemptions.Find(leaf.Index, frame.UnitAt(i)) is not null)
                    computed.SetState(i, CellState.NotApplicable);
        computed.Values.AsSpan(0, count).CopyTo(node.Points);
        computed.States.AsSpan(0, count).CopyTo(node.States);
        for (int i = 0; i < count; i++)
            node.Sources[i] = computed.States[i] == CellState.Value ? FigureSource.Computed : FigureSource.None;
        Decide(leaf, diagnostics);
        node.ApplicableMax.AsSpan(0, count).Fill(node.Max);
        for (int i = 0; i < count; i++)
            if (node.States[i] != CellState.Value)
                LookAt(leaf, i, diagnostics);
    }

    /// <summary>Puts the unit's own points and those of the panel in the place of the computed ones, where the rules say so.</summary>
    private void Decide(ScoreNode leaf, DiagnosticBag diagnostics)
    {
        var node = block[leaf.Index];
        bool selfDecides = ruleSet.Total.Unappraised == UnappraisedRule.Self && data.SelfScores.Has(leaf.Index), hasAppraised = data.Appraised.Has(leaf.Index);
        for (int i = 0; i < frame.Count && (selfDecides || hasAppraised); i++)
        {
            if (selfDecides && node.States[i] != CellState.NotApplicable && data.SelfScores.Find(leaf.Index, frame.UnitAt(i)) is { } self)
                Decide(i, self.Points, FigureSource.Self);
            if (hasAppraised && data.Appraised.Find(leaf.Index, frame.UnitAt(i)) is { } appraised && Applies(appraised, i))
                Decide(i, appraised.Points, FigureSource.Appraised);
        }

        void Decide(int position, decimal points, FigureSource source)
        {
            long value = Billionths.Of(points);
            (node.Points[position], node.States[position], node.Sources[position]) = (leaf.Role == NodeRole.Deduction ? -value : value, CellState.Value, source);
        }

        bool Applies(AppraisedPoints appraised, int position)
        {
            if (_applicability[position] != CellState.NotApplicable)
                return true;
            string code = data.Units[appraised.Unit].Code;
            diagnostics.Add(DatasetDiagnostics.DoesNotApply.At(appraised.Place, ("name", leaf.Id), ("unit", code)) with { UnitCode = code });
            block.Withdraw(position, ScoreState.FaultyData);
            return false;
        }
    }

    /// <summary>A leaf without final points: gives it those that the rules give then, or reports it and takes the unit's score away.</summary>
    private void LookAt(ScoreNode leaf, int position, DiagnosticBag diagnostics)
    {
        var node = block[leaf.Index];
        if (node.States[position] == CellState.NotApplicable)
        {
            if (GivesFullPoints(leaf))
                (node.Points[position], node.Sources[position]) = (node.Max, FigureSource.FullPoints);
            else
                node.ApplicableMax[position] = 0;
            return;
        }
        if (block.UnitStates[position] is ScoreState.OutOfScope or ScoreState.NoResults)
            return;
        if (node.States[position] == CellState.Invalid)
        {
            ReportInvalid(leaf, position, diagnostics);
            block.Withdraw(position, ScoreState.FaultyData);
            return;
        }
        ReportMissing(leaf, position, diagnostics);
        if (ruleSet.Total.Missing == MissingRule.NotScored)
            block.Withdraw(position, ScoreState.MissingData);
    }

    private void ReportMissing(ScoreNode leaf, int position, DiagnosticBag diagnostics)
    {
        if (diagnostics.IsFull(ScoringDiagnostics.CriterionMissing))
        {
            diagnostics.Count(ScoringDiagnostics.CriterionMissing);
            return;
        }
        string code = data.Units[frame.UnitAt(position)].Code;
        var reader = new InputReader(data, frame, position);
        object inputs = leaf.Manner is Judged && block[leaf.Index].Computed!.States[position] == CellState.Missing
            ? new LocalText("điểm của hội đồng trong appraisal.csv", "points of the panel in appraisal.csv")
            : reader.Missing(leaf);
        diagnostics.Add(ScoringDiagnostics.CriterionMissing.At(reader.RowPlace, ("name", leaf.Id), ("unit", code), ("inputs", inputs)) with { UnitCode = code });
    }

    /// <summary>A cell that could not be read has its own finding; a figure without result or scope needs one.</summary>
    private void ReportInvalid(ScoreNode leaf, int position, DiagnosticBag diagnostics)
    {
        var unit = data.Units[frame.UnitAt(position)];
        var reader = new InputReader(data, frame, position);
        if (leaf.Manner is PopulationManner manner && data.ScopesOf(manner.Within).Of(unit.Index) < 0)
        {
            diagnostics.Add(RankingScope.Missing(manner.Within, unit));
            return;
        }
        var read = reader.Inputs(leaf);
        if (read.All(input => input.State != CellState.Invalid))
            diagnostics.Add(ScoringDiagnostics.CannotCompute.At(reader.RowPlace, ("name", leaf.Id), ("unit", unit.Code), ("detail", InputReader.Describe(read))) with
            {
                UnitCode = unit.Code,
            });
    }

    /// <summary>Says that data deserve a look although they give points.</summary>
    private void ReportDoubt(ScoreNode leaf, int position, LocalText doubt, DiagnosticBag diagnostics)
    {
        var unit = data.Units[frame.UnitAt(position)];
        if (block.HasScore(position) && _applicability[position] != CellState.NotApplicable && data.Exemptions.Find(leaf.Index, unit.Index) is null)
            diagnostics.Add(ScoringDiagnostics.FewForms.At(unit.Place, ("name", leaf.Id), ("unit", unit.Code), ("doubt", doubt)) with { UnitCode = unit.Code });
    }

    /// <summary>True if a part of the scale that does not apply counts in full.</summary>
    private bool GivesFullPoints(ScoreNode node) =>
        ruleSet.Total.NotApplicable == NotApplicableRule.FullPoints && node.Role is NodeRole.Section or NodeRole.Criterion;

    /// <summary>A node is the sum of its children, at most its maximum. All of them have one sign, so that the sum can be held as it grows.</summary>
    private void AddUp(ScoreNode node)
    {
        int count = frame.Count;
        var sum = block[node.Index];
        sum.Points.AsSpan(0, count).Clear();
        sum.ApplicableMax.AsSpan(0, count).Clear();
        Span<byte> found = stackalloc byte[Frame.BlockSize];
        found.Clear();
        foreach (int index in node.Children)
        {
            var child = block[index];
            for (int i = 0; i < count; i++)
            {
                sum.Points[i] = Math.Clamp(sum.Points[i] + child.Points[i], -sum.Max, sum.Max);
                sum.ApplicableMax[i] = Math.Min(sum.ApplicableMax[i] + child.ApplicableMax[i], sum.Max);
                found[i] |= (byte)(1 << (int)child.States[i]);
            }
        }
        for (int i = 0; i < count; i++)
        {
            sum.States[i] = Has(found[i], CellState.Invalid) ? CellState.Invalid
                : Has(found[i], CellState.Value) ? CellState.Value
                : Has(found[i], CellState.Missing) ? CellState.Missing
                : CellState.NotApplicable;
            bool isGiven = sum.States[i] == CellState.NotApplicable && GivesFullPoints(node);
            sum.Sources[i] = isGiven ? FigureSource.FullPoints : FigureSource.None;
        }

        static bool Has(byte found, CellState state) => (found & (1 << (int)state)) != 0;
    }

    private void MakeTotal(int position, DiagnosticBag diagnostics)
    {
        Int128 earned = 0, applicable = 0, bonus = 0, beyond = 0, deduction = 0;
        bool applies = false;
        foreach (var top in _tops)
        {
            var node = block[top.Index];
            long points = node.Points[position];
            if (top.GoesBeyondScale)
                beyond += points;
            else if (top.Role == NodeRole.Bonus)
                bonus += points;
            else if (top.Role == NodeRole.Deduction)
                deduction += points;
            else
            {
                earned += points;
                applicable += node.ApplicableMax[position];
                applies |= node.States[position] != CellState.NotApplicable;
            }
        }
        if (applies)
        {
            block.Totals[position] = UnitTotal.Of(ruleSet.Total, Billionths.ToDecimal(earned), Billionths.ToDecimal(applicable),
                Billionths.ToDecimal(bonus), Billionths.ToDecimal(beyond), Billionths.ToDecimal(deduction));
            return;
        }
        block.UnitStates[position] = ScoreState.NothingApplies;
        var unit = data.Units[frame.UnitAt(position)];
        diagnostics.Add(ScoringDiagnostics.NothingApplies.At(unit.Place, ("unit", unit.Code)) with { UnitCode = unit.Code });
    }
}
