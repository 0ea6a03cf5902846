namespace DanVan.Scoring.Reports.Charts;

/// <summary>What several outputs say in the same words.</summary>
internal static class ReportWords
{
    /// <summary>Points with the digits that are shown, or what stands for none.</summary>
    public static string Points(this ResultWords words, decimal? value, string none = "–") =>
        value is { } points ? words.Shown(points) : none;

    /// <summary>A unit's rank among those it is ranked with.</summary>
    public static string Rank(this ResultUnit unit) => unit.RankWithin > 0 ? $"{unit.RankWithin}" : "–";

    /// <summary>Title of a target, and whether it is only to be striven for.</summary>
    public static string Title(this ResultWords words, ResultTarget target) =>
        target.Stretch ? $"{target.Title} ({words.TargetType(true)})" : target.Title;

    /// <summary>What was achieved of a target, with the figures behind it.</summary>
    public static string Achieved(this ResultWords words, ResultTarget target) =>
        target.Achieved is { } share ? $"{words.Percent(share)} ({words.Exact(target.Numerator)}/{words.Exact(target.Denominator)})" : "–";

    /// <summary>What a target requires.</summary>
    public static string Required(this ResultWords words, ResultTarget target) => words.Required(target.Ceiling, target.Required);

    /// <summary>Why points are what they are; empty if they are a value that nobody gave grounds for.</summary>
    public static string Reason(this ResultWords words, ResultNode points) =>
        points.Grounds.Length > 0 ? points.Grounds : points.State == CellState.Value ? "" : words.State(points.State, points.Source);

    /// <summary>How many units a long table leaves out.</summary>
    public static string More(this ResultWords words, int units) =>
        words.Text($"… và {units} đơn vị nữa, xem ranking.csv.", $"… and {units} more units, see ranking.csv.");
}
