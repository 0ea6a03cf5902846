using System.Globalization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Tests.Forms;

/// <summary>A sheet of a form as a grid; the rows can be changed.</summary>
internal sealed record GridSheet(string Name, bool IsHidden, List<object?[]> Rows)
{
    public GridSheet Copy(string name) => new(name, IsHidden, [.. Rows.Select(row => (object?[])row.Clone())]);
}

/// <summary>A form of the sample in memory, to be changed as an office might, then collected.</summary>
internal sealed class FormGrid
{
    /// <summary>Columns of a row.</summary>
    public const int Width = 12;

    private static readonly Sample Plain = new Sample
    {
        Previous = "code;staff;spending;satisfied;planIssued;level\nU1;8;77,5;90%;có;low\n",
    }.WithModels();

    public static RuleSet RuleSet { get; } = Plain.Run().RuleSet!;

    private static readonly Dataset Data = Plain.Run().Reading!.Data;
    private static readonly IReadOnlyList<GridSheet> Blank = Read(new FormTemplate(RuleSet, "office").Write);
    private static readonly IReadOnlyList<GridSheet> OfUnit = Read(stream =>
        new FormTemplate(RuleSet, "office").Write(stream, Data.Units[0], Data));

    /// <summary>Takes the form for any office, or the one of unit U1 with last period's figures.</summary>
    public FormGrid(bool withPrevious = false, string code = "U1")
    {
        Sheets = [.. (withPrevious ? OfUnit : Blank).Select(sheet => sheet.Copy(sheet.Name))];
        Row("unit:code")[4] = code;
        Row("unit:name")[4] = "Đơn vị một";
    }

    public List<GridSheet> Sheets { get; }

    public GridSheet Figures => Sheets[0];

    /// <summary>The first row of a key.</summary>
    public object?[] Row(string key) => Sheets.SelectMany(sheet => sheet.Rows).First(row => Equals(row[0], key));

    /// <summary>The rows below the header of a table.</summary>
    public IEnumerable<object?[]> Records(string table) =>
        Sheets.Select(sheet => sheet.Rows.SkipWhile(row => !Equals(row[0], "records:" + table)).Skip(1)).First(rows => rows.Any());

    /// <summary>A row of cells from column B on, without a key.</summary>
    public static object?[] NewRow(params object?[] cells)
    {
        object?[] row = new object?[Width];
        cells.CopyTo(row, 1);
        return row;
    }

    public string Write(string path) => TestWorkbook.WriteSheets(path,
        [.. Sheets.Select(sheet => ((sheet.IsHidden ? TestWorkbook.HiddenMark.ToString() : "") + sheet.Name, sheet.Rows.ToArray()))]);

    /// <summary>Collects this form alone.</summary>
    public (CollectedForms Forms, IReadOnlyList<Diagnostic> Findings) Collect(RuleSet? ruleSet = null)
    {
        using var folder = new TemporaryFolder();
        Write(Path.Combine(folder.Path, "a.xlsx"));
        var diagnostics = new DiagnosticBag();
        return (new FormCollector(ruleSet ?? RuleSet, null, null, diagnostics).Collect(folder.Path), diagnostics.Sorted());
    }

    private static List<GridSheet> Read(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        using var workbook = new OpenXmlWorkbook(stream, withHidden: true);
        return [.. workbook.SheetNames.Select((name, index) =>
        {
            var rows = new List<object?[]>();
            foreach (var row in workbook.Rows(index))
            {
                while (rows.Count < row.Number)
                    rows.Add(new object?[Width]);
                foreach (var cell in row.Cells)
                    rows[^1][cell.Column] = ValueOf(cell);
            }
            return new GridSheet(name, name == "danvan", rows);
        })];
    }

    private static object ValueOf(SheetCell cell) =>
        cell.MayBeFormula ? new FormulaCell("SUM(E1:E2)", 0)
        : cell.Origin != CellOrigin.Number ? cell.Text
        : cell.Text.EndsWith('%') ? new PercentCell(decimal.Parse(cell.Text[..^1], CultureInfo.InvariantCulture) / 100)
        : decimal.Parse(cell.Text, CultureInfo.InvariantCulture);
}
