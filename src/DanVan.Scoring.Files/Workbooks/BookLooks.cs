using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Scoring.Files.Workbooks;

/// <summary>The looks of the cells of a workbook.</summary>
/// <param name="Cells">The looks, in the order of the stylesheet; the first is that of cells without one.</param>
/// <param name="Formats">The number formats that programs do not know by themselves.</param>
internal sealed record BookLooks(ImmutableArray<CellLook> Cells, params ImmutableArray<string> Formats)
{
    /// <summary>Number of the first format of a workbook's own.</summary>
    public const uint FirstFormat = 164;

    private static readonly ImmutableArray<string> Fills = ["FFD9D9D9", "FFFFF8DC", "FFF0F0F0"];

    /// <summary>True for a form: nothing but its input cells can be changed.</summary>
    public bool IsLocked { get; init; }

    /// <summary>What <see cref="SheetWriter.ColorBy"/> makes of cells; null if it is not used.</summary>
    public IEnumerable<DifferentialFormat>? Marks { get; init; }

    /// <summary>The stylesheet.</summary>
    public Stylesheet Create()
    {
        var sheet = new Stylesheet(
            Counted<NumberingFormats>(Formats.Select((code, index) =>
                new NumberingFormat { NumberFormatId = FirstFormat + (uint)index, FormatCode = code })),
            Counted<Fonts>([NewFont(11), NewFont(14, new Bold()), NewFont(10, new Italic()), NewFont(11, new Bold())]),
            Counted<Fills>([NewFill(PatternValues.None), NewFill(PatternValues.Gray125),
                .. Fills.Take((int)Cells.Max(look => look.Fill) - 1).Select(color => NewFill(PatternValues.Solid, color))]),
            Counted<Borders>([NewBorder(null), NewBorder(BorderStyleValues.Thin)]),
            Counted<CellStyleFormats>([new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }]),
            Counted<CellFormats>(Cells.Select(Format)),
            Counted<CellStyles>([new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }]));
        if (Marks is not null)
            sheet.Append(Counted<DifferentialFormats>(Marks));
        return sheet;
    }

    /// <summary>A list of elements that says how many they are.</summary>
    public static T Counted<T>(IEnumerable<OpenXmlElement> elements)
        where T : OpenXmlCompositeElement, new()
    {
        var list = new T();
        list.Append(elements);
        list.SetAttribute(new OpenXmlAttribute("count", "", $"{list.ChildElements.Count}"));
        return list;
    }

    private static Font NewFont(double size, params OpenXmlElement[] weight) =>
        new([.. weight, new FontSize { Val = size }, new FontName { Val = OfficeText.FontName }]);

    private static Fill NewFill(PatternValues pattern, string? color = null) => new(new PatternFill
    {
        PatternType = pattern,
        ForegroundColor = color is null ? null : new ForegroundColor { Rgb = color },
    });

    private static Border NewBorder(BorderStyleValues? line) => new(
        new LeftBorder { Style = line }, new RightBorder { Style = line },
        new TopBorder { Style = line }, new BottomBorder { Style = line }, new DiagonalBorder());

    private CellFormat Format(CellLook look) => new()
    {
        FontId = (uint)look.Font,
        FillId = (uint)look.Fill,
        BorderId = look.HasBorder ? 1u : 0,
        NumberFormatId = look.Format,
        FormatId = 0,
        ApplyFont = true,
        ApplyFill = look.Fill != CellFill.None,
        ApplyBorder = look.HasBorder,
        ApplyNumberFormat = look.Format > 0,
        ApplyAlignment = true,
        ApplyProtection = IsLocked ? true : null,
        Alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = look.Wraps, Horizontal = look.Align },
        Protection = IsLocked ? new Protection { Locked = !look.IsInput } : null,
    };
}
