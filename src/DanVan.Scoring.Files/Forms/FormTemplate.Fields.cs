using DanVan.Scoring.Expressions;
using DanVan.Scoring.Files.Workbooks;
using static DanVan.Scoring.Files.Forms.FormLooks;

namespace DanVan.Scoring.Files.Forms;

/// <summary>What input cells take, and how they say so.</summary>
public sealed partial class FormTemplate
{
    /// <summary>Lets input cells take only what the field allows, or the words for "not applicable".</summary>
    private void Restrict(BookWriter book, SheetWriter sheet, int column, Field field, int rows, Func<string, string?> cellOf)
    {
        if (field.Type == FieldType.Text)
            return;
        string error = HowToFill(field), notApplicable = Text(FormLayout.NotApplicable);
        string? list = field.Type switch
        {
            FieldType.YesNo => book.ListOf("yesNo", [Text(FormLayout.Yes), Text(FormLayout.No), notApplicable]),
            FieldType.Choice => book.ListOf(field.Id, field.Values.Select(value => value.Label).Append(notApplicable)),
            _ => null,
        };
        string prompt = field.Help is { } help ? $"{help} {error}" : error;
        sheet.Allow(column, new CellRule(list ?? Condition(), field.Label, prompt, error, IsList: list is not null), rows);

        string Condition()
        {
            string cell = sheet.At(column);
            var conditions = new List<string> { $"ISNUMBER({cell})" };
            if (field.Type == FieldType.Count)
                conditions.Add($"{cell}=INT({cell})");
            if (field.Type is FieldType.Count or FieldType.Percent)
                conditions.Add($"{cell}>=0");
            if (field.Type == FieldType.Date)
                conditions.Add($"{cell}>36526");
            foreach (var (limit, order) in new[] { (field.AtLeast, ">="), (field.AtMost, "<=") })
                if (limit?.ConstantNumber() is { } number)
                    conditions.Add(cell + order + OfficeText.Number(number));
                else if (limit is not null && cellOf(limit.Text) is { } other)
                    conditions.Add($"OR(NOT(ISNUMBER({other})),{cell}{order}{other})");
            return $"OR(AND({string.Join(',', conditions)}),UPPER({cell})=\"{notApplicable.ToUpper(Vietnamese)}\")";
        }
    }

    private static CellLook InputLook(Field field) => field.Type switch
    {
        FieldType.Count or FieldType.Number => InputNumber,
        FieldType.Percent => InputPercent,
        FieldType.Date => InputDate,
        FieldType.Text => InputText,
        _ => Input,
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
        string text = field.Type switch
        {
            FieldType.Count => Text("Số nguyên, từ 0 trở lên.", "A whole number, 0 or more."),
            FieldType.Number => Text("Một số.", "A number."),
            FieldType.Percent => Text("Tỷ lệ phần trăm, ví dụ 95%.", "A percentage, such as 95%."),
            FieldType.YesNo => Text("Chọn Có hoặc Không.", "Choose Yes or No."),
            FieldType.Date => Text("Ngày/tháng/năm, ví dụ 30/10/2024.", "Day/month/year, such as 30/10/2024."),
            FieldType.Choice => Text("Chọn trong danh sách.", "Choose from the list."),
            _ => Text("Văn bản.", "A text."),
        };
        if (field.AtMost is { } most)
            text += $" {Text("Không lớn hơn", "At most")}: {LabelOf(most, field)}.";
        if (field.AtLeast is { } least)
            text += $" {Text("Không nhỏ hơn", "At least")}: {LabelOf(least, field)}.";
        return text;
    }

    /// <summary>A limit in words: the label of a field or parameter, a share as a percentage, else as it is written.</summary>
    private string LabelOf(Expression limit, Field field)
    {
        string In(decimal number) => field.Type == FieldType.Percent ? ValueText.Percent(number, _ruleSet.Language) : Shown(number);
        return _ruleSet.Fields.FirstOrDefault(other => other.Id == limit.Text) is { } other ? other.Label
            : _ruleSet.Parameters.FirstOrDefault(named => named.Id == limit.Text) is { } parameter
                ? (parameter.Label ?? parameter.Id) + (limit.ConstantNumber() is { } number ? $" ({In(number)})" : "")
            : field.Type == FieldType.Percent
                && decimal.TryParse(limit.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal share) ? In(share)
            : limit.Text;
    }
}
