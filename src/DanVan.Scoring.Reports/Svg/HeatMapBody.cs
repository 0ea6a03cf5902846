using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Svg;

/// <summary>A table of coloured cells with their figures.</summary>
internal sealed class HeatMapBody : IChartBody
{
    private const double LeastLabelWidth = 200;
    private const double LeastCellWidth = 34;

    private readonly HeatMapChart _chart;
    private readonly double _cellWidth;
    private readonly double _labelWidth;
    private readonly List<(HeatMapRow Row, IReadOnlyList<string> Label)> _rows;
    private readonly List<IReadOnlyList<string>> _legend;

    public HeatMapBody(HeatMapChart chart)
    {
        _chart = chart;
        double widestId = chart.Columns.Length == 0 ? 0 : chart.Columns.Max(column => TextMetrics.Width(column.Id, SvgCanvas.TextSize, isBold: true)) + 6;
        double room = (BodyLayout.Inner - LeastLabelWidth - 8) / Math.Max(1, chart.Columns.Length);
        _cellWidth = Math.Max(Math.Max(LeastCellWidth, widestId), Math.Min(room, 52));
        _labelWidth = Math.Max(LeastLabelWidth, BodyLayout.Inner - 8 - (_cellWidth * chart.Columns.Length));
        _rows = [.. chart.Rows.Select(row => (row, TextMetrics.Wrap(row.Label, _labelWidth, SvgCanvas.TextSize)))];
        _legend = [.. chart.Columns.Select(column => TextMetrics.Wrap($"{column.Id}: {column.Title}", BodyLayout.Inner, SvgCanvas.TextSize))];
    }

    public double Width => _labelWidth + 8 + (_cellWidth * _chart.Columns.Length);

    public double Height => 20 + _rows.Sum(row => BodyLayout.RowHeight(row.Label.Count)) + 14 + (_legend.Sum(lines => lines.Count) * SvgCanvas.LineHeight);

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        double cellsLeft = left + _labelWidth + 8;
        for (int i = 0; i < _chart.Columns.Length; i++)
            canvas.Text(cellsLeft + ((i + 0.5) * _cellWidth), top + 12, _chart.Columns[i].Id, anchor: "middle", isBold: true);
        double y = top + 20;
        foreach (var (row, label) in _rows)
        {
            double height = BodyLayout.RowHeight(label.Count);
            canvas.Lines(left, BodyLayout.FirstLine(y, height, label.Count), label);
            for (int i = 0; i < row.Cells.Length; i++)
            {
                var cell = row.Cells[i];
                var (fill, ink) = cell.Share is { } share ? ChartColors.Share((double)share) : (ChartColors.Hatch, SvgCanvas.Ink);
                double x = cellsLeft + (i * _cellWidth);
                canvas.Rectangle(x, y, _cellWidth, height, fill, "#ffffff", cell.Share);
                if (cell.Share is null)
                    canvas.Rectangle(x + (_cellWidth / 2) - 9, y + (height / 2) - 8, 18, 16, "#ffffff", null);
                canvas.Text(x + (_cellWidth / 2), BodyLayout.FirstLine(y, height, 1), cell.Text, anchor: "middle", color: ink);
            }
            y += height;
        }
        y += 14;
        foreach (var lines in _legend)
            y = canvas.Lines(left, y + 11, lines, color: "#444444") - 11;
    }
}
