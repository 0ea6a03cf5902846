using static DanVan.Scoring.Diagnostics.DiagnosticDescriptor;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Findings about filled forms (FM): files (FM500x), the unit (FM501x), what was filled in (FM502x).</summary>
public static class FormDiagnostics
{
    /// <summary>A workbook that is no form.</summary>
    public static readonly DiagnosticDescriptor NotForm = Error("FM5001",
        "Tệp không phải là biểu mẫu do chương trình này lập (các trang tính: {sheets}).",
        "The file is not a form of this program (sheets: {sheets}).",
        "Gửi lại cho đơn vị biểu mẫu đúng (danvan template); đơn vị điền vào chính tệp đó, không chép sang tệp khác.",
        "Send the unit the right form (danvan template); it is to be filled in itself, not copied to another file.");

    /// <summary>A form of another rule set.</summary>
    public static readonly DiagnosticDescriptor OtherRules = Error("FM5002",
        "Biểu mẫu lập từ bộ tiêu chí '{found}', không phải '{expected}'.",
        "The form was made from rule set '{found}', not '{expected}'.",
        "Gửi lại cho đơn vị biểu mẫu của kỳ này.",
        "Send the unit the form of this period.");

    /// <summary>A form of another version of the rule set.</summary>
    public static readonly DiagnosticDescriptor OtherVersion = Warning("FM5003",
        "Biểu mẫu lập từ phiên bản {found} của bộ tiêu chí; nay là {expected}.",
        "The form was made from version {found} of the rule set; it is {expected} now.",
        "Xem thay đổi bằng danvan rules diff; nếu cần, gửi biểu mẫu mới.",
        "Look at what changed with danvan rules diff; send a new form if need be.");

    /// <summary>A file that is passed over.</summary>
    public static readonly DiagnosticDescriptor FileNotRead = Warning("FM5004",
        "Tệp này không được đọc: không phải bảng tính Excel.",
        "The file is not read: it is no Excel workbook.",
        "Nếu là biểu mẫu đã điền, lưu lại dạng .xlsx.",
        "If it is a filled form, save it as .xlsx.");

    /// <summary>Two forms of one unit.</summary>
    public static readonly DiagnosticDescriptor DuplicateForm = Error("FM5011",
        "Đơn vị '{unit}' gửi nhiều biểu: {files}. Không biểu nào được dùng.",
        "Unit '{unit}' sent several forms: {files}. None of them is used.",
        "Hỏi đơn vị biểu nào đúng, chuyển các biểu kia ra khỏi thư mục.",
        "Ask the unit which one holds, and move the others out of the folder.");

    /// <summary>A form for another kind of unit.</summary>
    public static readonly DiagnosticDescriptor OtherKind = Error("FM5012",
        "Biểu mẫu dành cho loại '{found}', nhưng trong danh sách '{unit}' là loại '{expected}'.",
        "The form is for kind '{found}', but in the list of units '{unit}' is of kind '{expected}'.",
        "Kiểm tra mã đơn vị; nếu đúng, gửi lại biểu mẫu của loại '{expected}'.",
        "Check the unit's code; if it is right, send the form for kind '{expected}'.");

    /// <summary>Another name than in the list of units.</summary>
    public static readonly DiagnosticDescriptor OtherName = Warning("FM5013",
        "Biểu ghi tên '{found}', nhưng mã '{unit}' trong danh sách là '{expected}'.",
        "The form says '{found}', but code '{unit}' is '{expected}' in the list of units.",
        "Kiểm tra xem đơn vị có điền nhầm mã không; mã quyết định, không phải tên.",
        "See whether the unit mistook its code; the code decides, not the name.");

    /// <summary>Something that the form does not hold any more.</summary>
    public static readonly DiagnosticDescriptor FieldMissing = Warning("FM5021",
        "Biểu không có dòng cho: {names}; các số liệu này để trống.",
        "The form has no row for: {names}; these figures are left blank.",
        "Gửi lại biểu mẫu mới nếu cần các số liệu này.",
        "Send a new form if these figures are needed.");

    /// <summary>Something that the rule set does not know any more.</summary>
    public static readonly DiagnosticDescriptor FieldUnknown = Warning("FM5022",
        "'{found}' không được dùng: bộ tiêu chí không còn mục '{name}'.",
        "'{found}' is not used: the rule set has no '{name}' any more.",
        "",
        "");

    /// <summary>Evidence for a criterion without points.</summary>
    public static readonly DiagnosticDescriptor EvidenceWithoutPoints = Warning("FM5023",
        "Có minh chứng cho tiêu chí '{name}' nhưng không có điểm tự chấm, nên không được chép lại.",
        "There is evidence for criterion '{name}' but no self-score, so it is not taken over.",
        "Hỏi đơn vị điểm tự chấm của tiêu chí này.",
        "Ask the unit for its own points.");

    /// <summary>Points that the criterion does not allow.</summary>
    public static readonly DiagnosticDescriptor SelfScoreRange = Error("FM5024",
        "Điểm tự chấm của tiêu chí '{name}' là \"{found}\"; cần một số từ 0 đến {max}.",
        "The self-score of criterion '{name}' is \"{found}\"; it is a number from 0 to {max}.",
        "Hỏi lại đơn vị và sửa ô này trong biểu.",
        "Ask the unit and correct the cell in the form.");

    /// <summary>A form that nobody filled in.</summary>
    public static readonly DiagnosticDescriptor BlankForm = Warning("FM5025",
        "Biểu của đơn vị '{unit}' để trống: không có số liệu, điểm tự chấm hay bản ghi nào.",
        "The form of unit '{unit}' is blank: no figure, self-score or record.",
        "Hỏi lại đơn vị; có thể đơn vị gửi nhầm biểu chưa điền.",
        "Ask the unit; it may have sent the form that was not filled in.");

    /// <summary>Something that stands twice with different contents.</summary>
    public static readonly DiagnosticDescriptor EntryRepeated = Error("FM5026",
        "'{name}' có ở nhiều chỗ trong biểu: ở đây là \"{found}\", ở chỗ kia là \"{first}\". Biểu không được dùng.",
        "'{name}' stands more than once in the form: here with \"{found}\", in the other place with \"{first}\". The form is not used.",
        "Hỏi đơn vị chỗ nào đúng, xóa dòng hoặc trang tính thừa (kể cả trang bị ẩn).",
        "Ask the unit which one holds, and delete the other row or sheet (it may be hidden).");

    /// <summary>A figure where the form has no cell for one.</summary>
    public static readonly DiagnosticDescriptor FigureOutside = Error("FM5027",
        "Số liệu \"{found}\" nằm ngoài các ô cần điền của biểu nên không được đọc.",
        "Figure \"{found}\" stands outside the cells that are filled in, so it is not read.",
        "Hỏi đơn vị số này thuộc dòng nào; ghi vào ô nền vàng của dòng đó hoặc xóa đi. | Ô này trong biểu gốc là \"{expected}\".",
        "Ask the unit where it belongs; type it in the yellow cell of that row, or delete it. | The form has \"{expected}\" in this cell.");

    /// <summary>A text that the form does not have.</summary>
    public static readonly DiagnosticDescriptor TextOutside = Warning("FM5028",
        "Ô này có \"{found}\", không phải nội dung của biểu; nội dung này không được đọc.",
        "The cell holds \"{found}\", which is no part of the form; it is not read.",
        "Ô này trong biểu gốc là \"{expected}\". | Xem đơn vị muốn nói gì.",
        "The form has \"{expected}\" in this cell. | See what the unit means.");

    /// <summary>A row with the label of another.</summary>
    public static readonly DiagnosticDescriptor LabelMoved = Error("FM5029",
        "Dòng này mang tên '{found}', nhưng trong biểu gốc là '{expected}': các dòng đã bị xáo trộn. Biểu không được dùng.",
        "The row is labelled '{found}', but in the form it is '{expected}': rows were mixed up. The form is not used.",
        "Gửi lại cho đơn vị biểu mẫu mới; không sắp xếp lại hay chép đè tên các dòng.",
        "Send the unit a new form; labels of rows are not to be sorted or copied over.");

    /// <summary>Cells to be filled in of several rows, merged into one.</summary>
    public static readonly DiagnosticDescriptor EntriesMerged = Error("FM5030",
        "Các ô cần điền từ ô này đến {last} bị gộp làm một: không rõ số liệu thuộc những dòng nào.",
        "The cells to be filled in from here to {last} are merged into one: it is not clear which rows the figure is meant for.",
        "Bỏ gộp ô, rồi điền từng dòng.",
        "Unmerge the cells, then fill in each row.");

    /// <summary>A folder without a single form that can be used.</summary>
    public static readonly DiagnosticDescriptor NoForms = Error("FM5005",
        "Trong {count} tệp của thư mục không có biểu nào dùng được.",
        "None of the {count} files in the folder is a form that can be used.",
        "Chọn thư mục chứa các biểu đơn vị đã điền (lập bằng 'danvan template').",
        "Name the folder with the forms that units filled in (made by 'danvan template').");

    /// <summary>All codes of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        NotForm, OtherRules, OtherVersion, FileNotRead, DuplicateForm, OtherKind, OtherName, FieldMissing, FieldUnknown, EvidenceWithoutPoints, SelfScoreRange, BlankForm,
        EntryRepeated, FigureOutside, TextOutside, LabelMoved, EntriesMerged, NoForms,
    ];
}
