namespace DanVan.Scoring.Reports.Charts;

/// <summary>Two values of each unit against each other, with the line where they are equal.</summary>
/// <param name="Head">What it says about itself.</param>
/// <param name="Points">The units.</param>
/// <param name="Axis">Ends of both axes.</param>
/// <param name="AcrossText">What is measured from left to right.</param>
/// <param name="UpText">What is measured upwards.</param>
/// <param name="EqualText">Word for the line of equality.</param>
/// <param name="Keys">Words of the legend, by which points are marked; empty if they are all alike.</param>
/// <param name="Language">Language of the numbers on the axes.</param>
public sealed record ScatterChart(
    ChartHead Head, ImmutableArray<ScatterPoint> Points, AxisRange Axis, string AcrossText, string UpText, string EqualText,
    ImmutableArray<string> Keys, Language Language) : Chart(Head)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Words => Points.Select(point => $"{point.Label}: {point.Text}");

    /// <summary>A number on an axis.</summary>
    internal string Number(decimal value) => ValueText.Number(value, Language);
}

/// <summary>A unit in a scatter.</summary>
/// <param name="Label">Name.</param>
/// <param name="Across">First value.</param>
/// <param name="Up">Second value.</param>
/// <param name="Key">Which word of the legend it belongs to; 0 if there is none.</param>
/// <param name="IsNamed">True if its name stands beside it.</param>
/// <param name="Text">Both values, as shown.</param>
public sealed record ScatterPoint(string Label, decimal Across, decimal Up, int Key, bool IsNamed, string Text);
