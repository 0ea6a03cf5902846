using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Workbooks;

namespace DanVan.Scoring.Files.Forms;

/// <summary>What the form of a kind of unit holds before anybody fills it in: what else is in a filled form, somebody added.</summary>
internal sealed class FormOutline
{
    private readonly Dictionary<string, SheetRow> _rows = new(StringComparer.Ordinal);
    private readonly ILookup<string, SheetRow> _byLabel;
    private readonly HashSet<(int Column, string Text)> _texts = [];
    private readonly HashSet<(int Column, string Text, string Label)> _figures = [];
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

    /// <summary>Takes it from the form that the program would write.</summary>
    public FormOutline(RuleSet ruleSet, string kind)
    {
        using var stream = new MemoryStream();
        new FormTemplate(ruleSet, kind).Write(stream);
        stream.Position = 0;
        using var workbook = new OpenXmlWorkbook(stream, withHidden: true);
        var labelled = new List<SheetRow>();
        foreach (var (index, name) in workbook.SheetNames.Index())
            if (name == BookWriter.ListSheet)
                _lists.UnionWith(workbook.Rows(index).SelectMany(row => row.Cells).Select(cell => Normal(cell.Text)));
            else
                labelled.AddRange(Add(workbook.Rows(index)));
        _texts.Add((FormLayout.PreviousColumn, Normal(FormLayout.Previous.In(ruleSet.Language))));
        _byLabel = labelled.ToLookup(row => Normal(row.TextAt(FormLayout.LabelColumn)), StringComparer.Ordinal);
    }

    /// <summary>True if two cells say the same, however a number is stored.</summary>
    public static bool AreSame(string one, string other) => Normal(one) == Normal(other);

    /// <summary>True if somebody who typed the cell meant a figure: a number, a percentage, a date, a yes or no, or a formula.</summary>
    public static bool IsFigure(SheetCell cell) => cell.Origin != CellOrigin.Text || cell.MayBeFormula || IsFigure(cell.Text);

    /// <summary>True if the text reads as a number, a percentage, a date, or a yes or no.</summary>
    public static bool IsFigure(string text) =>
        NumberText.IsDigitsAndSigns(NumberText.Strip(text)) || CellParser.TryParseDate(text, out _) || CellParser.IsYesNo(text);

    /// <summary>The row of a key; null if the form has none.</summary>
    public SheetRow? RowOf(string key) => _rows.TryGetValue(key, out var row) ? row : null;

    /// <summary>True if a label is that of another row with a key.</summary>
    public bool IsOfAnother(string label, string key) =>
        _byLabel[Normal(label)].Select(row => row.TextAt(FormLayout.KeyColumn)).Any(other => other.Length > 0 && other != key);

    /// <summary>True if the form's list sheet has a text.</summary>
    public bool IsListed(string text) => _lists.Contains(Normal(text));

    /// <summary>True if the form has a text in this column, and a figure beside this row's label.</summary>
    public bool Has(SheetRow row, SheetCell cell) =>
        IsFigure(cell)
            ? _figures.Contains((cell.Column, ContentOf(cell), Normal(row.TextAt(FormLayout.LabelColumn))))
            : _texts.Contains((cell.Column, Normal(cell.Text)));

    /// <summary>True for one of the ordinals of the form's rows, wherever it stands in their column.</summary>
    public bool IsOrdinal(SheetCell cell) => cell.Column == FormLayout.OrdinalColumn
        && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal)
        && (_texts.Contains((cell.Column, Normal(cell.Text))) || ordinal is > 0 and <= FormLayout.RecordRows);

    /// <summary>True if the row begins like one of the form, and so is no record.</summary>
    public bool IsOfForm(SheetRow row) => _byLabel[Normal(row.TextAt(FormLayout.LabelColumn))].Any(own =>
        new[] { FormLayout.OrdinalColumn, FormLayout.MeasureColumn }.All(column => AreSame(row.TextAt(column), own.TextAt(column))));

    private static string Normal(string text) => TextKey.Exact(text).Replace(',', '.');

    /// <summary>A sum changes with what is filled in; it stays a formula.</summary>
    private static string ContentOf(SheetCell cell) =>
        cell is { MayBeFormula: true, Column: FormLayout.ValueColumn } ? "=" : Normal(cell.Text);

    /// <summary>Takes in a sheet up to its records.</summary>
    /// <returns>The rows with a label.</returns>
    private IEnumerable<SheetRow> Add(IEnumerable<SheetRow> rows)
    {
        foreach (var row in rows)
        {
            string key = row.TextAt(FormLayout.KeyColumn), label = Normal(row.TextAt(FormLayout.LabelColumn));
            foreach (var cell in row.Cells)
            {
                _texts.Add((cell.Column, Normal(cell.Text)));
                _figures.Add((cell.Column, ContentOf(cell), label));
            }
            if (key.StartsWith(FormLayout.RecordsPrefix, StringComparison.Ordinal))
                yield break;
            if (key.Length > 0)
                _rows[key] = row;
            if (label.Length > 0)
                yield return row;
        }
    }
}
