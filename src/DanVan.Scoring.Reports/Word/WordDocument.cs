using System.Globalization;
using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Office;
using DanVan.Scoring.Reports.Xlsx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace DanVan.Scoring.Reports.Word;

/// <summary>
/// A Word document while it is written: paragraphs, tables with repeated headers, captions and native charts, A4 with
/// the margins of an official document. The same content gives the same bytes.
/// </summary>
internal sealed class WordDocument
{
    private const int LandscapeWidth = 16838 - 1134 - 1134;
    private const int PortraitWidth = 11906 - 1701 - 1134;
    private const long EmuPerTwip = 635;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly Body _body = new();
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly List<NativeChart> _charts = [];
    private readonly string _table;
    private readonly string _figure;
    private readonly byte[]? _template;
    private int _tables;
    private bool _isLandscape;

    /// <param name="table">Word for a table in captions.</param>
    /// <param name="figure">Word for a chart in captions.</param>
    /// <param name="template">A document (.docx) of the office whose letterhead, styles, header and footer are taken; null for those of Decree 30/2020.</param>
    public WordDocument(string table, string figure, byte[]? template) => (_table, _figure, _template) = (table, figure, template);

    private int TextWidth => _isLandscape ? LandscapeWidth : PortraitWidth;

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string style = WordStyles.Body, bool keepNext = false)
    {
        var paragraph = NewParagraph(text, style);
        if (keepNext)
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        _body.Append(paragraph);
    }

    /// <summary>Anything else.</summary>
    public void Append(OpenXmlElement element) => _body.Append(element);

    /// <summary>A heading, which the table of contents lists.</summary>
    public void Heading(int level, string text)
    {
        _headings.Add((level, text));
        _body.Append(NewParagraph(text, WordStyles.Heading(level)));
    }

    /// <summary>A table with a caption; its header is repeated on every page.</summary>
    /// <param name="caption">The caption; null for none.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="widths">Widths of the columns, as parts of the whole.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="rest">What stands below, such as how many rows are left out; null for nothing.</param>
    public void Table(string? caption, IReadOnlyList<string> headers, IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<WordCell>> rows, string? rest = null)
    {
        if (caption is not null)
            _body.Append(Caption(_table, ++_tables, caption));
        int sum = widths.Sum();
        int[] columns = [.. widths.Select(width => TextWidth * width / sum)];
        var table = new Table(
            new TableProperties(new TableStyle { Val = "TableGrid" }, new TableWidth { Width = Text(columns.Sum()), Type = TableWidthUnitValues.Dxa }, WordStyles.Borders(), new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa })),
            new TableGrid(columns.Select(width => new GridColumn { Width = Text(width) })));
        table.Append(new TableRow(headers.Select((header, i) => NewCell(new WordCell(header, Bold: true, Align: WordAlign.Centre), columns[i], isHeader: true)))
        { TableRowProperties = new TableRowProperties(new CantSplit(), new TableHeader()) });
        foreach (var row in rows)
            table.Append(new TableRow(row.Select((cell, i) => NewCell(cell, columns[i], isHeader: false))) { TableRowProperties = new TableRowProperties(new CantSplit()) });
        _body.Append(table);
        if (rest is not null)
            Paragraph(rest, WordStyles.Remark);
    }

    /// <summary>A chart that Word draws, with its data in an embedded workbook and a caption below.</summary>
    public void Chart(string caption, NativeChart chart)
    {
        _charts.Add(chart);
        string id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{_charts.Count}");
        long width = TextWidth * EmuPerTwip, height = Math.Min(8_000_000, 1_300_000 + (chart.Categories.Length * 260_000L));
        _body.Append(new Paragraph(
            new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120" }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new D.Inline(
                new D.Extent { Cx = width, Cy = height },
                new D.DocProperties { Id = (uint)_charts.Count, Name = $"Chart {_charts.Count}", Description = OfficeText.Clean(chart.Title, 255) },
                new D.NonVisualGraphicFrameDrawingProperties(),
                NativeChart.Graphic(id))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }))));
        _body.Append(Caption(_figure, _charts.Count, caption));
    }

    /// <summary>Ends the pages so far and goes on with pages of the other direction.</summary>
    public void Turn(bool toLandscape)
    {
        if (_isLandscape == toLandscape)
            return;
        _body.Append(new Paragraph(new ParagraphProperties(NewSection())));
        _isLandscape = toLandscape;
    }

    /// <summary>Starts a page.</summary>
    public void Break() => _body.Append(PageBreak());

    private static Paragraph PageBreak() => new(new Run(new Break { Type = BreakValues.Page }));

    /// <summary>Adds, on a page of its own behind an element, a field that Word fills with the contents; until then it lists the headings.</summary>
    public void InsertContents(OpenXmlElement after, string title)
    {
        OpenXmlElement at = after;
        foreach (var element in Contents().Prepend(NewParagraph(title, WordStyles.Title)).Prepend(PageBreak()))
            at = at.InsertAfterSelf(element);
    }

    private OpenXmlElement[] Contents()
    {
        var entries = _headings.Where(heading => heading.Level <= 2).Select(heading => NewParagraph(heading.Text, $"TOC{heading.Level}")).ToList();
        if (entries.Count == 0)
            return [];
        Run Field(FieldCharValues type, bool isDirty = false) => new(new FieldChar { FieldCharType = type, Dirty = isDirty ? true : null });
        var first = entries[0].GetFirstChild<Run>()!;
        first.InsertBeforeSelf(Field(FieldCharValues.Begin, isDirty: true));
        first.InsertBeforeSelf(new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }));
        first.InsertBeforeSelf(Field(FieldCharValues.Separate));
        entries[^1].Append(Field(FieldCharValues.End));
        return [.. entries];
    }

    /// <summary>What was added last.</summary>
    public OpenXmlElement? Last => _body.LastChild;

    /// <summary>Writes the document.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    public void Write(Stream stream)
    {
        using var package = new MemoryStream();
        if (_template is not null)
            package.Write(_template);
        using (var document = _template is null ? WordprocessingDocument.Create(package, WordprocessingDocumentType.Document) : WordprocessingDocument.Open(package, isEditable: true))
            Fill(document);
        StablePackage.Write(package, stream);
    }

    private void Fill(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart ?? document.AddMainDocumentPart();
        if (_template is not null)
        {
            AddMissingStyles(main);
            var section = main.Document.Body!.Elements<SectionProperties>().LastOrDefault()?.CloneNode(true);
            var letterhead = main.Document.Body.ChildElements.Where(element => element is not SectionProperties).Select(element => element.CloneNode(true)).ToList();
            foreach (var element in Enumerable.Reverse(letterhead))
                _body.InsertAt(element, 0);
            _body.Append(section ?? NewSection());
        }
        else
        {
            document.ChangeIdOfPart(main, "rIdDocument");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Create();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
                new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), new Run(new Text("2")), new Run(new FieldChar { FieldCharType = FieldCharValues.End })));
            _body.Append(NewSection());
        }
        document.PartExtensionProvider.AddPartExtension(WorkbookType, ".xlsx");
        foreach (var (index, chart) in _charts.Index())
        {
            var part = main.AddNewPart<ChartPart>(string.Create(CultureInfo.InvariantCulture, $"rIdChart{index + 1}"));
            using var data = new MemoryStream();
            ChartWorkbook.Write(data, chart);
            data.Position = 0;
            part.AddNewPart<EmbeddedPackagePart>(WorkbookType, "rIdData").FeedData(data);
            part.ChartSpace = ChartWorkbook.Placed(chart).Create("rIdData");
        }
        main.Document = new Document(_body);
    }

    /// <summary>The styles of the template stay; those that it lacks are added.</summary>
    private static void AddMissingStyles(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rIdOwnStyles");
        part.Styles ??= new Styles();
        var known = part.Styles.Elements<Style>().Select(style => style.StyleId?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var style in WordStyles.Create().Elements<Style>().Where(style => !known.Contains(style.StyleId!.Value)))
        {
            var copy = (Style)style.CloneNode(true);
            copy.Default = null;
            part.Styles.Append(copy);
        }
    }

    private SectionProperties NewSection()
    {
        var section = Section(_isLandscape, isFirst: !_body.Descendants<SectionProperties>().Any());
        if (_template is not null)
            section.RemoveAllChildren<HeaderReference>();
        return section;
    }

    /// <summary>A4; top and bottom 20 mm, left 30 mm, right 20 mm; the number of the page at the top, not on the first one.</summary>
    private static SectionProperties Section(bool isLandscape, bool isFirst)
    {
        var section = new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" },
            isLandscape ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape } : new PageSize { Width = 11906, Height = 16838 },
            isLandscape
                ? new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }
                : new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
        if (isFirst)
            section.Append(new TitlePage());
        return section;
    }

    private static Paragraph Caption(string label, int number, string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Caption }),
        NewRun(label + " "),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" SEQ {label} \\* ARABIC ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        NewRun(Text(number)),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        NewRun(". " + text));

    private static TableCell NewCell(WordCell cell, int width, bool isHeader)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (isHeader)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "D9D9D9" });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell });
        if (cell.Align != WordAlign.Left)
            paragraph.Append(new Justification { Val = cell.Align == WordAlign.Right ? JustificationValues.Right : JustificationValues.Center });
        return new TableCell(properties, new Paragraph(paragraph, NewRun(cell.Text, cell.Bold)));
    }

    /// <summary>A paragraph of a style.</summary>
    public static Paragraph NewParagraph(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), NewRun(text));

    /// <summary>Text with its look.</summary>
    public static Run NewRun(string text, bool isBold = false, bool isItalic = false, int? size = null)
    {
        var properties = new RunProperties();
        if (isBold)
            properties.Append(new Bold());
        if (isItalic)
            properties.Append(new Italic());
        if (size is { } halfPoints)
            properties.Append(new FontSize { Val = Text(halfPoints) }, new FontSizeComplexScript { Val = Text(halfPoints) });
        var run = properties.HasChildren ? new Run(properties) : new Run();
        run.Append(new Text(OfficeText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where text stands in a cell.</summary>
internal enum WordAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>A cell of a table.</summary>
internal readonly record struct WordCell(string Text, bool Bold = false, WordAlign Align = WordAlign.Left)
{
    /// <summary>A figure, set to the right.</summary>
    public static WordCell Figure(string text, bool bold = false) => new(text, bold, WordAlign.Right);

    /// <summary>A short word, in the middle.</summary>
    public static WordCell Word(string text, bool bold = false) => new(text, bold, WordAlign.Centre);

    public static implicit operator WordCell(string? text) => new(text ?? "");
}
