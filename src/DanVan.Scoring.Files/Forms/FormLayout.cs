namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Where a form holds what. Column A is hidden and says what its row is; figures stand in column E of every sheet, so a
/// form is still read after rows were moved.
/// </summary>
internal static class FormLayout
{
    /// <summary>Version of the layout; a reader refuses others.</summary>
    public const string Version = "1";

    /// <summary>First part of the key that a form carries; behind it layout, rule set, version, period, kind of unit.</summary>
    public const string FormKey = "danvan-form";

    public const char KeySeparator = ';';
    public const string UnitPrefix = "unit:";
    public const string FieldPrefix = "field:";
    public const string CriterionPrefix = "criterion:";
    public const string RecordsPrefix = "records:";

    public const int KeyColumn = 0;
    public const int OrdinalColumn = 1;
    public const int LabelColumn = 2;
    public const int MeasureColumn = 3;
    public const int ValueColumn = 4;
    public const int EvidenceColumn = 5;
    public const int PreviousColumn = 5;
    public const int FirstRecordColumn = 2;

    /// <summary>Rows for records of a table.</summary>
    public const int RecordRows = 300;

    /// <summary>What identifies a unit, in the order of the form: name of the contract, and label.</summary>
    public static readonly IReadOnlyList<(string Id, LocalText Label)> UnitItems =
    [
        ("code", new("Mã đơn vị", "Unit code")),
        ("name", new("Tên đơn vị", "Unit")),
        ("kind", new("Loại đơn vị", "Kind of unit")),
        ("group", new("Khối", "Group")),
        ("parent", new("Mã đơn vị cấp trên", "Code of the parent unit")),
        ("date", new("Ngày gửi", "Date sent")),
        ("filler", new("Người lập biểu", "Filled in by")),
    ];

    /// <summary>Header of the column with last period's figures.</summary>
    public static readonly LocalText Previous = new("Kỳ trước", "Last period");

    /// <summary>The text of a cell that says that something does not apply.</summary>
    public static readonly LocalText NotApplicable = new("Không áp dụng", "N/A");

    public static readonly LocalText Yes = new("Có", "Yes");

    public static readonly LocalText No = new("Không", "No");
}
