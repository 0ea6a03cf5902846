using System.Text.RegularExpressions;

namespace DanVan.Scoring.Reports.Charts;

/// <summary>The charts of a result.</summary>
/// <param name="Charts">The charts, in the order in which a report shows them.</param>
/// <param name="Absent">Why there is no chart where one would expect one, a sentence each.</param>
public sealed record ChartSet(ImmutableArray<Chart> Charts, ImmutableArray<string> Absent);

/// <summary>Makes the charts of a result, in its language. Each figure in them is one of the result.</summary>
public sealed partial class ChartBuilder
{
    /// <summary>Most units that have a bar or row each; beyond, the best, the worst and the distribution between.</summary>
    public const int MostUnits = 200;

    /// <summary>How many of the best, and of the worst, are shown where there are more than <see cref="MostUnits"/>.</summary>
    public const int MostEnds = 15;

    /// <summary>Most groups whose ranking is drawn.</summary>
    public const int MostGroups = 60;

    private readonly Result _result;
    private readonly ResultWords _words;
    private readonly List<ResultUnit> _scored;
    private readonly ImmutableArray<Tone> _tones;
    private readonly List<string> _ratings;
    private readonly string _source;
    private readonly List<string> _absent = [];

    private ChartBuilder(Result result)
    {
        (_result, _words, _tones) = (result, ResultWords.Of(result), Tone.Of(result.RuleSet.Ratings));
        _scored = [.. result.Scored];
        _ratings = [.. Rules.Ratings.Select(rating => rating.Name)];
        _source = SourceOf(result);
    }

    private ResultRules Rules => _result.RuleSet;

    private int LastPeriod => _result.PreviousPeriod ?? Rules.Period - 1;

    /// <summary>The charts, and why there is none where one would expect one.</summary>
    public static ChartSet Build(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var builder = new ChartBuilder(result);
        ImmutableArray<Chart> charts = [.. builder.All()];
        return new ChartSet(charts, [.. builder._absent]);
    }

    /// <summary>A unit's share of each section beside the median of its group; null if it has no points by section, or no peer.</summary>
    public static BulletChart? Profile(Result result, ResultUnit unit)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(unit);
        return new ChartBuilder(result).Profile(unit);
    }

    /// <summary>
    /// The source line of a result: the documents that its clauses are of, its note, and whether it rests on assumptions.
    /// </summary>
    internal static string SourceOf(Result result)
    {
        var (rules, words) = (result.RuleSet, ResultWords.Of(result));
        var clauses = rules.Nodes.Select(node => node.Clause).Concat(result.Targets.Select(target => target.Clause))
            .OfType<string>().ToList();
        var cited = rules.Basis.Where(basis => clauses.Exists(clause => clause.StartsWith(basis.Id + " ", StringComparison.Ordinal)))
            .ToList();
        string documents = string.Join("; ", (cited.Count > 0 ? cited : rules.Basis.Take(1)).Select(basis => NameOf(basis.Label)));
        if (documents.Length == 0)
            documents = rules.Issuer is { } issuer ? $"{rules.Title}; {issuer}" : rules.Title;
        return $"{words.Text("Nguồn", "Source")}: {documents}."
            + (result.Note is { } note ? $" {note}" : "")
            + (rules.Assumptions.Length > 0 ? words.Text(" Bộ tiêu chí có giả định.", " The rule set rests on assumptions.") : "");
    }

    private IEnumerable<Chart> All()
    {
        if (_scored.Count == 0)
            _absent.Add(Text("Không vẽ biểu đồ điểm: chưa đơn vị nào có điểm.", "No charts of scores: no unit has a score."));
        foreach (var chart in Rankings())
            yield return chart;
        if (_result.Targets.Length > 0)
            yield return Targets();
        if (_result.Units.Count > 0 && Rules.Ratings.Length > 0)
            yield return Ratings();
        if (_scored.Count == 0)
            yield break;
        foreach (var chart in (Chart?[])[Distribution(), Groups(), Sections(), LostPoints(), AppraisalGaps(), AgainstLast()])
            if (chart is not null)
                yield return chart;
    }

    private ChartHead Head(string name, string title, string subtitle) => new(name, title, subtitle, _source);

    /// <summary>Number, date and issuer of a document, without what it is about.</summary>
    private static string NameOf(string label) => Issued().Match(label) is { Success: true } match ? match.Value : label.TrimEnd('.');

    [GeneratedRegex(@"^.+? của .+?(?= về | ban hành | thực hiện | triển khai | phát động | \(|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    private static decimal Score(ResultUnit unit) => unit.ComparableScore!.Value;

    private Tone ToneOf(ResultUnit unit) => _result.RatingOf(unit) is >= 0 and var rating ? _tones[rating] : new Tone(unit.RatingState);

    private string NameOf(ResultGroup group) => group.Name.Length == 0 ? Text("Tất cả", "All") : group.Name;

    /// <summary>"group, year", or the year where there are no groups.</summary>
    private string When(ResultGroup group) =>
        group.Name.Length == 0 ? Text($"năm {Rules.Period}", $"{Rules.Period}") : $"{group.Name}, {Text("năm", "period")} {Rules.Period}";

    private string ScaleText => Text($"tổng điểm trên thang {_words.Exact(Rules.Scale)}", $"score out of {_words.Exact(Rules.Scale)}");

    private ImmutableArray<Threshold> Edges() => [.. Rules.Ratings.Where(rating => rating.From is not null)
        .Select(rating => new Threshold(rating.From!.Value, $"{rating.Name} {_words.Exact(rating.From.Value)}"))];

    /// <summary>A share in whole percent.</summary>
    private string Share(decimal? share) => share is { } part ? ValueText.Fixed(part * 100, 0, _words.Language) + "%" : "–";

    private string Units(int count) => Text($"{count}\u00A0đơn\u00A0vị", count == 1 ? "1\u00A0unit" : $"{count}\u00A0units");

    private string Text(string vi, string en) => _words.Text(vi, en);
}
