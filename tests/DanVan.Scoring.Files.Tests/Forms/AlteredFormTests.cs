using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Forms;

/// <summary>What offices do to forms beside filling in the yellow cells: nothing is chosen silently, no figure vanishes.</summary>
public sealed class AlteredFormTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FormAsWritten_FilledIn_HasNoFindings(bool withPrevious)
    {
        var form = Filled(withPrevious);
        var (forms, findings) = form.Collect();
        Assert.Empty(findings);
        Assert.Equal(ReceiptState.Received, forms.Receipts.Single().State);
        Assert.Equal("7", Value(forms, "staff"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SheetCopied_OneFilledInAndOneBlank_IsAsked(bool inFront)
    {
        var form = new FormGrid();
        var copy = form.Figures.Copy("Số liệu (2)");
        form.Sheets.Insert(inFront ? 0 : form.Sheets.Count, copy);
        copy.Rows.First(row => Equals(row[0], "field:staff"))[4] = 7m;
        var (forms, findings) = form.Collect();
        var found = Assert.Single(findings, finding => finding.Code == "FM5026");
        Assert.Equal(ReceiptState.NotUsed, forms.Receipts.Single().State);
        Assert.Equal((inFront ? "Số liệu" : "Số liệu (2)", inFront ? "Số liệu (2)" : "Số liệu"), (found.Place.Sheet, found.Related!.Sheet));
        Assert.Equal(found.Place.Cell, found.Related.Cell);
        Assert.Contains("\"7\"", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void SheetCopied_WithTheSameContent_IsRead()
    {
        var form = Filled();
        form.Sheets.Add(form.Figures.Copy("Số liệu (2)"));
        var (forms, findings) = form.Collect();
        Assert.Empty(findings);
        Assert.Equal("7", Value(forms, "staff"));
    }

    [Theory]
    [InlineData("field:staff", 4)]
    [InlineData("criterion:A.1", 4)]
    [InlineData("criterion:A.1", 5)]
    [InlineData("unit:date", 4)]
    public void RowTwice_WithDifferentContent_IsAsked(string key, int column)
    {
        var form = Filled();
        object?[] copy = (object?[])form.Row(key).Clone();
        copy[column] = 9m;
        form.Figures.Rows.Add(copy);
        var (forms, findings) = form.Collect();
        Assert.Single(findings, finding => finding.Code == "FM5026");
        Assert.Equal(ReceiptState.NotUsed, forms.Receipts.Single().State);
    }

    [Fact]
    public void FormKeyTwice_OfDifferentForms_IsAsked()
    {
        var form = Filled();
        var row = FormGrid.NewRow();
        row[0] = "danvan-form;1;sample;1;2023;school";
        form.Figures.Rows.Add(row);
        Assert.Equal(ReceiptState.NotUsed, form.Collect().Forms.Receipts.Single().State);
    }

    [Fact]
    public void RecordsTwice_AreAsked_UnlessOneIsBlank()
    {
        var form = Filled();
        var blank = new FormGrid().Sheets[2].Copy("Sổ (2)");
        form.Sheets.Insert(0, blank);
        var (read, findings) = form.Collect();
        Assert.Empty(findings);
        Assert.Single(read.Units.Single().Records);
        blank.Rows[10][3] = 5m;
        var (forms, asked) = form.Collect();
        Assert.Contains("1 records", Assert.Single(asked, finding => finding.Code == "FM5026").Message(Language.English),
            StringComparison.Ordinal);
        Assert.Equal(ReceiptState.NotUsed, forms.Receipts.Single().State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    public void FigureBesideItsCell_IsAnErrorAtItsCell(int column)
    {
        var form = Filled();
        (form.Row("field:staff")[column], form.Row("field:staff")[4]) = (8123m, null);
        var (forms, findings) = form.Collect();
        var found = Assert.Single(findings, finding => finding.Code == "FM5027");
        Assert.Equal(CellAddress.Of(column, form.Figures.Rows.IndexOf(form.Row("field:staff")) + 1), found.Place.Cell);
        Assert.Equal(ReceiptState.Faulty, forms.Receipts.Single().State);
        Assert.Equal("", Value(forms, "staff"));
    }

    [Theory]
    [InlineData("8123", Severity.Error)]
    [InlineData("95 %", Severity.Error)]
    [InlineData("30/10/2023", Severity.Error)]
    [InlineData("Có", Severity.Error)]
    [InlineData("xem công văn kèm theo", Severity.Warning)]
    public void RowInsertedWithoutKey_IsNamed(string text, Severity severity)
    {
        var form = Filled();
        form.Figures.Rows.Insert(form.Figures.Rows.IndexOf(form.Row("field:staff")),
            FormGrid.NewRow(null, "Số người nghỉ hưu", null, text));
        var (forms, findings) = form.Collect();
        Assert.Equal(severity, findings.Single(finding => finding.Place.Cell!.StartsWith('E')).Severity);
        Assert.Single(findings, finding => finding.Code == "FM5028" && finding.Place.Cell!.StartsWith('C'));
        Assert.Equal("7", Value(forms, "staff"));
    }

    [Fact]
    public void KeyDeleted_NamesTheFigure()
    {
        var form = Filled();
        form.Row("field:staff")[0] = null;
        Assert.Equal(["FM5027", "FM5021"], form.Collect().Findings.Select(finding => finding.Code).OrderDescending());
    }

    [Fact]
    public void PreviousFigure_TypedOver_IsAnError()
    {
        var form = Filled(withPrevious: true);
        Assert.Equal(8m, form.Row("field:staff")[5]);
        form.Row("field:staff")[5] = 9m;
        var found = Assert.Single(form.Collect().Findings);
        Assert.Equal("FM5027", found.Code);
        Assert.Contains("\"8\"", found.Hint(Language.English), StringComparison.Ordinal);
        form.Sheets[^1].Rows.ForEach(row => Array.Clear(row)); // a form of the time when it was not kept
        Assert.Empty(form.Collect().Findings);
    }

    [Fact]
    public void LabelOfAnotherField_IsRefused_AndAnyOtherIsWarnedOf()
    {
        var form = Filled();
        form.Row("field:staff")[2] = "Tổng số nhân viên";
        var (read, warned) = form.Collect();
        Assert.Equal("FM5028", Assert.Single(warned).Code);
        Assert.Equal("7", Value(read, "staff"));
        (form.Row("field:staff")[2], form.Row("field:spending")[2]) = ("Kinh phí", "Tổng số người");
        var (forms, findings) = form.Collect();
        Assert.Equal(2, findings.Count(finding => finding.Code == "FM5029"));
        Assert.Equal(ReceiptState.NotUsed, forms.Receipts.Single().State);
    }

    [Fact]
    public void OtherVersion_WithOtherLabels_IsWarnedOf_AndRead()
    {
        var newer = new Sample().WithModels(null).Rule("\"version\": \"1\"", "\"version\": \"2\"")
            .Rule("\"title\": \"Mẫu\"", "\"title\": \"Mẫu mới\"")
            .Rule("\"label\": \"Tổng số người\"", "\"label\": \"Kinh phí cũ\"").Run().RuleSet!;
        var (forms, findings) = Filled().Collect(newer);
        Assert.Equal(["FM5003", "FM5028"], findings.Select(finding => finding.Code));
        Assert.Equal("7", Value(forms, "staff"));
    }

    [Fact]
    public void HiddenSheet_IsRead_AndAnAddedOneIsNamed()
    {
        var form = Filled();
        form.Sheets[0] = form.Figures with { IsHidden = true };
        Assert.Equal("7", Value(form.Collect().Forms, "staff"));
        form.Sheets.Add(new GridSheet("Phụ lục", IsHidden: true, [FormGrid.NewRow("Số người", 8123m)]));
        Assert.Equal(["C1", "B1"], form.Collect().Findings.Select(finding => finding.Place.Cell).OrderDescending());
    }

    [Fact]
    public void CellsOfTwoRows_Merged_AreNamed()
    {
        var form = Filled();
        form.Row("field:staff")[4] = new MergedCell(7m, 2);
        form.Records("models").First()[3] = new MergedCell(3m, 2);
        Assert.Equal([("FM5030", "D5"), ("FM5030", "E15")], form.Collect().Findings
            .Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Code, finding.Place.Cell!)).Order());
    }

    [Fact]
    public void Sum_TypedOver_IsNamed()
    {
        var form = Filled();
        form.Sheets[1].Rows.Single(row => row[4] is FormulaCell)[4] = 33m;
        Assert.Equal("FM5027", Assert.Single(form.Collect().Findings).Code);
    }

    [Fact]
    public void Records_BesideTheirColumns_AreNamed_AndBelowTheLastRowRead()
    {
        var form = Filled();
        form.Records("models").ElementAt(1)[5] = 8123m;
        form.Records("models").ElementAt(2)[1] = 1m;
        form.Sheets[2].Rows.Add(FormGrid.NewRow(301m, "Xong", 4m));
        var (forms, findings) = form.Collect();
        Assert.Equal([("F6", Severity.Error), ("B7", Severity.Warning)], findings
            .Select(finding => (finding.Place.Cell, finding.Severity)));
        Assert.Equal(2, forms.Units.Single().Records.Count);
    }

    [Fact]
    public void RecordHeaderEdited_NamesTheCellsBelow()
    {
        var form = Filled();
        form.Row("records:models")[3] = "Số tiền";
        var (_, findings) = form.Collect();
        Assert.Equal(["FM5028", "FM5027"], findings.Select(finding => finding.Code));
        Assert.Equal(["D4", "D5"], findings.Select(finding => finding.Place.Cell));
    }

    private static FormGrid Filled(bool withPrevious = false)
    {
        var form = new FormGrid(withPrevious);
        form.Row("field:staff")[4] = 7m;
        form.Row("field:spending")[4] = "12,5";
        form.Row("criterion:A.1")[4] = 20m;
        form.Row("criterion:A.1")[5] = "số 5";
        form.Records("models").First()[2] = "Xong";
        form.Records("models").First()[3] = 3m;
        return form;
    }

    private static string? Value(CollectedForms forms, string field) =>
        forms.Units.Single().Results[FormGrid.RuleSet.Fields.Single(own => own.Id == field).Index];
}
