using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Reports.Office;

/// <summary>The charts of a result that Word and Excel draw themselves. Where their cells stand is for the document to say.</summary>
internal sealed class NativeCharts(Result result)
{
    private const int MostBars = 60;
    private readonly ResultWords _words = ResultWords.Of(result);

    private ResultRules Rules => result.RuleSet;

    /// <summary>Labels of the groups, in ranking order; an empty one for units without a group.</summary>
    public List<string> Groups { get; } = [.. result.Units.Select(result.GroupOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Names of the ratings, from the highest down, and of what stands in place of one.</summary>
    public List<string> Outcomes { get; } =
        [.. result.RuleSet.Ratings.Select(rating => rating.Name).Concat(result.Units.Where(unit => unit.Rating is null).Select(unit => unit.RatingName).Distinct(StringComparer.Ordinal))];

    /// <summary>How many units of a group came out so.</summary>
    public int Count(string group, string outcome) => result.Units.Count(unit => result.GroupOf(unit) == group && unit.RatingName == outcome);

    /// <summary>Name of a group; that of all units where there are no groups.</summary>
    public string NameOf(string group) => group.Length == 0 ? _words.Text("Chung", "All") : group;

    /// <summary>Units by group and rating.</summary>
    public NativeChart Distribution() => new()
    {
        Title = _words.Text($"Kết quả xếp loại năm {Rules.Period} (số đơn vị)", $"Ratings {Rules.Period} (units)"),
        Categories = [.. Groups.Select(NameOf)],
        IsStacked = true,
        Format = "0;;",
        Series = [.. Outcomes.Select((outcome, index) =>
        {
            string color = index < Rules.Ratings.Length ? ChartColors.Rating(index, Rules.Ratings.Length) : "#FFFFFF";
            return new NativeSeries(outcome, [.. Groups.Select(group => (decimal?)Count(group, outcome))], color)
            { LabelColor = ChartColors.IsDark(color) ? "FFFFFF" : "000000" };
        })],
    };

    /// <summary>The units of a group that the chart of its ranking shows.</summary>
    public IEnumerable<(int Index, ResultUnit Item)> Ranked(string group) =>
        result.Units.Index().Where(unit => result.GroupOf(unit.Item) == group && unit.Item.HasScore).Take(MostBars);

    /// <summary>Scores of a group; null if nobody has one.</summary>
    public NativeChart? Ranking(string group)
    {
        var units = Ranked(group).Select(unit => unit.Item).ToList();
        if (units.Count == 0)
            return null;
        string ColorOf(ResultUnit unit) => unit.Rating is null ? "#FFFFFF" : ChartColors.Rating(Rules.Ratings.Index().First(rating => rating.Item.Id == unit.Rating).Index, Rules.Ratings.Length);
        return new NativeChart
        {
            Title = _words.Text($"Xếp hạng năm {Rules.Period}", $"Ranking {Rules.Period}") + (group.Length == 0 ? "" : $": {group}"),
            Categories = [.. units.Select(unit => unit.Name)],
            AxisEnd = Math.Max(Rules.Scale, units.Max(unit => unit.ComparableScore!.Value)),
            Format = Rules.Digits == 0 ? "0" : "0." + new string('0', Rules.Digits),
            Series = [new NativeSeries(
                _words.Text("Điểm trên thang đầy đủ", "Score on full scale"), [.. units.Select(unit => unit.ComparableScore)], "#2F79B5")
            { PointColors = [.. units.Select(ColorOf)] }],
        };
    }
}
