using System.Collections.Concurrent;
using System.Collections.Immutable;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Reports.Tests;

/// <summary>The charts of made-up results of all sizes, each drawn once for all tests.</summary>
internal static class Drawn
{
    public static readonly ImmutableArray<string> Sizes =
        ["1", "5 long names", "40", "200 long names", "5 all faulty", "250", "664"];

    private static readonly ConcurrentDictionary<string, Lazy<Result>> Results = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string, double, ChartPalette), Lazy<ImmutableArray<SvgPicture>>> Pictures = new();

    /// <summary>The result of a size.</summary>
    public static Result ResultOf(string size) => Results.GetOrAdd(size, _ => new Lazy<Result>(() => Make(size).Score())).Value;

    /// <summary>All charts of a size, and the profiles of its first and its last unit with a score.</summary>
    public static IEnumerable<Chart> ChartsOf(string size)
    {
        var result = ResultOf(size);
        return [.. ChartBuilder.Build(result).Charts, .. result.Scored.Take(1).Concat(result.Scored.TakeLast(1)).Distinct()
            .Select(unit => ChartBuilder.Profile(result, unit)).OfType<Chart>()];
    }

    public static ImmutableArray<SvgPicture> PicturesOf(string size, double width = 16, ChartPalette palette = ChartPalette.Light) =>
        Pictures.GetOrAdd((size, width, palette), _ => new Lazy<ImmutableArray<SvgPicture>>(() =>
            [.. ChartsOf(size).SelectMany(chart => Draw(chart, width, palette))])).Value;

    public static ImmutableArray<SvgPicture> Draw(Chart chart, double width = 16, ChartPalette palette = ChartPalette.Light) =>
        [.. ChartRenderer.Draw(chart, new ChartStyle { Width = width, Palette = palette }).Select(SvgPicture.Of)];

    /// <summary>The pictures of all charts of a result.</summary>
    public static IEnumerable<SvgPicture> All(Result result) => ChartBuilder.Build(result).Charts.SelectMany(chart => Draw(chart));

    /// <summary>The chart of a kind of which a result has one.</summary>
    public static T Only<T>(this Result result) => ChartBuilder.Build(result).Charts.OfType<T>().Single();

    private static Made Make(string size) => size switch
    {
        "250" => new Made(250) { Group = _ => "g" },
        "5 all faulty" => new Made(5) { IsAllFaulty = true },
        _ when size.EndsWith("names", StringComparison.Ordinal) => new Made(int.Parse(size.Split(' ')[0])) { Name = Long },
        _ => new Made(int.Parse(size)),
    };

    private static string Long(int unit) => $"{Made.LongName} số {unit}";
}
