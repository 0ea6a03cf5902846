using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Targets;

/// <summary>Measures the targets over all units, scored or not.</summary>
internal sealed class TargetAssessor(RuleSet ruleSet, Dataset data, ScoreSheet sheet, Outcomes outcomes, DiagnosticBag diagnostics)
{
    public ImmutableArray<TargetResult> Assess() => [.. ruleSet.Targets.Select(Assess)];

    private TargetResult Assess(Target target)
    {
        var tally = new Tally(target);
        var frame = new Frame(data) { Sheet = sheet, Outcomes = outcomes };
        var among = new Cells<bool>();
        var share = new Cells<bool>();
        var part = new Cells<decimal>();
        var whole = new Cells<decimal>();
        for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            target.Among?.Evaluate(frame, among);
            target.Share?.Evaluate(frame, share);
            target.Part?.Evaluate(frame, part);
            target.Whole?.Evaluate(frame, whole);
            for (int i = 0; i < frame.Count; i++)
            {
                int unit = offset + i;
                var isAmong = target.Among is null ? CellState.Value : among.States[i];
                if (isAmong == CellState.NotApplicable || (isAmong == CellState.Value && target.Among is not null && !among.Values[i]))
                    continue;
                if (isAmong != CellState.Value)
                    tally.AddUnknown(unit);
                else if (target.Share is not null)
                    tally.AddUnit(unit, share.States[i], share.Values[i]);
                else
                    tally.AddFigures(unit, part.States[i], part.Values[i], whole.States[i], whole.Values[i]);
            }
        }
        var result = tally.Close();
        if (result.Verdict == TargetVerdict.NotAssessed)
            diagnostics.Add(ScoringDiagnostics.TargetEmpty.At(new Place { File = ruleSet.File }, ("name", target.Id)));
        return result;
    }

    /// <summary>What has been counted of one target.</summary>
    private sealed class Tally(Target target)
    {
        private readonly ImmutableArray<int>.Builder _failing = ImmutableArray.CreateBuilder<int>();
        private readonly ImmutableArray<int>.Builder _without = ImmutableArray.CreateBuilder<int>();
        private decimal _numerator;
        private decimal _denominator;
        private int _population;

        private bool CountsMissing => target.Missing == TargetMissingRule.NotMet;

        /// <summary>A unit of which it is not known whether the target is about it: never counted, always named.</summary>
        public void AddUnknown(int unit)
        {
            _population++;
            _without.Add(unit);
        }

        /// <summary>A unit with its condition. Not applicable leaves it out.</summary>
        public void AddUnit(int unit, CellState state, bool holds)
        {
            if (state == CellState.NotApplicable)
                return;
            _population++;
            if (state != CellState.Value)
            {
                _without.Add(unit);
                if (CountsMissing)
                    _denominator++;
                return;
            }
            _denominator++;
            if (holds)
                _numerator++;
            if (holds == target.IsCeiling)
                _failing.Add(unit);
        }

        /// <summary>A unit with its figures. A part that is not there counts 0 of its whole, if missing figures count.</summary>
        public void AddFigures(int unit, CellState partState, decimal part, CellState wholeState, decimal whole)
        {
            if (partState == CellState.NotApplicable || wholeState == CellState.NotApplicable)
                return;
            _population++;
            if (partState != CellState.Value || wholeState != CellState.Value)
            {
                _without.Add(unit);
                if (CountsMissing && wholeState == CellState.Value)
                    _denominator += whole;
                return;
            }
            _numerator += part;
            _denominator += whole;
            decimal required = Rounding.ForComparison(whole * target.Required);
            decimal achieved = Rounding.ForComparison(part);
            if (target.IsCeiling ? achieved > required : achieved < required)
                _failing.Add(unit);
        }

        public TargetResult Close()
        {
            var verdict = TargetVerdict.NotAssessed;
            if (_denominator > 0)
            {
                decimal achieved = Rounding.ForComparison(_numerator / _denominator);
                decimal required = Rounding.ForComparison(target.Required);
                bool isMet = target.IsCeiling ? achieved <= required : achieved >= required;
                verdict = isMet ? TargetVerdict.Met : TargetVerdict.NotMet;
            }
            return new TargetResult
            {
                Target = target,
                Numerator = _numerator,
                Denominator = _denominator,
                Verdict = verdict,
                Population = _population,
                FailingUnits = _failing.ToImmutable(),
                UnitsWithoutFigures = _without.ToImmutable(),
            };
        }
    }
}
