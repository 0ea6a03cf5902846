using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>Reads the cells of one form. How its texts write numbers is recognised from all of them.</summary>
internal static class FormValues
{
    private static readonly NumberFormatInfo Office = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "", NegativeSign = "-" };

    /// <summary>Reads cells into columns; a cell that cannot be read becomes invalid and is reported.</summary>
    public static void Parse(IReadOnlyList<(FormCell Cell, Column Into, int Index)> cells, DiagnosticBag diagnostics)
    {
        var parsers = cells.Select(cell => new CellParser(cell.Into.Field, diagnostics)).ToList();
        foreach (var (parser, (cell, _, _)) in parsers.Zip(cells))
            if (parser.IsNumber)
                parser.Look(cell.Text, cell.Origin, () => cell.Place);
        foreach (var (parser, (cell, into, index)) in parsers.Zip(cells))
        {
            int errorsBefore = diagnostics.ErrorCount;
            parser.Decide(parsers.Select(other => other.Style), default);
            if (diagnostics.ErrorCount > errorsBefore)
                DatasetBuilder.SetState(into, index, CellState.Invalid);
            else
                parser.Parse(cell.Text, cell.Origin, into, index, () => cell.Place);
        }
    }

    /// <summary>A cell as a dataset's table holds it: decimal comma, day first. What could not be read stays as it was.</summary>
    public static string Text(Column column, int index, FormCell cell) => (column.States[index], column[index]) switch
    {
        (CellState.Missing, _) => "",
        (CellState.NotApplicable, _) => "không áp dụng",
        (CellState.Value, decimal number) => column.Field.Type == FieldType.Percent ? Number(number * 100) + "%" : Number(number),
        (CellState.Value, DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        (CellState.Value, bool answer) => answer ? "có" : "không",
        (CellState.Value, string text) => text,
        _ => cell.Origin == CellOrigin.Number ? cell.Text.Replace('.', ',') : cell.Text,
    };

    /// <summary>Points that a unit gave itself, as a dataset's table holds them; a cell that holds none stays as it was, and is reported.</summary>
    public static string Points(FormCell cell, ScoreNode criterion, DiagnosticBag diagnostics)
    {
        var style = new NumberStyle(isCount: false);
        var range = new NumberRange(0, criterion.MaxPoints);
        if (cell.Origin != CellOrigin.Error)
            style.Look(cell.Text, cell.Origin, range, () => cell.Place);
        style.Decide([], default, diagnostics);
        var read = NumberText.Parse(cell.Text, cell.Origin == CellOrigin.Number ? '.' : style.DecimalSign);
        if (cell.Origin != CellOrigin.Error && read is { Fault: NumberFault.None, IsPercent: false } && range.Allows(read.Value))
            return Number(read.Value);
        diagnostics.Add(FormDiagnostics.SelfScoreRange.At(cell.Place, ("name", criterion.Id), ("found", cell.Text), ("max", criterion.MaxPoints)));
        return cell.Text;
    }

    private static string Number(decimal value) => value.ToString("0.############################", Office);
}
