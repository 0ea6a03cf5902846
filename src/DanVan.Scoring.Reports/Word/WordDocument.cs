using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Reports.Word;

/// <summary>
/// A Word document while it is written: paragraphs, tables with repeated headers, captions, native charts and pictures, A4 with
/// the margins of an official document. The same content gives the same bytes.
/// </summary>
/// <param name="words">The words of the result.</param>
/// <param name="template">A document (.docx) of the office whose letterhead, styles, header and footer are taken; null for those of Decree 30/2020.</param>
internal sealed partial class WordDocument(ResultWords words, byte[]? template)
{
    /// <summary>How capitals are formed.</summary>
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private const int LandscapeWidth = 16838 - 1134 - 1134;
    private const int PortraitWidth = 11906 - 1701 - 1134;

    private readonly Body _body = new();
    private readonly List<(int Level, string Text)> _headings = [];
    private int _tables;
    private bool _isLandscape;

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
    /// <param name="columns">Headers in both languages, and widths as parts of the whole.</param>
    /// <param name="items">What it has a row of.</param>
    /// <param name="row">Makes the cells of a row.</param>
    /// <param name="most">Most rows; a line below says how many units are left out.</param>
    public void Table<T>(
        string? caption, (string Vi, string En, int Width)[] columns, IReadOnlyCollection<T> items, Func<T, IEnumerable<WordCell>> row,
        int most = int.MaxValue)
    {
        if (caption is not null)
            _body.Append(Caption(words.Text("Bảng", "Table"), ++_tables, caption));
        int sum = columns.Sum(column => column.Width);
        int[] widths = [.. columns.Select(column => TextWidth * column.Width / sum)];
        TableRow Row(IEnumerable<WordCell> cells, bool isHeader = false) =>
            NewRow(cells.Zip(widths, (cell, width) => NewCell(cell, width, isHeader)), isHeader);
        var header = Row(columns.Select(column => WordCell.Word(words.Text(column.Vi, column.En), bold: true)), isHeader: true);
        var rows = items.Take(most).Select(item => Row(row(item)));
        _body.Append(NewTable(widths, 57, [header, .. rows], new TableStyle { Val = "TableGrid" }));
        if (items.Count > most)
            Paragraph(words.More(items.Count - most), WordStyles.Remark);
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
        foreach (var element in (OpenXmlElement[])[PageBreak(), NewParagraph(title, WordStyles.Title), .. Contents()])
            after = after.InsertAfterSelf(element);
    }

    private OpenXmlElement[] Contents()
    {
        var entries = _headings.Where(heading => heading.Level <= 2).Select(heading => NewParagraph(heading.Text, $"TOC{heading.Level}")).ToList();
        if (entries.Count == 0)
            return [];
        var field = Field(" TOC \\o \"1-2\" \\h \\z \\u ", new Run());
        ((FieldChar)field[0].FirstChild!).Dirty = true;
        var first = entries[0].GetFirstChild<Run>()!;
        foreach (var run in field[..3])
            first.InsertBeforeSelf(run);
        entries[^1].Append(field[^1]);
        return [.. entries];
    }

    /// <summary>What was added last.</summary>
    public OpenXmlElement? Last => _body.LastChild;

    /// <summary>Writes the document.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    public void Write(Stream stream)
    {
        using var package = new MemoryStream();
        if (template is not null)
            package.Write(template);
        using (var document = template is null ? WordprocessingDocument.Create(package, WordprocessingDocumentType.Document) : WordprocessingDocument.Open(package, isEditable: true))
            Fill(document);
        StablePackage.Write(package, stream);
    }

    private void Fill(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart ?? document.AddMainDocumentPart();
        if (template is not null)
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
            [
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }), .. Field(" PAGE ", new Run(new Text("2"))),
            ]));
            _body.Append(NewSection());
        }
        FillFigures(document);
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

    /// <summary>A4; top and bottom 20 mm, left 30 mm, right 20 mm; the number of the page at the top, not on the first one.</summary>
    private SectionProperties NewSection()
    {
        var section = new SectionProperties(
            _isLandscape ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = _isLandscape ? 1134u : 1701,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            });
        if (template is null)
            section.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" });
        if (!_body.Descendants<SectionProperties>().Any())
            section.Append(new TitlePage());
        return section;
    }

    /// <summary>A numbered caption; that of a figure stands below it, and need not stay with what follows.</summary>
    private static Paragraph Caption(string label, int number, string text, bool isBelow = false) => new(
    [
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Caption }) { KeepNext = isBelow ? new KeepNext { Val = false } : null },
        NewRun(label + " "), .. Field($" SEQ {label} \\* ARABIC ", NewRun($"{number}")), NewRun(". " + text),
    ]);

    /// <summary>A field with what it shows until Word fills it.</summary>
    private static Run[] Field(string code, Run shown) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }), shown, new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <summary>A table of fixed widths.</summary>
    /// <param name="widths">Widths of the columns.</param>
    /// <param name="margin">Space left and right in a cell.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="style">Its style, with lines; null for a table without.</param>
    public static Table NewTable(int[] widths, short margin, IEnumerable<TableRow> rows, TableStyle? style = null)
    {
        var properties = new TableProperties
        {
            TableStyle = style,
            TableWidth = new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            TableBorders = style is null ? null : WordStyles.Borders(),
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableCellMarginDefault = new TableCellMarginDefault(
                new TableCellLeftMargin { Width = margin, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = margin, Type = TableWidthValues.Dxa }),
        };
        return new Table([properties, new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })), .. rows]);
    }

    /// <summary>A row that no page break divides; a header is repeated on every page.</summary>
    public static TableRow NewRow(IEnumerable<TableCell> cells, bool isHeader = false)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader)
            properties.Append(new TableHeader());
        return new TableRow(cells) { TableRowProperties = properties };
    }

    /// <summary>What gives a cell its width.</summary>
    public static TableCellProperties CellWidth(int width) =>
        new(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });

    private static TableCell NewCell(WordCell cell, int width, bool isHeader)
    {
        var properties = CellWidth(width);
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
            properties.Append(new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        var run = properties.HasChildren ? new Run(properties) : new Run();
        run.Append(new Text(OfficeText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
