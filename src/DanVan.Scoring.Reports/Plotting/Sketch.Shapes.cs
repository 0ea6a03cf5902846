using DanVan.Scoring.Reports.Charts;
using ScottPlot;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>What lies over the plot beside texts.</summary>
internal sealed partial class Sketch
{
    /// <summary>A thin line from a mark to its name.</summary>
    public void Leader(double x1, double y1, double x2, double y2) => _shapes.Add(canvas =>
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = 0.7f,
            Color = SKColor.Parse(Shade(ChartColors.Soft))
        };
        canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
    });

    /// <summary>White under a text that lies over lines.</summary>
    public void Ground(double left, double top, double width, double height) => _shapes.Add(canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.White };
        canvas.DrawRect((float)left, (float)top, (float)width, (float)height, paint);
    });

    /// <summary>What stands before a word of the legend.</summary>
    public void Swatch(double x, double y, Swatch swatch)
    {
        const float size = 12;
        _shapes.Add(canvas =>
        {
            using var fill = new SKPaint { IsAntialias = true, Color = SKColor.Parse(Shade(swatch.Fill)) };
            using var line = new SKPaint
            {
                IsAntialias = true,
                IsStroke = true,
                StrokeWidth = 0.8f,
                Color = SKColor.Parse(Shade(ChartColors.Outline))
            };
            var (left, top) = ((float)x, (float)y);
            switch (swatch.Shape)
            {
                case SwatchShape.Box:
                    canvas.DrawRect(left, top, size, size, fill);
                    canvas.DrawRect(left, top, size, size, line);
                    break;
                case SwatchShape.Line:
                    line.StrokeWidth = 2.5f;
                    canvas.DrawLine(left + (size / 2), top - 1, left + (size / 2), top + size + 1, line);
                    break;
                default:
                    canvas.DrawPath(PathOf(swatch.Shape, left + (size / 2), top + (size / 2), 4.5f), fill);
                    canvas.DrawPath(PathOf(swatch.Shape, left + (size / 2), top + (size / 2), 4.5f), line);
                    break;
            }
        });
        Hatch(x, y, x + size, y + size, swatch.Pattern);
    }

    /// <summary>The mark of a shape, as ScottPlot has it.</summary>
    public static MarkerShape MarkerOf(SwatchShape shape) => shape switch
    {
        SwatchShape.Diamond => MarkerShape.FilledDiamond,
        SwatchShape.Triangle => MarkerShape.FilledTriangleUp,
        SwatchShape.Box => MarkerShape.FilledSquare,
        _ => MarkerShape.FilledCircle,
    };

    private static SKPath PathOf(SwatchShape shape, float x, float y, float radius)
    {
        var path = new SKPath();
        if (shape == SwatchShape.Circle)
            path.AddCircle(x, y, radius);
        else
            path.AddPoly(shape == SwatchShape.Triangle
                ? [new SKPoint(x, y - radius), new SKPoint(x + radius, y + radius), new SKPoint(x - radius, y + radius)]
                : [new SKPoint(x, y - radius), new SKPoint(x + radius, y), new SKPoint(x, y + radius), new SKPoint(x - radius, y)]);
        return path;
    }

    /// <summary>Slanting lines, cut off at the edges of a box: a clipped pattern would be lost in SVG.</summary>
    private void Hatch(double left, double top, double right, double bottom, Pattern pattern)
    {
        const double step = 5;
        if (pattern == Pattern.None || right <= left)
            return;
        double height = bottom - top;
        _shapes.Add(canvas =>
        {
            using var paint = new SKPaint
            {
                IsAntialias = true,
                IsStroke = true,
                StrokeWidth = 0.8f,
                Color = SKColor.Parse(Shade(ChartColors.Outline))
            };
            for (double x = left - height + step; x < right; x += step)
            {
                double from = Math.Max(x, left), to = Math.Min(x + height, right);
                canvas.DrawLine((float)from, (float)(bottom - (from - x)), (float)to, (float)(bottom - (to - x)), paint);
                if (pattern == Pattern.Crosses)
                    canvas.DrawLine((float)from, (float)(top + (from - x)), (float)to, (float)(top + (to - x)), paint);
            }
        });
    }
}

/// <summary>What stands before a word of the legend.</summary>
/// <param name="Text">The word.</param>
/// <param name="Fill">Colour.</param>
/// <param name="Pattern">Lines upon it.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record Swatch(string Text, string Fill, Pattern Pattern = Pattern.None, SwatchShape Shape = SwatchShape.Box);

/// <summary>Shapes of swatches and marks.</summary>
internal enum SwatchShape
{
    /// <summary>A square.</summary>
    Box,

    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle.</summary>
    Triangle,

    /// <summary>A standing line.</summary>
    Line,
}
