using DanVan.Scoring.Files.Workbooks;
using static DanVan.Scoring.Files.Workbooks.CellLook;
using HorizontalAlignmentValues = DocumentFormat.OpenXml.Spreadsheet.HorizontalAlignmentValues;

namespace DanVan.Scoring.Files.Forms;

/// <summary>How cells of forms look: input cells are light yellow, which stays readable in grey.</summary>
internal static class FormLooks
{
    public static readonly CellLook
        Plain = new(HasBorder: false),
        Title = Plain with { Font = CellFont.Title, Align = Centre.Align },
        Remark = Plain with { Font = CellFont.Remark },
        Label = Plain with { Font = CellFont.Bold },
        Section = Body with { Font = CellFont.Bold, Fill = CellFill.Pale },
        Date = Body with { Format = BookLooks.FirstFormat, Align = HorizontalAlignmentValues.Right },
        Percent = Date with { Format = BookLooks.FirstFormat + 1 },
        Figure = Date with { Format = BookLooks.FirstFormat + 2 },
        Input = AsInput(Body),
        InputNumber = AsInput(Figure),
        InputPercent = AsInput(Percent),
        InputDate = AsInput(Date),
        InputText = Input with { Format = 49 },
        Total = Figure with { Font = CellFont.Bold };

    /// <summary>All of them.</summary>
    public static readonly BookLooks All = new(
        [Plain, Title, Remark, Label, Header, Section, Body, Centre, Figure, Percent, Date,
            Input, InputNumber, InputPercent, InputDate, InputText, Total],
        "dd/mm/yyyy", "0.##%", "#,##0.##########")
    { IsLocked = true };

    private static CellLook AsInput(CellLook look) => look with { Fill = CellFill.Yellow, IsInput = true };
}
