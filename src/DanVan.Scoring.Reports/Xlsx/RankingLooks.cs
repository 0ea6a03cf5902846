using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>How cells of result workbooks look.</summary>
internal static class RankingLooks
{
    public static readonly CellLook
        Plain = new(HasBorder: false, Wraps: false),
        Title = Plain with { Font = CellFont.Title },
        Remark = Plain with { Font = CellFont.Remark },
        BoldText = CellLook.Body with { Font = CellFont.Bold },
        Whole = Plain with { HasBorder = true, Format = 1 },
        Points = Whole with { Format = BookLooks.FirstFormat },
        BoldPoints = Points with { Font = CellFont.Bold },
        Percent = Whole with { Format = BookLooks.FirstFormat + 1 };

    /// <summary>All of them, with a mark for each rating.</summary>
    /// <param name="digits">Decimals shown of points; cells hold all of them.</param>
    /// <param name="ratings">The ratings.</param>
    public static BookLooks All(int digits, ImmutableArray<ResultRating> ratings) => new(
        [Plain, Title, Remark, CellLook.Header, CellLook.Body, BoldText, CellLook.Centre, Whole, Points, BoldPoints, Percent,
            Plain with { Wraps = true }],
        digits == 0 ? "#,##0" : "#,##0." + new string('0', digits), "0.##%")
    { Marks = Tone.Of(ratings).Select(tone => Mark(ChartColors.Of(tone))) };

    private static DifferentialFormat Mark(string color) => new(
        new Font(new Bold(), new Color { Rgb = "FF" + ChartColors.InkOn(color)[1..] }),
        new Fill(new PatternFill(new BackgroundColor { Rgb = "FF" + color[1..] }) { PatternType = PatternValues.Solid }));
}
