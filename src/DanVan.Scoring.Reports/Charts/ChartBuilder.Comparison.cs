using DanVan.Scoring.Comparing;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>The chart of two results.</summary>
public sealed partial class ChartBuilder
{
    /// <summary>What moved between two results; null if no unit has a score in both.</summary>
    public static DifferenceChart? Build(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ChartBuilder(comparison.After).Compare(comparison);
    }

    private DifferenceChart? Compare(Comparison comparison)
    {
        var compared = comparison.Units.Where(unit => unit.ScoreMove is not null).OrderByDescending(unit => unit.ScoreMove)
            .ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        if (compared.Count == 0)
            return null;
        var before = comparison.Before.RuleSet;
        bool isSameYear = before.Period == Rules.Period;
        int rose = compared.Count(unit => unit.ScoreMove > 0), fell = compared.Count(unit => unit.ScoreMove < 0);
        var rows = Ends(compared).Select(unit => new DifferenceRow(unit.Name, unit.ScoreMove,
            Move(unit.Before!.Score!.Value, unit.After!.Score!.Value)
                + (unit.IsRatingMoved ? RatingMove(unit.Before.RatingName, unit.After.RatingName) : ""))).ToImmutableArray();
        var head = Head("comparison",
            Moved(rose, fell, compared.Count,
                isSameYear ? Text("giữa hai lần chấm", "between the two runs") : Text($"so với năm {before.Period}",
                    $"since {before.Period}")),
            isSameYear ? Text($"Điểm lần sau trừ điểm lần trước, năm {Rules.Period}; {ScaleText}",
                $"Score of the second run less that of the first, {Rules.Period}; {ScaleText}")
                : Text($"Điểm năm {Rules.Period} trừ điểm năm {before.Period}; {ScaleText}",
                    $"Score of {Rules.Period} less that of {before.Period}; {ScaleText}"));
        return DifferenceChart.Of(head, rows, RiseAndFall()) with { Footnote = Left(rows.Length, compared.Count) };
    }

    /// <summary>"; Khá lên Tốt"; where one of the two is no rating, "; từ Chưa xếp loại thành Tốt".</summary>
    private string RatingMove(string? from, string? to)
    {
        int before = _ratings.IndexOf(from ?? ""), after = _ratings.IndexOf(to ?? "");
        return before < 0 || after < 0 ? Text($"; từ {from ?? "–"} thành {to ?? "–"}", $"; from {from ?? "–"} to {to ?? "–"}")
            : after < before ? Text($"; {from} lên {to}", $"; {from} up to {to}") : Text($"; {from} xuống {to}", $"; {from} down to {to}");
    }
}
