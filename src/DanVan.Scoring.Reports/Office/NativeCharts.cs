using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Office;

/// <summary>The charts of a result that Word and Excel draw themselves. Where their cells stand is for the document to say.</summary>
internal sealed class NativeCharts(Result result)
{
    private const int MostBars = 60;
    private readonly ResultWords _words = ResultWords.Of(result);

    private ResultRules Rules => result.RuleSet;

    /// <summary>Name of a group; that of all units where there are no groups.</summary>
    public string NameOf(ResultGroup group) => group.Name.Length == 0 ? _words.Text("Chung", "All") : group.Name;

    /// <summary>Units by group and rating.</summary>
    public NativeChart Distribution()
    {
        var groups = result.RankedGroups;
        return new NativeChart
        {
            Title = _words.Text($"Kết quả xếp loại năm {Rules.Period} (số đơn vị)", $"Ratings {Rules.Period} (units)"),
            Categories = [.. groups.Select(NameOf)],
            IsStacked = true,
            Format = "0;;",
            Series = [.. result.Outcomes.Select((outcome, index) =>
            {
                string color = ColorOf(index < Rules.Ratings.Length ? index : -1);
                return new NativeSeries(outcome, [.. groups.Select(group => (decimal?)result.CountOf(group, outcome))], color)
                { LabelColor = ChartColors.IsDark(color) ? "FFFFFF" : "000000" };
            })],
        };
    }

    /// <summary>Scores of the first units of a group; null if nobody has one.</summary>
    public NativeChart? Ranking(ResultGroup group)
    {
        var units = result.UnitsOf(group).Where(unit => unit.HasScore).Take(MostBars).ToList();
        return units.Count == 0 ? null : new NativeChart
        {
            Title = _words.Text($"Xếp hạng năm {Rules.Period}", $"Ranking {Rules.Period}") + (group.Name.Length == 0 ? "" : $": {group.Name}"),
            Categories = [.. units.Select(unit => unit.Name)],
            AxisEnd = Math.Max(Rules.Scale, units.Max(unit => unit.ComparableScore!.Value)),
            Format = Rules.Digits == 0 ? "0" : "0." + new string('0', Rules.Digits),
            Series =
            [
                new NativeSeries(
                    _words.Text("Điểm trên thang đầy đủ", "Score on full scale"), [.. units.Select(unit => unit.ComparableScore)], "#2F79B5")
                { PointColors = [.. units.Select(unit => ColorOf(result.RatingOf(unit)))] },
            ],
        };
    }

    private string ColorOf(int rating) => rating < 0 ? "#FFFFFF" : ChartColors.Rating(rating, Rules.Ratings.Length);
}
