using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports.Html;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Reports.Word;
using DanVan.Scoring.Reports.Xlsx;

namespace DanVan.Scoring.Reports;

/// <summary>What outputs are made from.</summary>
/// <param name="Result">The result, scored or read back.</param>
public sealed record OutputSource(Result Result)
{
    /// <summary>How CSV tables are written.</summary>
    public CsvStyle Csv { get; init; }

    /// <summary>What documents need to know beyond the result.</summary>
    public ReportOptions Options { get; init; } = new();

    /// <summary>The findings; null of a result that was read back.</summary>
    public DiagnosticBag? Findings { get; init; }

    /// <summary>Which charts are drawn, and how.</summary>
    public ChartRequest Charts { get; init; } = new();

    /// <summary>The charts as pictures.</summary>
    public ResultPictures Pictures => field ??= new ResultPictures(Result, Charts);

    /// <summary>Told which share of a table is written, 0 to 1; null if nobody asks.</summary>
    public IProgress<decimal>? Progress { get; init; }

    /// <summary>Stops writing between parts.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>The outputs of a result: the one table that is walked by whoever writes them.</summary>
public sealed class ResultOutput
{
    private readonly Func<OutputSource, IEnumerable<(string File, Action<Stream> Write)>> _files;

    private ResultOutput(string name, OutputNeed need, Func<OutputSource, IEnumerable<(string File, Action<Stream> Write)>> files) =>
        (Name, Need, _files) = (name, need, files);

    private ResultOutput(string name, OutputNeed need, string file, Action<OutputSource, Stream> write)
        : this(name, need, source => [(file, stream => write(source, stream))])
    {
    }

    /// <summary>All outputs, in the order in which they are written.</summary>
    public static IReadOnlyList<ResultOutput> All { get; } =
    [
        new("ranking", OutputNeed.Totals, "ranking.csv", (source, stream) =>
            Tables(source).WriteRanking(stream, source.Progress, source.Cancellation)),
        new("scorecards", OutputNeed.Arithmetic, "scorecards.csv", (source, stream) =>
            Tables(source).WriteScorecards(stream, source.Progress, source.Cancellation)),
        new("gaps", OutputNeed.Totals, source =>
            source.Result.SelfAssessments.Count == 0 ? [] : [("gaps.csv", stream => Tables(source).WriteGaps(stream))]),
        new("targets", OutputNeed.Totals, "targets.csv", (source, stream) => Tables(source).WriteTargets(stream)),
        new("diagnostics", OutputNeed.Findings, "diagnostics.csv",
            (source, stream) => DiagnosticTable.Write(stream, source.Findings!, source.Csv, source.Result.Language)),
        new("evaluation", OutputNeed.Criteria, "evaluation.json", (source, stream) =>
            EvaluationJson.Write(stream, source.Result, source.Cancellation)),
        new("xlsx", OutputNeed.Criteria, "ranking.xlsx", (source, stream) => RankingBook.Write(stream, source.Result, source.Pictures)),
        new("docx", OutputNeed.Criteria, "report.docx", (source, stream) =>
            ReportDocument.Write(stream, source.Result, source.Options, source.Pictures)),
        new("html", OutputNeed.Criteria, "index.html", (source, stream) => ResultPage.Write(stream, source.Result, source.Pictures)),
        new("charts", OutputNeed.Criteria, source => source.Pictures.Files(source.Cancellation)
            .Select(file => (file.File, (Action<Stream>)(stream => stream.Write(file.Bytes))))),
    ];

    /// <summary>The word that asks for it.</summary>
    public string Name { get; }

    /// <summary>What it takes of a result.</summary>
    public OutputNeed Need { get; }

    /// <summary>True if it takes more than points of sections and totals.</summary>
    public bool TakesCriteria => Need is OutputNeed.Criteria or OutputNeed.Arithmetic;

    /// <summary>True if it shows charts that are drawn here.</summary>
    public bool TakesPictures => Name is "charts" or "docx" or "html";

    /// <summary>True if a result holds what it takes; else the run is to be repeated.</summary>
    public bool CanBeMadeFrom(OutputSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Need switch
        {
            OutputNeed.Findings => source.Findings is not null,
            OutputNeed.Arithmetic => source.Findings is not null || source.Result.Units.Count <= source.Result.Traced,
            _ => true,
        };
    }

    /// <summary>Its files, by path in the result folder with <c>/</c>, with what writes each.</summary>
    public IEnumerable<(string File, Action<Stream> Write)> FilesOf(OutputSource source) => _files(source);

    private static ResultTables Tables(OutputSource source) => new(source.Result, source.Csv);
}

/// <summary>What an output takes of a result.</summary>
public enum OutputNeed
{
    /// <summary>Points of sections and totals.</summary>
    Totals,

    /// <summary>Points of criteria too.</summary>
    Criteria,

    /// <summary>What was read for each unit too, of which a result that was read back holds only the first.</summary>
    Arithmetic,

    /// <summary>The findings with their places, which only scoring has.</summary>
    Findings,
}
