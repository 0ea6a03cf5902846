using DanVan.Scoring.Reports.Charts;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Reports.Xlsx;

/// <summary>How a cell looks. The value is its index in the stylesheet.</summary>
internal enum BookStyle : uint
{
    Plain,
    Title,
    Remark,
    Header,
    Text,
    BoldText,
    Centre,
    Whole,
    Points,
    BoldPoints,
    Percent,
    Wrapped,
}

/// <summary>The stylesheet of result workbooks, with a differential format for each rating.</summary>
internal static class BookStyles
{
    private const string FontName = "Times New Roman"; // the font of official documents (Decree 30/2020)

    /// <summary>The stylesheet.</summary>
    /// <param name="digits">Decimals shown of points; cells hold all of them.</param>
    /// <param name="ratings">How many ratings there are.</param>
    public static Stylesheet Create(int digits, int ratings)
    {
        var formats = new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = digits == 0 ? "#,##0" : "#,##0." + new string('0', digits) },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "0.##%" })
        { Count = 2 };
        CellFormat[] cells =
        [
            Format(),
            Format(font: 1),
            Format(font: 2),
            Format(font: 3, fill: 2, border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(border: 1, wrap: true),
            Format(font: 3, border: 1, wrap: true),
            Format(border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(border: 1, number: 1),
            Format(border: 1, number: 164),
            Format(font: 3, border: 1, number: 164),
            Format(border: 1, number: 165),
            Format(wrap: true),
        ];
        return new Stylesheet(formats,
            new Fonts(NewFont(11), NewFont(14, bold: true), NewFont(10, italic: true), NewFont(11, bold: true)) { Count = 4 },
            new Fills(Pattern(PatternValues.None, null), Pattern(PatternValues.Gray125, null), Pattern(PatternValues.Solid, "FFD9D9D9")) { Count = 3 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(cells) { Count = (uint)cells.Length },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(Enumerable.Range(0, ratings).Select(index => RatingFormat(index, ratings))) { Count = (uint)ratings });
    }

    private static DifferentialFormat RatingFormat(int index, int count)
    {
        string fill = ChartColors.Rating(index, count)[1..];
        return new DifferentialFormat(
            new Font(new Bold(), new Color { Rgb = ChartColors.IsDark("#" + fill) ? "FFFFFFFF" : "FF000000" }),
            new Fill(new PatternFill(new BackgroundColor { Rgb = "FF" + fill }) { PatternType = PatternValues.Solid }));
    }

    private static Font NewFont(double size, bool bold = false, bool italic = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = FontName });
        return font;
    }

    private static Fill Pattern(PatternValues type, string? color) => new(new PatternFill
    {
        PatternType = type,
        ForegroundColor = color is null ? null : new ForegroundColor { Rgb = color },
    });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Format(uint font = 0, uint fill = 0, uint border = 0, uint number = 0, HorizontalAlignmentValues? horizontal = null, bool wrap = false) => new()
    {
        FontId = font,
        FillId = fill,
        BorderId = border,
        NumberFormatId = number,
        FormatId = 0,
        ApplyFont = true,
        ApplyFill = fill > 0,
        ApplyBorder = border > 0,
        ApplyNumberFormat = number > 0,
        ApplyAlignment = true,
        Alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = wrap, Horizontal = horizontal },
    };
}
