using System.Globalization;
using DanVan.Scoring.Results;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Reports.Word;

/// <summary>Head and foot of an official document: issuing body, number, national title, place and date; recipients and signature (Decree 30/2020/NĐ-CP, annex I).</summary>
internal static class OfficialHead
{
    /// <summary>The head: two columns without lines.</summary>
    public static OpenXmlElement[] Head(Result result, ReportOptions options)
    {
        var words = ResultWords.Of(result);
        string issuer = (result.RuleSet.Issuer ?? words.Text("(Cơ quan ban hành)", "(Issuing body)")).ToUpper(CultureInfo.GetCultureInfo("vi-VN"));
        string nation = words.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"), motto = words.Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");
        return
        [
            Frame(
                [Line(issuer, isBold: true, size: 24), Rule(), Line(words.Text("Số:        /BC-…", "No.        /BC-…"), size: 26)],
                [Line(nation, isBold: true, size: 24), Line(motto, isBold: true, size: 26), Rule(), Line(DateLine(words, options), isItalic: true, size: 26)]),
        ];
    }

    /// <summary>The foot: recipients on the left, the signature on the right.</summary>
    public static OpenXmlElement[] Foot(Result result)
    {
        var words = ResultWords.Of(result);
        var recipients = new List<Paragraph> { Line(words.Text("Nơi nhận:", "Recipients:"), isBold: true, isItalic: true, size: 24, align: JustificationValues.Left) };
        if (result.RuleSet.Recipient is { } recipient)
            recipients.Add(Line($"- {recipient};", size: 22, align: JustificationValues.Left));
        recipients.Add(Line(words.Text("- Các đơn vị được chấm điểm;", "- The units scored;"), size: 22, align: JustificationValues.Left));
        recipients.Add(Line(words.Text("- Lưu: VT, …", "- Filed: …"), size: 22, align: JustificationValues.Left));
        return
        [
            new Paragraph(new ParagraphProperties(new KeepNext())),
            Frame(recipients, [Line(words.Text("CHỨC VỤ CỦA NGƯỜI KÝ", "POST OF THE SIGNATORY"), isBold: true, size: 26), Line("", size: 26), Line("", size: 26), Line("", size: 26), Line(words.Text("Họ và tên", "Name"), isBold: true, size: 26)]),
        ];
    }

    /// <summary>Days below 10 and the months January and February have a leading zero.</summary>
    private static string DateLine(ResultWords words, ReportOptions options)
    {
        string place = options.Place ?? "…";
        if (options.Date is not { } date)
            return words.Text($"{place}, ngày … tháng … năm …", $"{place}, …");
        string day = date.Day.ToString("00", CultureInfo.InvariantCulture), month = date.Month.ToString(date.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture), year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        return words.Text($"{place}, ngày {day} tháng {month} năm {year}", $"{place}, {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    private static Table Frame(IEnumerable<Paragraph> left, IEnumerable<Paragraph> right)
    {
        const int leftWidth = 3471, rightWidth = 5600;
        return new Table(
            new TableProperties(new TableWidth { Width = $"{leftWidth + rightWidth}", Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = $"{leftWidth}" }, new GridColumn { Width = $"{rightWidth}" }),
            new TableRow(Cell(left, leftWidth), Cell(right, rightWidth)) { TableRowProperties = new TableRowProperties(new CantSplit()) });
    }

    private static TableCell Cell(IEnumerable<Paragraph> paragraphs, int width)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }));
        foreach (var paragraph in paragraphs)
            cell.Append(paragraph);
        return cell;
    }

    private static Paragraph Line(string text, bool isBold = false, bool isItalic = false, int size = 26, JustificationValues? align = null) =>
        new(new ParagraphProperties(new Justification { Val = align ?? JustificationValues.Center }), WordDocument.NewRun(text, isBold, isItalic, size));

    /// <summary>A thin line below the text above it, a part of its width.</summary>
    private static Paragraph Rule() => new(new ParagraphProperties(
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 1 }),
        new SpacingBetweenLines { Before = "40", After = "80", Line = "60", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = "1300", Right = "1300" }));
}
