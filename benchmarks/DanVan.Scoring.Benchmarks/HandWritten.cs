using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Benchmarks;

/// <summary>
/// The ceiling: the 24 criteria of <c>benchmark.json</c> as loops written by hand over <c>decimal[]</c>, one after the
/// other. They give the same points, but know no clause, no explanation, no diagnostic and no other rule set.
/// </summary>
internal sealed class HandWritten
{
    private readonly Dictionary<string, (decimal[] Values, bool[] Has)> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool[] Values, bool[] Has)> _yesNos = new(StringComparer.Ordinal);
    private readonly (DateOnly[] Values, bool[] Has) _date;
    private readonly int[] _group;
    private readonly int _units;

    public HandWritten(RuleSet rules, Dataset data)
    {
        _units = data.Units.Length;
        _group = [.. data.Units.Select(unit => unit.Group![1] - '1')];
        foreach (var field in rules.Fields)
        {
            var column = data.Fields[field.Index];
            bool[] has = [.. column.States.ToArray().Select(state => state == CellState.Value)];
            switch (column)
            {
                case Column<decimal> numbers:
                    _numbers[field.Id] = (numbers.Values.ToArray(), has);
                    break;
                case Column<bool> yesNos:
                    _yesNos[field.Id] = (yesNos.Values.ToArray(), has);
                    break;
                case Column<DateOnly> dates:
                    _date = (dates.Values.ToArray(), has);
                    break;
            }
        }
        Points = [.. Enumerable.Range(0, 24).Select(_ => new decimal[_units])];
        Totals = new decimal[_units];
    }

    /// <summary>Points by criterion, in the order of the rules.</summary>
    public decimal[][] Points { get; }

    /// <summary>The sum of a unit's points.</summary>
    public decimal[] Totals { get; }

    /// <summary>Computes all points and totals; a criterion whose cells are missing gives 0.</summary>
    public void Score()
    {
        Proportional(0, 1, 5, 1, null, 5);
        Proportional(1, 2, 5, 0.9m, null, 5);
        Proportional(2, 3, 5, 0.6m, null, 5);
        Proportional(3, 4, 5, 1, 0.5m, 5);
        Proportional(4, 5, 5, 0.8m, null, 0);
        Proportional(5, 6, 5, 1, null, 5);
        Bands(6, "share1", (0.95m, 5), (0.8m, 3.5m), (0.5m, 1), (decimal.MinValue, 0));
        BandsOfShare(7, "part7", "whole7", 5, (1, 5), (0.75m, 3), (decimal.MinValue, 0));
        Bands(8, "index1", (90, 4), (70, 2.5m), (decimal.MinValue, 1));
        AtLeastNineTenths(9);
        PlannedAndQuiet(10);
        LateCases(11);
        Timely(12);
        PerItem(13, "models", 0.75m, 4);
        PerEvent(14, "strikes", 1.5m, 4);
        Imported(15, "index2", 100, 5);
        Spent(16);
        Officer(17);
        Survey(18);
        MinMax(19, "index3", 3);
        ShareOfBest(20, "index4", 3);
        Bands(21, "share3", (0.6m, 3), (0.3m, 1.5m), (decimal.MinValue, 0));
        Members(22);
        ShareOrOfficer(23);
        for (int i = 0; i < _units; i++)
        {
            decimal sum = 0;
            foreach (decimal[] points in Points)
                sum += points[i];
            Totals[i] = sum;
        }
    }

    private static decimal Nine(decimal value) => decimal.Round(value, 9, MidpointRounding.AwayFromZero);

    private void Proportional(int into, int pair, decimal max, decimal target, decimal? floor, decimal whenNone)
    {
        var (part, hasPart) = _numbers[$"part{pair}"];
        var (whole, hasWhole) = _numbers[$"whole{pair}"];
        decimal[] points = Points[into];
        for (int i = 0; i < points.Length; i++)
        {
            if (!hasPart[i] || !hasWhole[i])
                points[i] = 0;
            else if (whole[i] == 0)
                points[i] = whenNone;
            else if (floor is { } least && Nine(part[i] / whole[i]) < least)
                points[i] = 0;
            else
            {
                decimal full = whole[i] * target;
                points[i] = part[i] >= full ? max : Nine(max * part[i] / full);
            }
        }
    }

    private void Bands(int into, string field, params (decimal From, decimal Points)[] steps)
    {
        var (values, has) = _numbers[field];
        for (int i = 0; i < values.Length; i++)
            Points[into][i] = has[i] ? Step(values[i], steps) : 0;
    }

    private void BandsOfShare(int into, string part, string whole, decimal whenNone, params (decimal From, decimal Points)[] steps)
    {
        var (parts, hasPart) = _numbers[part];
        var (wholes, hasWhole) = _numbers[whole];
        for (int i = 0; i < parts.Length; i++)
            Points[into][i] = !hasPart[i] || !hasWhole[i] ? 0 : wholes[i] == 0 ? whenNone : Step(Nine(parts[i] / wholes[i]), steps);
    }

    private static decimal Step(decimal value, (decimal From, decimal Points)[] steps)
    {
        foreach (var (from, points) in steps)
            if (value >= from)
                return points;
        return 0;
    }

    private void AtLeastNineTenths(int into)
    {
        var (part, hasPart) = _numbers["part8"];
        var (whole, hasWhole) = _numbers["whole8"];
        for (int i = 0; i < part.Length; i++)
            Points[into][i] = hasPart[i] && hasWhole[i] && part[i] >= 0.9m * whole[i] ? 4 : 0;
    }

    private void PlannedAndQuiet(int into)
    {
        var (planned, hasPlanned) = _yesNos["planned"];
        var (hotspots, hasHotspots) = _numbers["hotspots"];
        for (int i = 0; i < planned.Length; i++)
            Points[into][i] = hasPlanned[i] && planned[i] && hasHotspots[i] && hotspots[i] == 0 ? 3 : 0;
    }

    private void LateCases(int into)
    {
        var (late, hasLate) = _numbers["casesLate"];
        var (cases, hasCases) = _numbers["cases"];
        for (int i = 0; i < late.Length; i++)
        {
            Points[into][i] = !hasLate[i] ? 0
                : late[i] == 0 ? 4
                : late[i] <= 2 && hasCases[i] && cases[i] >= 10 ? 2.5m
                : 0;
        }
    }

    private void Timely(int into)
    {
        var deadline = new DateOnly(2023, 11, 1);
        for (int i = 0; i < _units; i++)
        {
            int late = _date.Values[i].DayNumber - deadline.DayNumber;
            Points[into][i] = !_date.Has[i] ? 0 : late <= 0 ? 4 : late <= 5 ? 2 : late <= 10 ? 1 : 0;
        }
    }

    private void PerItem(int into, string field, decimal each, decimal max)
    {
        var (values, has) = _numbers[field];
        for (int i = 0; i < values.Length; i++)
            Points[into][i] = has[i] ? Math.Min(max, values[i] * each) : 0;
    }

    private void PerEvent(int into, string field, decimal each, decimal max)
    {
        var (values, has) = _numbers[field];
        for (int i = 0; i < values.Length; i++)
            Points[into][i] = has[i] ? Math.Max(0, max - (values[i] * each)) : 0;
    }

    private void Imported(int into, string field, decimal outOf, decimal max)
    {
        var (values, has) = _numbers[field];
        for (int i = 0; i < values.Length; i++)
            Points[into][i] = has[i] ? Nine(max * values[i] / outOf) : 0;
    }

    private void Spent(int into)
    {
        var (spent, hasSpent) = _numbers["spent"];
        var (budget, hasBudget) = _numbers["budget"];
        for (int i = 0; i < spent.Length; i++)
            Points[into][i] = hasSpent[i] && hasBudget[i] ? Nine(5 * Math.Min(1, spent[i] / budget[i])) : 0;
    }

    private void Officer(int into)
    {
        var (officer, hasOfficer) = _yesNos["officer"];
        var (share, hasShare) = _numbers["share2"];
        for (int i = 0; i < officer.Length; i++)
            Points[into][i] = hasOfficer[i] && hasShare[i] ? Nine((officer[i] ? 1 : 0) + (2 * share[i])) : 0;
    }

    private void Survey(int into)
    {
        var (forms, hasForms) = _numbers["forms"];
        var (one, hasOne) = _numbers["answer1"];
        var (two, hasTwo) = _numbers["answer2"];
        var (three, hasThree) = _numbers["answer3"];
        var (four, hasFour) = _numbers["answer4"];
        for (int i = 0; i < forms.Length; i++)
        {
            Points[into][i] = !hasForms[i] || forms[i] == 0 || !hasOne[i] || !hasTwo[i] || !hasThree[i] || !hasFour[i] ? 0
                : Nine(5 * ((3 * (one[i] + two[i] - 2)) + (three[i] + four[i] - 2)) / 32);
        }
    }

    private void MinMax(int into, string field, decimal max)
    {
        var (values, has) = _numbers[field];
        decimal[] least = [.. Enumerable.Repeat(decimal.MaxValue, 8)], most = [.. Enumerable.Repeat(decimal.MinValue, 8)];
        for (int i = 0; i < values.Length; i++)
        {
            if (!has[i])
                continue;
            least[_group[i]] = Math.Min(least[_group[i]], values[i]);
            most[_group[i]] = Math.Max(most[_group[i]], values[i]);
        }
        for (int i = 0; i < values.Length; i++)
        {
            decimal width = most[_group[i]] - least[_group[i]];
            Points[into][i] = !has[i] ? 0 : width == 0 ? max : Nine(max * (values[i] - least[_group[i]]) / width);
        }
    }

    private void ShareOfBest(int into, string field, decimal max)
    {
        var (values, has) = _numbers[field];
        decimal[] most = new decimal[8];
        for (int i = 0; i < values.Length; i++)
            if (has[i])
                most[_group[i]] = Math.Max(most[_group[i]], values[i]);
        for (int i = 0; i < values.Length; i++)
            Points[into][i] = has[i] ? Nine(max * values[i] / most[_group[i]]) : 0;
    }

    private void Members(int into)
    {
        var (members, has) = _numbers["members"];
        for (int i = 0; i < members.Length; i++)
            Points[into][i] = has[i] ? Math.Min(3, decimal.Round(members[i] / 100, 0, MidpointRounding.AwayFromZero) * 0.25m) : 0;
    }

    private void ShareOrOfficer(int into)
    {
        var (share, hasShare) = _numbers["share4"];
        var (officer, hasOfficer) = _yesNos["officer"];
        for (int i = 0; i < share.Length; i++)
            Points[into][i] = (hasShare[i] && share[i] >= 0.7m) || (hasOfficer[i] && officer[i]) ? 3 : 0;
    }
}
