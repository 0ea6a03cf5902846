using DanVan.Scoring.Reports.Charts;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Which charts of a result are drawn, and how.</summary>
public sealed record ChartRequest
{
    /// <summary>File formats, in the order in which they are written: <c>svg</c>, <c>png</c>.</summary>
    public ImmutableArray<string> Formats { get; init; } = ["svg", "png"];

    /// <summary>Names of the charts that are written as files; empty for all.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Titles in place of those that state the finding, by name of the chart.</summary>
    public ImmutableDictionary<string, string> Titles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True for a file of an earlier run that stands for a chart asked for: parts may be fewer now.</summary>
    /// <param name="file">Path in the result folder, with <c>/</c>.</param>
    public bool Replaces(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string name = Path.GetFileNameWithoutExtension(file);
        int dash = name.LastIndexOf('-');
        string whole = dash > 0 && name[(dash + 1)..].All(char.IsAsciiDigit) ? name[..dash] : name;
        return file.StartsWith("charts/", StringComparison.Ordinal) && Formats.Contains(Path.GetExtension(file).TrimStart('.'))
            && (Names.IsEmpty || Names.Contains(name) || Names.Contains(whole));
    }

    /// <summary>Width and colours.</summary>
    public ChartStyle Style { get; init; } = new();
}

/// <summary>The charts of a result as pictures: made once, for files, page and documents.</summary>
public sealed class ResultPictures
{
    private readonly ChartRequest _request;
    private readonly Lazy<ChartSet> _all;
    private readonly Lazy<IReadOnlyList<Picture>> _pictures;
    private readonly Lazy<string?> _problem = new(ChartRenderer.Problem);
    private Task<List<(string File, byte[] Bytes)>>? _files;

    /// <summary>Makes nothing yet.</summary>
    /// <param name="result">The result.</param>
    /// <param name="request">Which, and how.</param>
    public ResultPictures(Result result, ChartRequest request)
    {
        _request = request;
        _all = new(() => ChartBuilder.Build(result));
        _pictures = new(() => Problem is null ? [.. Charts.SelectMany(Draw)] : []);
    }

    /// <summary>Names of all charts that the result has.</summary>
    public IEnumerable<string> Names => _all.Value.Charts.Select(chart => chart.Name);

    /// <summary>Why there is no chart where one would expect one, a sentence each.</summary>
    public ImmutableArray<string> Absent => _all.Value.Absent;

    /// <summary>The charts, with the titles asked for.</summary>
    public IEnumerable<Chart> Charts => _all.Value.Charts.Select(chart =>
        _request.Titles.TryGetValue(chart.Name, out string? title) ? chart with { Head = chart.Head with { Title = title } } : chart);

    /// <summary>Why nothing can be drawn on this machine; null if it can.</summary>
    public string? Problem => _problem.Value;

    /// <summary>The pictures; none if nothing can be drawn.</summary>
    public IReadOnlyList<Picture> All => _pictures.Value;

    /// <summary>Starts to draw the files beside whatever else is done.</summary>
    public void Start(CancellationToken cancellation) => _files ??= Task.Run(() => DrawFiles(cancellation), cancellation);

    /// <summary>The files of the pictures, drawn on all cores.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<(string File, byte[] Bytes)> Files(CancellationToken cancellation)
    {
        Start(cancellation);
        return _files!.GetAwaiter().GetResult();
    }

    /// <summary>A chart in the style asked for.</summary>
    public IReadOnlyList<Picture> Draw(Chart chart) => ChartRenderer.Draw(chart, _request.Style);

    private List<(string File, byte[] Bytes)> DrawFiles(CancellationToken cancellation) => [.. All
        .Where(picture => _request.Names.IsEmpty || _request.Names.Contains(picture.Chart.Name))
        .AsParallel().AsOrdered().WithCancellation(cancellation)
        .SelectMany(picture => _request.Formats.Select(format => ($"charts/{picture.Name}.{format}", BytesOf(picture, format))))];

    private static byte[] BytesOf(Picture picture, string format)
    {
        using var stream = new MemoryStream();
        if (format == "png")
            picture.WritePng(stream);
        else
            picture.WriteSvg(stream);
        return stream.ToArray();
    }
}
