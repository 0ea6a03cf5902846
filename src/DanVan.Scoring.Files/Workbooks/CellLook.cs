using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>How a cell looks.</summary>
/// <param name="HasBorder">True for thin lines around it.</param>
/// <param name="Wraps">True if a long text goes on in the next line, for which its row makes room.</param>
/// <param name="Font">Its font.</param>
/// <param name="Fill">Its background.</param>
/// <param name="Align">Where its content stands; null for where programs put it.</param>
/// <param name="Format">Its number format: one that programs know, or one of the workbook's.</param>
/// <param name="IsInput">True if it can be changed where others are locked.</param>
internal sealed record CellLook(
    bool HasBorder, bool Wraps = true, CellFont Font = CellFont.Plain, CellFill Fill = CellFill.None,
    HorizontalAlignmentValues? Align = null, uint Format = 0, bool IsInput = false)
{
    /// <summary>Looks that workbooks share: a text in a table, a short one, a header.</summary>
    public static readonly CellLook
        Body = new(HasBorder: true),
        Centre = Body with { Align = HorizontalAlignmentValues.Center },
        Header = Centre with { Font = CellFont.Bold, Fill = CellFill.Grey };
}

/// <summary>A font of a cell. The value is its index in the stylesheet.</summary>
internal enum CellFont
{
    Plain,
    Title,
    Remark,
    Bold,
}

/// <summary>A background of a cell. The value is its index in the stylesheet, where programs want another one behind the first.</summary>
internal enum CellFill
{
    None,
    Grey = 2,
    Yellow,
    Pale,
}
