using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>A cell of a filled form.</summary>
/// <param name="Text">Its text; empty for a blank cell.</param>
/// <param name="Origin">What it was in the file.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record FormCell(string Text, CellOrigin Origin, Place Place)
{
    /// <summary>The cell of a row.</summary>
    public static FormCell Of(Place place, SheetRow row, int column)
    {
        var found = row.Cells.FirstOrDefault(cell => cell.Column == column);
        place = place with { Line = row.Number, Cell = CellAddress.Of(column, row.Number) };
        return found.Text is null ? new FormCell("", CellOrigin.Text, place) : new FormCell(found.Text, found.Origin, place);
    }
}

/// <summary>A form as a unit sent it: texts only, nothing is judged yet.</summary>
internal sealed record FilledForm
{
    /// <summary>Path of the file in the folder of forms, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the file was last written, as a day.</summary>
    public required DateOnly Written { get; init; }

    /// <summary>Id of the rule set that the form was made from.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Version of that rule set.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>Kind of unit that the form is for.</summary>
    public required string Kind { get; init; }

    /// <summary>What identifies the unit: code, name, group, parent, date, filler.</summary>
    public required IReadOnlyDictionary<string, FormCell> Unit { get; init; }

    /// <summary>Figures by id of the field.</summary>
    public required IReadOnlyDictionary<string, FormCell> Fields { get; init; }

    /// <summary>The unit's own points and its evidence, by id of the criterion.</summary>
    public required IReadOnlyDictionary<string, (FormCell Points, FormCell Evidence)> Criteria { get; init; }

    /// <summary>Records: table, and the cells of a row by column.</summary>
    public required IReadOnlyList<(RecordTable Table, IReadOnlyDictionary<Field, FormCell> Cells)> Records { get; init; }

    /// <summary>True if it cannot be told which of its figures hold: it is not used then, and findings say why.</summary>
    public required bool IsAmbiguous { get; init; }

    /// <summary>True if nothing was filled in but who the unit is.</summary>
    public bool IsBlank => Fields.Values.All(cell => cell.Text.Length == 0) && Criteria.Values.All(cells => cells.Points.Text.Length == 0 && cells.Evidence.Text.Length == 0) && Records.Count == 0;

    /// <summary>The unit's code.</summary>
    public string Code => Text("code");

    /// <summary>A text that identifies the unit; empty if the form does not say.</summary>
    public string Text(string item) => Unit.TryGetValue(item, out var cell) ? cell.Text : "";

    /// <summary>Where a text that identifies the unit stands.</summary>
    public Place PlaceOf(string item) => Unit.TryGetValue(item, out var cell) ? cell.Place : new Place { File = File };
}
