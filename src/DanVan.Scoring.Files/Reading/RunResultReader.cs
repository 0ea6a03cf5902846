using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DanVan.Scoring.Comparing;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Writing;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the result folder of an earlier run.</summary>
public static class RunResultReader
{
    private const string FileName = "evaluation.json";

    /// <summary>Reads a folder; null if it holds no result that can be trusted, which is then reported.</summary>
    /// <param name="folder">The folder. Messages name it by its last part.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    public static (RunResult Result, SourceInfo Source)? Read(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        string shown = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}/{FileName}";
        var place = new Place { File = shown };
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path) || RunManifest.ReadOutputs(Path.Combine(folder, RunManifest.FileName)) is not { } outputs || !outputs.TryGetValue(FileName, out string? hash))
        {
            diagnostics.Add(ScoringDiagnostics.NoResult.At(place));
            return null;
        }
        byte[] bytes = TextFile.ReadBytes(path);
        if (TextFile.Hash(bytes) != hash)
        {
            diagnostics.Add(ScoringDiagnostics.ResultChanged.At(place));
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return (ReadRun(document.RootElement), new SourceInfo { File = shown, Sha256 = hash });
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            diagnostics.Add(ScoringDiagnostics.NoResult.At(place));
            return null;
        }
    }

    private static RunResult ReadRun(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() != EvaluationJson.FormatVersion)
            throw new FormatException();
        var rules = root.GetProperty("ruleSet");
        var names = rules.GetProperty("ratings").EnumerateArray().Select(rating => (Id: Text(rating, "id")!, Name: Text(rating, "name")!)).ToImmutableArray();
        return new RunResult
        {
            RuleSet = Text(rules, "id")!,
            Version = Text(rules, "version")!,
            Period = rules.GetProperty("period").GetInt32(),
            Language = Text(rules, "language") == "vi" ? Language.Vietnamese : Language.English,
            Scale = rules.GetProperty("scale").GetDecimal(),
            Digits = rules.GetProperty("digits").GetInt32(),
            Note = Text(root, "note"),
            Ratings = names,
            Groups = rules.GetProperty("groups").EnumerateArray().ToDictionary(group => Text(group, "id")!, group => Text(group, "label")!, StringComparer.Ordinal),
            Criteria = [.. rules.GetProperty("nodes").EnumerateArray().Select(node => new RunCriterion(Text(node, "id")!, Text(node, "title")!, node.GetProperty("maxPoints").GetDecimal(), Text(node, "manner") is not null))],
            Units = [.. root.GetProperty("units").EnumerateArray().Select(unit => ReadUnit(unit, names, Text(rules, "language") == "vi"))],
            Figures = [.. root.GetProperty("figures").EnumerateArray().Select(ReadFigures)],
        };
    }

    private static RunUnit ReadUnit(JsonElement unit, ImmutableArray<(string Id, string Name)> names, bool isVietnamese)
    {
        bool hasScore = unit.TryGetProperty("comparableScore", out var score);
        string? rating = Text(unit, "rating");
        return new RunUnit
        {
            Code = Text(unit, "code")!,
            Name = Text(unit, "name")!,
            Group = Text(unit, "group"),
            Predecessors = [.. List(unit, "predecessors")],
            Outcome = new PreviousOutcome(hasScore ? score.GetDecimal() : null, rating, names.FirstOrDefault(name => name.Id == rating).Name ?? WithoutRating(Text(unit, "ratingState"), isVietnamese),
                hasScore ? unit.GetProperty("rankWithin").GetInt32() : 0, hasScore ? unit.GetProperty("rankOverall").GetInt32() : 0),
            RatingSteps = [.. List(unit, "ratingSteps")],
            Points = unit.GetProperty("nodes").EnumerateArray().Where(node => node.TryGetProperty("source", out _)).ToDictionary(node => Text(node, "id")!, ReadPoints, StringComparer.Ordinal),
        };
    }

    /// <summary>Why a unit with a score has no rating; null without a score.</summary>
    private static string? WithoutRating(string? state, bool isVietnamese) => state switch
    {
        "pending" => isVietnamese ? "Chưa xếp loại" : "Pending",
        "notRateable" => isVietnamese ? "Không đủ điều kiện xếp loại" : "Not rateable",
        _ => null,
    };

    private static RunPoints ReadPoints(JsonElement node)
    {
        string state = Text(node, "state")!;
        bool counts = state == "value" || Text(node, "source") == "fullPoints";
        string reason = string.Join("; ", new[] { Text(node, "reason"), Text(node, "by"), Text(node, "document") }.Where(part => !string.IsNullOrEmpty(part)));
        var inputs = node.TryGetProperty("inputs", out var list)
            ? list.EnumerateArray().ToDictionary(input => Text(input, "name")!, input => Text(input, "value")!, StringComparer.Ordinal) : [];
        return new RunPoints(counts ? node.GetProperty("points").GetDecimal() : null, state, node.TryGetProperty("appraised", out var appraised) ? appraised.GetDecimal() : null, reason, inputs);
    }

    private static RunFigures ReadFigures(JsonElement unit) => new(Text(unit, "code")!,
        unit.GetProperty("values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ValueKind switch
        {
            JsonValueKind.Number => (object)value.Value.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.Value.GetString() ?? "",
        }, StringComparer.Ordinal),
        List(unit, "notApplicable").ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<string> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString() ?? "") : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>Last period's rows and cells from an earlier result, for fields that the rule set knows.</summary>
    internal static (IReadOnlyList<PreviousRow> Rows, IReadOnlyList<Column> Columns) Previous(RunResult result, string file, Rules.RuleSet ruleSet)
    {
        var outcomes = result.Units.ToDictionary(unit => unit.Code, unit => unit.Outcome, StringComparer.Ordinal);
        var rows = result.Figures.Select(figures => new PreviousRow(figures.Code, new Place { File = file }, outcomes.GetValueOrDefault(figures.Code))).ToList();
        var columns = new List<Column>();
        foreach (var field in ruleSet.Fields)
        {
            var column = DatasetBuilder.NewColumn(field, rows.Count);
            bool any = false;
            foreach (var (index, figures) in result.Figures.Index())
            {
                if (figures.NotApplicable.Contains(field.Id))
                    DatasetBuilder.SetState(column, index, CellState.NotApplicable);
                else if (figures.Values.TryGetValue(field.Id, out object? value))
                    any |= Set(column, index, value);
            }
            if (any)
                columns.Add(column);
        }
        return (rows, columns);
    }

    /// <summary>Fills in a cell; false if the value is not of the field's type any more.</summary>
    private static bool Set(Column column, int index, object value)
    {
        switch (column, value)
        {
            case (Column<decimal>, decimal number):
                DatasetBuilder.Set(column, index, number);
                return true;
            case (Column<bool>, bool answer):
                DatasetBuilder.Set(column, index, answer);
                return true;
            case (Column<DateOnly>, string text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                DatasetBuilder.Set(column, index, date);
                return true;
            case (Column<string>, string text):
                DatasetBuilder.Set(column, index, text);
                return true;
            default:
                return false;
        }
    }
}
