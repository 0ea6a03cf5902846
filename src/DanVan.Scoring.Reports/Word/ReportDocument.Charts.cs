using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Office;

namespace DanVan.Scoring.Reports.Word;

/// <summary>How charts stand in the report.</summary>
public sealed partial class ReportDocument
{
    private const int MostPictures = 4;

    /// <summary>Adds a chart that Word draws, as much of it as fits a page; the caption says what is left out.</summary>
    /// <param name="caption">What it shows, and when.</param>
    /// <param name="chart">The chart; null if the result has none.</param>
    /// <param name="record">The record whose remarks belong below it; null if none do.</param>
    private void Chart(string caption, NativeChart? chart, Chart? record = null)
    {
        if (chart is null)
            return;
        var shown = _document.Fit(chart);
        if (shown.Shown < shown.All)
            caption = Say("chart.cut", ("caption", caption), ("shown", shown.Shown), ("all", shown.All));
        string footnote = record is null || shown.Shown < chart.Shown ? "" : record.Footnote;
        _document.Chart(footnote.Length == 0 ? caption : $"{caption}. {footnote}", shown);
    }

    /// <summary>Adds the units by sections as pictures, since Office has no such chart; of very many units the groups only.</summary>
    private void SectionPictures()
    {
        var pictures = _pictures.All.Where(picture => picture.Chart is HeatMapChart).ToList();
        string key = "criteria.sectionsChart";
        if (pictures.Count > MostPictures)
        {
            var chart = (HeatMapChart)pictures[0].Chart;
            var means = chart with { Groups = [.. chart.Groups.Select(group => group with { Rows = [] })], Footnote = "" };
            pictures = [.. _pictures.Draw(means)];
            key = "criteria.sectionsMeans";
        }
        foreach (var picture in pictures)
        {
            string part = picture.Title[picture.Chart.Title.Length..];
            _document.Picture(Say(key, ("subtitle", picture.Chart.Subtitle), ("units", _scored.Count)) + part, picture);
        }
    }
}
