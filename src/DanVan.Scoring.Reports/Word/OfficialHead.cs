using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Reports.Word;

/// <summary>Head and foot of an official document: issuing body, number, national title, place and date; recipients and signature (Decree 30/2020/NĐ-CP, annex I).</summary>
/// <param name="result">The result.</param>
/// <param name="words">Its words.</param>
/// <param name="document">Takes head and foot.</param>
internal sealed class OfficialHead(Result result, ResultWords words, WordDocument document)
{
    /// <summary>The head, unless a template brings its own, and the title of the document.</summary>
    public void AddHead(ReportOptions options, string title, string subject)
    {
        string issuer = result.RuleSet.Issuer ?? Text("(Cơ quan ban hành)", "(Issuing body)");
        if (options.Template is null)
            AddFrame(
                [
                    Line(issuer.ToUpper(WordDocument.Vietnamese), isBold: true, size: 24),
                    Rule(), Line(Text("Số:        /BC-…", "No.        /BC-…")),
                ],
                [
                    Line(Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"), isBold: true, size: 24),
                    Line(Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"), isBold: true),
                    Rule(), Line(PlaceAndDate(options), isItalic: true),
                ]);
        document.Paragraph(title, WordStyles.Title);
        document.Paragraph(subject, WordStyles.Subject);
    }

    /// <summary>The foot: recipients on the left, the signature on the right.</summary>
    public void AddFoot()
    {
        document.Append(new Paragraph(new ParagraphProperties(new KeepNext())));
        string?[] recipients =
        [
            result.RuleSet.Recipient is { } recipient ? $"- {recipient};" : null,
            Text("- Các đơn vị được chấm điểm;", "- The units scored;"), Text("- Lưu: VT, …", "- Filed: …"),
        ];
        AddFrame(
            [
                Line(Text("Nơi nhận:", "Recipients:"), isBold: true, isItalic: true, size: 24, isCentred: false),
                .. recipients.OfType<string>().Select(line => Line(line, size: 22, isCentred: false)),
            ],
            [
                Line(Text("CHỨC VỤ CỦA NGƯỜI KÝ", "POST OF THE SIGNATORY"), isBold: true), Line(""), Line(""), Line(""),
                Line(Text("Họ và tên", "Name"), isBold: true),
            ]);
    }

    /// <summary>Days below 10 and the months January and February have a leading zero.</summary>
    private string PlaceAndDate(ReportOptions options)
    {
        string place = options.Place ?? "…";
        if (options.Date is not { } date)
            return Text($"{place}, ngày … tháng … năm …", $"{place}, …");
        string month = date.Month < 3 ? $"0{date.Month}" : $"{date.Month}";
        return Text(
            string.Create(CultureInfo.InvariantCulture, $"{place}, ngày {date:dd} tháng {month} năm {date:yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"{place}, {date:yyyy-MM-dd}"));
    }

    /// <summary>Two columns without lines.</summary>
    private void AddFrame(Paragraph[] left, Paragraph[] right)
    {
        const int leftWidth = 3471, rightWidth = 5600;
        var row = WordDocument.NewRow([Cell(left, leftWidth), Cell(right, rightWidth)]);
        document.Append(WordDocument.NewTable([leftWidth, rightWidth], 0, [row]));
    }

    private static TableCell Cell(Paragraph[] paragraphs, int width) => new([WordDocument.CellWidth(width), .. paragraphs]);

    private static Paragraph Line(string text, bool isBold = false, bool isItalic = false, int size = 26, bool isCentred = true) =>
        new(new ParagraphProperties(new Justification { Val = isCentred ? JustificationValues.Center : JustificationValues.Left }),
            WordDocument.NewRun(text, isBold, isItalic, size));

    /// <summary>A thin line below the text above it, a part of its width.</summary>
    private static Paragraph Rule() => new(new ParagraphProperties(
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 1 }),
        new SpacingBetweenLines { Before = "40", After = "80", Line = "60", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = "1300", Right = "1300" }));

    private string Text(string vi, string en) => words.Text(vi, en);
}
