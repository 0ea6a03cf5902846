using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Names the cells of a form that are neither read nor texts of the form itself. A figure among them is an error, since
/// somebody meant it to count.
/// </summary>
/// <param name="outline">The form as the program writes it.</param>
/// <param name="isOtherVersion">True if the form was made from another version of the rule set, whose texts may differ.</param>
/// <param name="diagnostics">Takes the findings.</param>
internal sealed class FormStrays(FormOutline outline, bool isOtherVersion, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string> _previous = new(StringComparer.Ordinal);
    private bool _keepsNoPrevious;

    /// <summary>True if a row bears the label of another one.</summary>
    public bool HasMovedLabels { get; private set; }

    /// <summary>Looks at a row's cells but for those that are read.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">The row.</param>
    /// <param name="key">Its key; empty if it has none that the reader knows.</param>
    /// <param name="showsPrevious">True if the sheet has a column for last period's figures.</param>
    /// <param name="isRead">Tells which columns are read.</param>
    public void Look(Place sheet, SheetRow row, string key, bool showsPrevious, Func<int, bool> isRead)
    {
        var own = outline.RowOf(key);
        if (own is not null && !LookAtLabel(sheet, row, own.Value, key))
            return;
        foreach (var cell in row.Cells)
            if (isRead(cell.Column) || (own is not null && cell.Column == FormLayout.LabelColumn))
                continue;
            else if (own is null)
                LookAtKeyless(sheet, row, cell);
            else if (cell.Column != FormLayout.PreviousColumn || FormScan.After(key, FormLayout.FieldPrefix) is not { } field)
                Compare(sheet, row, cell, own.Value.TextAt(cell.Column));
            else if (!(_keepsNoPrevious && showsPrevious))
                Compare(sheet, row, cell, _previous.GetValueOrDefault(field, ""));
    }

    /// <summary>Looks at the hidden sheet with the lists that cells choose from, and last period's figures.</summary>
    public void LookAtLists(Place sheet, IReadOnlyList<SheetRow> rows)
    {
        int previous = rows.SelectMany(row => row.Cells).Where(cell => cell.Text == FormPrevious.Mark).Select(cell => cell.Column)
            .FirstOrDefault(-1);
        _keepsNoPrevious = previous < 0; // as forms were written at first, unless somebody changed the sheet
        foreach (var row in rows)
            foreach (var cell in row.Cells)
                if (cell.Column == previous && cell.Text.Split(FormLayout.KeySeparator, 2) is [var field, var figure])
                    _previous.TryAdd(field, figure);
                else if (cell.Text != FormPrevious.Mark && !outline.IsListed(cell.Text) && !(isOtherVersion && !FormOutline.IsFigure(cell)))
                {
                    _keepsNoPrevious = false;
                    Report(sheet, row, cell, null, FormOutline.IsFigure(cell));
                }
    }

    /// <summary>False if the row's label is that of another row, so that there is nothing more to say of it.</summary>
    private bool LookAtLabel(Place sheet, SheetRow row, SheetRow own, string key)
    {
        string expected = own.TextAt(FormLayout.LabelColumn);
        var label = FormCell.Of(sheet, row, FormLayout.LabelColumn);
        if (FormOutline.AreSame(label.Text, expected))
            return true;
        if (!isOtherVersion && outline.IsOfAnother(label.Text, key))
        {
            HasMovedLabels = true;
            diagnostics.Add(FormDiagnostics.LabelMoved.At(label.Place, ("found", label.Text), ("expected", expected)));
            return false;
        }
        var descriptor = FormOutline.IsFigure(label.Text) ? FormDiagnostics.FigureOutside : FormDiagnostics.TextOutside;
        diagnostics.Add(descriptor.At(label.Place, ("found", label.Text), ("expected", expected)));
        return true;
    }

    private void LookAtKeyless(Place sheet, SheetRow row, SheetCell cell)
    {
        bool isFigure = FormOutline.IsFigure(cell);
        if (outline.Has(row, cell) || (isOtherVersion && !isFigure))
            return;
        // In another version a section may have had other points.
        bool isOlder = isOtherVersion && cell.Column == FormLayout.MeasureColumn;
        Report(sheet, row, cell, null, isFigure && !isOlder && !outline.IsOrdinal(cell));
    }

    private void Compare(Place sheet, SheetRow row, SheetCell cell, string expected)
    {
        bool isFigure = FormOutline.IsFigure(cell);
        if (FormOutline.AreSame(cell.Text, expected) || (isOtherVersion && !isFigure))
            return;
        bool isOlder = isOtherVersion && FormOutline.IsFigure(expected);
        Report(sheet, row, cell, expected.Length > 0 ? expected : null, isFigure && !isOlder && !outline.IsOrdinal(cell));
    }

    private void Report(Place sheet, SheetRow row, SheetCell cell, string? expected, bool isFigure)
    {
        var place = FormCell.Of(sheet, row, cell.Column).Place;
        diagnostics.Add((isFigure ? FormDiagnostics.FigureOutside : FormDiagnostics.TextOutside)
            .At(place, ("found", cell.Text), ("expected", expected)));
    }
}
