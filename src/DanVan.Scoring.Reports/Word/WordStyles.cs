using DanVan.Scoring.Files.Workbooks;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Reports.Word;

/// <summary>Styles of an official document (Decree 30/2020/NĐ-CP, annex I): Times New Roman, body 13 pt, justified, first line 1 cm.</summary>
internal static class WordStyles
{
    public const string Body = "BodyText";
    public const string Title = "Title";
    public const string Subject = "Subtitle";
    public const string Caption = "Caption";
    public const string Cell = "TableText";
    public const string Remark = "Remark";

    /// <summary>Id of a heading.</summary>
    public static string Heading(int level) => $"Heading{level}";

    public static Styles Create()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = OfficeText.FontName, HighAnsi = OfficeText.FontName, EastAsia = OfficeText.FontName, ComplexScript = OfficeText.FontName },
                new FontSize { Val = "26" }, new FontSizeComplexScript { Val = "26" }, new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))));
        styles.Append(new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(Paragraph(Body, "Body Text", 120, 0, JustificationValues.Both, firstLine: 567));
        styles.Append(Paragraph(Title, "Title", 360, 0, JustificationValues.Center, isBold: true, size: 28, keepNext: true));
        styles.Append(Paragraph(Subject, "Subtitle", 0, 120, JustificationValues.Center, isBold: true, size: 28));
        for (int level = 1; level <= 3; level++)
            styles.Append(Paragraph(Heading(level), $"heading {level}", level == 1 ? 240 : 160, 60, JustificationValues.Left,
                isBold: level < 3, isItalic: level == 3, size: 26, keepNext: true, outline: level - 1));
        styles.Append(Paragraph(Caption, "caption", 160, 80, JustificationValues.Center, isBold: true, size: 24, keepNext: true));
        styles.Append(Paragraph(Cell, "Table Text", 30, 30, JustificationValues.Left, size: 22));
        styles.Append(Paragraph(Remark, "Remark", 60, 60, JustificationValues.Both, isItalic: true, size: 22));
        for (int level = 1; level <= 2; level++)
            styles.Append(Paragraph($"TOC{level}", $"toc {level}", 40, 0, JustificationValues.Left, size: 24, indent: (level - 1) * 284));
        styles.Append(new Style(new StyleName { Val = "Table Grid" }, new StyleTableProperties(Borders())) { Type = StyleValues.Table, StyleId = "TableGrid" });
        return styles;
    }

    /// <summary>Thin lines around and within.</summary>
    public static TableBorders Borders()
    {
        return new TableBorders(
            Thin<TopBorder>(), Thin<LeftBorder>(), Thin<BottomBorder>(), Thin<RightBorder>(),
            Thin<InsideHorizontalBorder>(), Thin<InsideVerticalBorder>());

        static T Thin<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };
    }

    private static Style Paragraph(
        string id, string name, int before, int after, JustificationValues justification, bool isBold = false, bool isItalic = false,
        int size = 26, bool keepNext = false, int? outline = null, int firstLine = 0, int indent = 0)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
            paragraph.Append(new KeepNext());
        var spacing = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        paragraph.Append(spacing);
        if (firstLine > 0)
        {
            (spacing.Line, spacing.LineRule) = ("264", LineSpacingRuleValues.Auto);
            paragraph.Append(new Indentation { FirstLine = $"{firstLine}" });
        }
        else if (indent > 0)
            paragraph.Append(new Indentation { Left = $"{indent}" });
        paragraph.Append(new Justification { Val = justification });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties();
        if (isBold)
            run.Append(new Bold(), new BoldComplexScript());
        if (isItalic)
            run.Append(new Italic(), new ItalicComplexScript());
        run.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = id is Cell or Remark ? true : null };
    }
}
