using System.Globalization;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Writes the form that a unit fills in: its figures, its own points with evidence, its records. Only input cells can be
/// changed, and they take only what the rule set allows.
/// </summary>
public sealed class FormTemplate
{
    private readonly RuleSet _ruleSet;
    private readonly KindScope _scope;
    private readonly FormLists _lists = new();

    /// <summary>Prepares the form of a kind of unit.</summary>
    public FormTemplate(RuleSet ruleSet, string kind)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        _ruleSet = ruleSet;
        _scope = KindScope.Of(ruleSet, kind);
    }

    private bool IsVietnamese => _ruleSet.Language == Language.Vietnamese;

    /// <summary>Writes a blank form.</summary>
    public void Write(Stream stream) => Write(stream, null, null);

    /// <summary>Writes the form of one unit, with what is known of it.</summary>
    /// <param name="stream">Takes the workbook (.xlsx).</param>
    /// <param name="unit">The unit; null for a blank form.</param>
    /// <param name="data">Holds last period's figures; null if there are none.</param>
    public void Write(Stream stream, Unit? unit, Dataset? data)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var sheets = new List<FormSheet> { FiguresSheet(unit, data) };
        if (!_scope.Leaves.IsEmpty)
            sheets.Add(SelfScoreSheet());
        foreach (var table in _scope.Tables)
            sheets.Add(RecordSheet(table, sheets));
        FormBook.Write(stream, sheets, [.. _lists.All, .. FormPrevious.List(_ruleSet.Language, _scope.Fields, unit, data)]);
    }

    private FormSheet FiguresSheet(Unit? unit, Dataset? data)
    {
        bool hasPrevious = unit is not null && data is not null && _scope.Fields.Any(field => data.Previous(field.Index)?[unit.Index] is not null);
        var sheet = new FormSheet(Text("Số liệu", "Figures"), 6, 46, 13, 18, hasPrevious ? 16 : 0, 36, 18);
        WriteTitle(sheet, Text("BIỂU SỐ LIỆU CỦA ĐƠN VỊ", "FIGURES OF THE UNIT"));
        WriteUnit(sheet, unit);
        sheet.SkipRow();
        sheet.StartRow().Text(1, Text("TT", "No."), FormStyle.Header).Text(2, Text("Nội dung", "Item"), FormStyle.Header).Text(3, Text("Đơn vị tính", "Unit of measure"), FormStyle.Header)
            .Text(4, Text("Số liệu", "Figure"), FormStyle.Header).Text(5, hasPrevious ? FormLayout.Previous.In(_ruleSet.Language) : null, FormStyle.Header)
            .Text(6, Text("Cách điền", "How to fill in"), FormStyle.Header).Text(7, Text("Căn cứ", "Clause"), FormStyle.Header).RepeatRow();
        uint firstRow = sheet.RowNumber + 1;
        var groups = _scope.Fields.GroupBy(field => _scope.SectionOf(field)).OrderBy(group => group.Key?.Index ?? int.MaxValue).ToList();
        // Where each field will stand, so that limits can point there.
        var rows = groups.SelectMany(group => group.Select(field => (Field?)field).Prepend(null)).Index().Where(item => item.Item is not null)
            .ToDictionary(item => item.Item!.Id, item => firstRow + (uint)item.Index, StringComparer.Ordinal);
        int ordinal = 0;
        foreach (var group in groups)
        {
            sheet.StartRow().Text(1, group.Key?.Id, FormStyle.Section).Text(2, group.Key?.Title ?? Text("Số liệu khác", "Other figures"), FormStyle.Section).Merge(2, FormStyle.Section);
            foreach (var field in group)
                WriteField(sheet, field, ++ordinal, hasPrevious ? data!.Previous(field.Index)?[unit!.Index] : null, rows);
        }
        return sheet;
    }

    private void WriteField(FormSheet sheet, Field field, int ordinal, object? previous, Dictionary<string, uint> rows)
    {
        sheet.StartRow(FormLayout.FieldPrefix + field.Id).Number(1, ordinal, FormStyle.Centre).Text(2, field.Label, FormStyle.Text).Text(3, field.Unit ?? TypeUnit(field), FormStyle.Centre)
            .Text(4, null, InputStyle(field));
        switch (previous)
        {
            case decimal number:
                sheet.Number(5, number, field.Type == FieldType.Percent ? FormStyle.Percent : FormStyle.Figure);
                break;
            case DateOnly date:
                sheet.Number(5, (decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate(), FormStyle.Date);
                break;
            case bool answer:
                sheet.Text(5, (answer ? FormLayout.Yes : FormLayout.No).In(_ruleSet.Language), FormStyle.Centre);
                break;
            default:
                sheet.Text(5, field.Type == FieldType.Choice ? field.Values.FirstOrDefault(value => value.Id == (string?)previous)?.Label : (string?)previous, FormStyle.Centre);
                break;
        }
        sheet.Text(6, field.Help ?? HowToFill(field), FormStyle.Text).Text(7, field.Clause, FormStyle.Text);
        Restrict(sheet, FormLayout.ValueColumn, field, 1, name => rows.TryGetValue(name, out uint row) ? string.Create(CultureInfo.InvariantCulture, $"$E${row}") : null);
    }

    private FormSheet SelfScoreSheet()
    {
        var sheet = new FormSheet(Text("Tự chấm", "Self-score"), 10, 60, 12, 14, 50, 20);
        WriteTitle(sheet, Text("BẢNG TỰ CHẤM ĐIỂM", "SELF-SCORE"));
        sheet.StartRow().Text(1, Text("Mã", "Id"), FormStyle.Header).Text(2, Text("Tiêu chí", "Criterion"), FormStyle.Header).Text(3, Text("Điểm tối đa", "Max points"), FormStyle.Header)
            .Text(4, Text("Tự chấm", "Self-score"), FormStyle.Header).Text(5, Text("Minh chứng (số, ngày văn bản hoặc liên kết)", "Evidence (number and date of a document, or a link)"), FormStyle.Header)
            .Text(6, Text("Căn cứ", "Clause"), FormStyle.Header).RepeatRow();
        uint firstRow = sheet.RowNumber + 1;
        var shown = _scope.Leaves.ToHashSet();
        foreach (var node in _ruleSet.Nodes.Where(node => shown.Contains(node) || _scope.Leaves.Any(leaf => IsWithin(leaf, node))))
        {
            bool isLeaf = node.Manner is not null;
            var style = isLeaf ? FormStyle.Text : FormStyle.Section;
            string title = node.Role == NodeRole.Deduction && isLeaf ? Text($"{node.Title} (điểm trừ: ghi số điểm bị trừ)", $"{node.Title} (deduction: points taken off)") : node.Title;
            sheet.StartRow(isLeaf ? FormLayout.CriterionPrefix + node.Id : null).Text(1, node.Id, style).Text(2, title, style).Number(3, node.MaxPoints, isLeaf ? FormStyle.Figure : FormStyle.Section)
                .Text(4, null, isLeaf ? FormStyle.InputNumber : style).Text(5, null, isLeaf ? FormStyle.InputText : style).Text(6, node.Clause, style);
            if (isLeaf)
                sheet.Allow(FormLayout.ValueColumn, $"AND(ISNUMBER({sheet.Reference(4)}),{sheet.Reference(4)}>=0,{sheet.Reference(4)}<={sheet.Reference(3)})", node.Id,
                    Text($"Điểm từ 0 đến {Shown(node.MaxPoints)}. Để trống nếu không tự chấm.", $"Points from 0 to {Shown(node.MaxPoints)}. Leave blank to give none."),
                    Text($"Điểm phải là số từ 0 đến {Shown(node.MaxPoints)}.", $"Points are a number from 0 to {Shown(node.MaxPoints)}."));
        }
        string added = Sum(_scope.Leaves.Where(leaf => leaf.Role != NodeRole.Deduction));
        string taken = Sum(_scope.Leaves.Where(leaf => leaf.Role == NodeRole.Deduction));
        sheet.StartRow().Text(1, null, FormStyle.Total).Text(2, Text("Tổng điểm tự chấm (chưa quy đổi)", "Sum of the self-score (not rescaled)"), FormStyle.Section).Text(3, null, FormStyle.Total)
            .Formula(4, taken == "0" ? added : $"{added}-{taken}", FormStyle.Total).Text(5, null, FormStyle.Section).Text(6, null, FormStyle.Section);
        return sheet;

        // Points live on criteria; the sum passes over the rows of sections, which are blank.
        string Sum(IEnumerable<ScoreNode> leaves)
        {
            var listed = _ruleSet.Nodes.Where(node => shown.Contains(node) || _scope.Leaves.Any(leaf => IsWithin(leaf, node))).ToList();
            var own = leaves.ToHashSet();
            var at = listed.Index().Where(item => own.Contains(item.Item)).Select(item => firstRow + (uint)item.Index).ToList();
            return at.Count == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"SUM(E{at[0]}:E{at[^1]})");
        }
    }

    private bool IsWithin(ScoreNode leaf, ScoreNode ancestor)
    {
        for (int at = leaf.Parent; at >= 0; at = _ruleSet.Nodes[at].Parent)
            if (at == ancestor.Index)
                return true;
        return false;
    }

    private FormSheet RecordSheet(RecordTable table, IReadOnlyList<FormSheet> others)
    {
        string name = new([.. table.Label.Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal)).Take(28)]);
        while (others.Any(other => other.Name == name))
            name += "+";
        var sheet = new FormSheet(name.Trim(), [6, .. table.Columns.Select(column => column.Type == FieldType.Text ? 40.0 : Math.Clamp(column.Label.Length + 2.0, 16, 28))]);
        WriteTitle(sheet, table.Label.ToUpper(CultureInfo.GetCultureInfo("vi-VN")));
        sheet.StartRow(FormLayout.RecordsPrefix + table.Id).Text(1, Text("TT", "No."), FormStyle.Header);
        foreach (var (index, column) in table.Columns.Index())
            sheet.Text(FormLayout.FirstRecordColumn + index, column.Label, FormStyle.Header);
        sheet.RepeatRow();
        for (int record = 1; record <= FormLayout.RecordRows; record++)
        {
            sheet.StartRow().Number(1, record, FormStyle.Centre);
            foreach (var (index, column) in table.Columns.Index())
                sheet.Text(FormLayout.FirstRecordColumn + index, null, InputStyle(column));
            if (record == 1)
                foreach (var (index, column) in table.Columns.Index())
                    Restrict(sheet, FormLayout.FirstRecordColumn + index, column, FormLayout.RecordRows, _ => null);
        }
        return sheet;
    }

    private void WriteTitle(FormSheet sheet, string title)
    {
        sheet.StartRow(height: 24).Text(1, title, FormStyle.Title).Merge(1, FormStyle.Title);
        sheet.StartRow(height: 20 * (1 + (_ruleSet.Title.Length / 110))).Text(1, _ruleSet.Title, FormStyle.Title).Merge(1, FormStyle.Title);
        string remark = Text(
            $"Bộ tiêu chí {_ruleSet.Id}, phiên bản {_ruleSet.Version}, kỳ {_ruleSet.Period}. Chỉ điền các ô nền vàng; để trống nếu chưa có số liệu; chọn hoặc gõ \"{FormLayout.NotApplicable.Vi}\" nếu nội dung không thuộc diện của đơn vị.",
            $"Rule set {_ruleSet.Id}, version {_ruleSet.Version}, period {_ruleSet.Period}. Fill in the yellow cells only; leave blank what is not known yet; choose or type \"{FormLayout.NotApplicable.En}\" for what does not concern the unit.");
        sheet.StartRow(height: 30).Text(1, remark, FormStyle.Remark).Merge(1, FormStyle.Remark);
    }

    private void WriteUnit(FormSheet sheet, Unit? unit)
    {
        var kind = _ruleSet.UnitKinds.First(choice => choice.Id == _scope.Kind);
        sheet.StartRow(string.Join(FormLayout.KeySeparator, FormLayout.FormKey, FormLayout.Version, _ruleSet.Id, _ruleSet.Version, _ruleSet.Period, _scope.Kind), height: 6);
        foreach (var (id, label) in FormLayout.UnitItems)
        {
            string? known = id switch
            {
                "code" => unit?.Code,
                "name" => unit?.Name,
                "kind" => kind.Label,
                "group" => _ruleSet.Groups.FirstOrDefault(group => group.Id == unit?.Group)?.Label,
                "parent" => unit?.Parent,
                _ => null,
            };
            bool isFixed = id == "kind" || (unit is not null && id is "code" or "name" or "group" or "parent");
            if (id == "group" && _ruleSet.Groups.IsEmpty)
                continue;
            var style = isFixed ? FormStyle.Text : id == "date" ? FormStyle.InputDate : FormStyle.InputText;
            sheet.StartRow(FormLayout.UnitPrefix + id).Text(2, label.In(_ruleSet.Language), FormStyle.Label).Text(4, known, style).Merge(4, style);
            if (id == "group" && !isFixed)
                sheet.AllowList(4, _lists.RangeOf("groups", _ruleSet.Groups.Select(group => group.Label)), label.In(_ruleSet.Language), Text("Chọn khối của đơn vị.", "Choose the unit's group."), Text("Chọn một khối trong danh sách.", "Choose a group of the list."));
            if (id == "date")
                sheet.Allow(4, string.Create(CultureInfo.InvariantCulture, $"AND(ISNUMBER({sheet.Reference(4)}),{sheet.Reference(4)}>36526)"), label.In(_ruleSet.Language), Text("Ngày/tháng/năm, ví dụ 30/10/2024.", "Day/month/year, such as 30/10/2024."), Text("Gõ ngày/tháng/năm, ví dụ 30/10/2024.", "Type day/month/year, such as 30/10/2024."));
        }
    }

    /// <summary>Lets input cells take only what the field allows, or the words for "not applicable".</summary>
    private void Restrict(FormSheet sheet, int column, Field field, int rows, Func<string, string?> cellOf)
    {
        string cell = sheet.Reference(column);
        string prompt = field.Help is { } help ? $"{help} {HowToFill(field)}" : HowToFill(field);
        string error = HowToFill(field);
        string notApplicable = FormLayout.NotApplicable.In(_ruleSet.Language);
        switch (field.Type)
        {
            case FieldType.Text:
                break;
            case FieldType.YesNo:
                sheet.AllowList(column, _lists.RangeOf("yesNo", [FormLayout.Yes.In(_ruleSet.Language), FormLayout.No.In(_ruleSet.Language), notApplicable]), field.Label, prompt, error, rows);
                break;
            case FieldType.Choice:
                sheet.AllowList(column, _lists.RangeOf(field.Id, field.Values.Select(value => value.Label).Append(notApplicable)), field.Label, prompt, error, rows);
                break;
            default:
                var conditions = new List<string> { $"ISNUMBER({cell})" };
                if (field.Type == FieldType.Count)
                    conditions.Add($"{cell}=INT({cell})");
                if (field.Type is FieldType.Count or FieldType.Percent)
                    conditions.Add($"{cell}>=0");
                if (field.Type == FieldType.Date)
                    conditions.Add($"{cell}>36526");
                foreach (var (limit, order) in new[] { (field.AtLeast, ">="), (field.AtMost, "<=") })
                    if (limit?.ConstantNumber() is { } number)
                        conditions.Add(cell + order + number.ToString(CultureInfo.InvariantCulture));
                    else if (limit is not null && cellOf(limit.Text) is { } other)
                        conditions.Add($"OR(NOT(ISNUMBER({other})),{cell}{order}{other})");
                sheet.Allow(column, $"OR(AND({string.Join(',', conditions)}),UPPER({cell})=\"{notApplicable.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}\")", field.Label, prompt, error, rows);
                break;
        }
    }

    private static FormStyle InputStyle(Field field) => field.Type switch
    {
        FieldType.Count or FieldType.Number => FormStyle.InputNumber,
        FieldType.Percent => FormStyle.InputPercent,
        FieldType.Date => FormStyle.InputDate,
        FieldType.Text => FormStyle.InputText,
        _ => FormStyle.Input,
    };

    private string? TypeUnit(Field field) => field.Type switch
    {
        FieldType.Percent => "%",
        FieldType.YesNo => Text("Có/Không", "Yes/No"),
        FieldType.Date => Text("ngày", "date"),
        _ => null,
    };

    private string HowToFill(Field field)
    {
        var text = new StringBuilder(field.Type switch
        {
            FieldType.Count => Text("Số nguyên, từ 0 trở lên.", "A whole number, 0 or more."),
            FieldType.Number => Text("Một số.", "A number."),
            FieldType.Percent => Text("Tỷ lệ phần trăm, ví dụ 95%.", "A percentage, such as 95%."),
            FieldType.YesNo => Text("Chọn Có hoặc Không.", "Choose Yes or No."),
            FieldType.Date => Text("Ngày/tháng/năm, ví dụ 30/10/2024.", "Day/month/year, such as 30/10/2024."),
            FieldType.Choice => Text("Chọn trong danh sách.", "Choose from the list."),
            _ => Text("Văn bản.", "A text."),
        });
        if (field.AtMost is { } most)
            text.Append(Text($" Không lớn hơn: {LabelOf(most, field)}.", $" At most: {LabelOf(most, field)}."));
        if (field.AtLeast is { } least)
            text.Append(Text($" Không nhỏ hơn: {LabelOf(least, field)}.", $" At least: {LabelOf(least, field)}."));
        return text.ToString();
    }

    /// <summary>A limit in words: the label of a field or parameter, a share as a percentage, else as it is written.</summary>
    private string LabelOf(Expression limit, Field field) =>
        _ruleSet.Fields.FirstOrDefault(other => other.Id == limit.Text) is { } other ? other.Label
        : _ruleSet.Parameters.FirstOrDefault(named => named.Id == limit.Text) is { } parameter
            ? (parameter.Label ?? parameter.Id) + (limit.ConstantNumber() is { } number ? $" ({(field.Type == FieldType.Percent ? ValueText.Percent(number, _ruleSet.Language) : Shown(number))})" : "")
        : field.Type == FieldType.Percent && decimal.TryParse(limit.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal share) ? ValueText.Percent(share, _ruleSet.Language)
        : limit.Text;

    private string Shown(decimal points) => ValueText.Number(points, _ruleSet.Language);

    private string Text(string vi, string en) => IsVietnamese ? vi : en;
}
