using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Forms;

/// <summary>How a cell of a form looks. The value is its index in the stylesheet.</summary>
internal enum FormStyle : uint
{
    Plain,
    Title,
    Remark,
    Label,
    Header,
    Section,
    Text,
    Centre,
    Figure,
    Percent,
    Date,
    Input,
    InputNumber,
    InputPercent,
    InputDate,
    InputText,
    Total,
}

/// <summary>The stylesheet of forms: input cells are unlocked and light yellow, which stays readable in grey.</summary>
internal static class FormStyles
{
    private const string FontName = "Times New Roman"; // the font of official documents (Decree 30/2020)

    public static Stylesheet Create()
    {
        var formats = new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "0.##%" },
            new NumberingFormat { NumberFormatId = 166, FormatCode = "#,##0.##########" })
        { Count = 3 };
        return new Stylesheet(formats,
            new Fonts(NewFont(11), NewFont(14, bold: true), NewFont(10, italic: true), NewFont(11, bold: true)) { Count = 4 },
            new Fills(Pattern(PatternValues.None, null), Pattern(PatternValues.Gray125, null), Pattern(PatternValues.Solid, "FFD9D9D9"), Pattern(PatternValues.Solid, "FFFFF8DC"), Pattern(PatternValues.Solid, "FFF0F0F0")) { Count = 5 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(
                Format(),
                Format(font: 1, horizontal: HorizontalAlignmentValues.Center),
                Format(font: 2),
                Format(font: 3),
                Format(font: 3, fill: 2, border: 1, horizontal: HorizontalAlignmentValues.Center),
                Format(font: 3, fill: 4, border: 1),
                Format(border: 1),
                Format(border: 1, horizontal: HorizontalAlignmentValues.Center),
                Format(border: 1, number: 166, horizontal: HorizontalAlignmentValues.Right),
                Format(border: 1, number: 165, horizontal: HorizontalAlignmentValues.Right),
                Format(border: 1, number: 164, horizontal: HorizontalAlignmentValues.Right),
                Format(fill: 3, border: 1, isInput: true),
                Format(fill: 3, border: 1, number: 166, horizontal: HorizontalAlignmentValues.Right, isInput: true),
                Format(fill: 3, border: 1, number: 165, horizontal: HorizontalAlignmentValues.Right, isInput: true),
                Format(fill: 3, border: 1, number: 164, horizontal: HorizontalAlignmentValues.Right, isInput: true),
                Format(fill: 3, border: 1, number: 49, isInput: true),
                Format(font: 3, border: 1, number: 166, horizontal: HorizontalAlignmentValues.Right))
            { Count = 17 },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
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

    private static Fill Pattern(PatternValues type, string? colour) => new(new PatternFill
    {
        PatternType = type,
        ForegroundColor = colour is null ? null : new ForegroundColor { Rgb = colour },
    });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Format(uint font = 0, uint fill = 0, uint border = 0, uint number = 0, HorizontalAlignmentValues? horizontal = null, bool isInput = false) => new()
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
        ApplyProtection = true,
        Alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true, Horizontal = horizontal },
        Protection = new Protection { Locked = !isInput },
    };
}
