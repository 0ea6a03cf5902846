using DanVan.Scoring.Files.Workbooks;
using static DanVan.Scoring.Files.Forms.FormLooks;
using static DanVan.Scoring.Files.Workbooks.CellLook;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Writes the form that a unit fills in: its figures, its own points with evidence, its records. Only input cells can be
/// changed, and they take only what the rule set allows.
/// </summary>
public sealed partial class FormTemplate
{
    private const uint HeaderRow = 4;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly RuleSet _ruleSet;
    private readonly KindScope _scope;

    /// <summary>Prepares the form of a kind of unit.</summary>
    public FormTemplate(RuleSet ruleSet, string kind)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        _ruleSet = ruleSet;
        _scope = KindScope.Of(ruleSet, kind);
    }

    private IEnumerable<(string Id, LocalText Label)> UnitItems =>
        FormLayout.UnitItems.Where(item => item.Id != "group" || !_ruleSet.Groups.IsEmpty);

    /// <summary>Writes a blank form.</summary>
    public void Write(Stream stream) => Write(stream, null, null);

    /// <summary>Writes the form of one unit, with what is known of it.</summary>
    /// <param name="stream">Takes the workbook (.xlsx).</param>
    /// <param name="unit">The unit; null for a blank form.</param>
    /// <param name="data">Holds last period's figures; null if there are none.</param>
    public void Write(Stream stream, Unit? unit, Dataset? data)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BookWriter.Write(stream, All, book =>
        {
            WriteFigures(book, unit, data);
            if (!_scope.Leaves.IsEmpty)
                WriteSelfScores(book);
            foreach (var table in _scope.Tables)
                WriteRecords(book, table);
            if (unit is not null)
                book.ListOf(FormPrevious.Mark, FormPrevious.List(_ruleSet.Language, _scope.Fields, unit, data));
        });
    }

    private void WriteFigures(BookWriter book, Unit? unit, Dataset? data)
    {
        object? PreviousOf(Field field) => unit is null ? null : data?.Previous(field.Index)?[unit.Index];
        bool hasPrevious = _scope.Fields.Any(field => PreviousOf(field) is not null);
        // The headers stand below the title, the key, what identifies the unit and a row between.
        uint headerRow = 6 + (uint)UnitItems.Count();
        var sheet = book.Add(Text("Số liệu", "Figures"), [6, 46, 13, 18, hasPrevious ? 16 : 0, 36, 18], headerRow);
        WriteTitle(sheet, Text("BIỂU SỐ LIỆU CỦA ĐƠN VỊ", "FIGURES OF THE UNIT"));
        WriteUnit(book, sheet, unit);
        sheet.Headers([Text("TT", "No."), Text("Nội dung", "Item"), Text("Đơn vị tính", "Unit of measure"), Text("Số liệu", "Figure"),
            hasPrevious ? Text(FormLayout.Previous) : null, Text("Cách điền", "How to fill in"), Text("Căn cứ", "Clause")]);
        var groups = _scope.Fields.GroupBy(_scope.SectionOf).OrderBy(group => group.Key?.Index ?? int.MaxValue).ToList();
        // Where each field will stand, so that limits can point there.
        var rows = groups.SelectMany(group => group.Select(field => (Field?)field).Prepend(null)).Index()
            .Where(item => item.Item is not null)
            .ToDictionary(item => item.Item!.Id, item => headerRow + 1 + (uint)item.Index, StringComparer.Ordinal);
        int ordinal = 0;
        foreach (var group in groups)
        {
            sheet.StartRow().Text(group.Key?.Id, Section).Wide(group.Key?.Title ?? Text("Số liệu khác", "Other figures"), Section);
            foreach (var field in group)
            {
                sheet.StartRow(FormLayout.FieldPrefix + field.Id).Number(++ordinal, Centre).Text(field.Label)
                    .Text(field.Unit ?? TypeUnit(field), Centre).Text(null, InputLook(field));
                WritePrevious(sheet, field, PreviousOf(field));
                sheet.Text(field.Help ?? HowToFill(field)).Text(field.Clause);
                Restrict(book, sheet, FormLayout.ValueColumn, field, 1, name => rows.TryGetValue(name, out uint row) ? $"$E${row}" : null);
            }
        }
    }

    private void WritePrevious(SheetWriter sheet, Field field, object? previous)
    {
        if (previous is decimal number)
            sheet.Number(number, field.Type == FieldType.Percent ? Percent : Figure);
        else if (previous is DateOnly date)
            sheet.Number((decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate(), Date);
        else
            sheet.Text(previous is null ? null : FormPrevious.Text(_ruleSet.Language, field, previous), Centre);
    }

    private void WriteSelfScores(BookWriter book)
    {
        var sheet = book.Add(Text("Tự chấm", "Self-score"), [10, 60, 12, 14, 50, 20], HeaderRow);
        WriteTitle(sheet, Text("BẢNG TỰ CHẤM ĐIỂM", "SELF-SCORE"));
        sheet.Headers([Text("Mã", "Id"), Text("Tiêu chí", "Criterion"), Text("Điểm tối đa", "Max points"), Text("Tự chấm", "Self-score"),
            Text("Minh chứng (số, ngày văn bản hoặc liên kết)", "Evidence (number and date of a document, or a link)"),
            Text("Căn cứ", "Clause")]);
        var shown = _ruleSet.Nodes.Where(node => _scope.Leaves.Any(leaf => IsWithin(leaf, node))).ToList();
        foreach (var node in shown)
        {
            if (node.Manner is null)
            {
                sheet.StartRow().Text(node.Id, Section).Text(node.Title, Section).Number(node.MaxPoints, Section)
                    .Text(null, Section).Text(null, Section).Text(node.Clause, Section);
                continue;
            }
            string title = node.Role != NodeRole.Deduction ? node.Title
                : node.Title + Text(" (điểm trừ: ghi số điểm bị trừ)", " (deduction: points taken off)");
            sheet.StartRow(FormLayout.CriterionPrefix + node.Id).Text(node.Id).Text(title).Number(node.MaxPoints, Figure)
                .Text(null, InputNumber).Text(null, InputText).Text(node.Clause);
            string most = Shown(node.MaxPoints), own = sheet.At(FormLayout.ValueColumn);
            sheet.Allow(FormLayout.ValueColumn, new CellRule(
                $"AND(ISNUMBER({own}),{own}>=0,{own}<={sheet.At(FormLayout.MeasureColumn)})", node.Id,
                Text($"Điểm từ 0 đến {most}. Để trống nếu không tự chấm.", $"Points from 0 to {most}. Leave blank to give none."),
                Text($"Điểm phải là số từ 0 đến {most}.", $"Points are a number from 0 to {most}.")));
        }
        string added = Sum(isDeduction: false), taken = Sum(isDeduction: true);
        sheet.StartRow().Text(null, Total).Text(Text("Tổng điểm tự chấm (chưa quy đổi)", "Sum of the self-score (not rescaled)"), Section)
            .Text(null, Total).Formula(taken == "0" ? added : $"{added}-{taken}", 0, Total).Text(null, Section).Text(null, Section);

        // Points live on criteria; the sum passes over the rows of sections, which are blank.
        string Sum(bool isDeduction)
        {
            var at = shown.Index().Where(item => item.Item.Manner is not null && item.Item.Role == NodeRole.Deduction == isDeduction)
                .Select(item => HeaderRow + 1 + item.Index).ToList();
            return at.Count == 0 ? "0" : $"SUM(E{at[0]}:E{at[^1]})";
        }
    }

    /// <summary>True if a leaf is a node or stands below it.</summary>
    private bool IsWithin(ScoreNode leaf, ScoreNode node)
    {
        int at = leaf.Index;
        while (at >= 0 && at != node.Index)
            at = _ruleSet.Nodes[at].Parent;
        return at >= 0;
    }

    private void WriteRecords(BookWriter book, RecordTable table)
    {
        string name = new([.. table.Label.Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal)).Take(28)]);
        while (book.Has(name))
            name += "+";
        var widths = table.Columns.Select(column => column.Type == FieldType.Text ? 40.0 : Math.Clamp(column.Label.Length + 2.0, 16, 28));
        var sheet = book.Add(name.Trim(), [6, .. widths], HeaderRow);
        WriteTitle(sheet, table.Label.ToUpper(Vietnamese));
        sheet.Headers([Text("TT", "No."), .. table.Columns.Select(column => column.Label)], FormLayout.RecordsPrefix + table.Id);
        for (int record = 1; record <= FormLayout.RecordRows; record++)
        {
            sheet.StartRow().Number(record, Centre);
            foreach (var (index, column) in table.Columns.Index())
            {
                sheet.Text(null, InputLook(column));
                if (record == 1)
                    Restrict(book, sheet, FormLayout.FirstRecordColumn + index, column, FormLayout.RecordRows, _ => null);
            }
        }
    }

    private void WriteTitle(SheetWriter sheet, string title)
    {
        sheet.StartRow(height: 24).Wide(title, Title);
        sheet.StartRow(height: 20 * (1 + (_ruleSet.Title.Length / 110))).Wide(_ruleSet.Title, Title);
        string notApplicable = Text(FormLayout.NotApplicable);
        sheet.StartRow(height: 30).Wide(Text(
            $"Bộ tiêu chí {_ruleSet.Id}, phiên bản {_ruleSet.Version}, kỳ {_ruleSet.Period}. Chỉ điền các ô nền vàng; "
            + $"để trống nếu chưa có số liệu; chọn hoặc gõ \"{notApplicable}\" nếu nội dung không thuộc diện của đơn vị.",
            $"Rule set {_ruleSet.Id}, version {_ruleSet.Version}, period {_ruleSet.Period}. Fill in the yellow cells only; "
            + $"leave blank what is not known yet; choose or type \"{notApplicable}\" for what does not concern the unit."), Remark);
    }

    private void WriteUnit(BookWriter book, SheetWriter sheet, Unit? unit)
    {
        sheet.StartRow(string.Join(FormLayout.KeySeparator,
            FormLayout.FormKey, FormLayout.Version, _ruleSet.Id, _ruleSet.Version, _ruleSet.Period, _scope.Kind), height: 6);
        foreach (var (id, text) in UnitItems)
        {
            string? known = id switch
            {
                "code" => unit?.Code,
                "name" => unit?.Name,
                "kind" => _ruleSet.UnitKinds.First(choice => choice.Id == _scope.Kind).Label,
                "group" => _ruleSet.Groups.FirstOrDefault(group => group.Id == unit?.Group)?.Label,
                "parent" => unit?.Parent,
                _ => null,
            };
            bool isFixed = id == "kind" || (unit is not null && id is "code" or "name" or "group" or "parent");
            string label = Text(text);
            sheet.StartRow(FormLayout.UnitPrefix + id).To(FormLayout.LabelColumn).Text(label, Label)
                .To(FormLayout.ValueColumn).Wide(known, isFixed ? Body : id == "date" ? InputDate : InputText);
            if (id == "group" && !isFixed)
                sheet.Allow(FormLayout.ValueColumn, new CellRule(book.ListOf("groups", _ruleSet.Groups.Select(group => group.Label)), label,
                    Text("Chọn khối của đơn vị.", "Choose the unit's group."),
                    Text("Chọn một khối trong danh sách.", "Choose a group of the list."), IsList: true));
            if (id == "date")
                sheet.Allow(FormLayout.ValueColumn, new CellRule($"AND(ISNUMBER({sheet.At(4)}),{sheet.At(4)}>36526)", label,
                    Text("Ngày/tháng/năm, ví dụ 30/10/2024.", "Day/month/year, such as 30/10/2024."),
                    Text("Gõ ngày/tháng/năm, ví dụ 30/10/2024.", "Type day/month/year, such as 30/10/2024.")));
        }
    }

    private string Shown(decimal points) => ValueText.Number(points, _ruleSet.Language);

    private string Text(string vi, string en) => Text(new LocalText(vi, en));

    private string Text(LocalText text) => text.In(_ruleSet.Language);
}
