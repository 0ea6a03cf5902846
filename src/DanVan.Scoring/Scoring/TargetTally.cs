using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>What has been counted of one target among some units.</summary>
internal sealed class TargetTally(Target target)
{
    private readonly List<int> _failing = [];
    private readonly List<int> _without = [];
    private decimal _numerator;
    private decimal _denominator;
    private int _population;

    /// <summary>The target.</summary>
    public Target Target => target;

    private bool CountsMissing => target.Missing == TargetMissingRule.NotMet;

    /// <summary>Counts the units of the frame's block.</summary>
    public void Count(CellFrame frame)
    {
        var among = frame.Rent<bool>();
        target.Among?.Evaluate(frame, among);
        if (target.Share is { } condition)
        {
            var share = frame.Rent<bool>();
            condition.Evaluate(frame, share);
            for (int i = 0; i < frame.Count; i++)
                if (IsAbout(among, i, frame))
                    AddUnit(frame.UnitAt(i), share.States[i], share.Values[i]);
            frame.Return(share);
        }
        else
        {
            var part = frame.Rent<decimal>();
            var whole = frame.Rent<decimal>();
            target.Part!.Evaluate(frame, part);
            target.Whole!.Evaluate(frame, whole);
            for (int i = 0; i < frame.Count; i++)
                if (IsAbout(among, i, frame))
                    AddFigures(frame.UnitAt(i), part.States[i], part.Values[i], whole.States[i], whole.Values[i]);
            frame.Return(part);
            frame.Return(whole);
        }
        frame.Return(among);
    }

    /// <summary>Adds what was counted among other units.</summary>
    public void Add(TargetTally other)
    {
        _failing.AddRange(other._failing);
        _without.AddRange(other._without);
        _numerator += other._numerator;
        _denominator += other._denominator;
        _population += other._population;
    }

    /// <summary>The result.</summary>
    public TargetResult Close()
    {
        _failing.Sort();
        _without.Sort();
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
            FailingUnits = [.. _failing],
            UnitsWithoutFigures = [.. _without],
        };
    }

    /// <summary>True if the target is about the unit. One of which that is not known is never counted, but always named.</summary>
    private bool IsAbout(Cells<bool> among, int position, CellFrame frame)
    {
        if (target.Among is null)
            return true;
        if (among.States[position] is CellState.Value or CellState.NotApplicable)
            return among.States[position] == CellState.Value && among.Values[position];
        _population++;
        _without.Add(frame.UnitAt(position));
        return false;
    }

    /// <summary>A unit with its condition. Not applicable leaves it out.</summary>
    private void AddUnit(int unit, CellState state, bool holds)
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
    private void AddFigures(int unit, CellState partState, decimal part, CellState wholeState, decimal whole)
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
}
