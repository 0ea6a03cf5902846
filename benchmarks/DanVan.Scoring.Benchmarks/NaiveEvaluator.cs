using System.Globalization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Benchmarks;

/// <summary>
/// What one writes first: a dictionary a unit, an object a value, and a closure a criterion that looks its fields up by
/// name. The same 24 criteria as <see cref="HandWritten"/>, criterion by criterion, unit by unit.
/// </summary>
internal sealed class NaiveEvaluator
{
    private readonly List<Dictionary<string, object?>> _rows;
    private readonly List<Func<Dictionary<string, object?>, object?>> _criteria = [];

    public NaiveEvaluator(RuleSet rules, Dataset data)
    {
        _rows = [.. data.Units.Select(unit =>
        {
            var row = rules.Fields.ToDictionary(field => field.Id, field => data.Fields[field.Index][unit.Index], StringComparer.Ordinal);
            row["group"] = unit.Group;
            return row;
        })];
        Totals = new decimal[_rows.Count];
        for (int pair = 1; pair <= 6; pair++)
        {
            decimal target = pair switch { 2 => 0.9m, 3 => 0.6m, 5 => 0.8m, _ => 1 };
            _criteria.Add(Proportional($"part{pair}", $"whole{pair}", target, pair == 4 ? 0.5m : null, pair == 5 ? 0m : 5m));
        }
        _criteria.Add(row => Steps(row["share1"], (0.95m, 5), (0.8m, 3.5m), (0.5m, 1)));
        _criteria.Add(row => Steps(Divide(row["part7"], row["whole7"]), (1, 5), (0.75m, 3)));
        _criteria.Add(row => Steps(row["index1"], (90, 4), (70, 2.5m), (decimal.MinValue, 1)));
        _criteria.Add(row => Compare(row["part8"], Multiply(0.9m, row["whole8"])) is >= 0 ? 4m : 0m);
        _criteria.Add(row => row["planned"] is true && Compare(row["hotspots"], 0m) is 0 ? 3m : 0m);
        _criteria.Add(row => Compare(row["casesLate"], 0m) is 0 ? 4m : Compare(row["casesLate"], 2m) is <= 0 && Compare(row["cases"], 10m) is >= 0 ? 2.5m : 0m);
        _criteria.Add(row => row["reportDate"] is DateOnly date ? (date.DayNumber - new DateOnly(2023, 11, 1).DayNumber) switch { <= 0 => 4m, <= 5 => 2m, <= 10 => 1m, _ => 0m } : null);
        _criteria.Add(row => Least(4m, Multiply(0.75m, row["models"])));
        _criteria.Add(row => row["strikes"] is decimal strikes ? Math.Max(0, 4 - (strikes * 1.5m)) : null);
        _criteria.Add(row => Divide(Multiply(5m, row["index2"]), 100m));
        _criteria.Add(row => Multiply(5m, Least(1m, Divide(row["spent"], row["budget"]))));
        _criteria.Add(row => row["officer"] is bool officer && row["share2"] is decimal share ? (officer ? 1 : 0) + (2 * share) : null);
        _criteria.Add(Survey);
        var groups = _rows.GroupBy(row => (string)row["group"]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var range = groups.ToDictionary(group => group.Key, group => Range(group.Value, "index3"), StringComparer.Ordinal);
        var best = groups.ToDictionary(group => group.Key, group => Range(group.Value, "index4").Most, StringComparer.Ordinal);
        _criteria.Add(row => range[(string)row["group"]!] is var (least, most) && row["index3"] is decimal value ? most == least ? 3m : 3 * (value - least) / (most - least) : null);
        _criteria.Add(row => Divide(Multiply(3m, row["index4"]), best[(string)row["group"]!]));
        _criteria.Add(row => Steps(row["share3"], (0.6m, 3), (0.3m, 1.5m)));
        _criteria.Add(row => row["members"] is decimal members ? Math.Min(3, decimal.Round(members / 100, 0, MidpointRounding.AwayFromZero) * 0.25m) : null);
        _criteria.Add(row => Compare(row["share4"], 0.7m) is >= 0 || row["officer"] is true ? 3m : 0m);
    }

    /// <summary>The sum of a unit's points.</summary>
    public decimal[] Totals { get; }

    /// <summary>Computes all totals.</summary>
    public void Score()
    {
        for (int unit = 0; unit < _rows.Count; unit++)
        {
            var points = _criteria.Select(criterion => criterion(_rows[unit])).ToList();
            Totals[unit] = points.Sum(value => Nine(Convert.ToDecimal(value ?? 0m, CultureInfo.InvariantCulture)));
        }
    }

    private static decimal Nine(decimal value) => decimal.Round(value, 9, MidpointRounding.AwayFromZero);

    private static Func<Dictionary<string, object?>, object?> Proportional(string part, string whole, decimal target, decimal? floor, decimal whenNone) => row =>
    {
        if (row[part] is not decimal done || row[whole] is not decimal all)
            return null;
        if (all == 0)
            return whenNone;
        return floor is { } least && Nine(done / all) < least ? 0m : Math.Min(5, 5 * done / (all * target));
    };

    private static object? Survey(Dictionary<string, object?> row)
    {
        if (row["forms"] is not decimal forms || forms == 0)
            return 0m;
        var answers = Enumerable.Range(1, 4).Select(i => row[$"answer{i}"] as decimal?).ToList();
        return answers.Any(answer => answer is null) ? null : 5 * ((3 * (answers[0] + answers[1] - 2)) + answers[2] + answers[3] - 2) / 32;
    }

    private static (decimal Least, decimal Most) Range(List<Dictionary<string, object?>> rows, string field)
    {
        var values = rows.Select(row => row[field]).OfType<decimal>().ToList();
        return values.Count == 0 ? (0, 0) : (values.Min(), values.Max());
    }

    private static object? Steps(object? value, params (decimal From, decimal Points)[] steps) =>
        value is decimal number ? (steps.FirstOrDefault(step => Nine(number) >= step.From) is { From: not 0 } found ? found.Points : 0m) : null;

    private static object? Divide(object? left, object? right) => left is decimal x && right is decimal y && y != 0 ? x / y : null;

    private static object? Multiply(object? left, object? right) => left is decimal x && right is decimal y ? x * y : null;

    private static object? Least(object? left, object? right) => left is decimal x && right is decimal y ? Math.Min(x, y) : null;

    private static int? Compare(object? left, object? right) => left is decimal x && right is decimal y ? Nine(x).CompareTo(Nine(y)) : null;
}
