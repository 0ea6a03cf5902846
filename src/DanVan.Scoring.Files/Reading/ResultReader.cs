using System.Text.Json;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the result folder of an earlier run.</summary>
public static class ResultReader
{
    private const string FileName = "evaluation.json";

    /// <summary>Reads a folder; null if it holds no result that can be trusted, which is then reported.</summary>
    /// <param name="folder">The folder. Messages name it by its last part.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    public static (Result Result, SourceInfo Source)? Read(string folder, DiagnosticBag diagnostics)
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
            if (JsonSerializer.Deserialize<Result>(bytes, ResultJson.Options) is { Format: Result.CurrentFormat } result)
                return (result, new SourceInfo { File = shown, Sha256 = hash });
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            // Reported below, like a file of another format.
        }
        diagnostics.Add(ScoringDiagnostics.NoResult.At(place));
        return null;
    }

    /// <summary>Last period's rows and cells from an earlier result, for fields that the rule set knows.</summary>
    internal static (IReadOnlyList<PreviousRow> Rows, IReadOnlyList<Column> Columns) Previous(Result result, string file, Rules.RuleSet ruleSet)
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
