using static DanVan.Scoring.Diagnostics.DiagnosticDescriptor;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Findings about a dataset (DS): its files (DS300x–DS301x), units (DS302x), cells (DS303x–DS304x), appraisal, self-scores and exemptions (DS305x).</summary>
public static class DatasetDiagnostics
{
    /// <summary>A file that every dataset needs is not there.</summary>
    public static readonly DiagnosticDescriptor FileMissing = Error("DS3001",
        "Thư mục dữ liệu không có tệp '{name}'.",
        "The dataset folder has no file '{name}'.",
        "Đặt tên tệp đúng là '{name}' (hoặc .xlsx). | Trong thư mục có: {found}.",
        "Name the file '{name}' (or .xlsx). | The folder holds: {found}.");

    /// <summary>A file without content.</summary>
    public static readonly DiagnosticDescriptor EmptyFile = Error("DS3002",
        "Tệp rỗng.",
        "The file is empty.",
        "Xuất lại tệp từ bảng tính.",
        "Export it from the spreadsheet again.");

    /// <summary>A file that is not text.</summary>
    public static readonly DiagnosticDescriptor NotText = Error("DS3003",
        "Tệp không phải là văn bản CSV ({looksLike}).",
        "The file is not CSV text ({looksLike}).",
        "Nếu là tệp Excel thì đổi đuôi tệp thành .xlsx; nếu không, trong Excel chọn Lưu thành 'CSV UTF-8 (phân cách bằng dấu phẩy)'.",
        "If it is an Excel file, give it the extension .xlsx; else, in Excel choose Save As 'CSV UTF-8 (Comma delimited)'.");

    /// <summary>Text in another encoding.</summary>
    public static readonly DiagnosticDescriptor BadEncoding = Error("DS3004",
        "Tệp không mã hóa UTF-8, cũng không phải tiếng Việt Windows-1258.",
        "The file is not encoded as UTF-8, nor is it Vietnamese in Windows-1258.",
        "Trong Excel chọn Lưu thành 'CSV UTF-8'; trong trình soạn thảo chọn mã hóa UTF-8.",
        "In Excel choose Save As 'CSV UTF-8'; in an editor choose encoding UTF-8.");

    /// <summary>A table without rows.</summary>
    public static readonly DiagnosticDescriptor HeaderOnly = Error("DS3005",
        "Tệp chỉ có dòng tiêu đề, không có dòng dữ liệu nào.",
        "The file has a header and no data rows.",
        "Điền ít nhất một dòng; nếu không dùng tệp này thì xóa nó đi.",
        "Fill in at least one row; remove the file if it is not needed.");

    /// <summary>No delimiter was recognised.</summary>
    public static readonly DiagnosticDescriptor OneColumn = Error("DS3006",
        "Dòng tiêu đề chỉ có một cột: \"{found}\".",
        "The header has only one column: \"{found}\".",
        "Các cột phải cách nhau bằng ';', ',' hoặc tab.",
        "Columns are parted by ';', ',' or tab.");

    /// <summary>A row of another width than the header.</summary>
    public static readonly DiagnosticDescriptor ColumnCount = Error("DS3007",
        "Dòng có {found} ô, dòng tiêu đề có {expected} cột.",
        "The row has {found} cells, the header has {expected} columns.",
        "Dòng này dường như phân cách bằng '{other}' thay vì '{delimiter}'. | Kiểm tra dấu phân cách thừa, thiếu, và các ô có dấu '{delimiter}' phải nằm trong dấu nháy kép.",
        "The row seems to be parted by '{other}' instead of '{delimiter}'. | Look for delimiters too many or too few; a cell that holds '{delimiter}' belongs in quotation marks.");

    /// <summary>A quotation mark without its pair.</summary>
    public static readonly DiagnosticDescriptor UnclosedQuote = Error("DS3008",
        "Dấu nháy kép mở ở dòng này không có dấu đóng.",
        "A quotation mark opened on this line is never closed.",
        "Thêm dấu \" đóng, hoặc xóa dấu \" thừa.",
        "Add the closing \", or remove the one too many.");

    /// <summary>A cell larger than any text of a table.</summary>
    public static readonly DiagnosticDescriptor CellTooLong = Error("DS3009",
        "Một ô dài {length} byte; giới hạn là {limit}.",
        "A cell has {length} bytes; the limit is {limit}.",
        "Rút ngắn ô này; thường là do thiếu dấu nháy hoặc dán nhầm.",
        "Shorten the cell; mostly a quotation mark is missing or something was pasted by mistake.");

    /// <summary>Two delimiters that fit equally.</summary>
    public static readonly DiagnosticDescriptor MixedDelimiters = Error("DS3010",
        "Không rõ dòng tiêu đề phân cách bằng '{first}' hay '{second}'.",
        "The header may be parted by '{first}' or by '{second}'.",
        "Chỉ dùng một dấu phân cách trong cả tệp.",
        "Use one delimiter throughout the file.");

    /// <summary>A column that the table needs.</summary>
    public static readonly DiagnosticDescriptor MissingColumn = Error("DS3011",
        "Thiếu cột '{name}'.",
        "Column '{name}' is missing.",
        "Có phải cột '{suggestion}'? | Các tên cột được nhận: {allowed}.",
        "Is it column '{suggestion}'? | Headers accepted: {allowed}.");

    /// <summary>A column that no field of the rule set has.</summary>
    public static readonly DiagnosticDescriptor UnknownColumn = Warning("DS3012",
        "Cột '{name}' không được dùng.",
        "Column '{name}' is not used.",
        "Bỏ qua nếu là cột ghi chú; nếu không, đặt tên cột theo mã hoặc nhãn của trường.",
        "Ignore this for a column of notes; otherwise name it by a field's id or label.");

    /// <summary>A header close to a field's name.</summary>
    public static readonly DiagnosticDescriptor MisspeltColumn = Error("DS3013",
        "Không có trường '{name}', nhưng có trường gần giống.",
        "There is no field '{name}', but one much like it.",
        "Có phải là '{suggestion}'? Sửa tiêu đề cột.",
        "Did you mean '{suggestion}'? Correct the header.");

    /// <summary>Two columns for one field.</summary>
    public static readonly DiagnosticDescriptor DuplicateColumn = Error("DS3014",
        "Hai cột cùng là '{name}'.",
        "Two columns are both '{name}'.",
        "Xóa hoặc đổi tên một cột.",
        "Remove or rename one.");

    /// <summary>A field that is used but has no column.</summary>
    public static readonly DiagnosticDescriptor FieldWithoutColumn = Warning("DS3015",
        "Không có cột cho trường '{name}' ({label}): mọi đơn vị coi như thiếu số liệu.",
        "There is no column for field '{name}' ({label}): it is missing for every unit.",
        "Thêm cột '{name}' nếu có số liệu.",
        "Add a column '{name}' if there are figures.");

    /// <summary>A table in the dataset folder that nothing reads.</summary>
    public static readonly DiagnosticDescriptor UnusedFile = Warning("DS3016",
        "Tệp '{name}' trong thư mục dữ liệu không được dùng.",
        "File '{name}' in the dataset folder is not used.",
        "Có phải định đặt tên là '{suggestion}'? | Các tệp được đọc: {allowed}.",
        "Was it meant to be '{suggestion}'? | Files that are read: {allowed}.");

    /// <summary>A table of records that is not there.</summary>
    public static readonly DiagnosticDescriptor TableMissing = Error("DS3017",
        "Không có tệp '{name}' ({label}), mà bộ tiêu chí đếm hoặc cộng từ đó.",
        "There is no file '{name}' ({label}), from which the rule set counts or sums.",
        "Thêm tệp '{name}'; nếu không đơn vị nào có dòng nào thì để tệp chỉ có dòng tiêu đề.",
        "Add the file '{name}'; if no unit has a record, leave it with its header only.");

    /// <summary>A column for a field that comes from records.</summary>
    public static readonly DiagnosticDescriptor DerivedColumn = Error("DS3018",
        "Trường '{name}' lấy từ bảng '{table}', nhưng tệp này cũng có cột đó.",
        "Field '{name}' comes from table '{table}', but this file has a column for it as well.",
        "Xóa cột này, hoặc bỏ 'from' của trường: một số liệu chỉ có một nguồn.",
        "Remove the column, or the field's 'from': a figure has one source.");

    /// <summary>A cell that holds what looks like the row below.</summary>
    public static readonly DiagnosticDescriptor SwallowedRow = Error("DS3019",
        "Dấu nháy kép mở ở dòng {first} chỉ đóng ở dòng {last}, nên dòng {last} nằm trong một ô của dòng {first}: \"{found}\".",
        "A quotation mark opened on line {first} is closed on line {last}, so that line {last} stands within a cell of line {first}: \"{found}\".",
        "Xóa dấu nháy kép thừa ở dòng {first} và dòng {last}; nếu đúng là một ô nhiều dòng, thay '{delimiter}' trong ô bằng dấu khác.",
        "Remove the quotation marks too many on lines {first} and {last}; if it is one cell of several lines, put something else for '{delimiter}' in it.");

    /// <summary>A cell with line breaks and separators.</summary>
    public static readonly DiagnosticDescriptor BreakInCell = Warning("DS3020",
        "Ô từ dòng {first} đến dòng {last} chứa cả dấu xuống dòng và dấu phân cách '{delimiter}': \"{found}\".",
        "The cell from line {first} to line {last} holds line breaks and the separator '{delimiter}': \"{found}\".",
        "Kiểm tra xem dấu nháy kép mở ở dòng {first} có phải đóng ngay ở dòng đó không.",
        "See whether the quotation mark opened on line {first} belongs closed on that line.");

    /// <summary>Two files for one table.</summary>
    public static readonly DiagnosticDescriptor TwoFiles = Error("DS3063",
        "Bảng '{name}' có nhiều tệp: {found}.",
        "Table '{name}' has several files: {found}.",
        "Giữ lại tệp đúng: một bảng chỉ có một nguồn.",
        "Keep the right one: a table has one source.");

    /// <summary>A workbook without the table that is looked for.</summary>
    public static readonly DiagnosticDescriptor NoHeader = Error("DS3064",
        "Không tìm thấy dòng tiêu đề trong các trang tính: {sheets}.",
        "No row of headers was found in the sheets: {sheets}.",
        "Đặt tên các cột, trong 60 dòng đầu. Ví dụ: {allowed}.",
        "Name the columns, within the first 60 rows. Such as: {allowed}.");

    /// <summary>Two sheets that fit equally.</summary>
    public static readonly DiagnosticDescriptor TwoSheets = Error("DS3065",
        "Các trang tính này đều có thể là bảng cần đọc: {sheets}.",
        "Each of these sheets may be the table: {sheets}.",
        "Giữ lại một trang, hoặc ẩn các trang kia.",
        "Keep one, or hide the others.");

    /// <summary>A row of a worksheet that is no data.</summary>
    public static readonly DiagnosticDescriptor RowNotUsed = Hint("DS3066",
        "Dòng này không được dùng ({why}): \"{found}\".",
        "This row is not used ({why}): \"{found}\".",
        "Nếu là số liệu của một đơn vị, điền mã đơn vị.",
        "If it holds the figures of a unit, fill in the unit's code.");

    /// <summary>A cell of a worksheet in a column without header.</summary>
    public static readonly DiagnosticDescriptor CellWithoutHeader = Warning("DS3067",
        "Ô \"{found}\" nằm ở cột không có tiêu đề nên không được dùng.",
        "Cell \"{found}\" stands in a column without header and is not used.",
        "Đặt tiêu đề cho cột, hoặc xóa ô.",
        "Give the column a header, or remove the cell.");

    /// <summary>An error value of a worksheet.</summary>
    public static readonly DiagnosticDescriptor ErrorCell = Error("DS3068",
        "Ô chứa lỗi hoặc công thức chưa tính: \"{found}\".",
        "The cell holds an error or a formula that was not computed: \"{found}\".",
        "Sửa công thức và lưu lại trong Excel, hoặc gõ số; để trống nếu chưa có số liệu.",
        "Correct the formula and save in Excel, or type the number; leave it blank if there is no figure yet.");

    /// <summary>A row of the last period that no unit takes.</summary>
    public static readonly DiagnosticDescriptor UnusedPrevious = Warning("DS3044",
        "Số liệu kỳ trước của '{unit}' không được dùng: không đơn vị nào mang mã này hoặc có nó là đơn vị tiền thân.",
        "The last period's figures of '{unit}' are not used: no unit has this code, or has it as a predecessor.",
        "Nếu đơn vị đã sáp nhập hoặc đổi tên, ghi mã cũ vào cột predecessors (đơn vị tiền thân) của đơn vị mới trong units.csv.",
        "If the unit was merged or renamed, put its code in the column predecessors of the new unit in units.csv.");

    /// <summary>A predecessor of several units.</summary>
    public static readonly DiagnosticDescriptor SplitPredecessor = Hint("DS3045",
        "Số liệu kỳ trước của '{unit}' thuộc về nhiều đơn vị: {units}; các đơn vị này không so sánh được với kỳ trước.",
        "The last period's figures of '{unit}' belong to several units: {units}; these cannot be compared with the last period.",
        "Nếu chỉ một đơn vị tiếp nối, xóa mã này khỏi cột predecessors của các đơn vị khác.",
        "If one unit alone continues it, remove the code from the column predecessors of the others.");

    /// <summary>Text in a code of before Unicode.</summary>
    public static readonly DiagnosticDescriptor LegacyText = Error("DS3070",
        "Chữ được gõ bằng bảng mã cũ {code}: \"{found}\" (nghĩa là \"{meaning}\").",
        "The text is written in the old code {code}: \"{found}\" (that is \"{meaning}\").",
        "Chuyển sang Unicode, ví dụ bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi lưu lại.",
        "Convert it to Unicode, such as with the converter of UniKey (Ctrl+Shift+F6), and save it again.");

    /// <summary>An old workbook.</summary>
    public static readonly DiagnosticDescriptor OldWorkbook = Hint("DS3069",
        "Tệp Excel cũ (.xls): ô có lỗi như #DIV/0! được đọc như ô trống.",
        "An old Excel file (.xls): cells with errors such as #DIV/0! are read as blank.",
        "Nên lưu lại dạng .xlsx để các ô lỗi được nêu rõ.",
        "Better save it as .xlsx, so that such cells are named.");

    /// <summary>Two units with one code.</summary>
    public static readonly DiagnosticDescriptor DuplicateUnit = Error("DS3021",
        "Mã đơn vị '{unit}' xuất hiện hai lần.",
        "Unit code '{unit}' stands twice.",
        "Mỗi đơn vị một dòng, mỗi mã một đơn vị.",
        "One row a unit, one unit a code.");

    /// <summary>A code that the list of units does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownUnit = Error("DS3022",
        "Không có đơn vị mang mã '{unit}' trong danh sách đơn vị.",
        "There is no unit with code '{unit}' in the list of units.",
        "Có phải là '{suggestion}'? | Thêm đơn vị vào units.csv, hoặc sửa mã.",
        "Did you mean '{suggestion}'? | Add the unit to units.csv, or correct the code.");

    /// <summary>Codes without the zeros at their start.</summary>
    public static readonly DiagnosticDescriptor ShortCode = Hint("DS3046",
        "Mã '{found}' được hiểu là '{unit}', mất số 0 ở đầu; {count} mã của tệp này như vậy.",
        "Code '{found}' is taken for '{unit}', whose zeros were lost; {count} codes of this file are like that.",
        "Trong Excel, định dạng cột mã là Văn bản (Text) trước khi nhập.",
        "In Excel, give the column of codes the format Text before filling it in.");

    /// <summary>A kind that the rule set does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownKind = Error("DS3023",
        "Không có loại đơn vị '{value}'.",
        "There is no kind of unit '{value}'.",
        "Có phải là '{suggestion}'? | Các loại: {allowed}.",
        "Did you mean '{suggestion}'? | Kinds: {allowed}.");

    /// <summary>A group that the rule set does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownGroup = Error("DS3024",
        "Không có khối '{value}'.",
        "There is no group '{value}'.",
        "Có phải là '{suggestion}'? | Các khối: {allowed}.",
        "Did you mean '{suggestion}'? | Groups: {allowed}.");

    /// <summary>A parent that is not listed.</summary>
    public static readonly DiagnosticDescriptor UnknownParent = Error("DS3025",
        "Đơn vị cấp trên '{value}' không có trong danh sách đơn vị.",
        "The parent unit '{value}' is not in the list of units.",
        "Có phải là '{suggestion}'? | Thêm đơn vị đó, hoặc để trống ô này.",
        "Did you mean '{suggestion}'? | Add that unit, or leave the cell blank.");

    /// <summary>A cell that must be filled.</summary>
    public static readonly DiagnosticDescriptor BlankCell = Error("DS3026",
        "Ô '{name}' để trống.",
        "Cell '{name}' is blank.",
        "Điền ô này.",
        "Fill it in.");

    /// <summary>Two rows of results for one unit.</summary>
    public static readonly DiagnosticDescriptor DuplicateRow = Error("DS3027",
        "Đơn vị '{unit}' có hai dòng số liệu; đơn vị này không được chấm.",
        "Unit '{unit}' has two rows of results; it is not scored.",
        "Giữ lại một dòng.",
        "Keep one of them.");

    /// <summary>A unit that is to be scored and did not report.</summary>
    public static readonly DiagnosticDescriptor NoResults = Warning("DS3028",
        "Đơn vị '{unit}' ({name}) không có số liệu (không có dòng, hoặc dòng để trống); đơn vị này không được chấm.",
        "Unit '{unit}' ({name}) has no results (no row, or a blank one); it is not scored.",
        "Đôn đốc đơn vị báo cáo, hoặc bỏ đơn vị khỏi danh sách. Chỉ có điểm hay số liệu của hội đồng thì chưa đủ để chấm.",
        "Ask the unit to report, or remove it from the list. Points or figures of the panel alone do not make a score.");

    /// <summary>A scored unit without group or parent, where ranking needs it.</summary>
    public static readonly DiagnosticDescriptor NoRankingKey = Error("DS3029",
        "Đơn vị '{unit}' được chấm điểm nhưng không có {key} để xếp hạng, so sánh.",
        "Unit '{unit}' is scored but has no {key} to be ranked or compared in.",
        "Điền cột đó trong units.csv.",
        "Fill in that column of units.csv.");

    /// <summary>Text where a number belongs.</summary>
    public static readonly DiagnosticDescriptor NotNumber = Error("DS3031",
        "\"{found}\" không phải là số.",
        "\"{found}\" is not a number.",
        "Viết chữ số, ví dụ 1234 hoặc 86,5; để trống nếu chưa có số liệu; ghi 'không áp dụng' nếu không áp dụng.",
        "Write digits, such as 1234 or 86.5; leave it blank if there is no figure yet; write 'n/a' if it does not apply.");

    /// <summary>A fraction where a count belongs.</summary>
    public static readonly DiagnosticDescriptor NotWholeNumber = Error("DS3032",
        "\"{found}\" không phải là số nguyên.",
        "\"{found}\" is not a whole number.",
        "Trường này là số đếm.",
        "This field is a count.");

    /// <summary>A number beyond the limits.</summary>
    public static readonly DiagnosticDescriptor NumberTooLarge = Error("DS3033",
        "\"{found}\" quá lớn hoặc quá nhỏ.",
        "\"{found}\" is too large or too small.",
        "Tối đa 15 chữ số phần nguyên; số khác 0 phải lớn hơn nửa phần tỷ, nếu không sẽ bị làm tròn thành 0.",
        "At most 15 digits before the decimal sign; a number that is not 0 is larger than half a billionth, or it would be rounded to 0.");

    /// <summary>A negative count.</summary>
    public static readonly DiagnosticDescriptor NegativeCount = Error("DS3034",
        "\"{found}\" nhỏ hơn 0.",
        "\"{found}\" is below 0.",
        "Số đếm và tỷ lệ không âm.",
        "Counts and percentages are not negative.");

    /// <summary>A column whose decimal sign cannot be told.</summary>
    public static readonly DiagnosticDescriptor AmbiguousColumn = Error("DS3035",
        "Cột này có thể đọc theo hai cách: \"{found}\" là {first} hoặc {second}.",
        "This column can be read in two ways: \"{found}\" is {first} or {second}.",
        "Nói rõ bằng --decimal comma hoặc --decimal point; hoặc viết số không có dấu ngăn hàng nghìn, ví dụ 1000, "
        + "hoặc số lẻ có một, hai chữ số thập phân, ví dụ 1,5.",
        "Say it with --decimal comma or --decimal point; or write numbers without thousands marks, such as 1000, "
        + "or decimals with one or two digits, such as 1.5.");

    /// <summary>A column with both decimal signs.</summary>
    public static readonly DiagnosticDescriptor MixedDecimalSigns = Error("DS3036",
        "Cột này lẫn dấu phẩy và dấu chấm thập phân: \"{first}\" và \"{second}\".",
        "This column mixes decimal comma and decimal point: \"{first}\" and \"{second}\".",
        "Dùng một kiểu cho cả cột.",
        "Use one of them throughout the column.");

    /// <summary>Text where a date belongs.</summary>
    public static readonly DiagnosticDescriptor NotDate = Error("DS3037",
        "\"{found}\" không phải là ngày.",
        "\"{found}\" is not a date.",
        "Viết ngày/tháng/năm, ví dụ 01/11/2023, hoặc năm-tháng-ngày, ví dụ 2023-11-01.",
        "Write day/month/year, such as 01/11/2023, or year-month-day, such as 2023-11-01.");

    /// <summary>Text where yes or no belongs.</summary>
    public static readonly DiagnosticDescriptor NotYesNo = Error("DS3038",
        "\"{found}\" không phải là có hoặc không.",
        "\"{found}\" is neither yes nor no.",
        "Viết 'có' hoặc 'không'.",
        "Write 'có' (yes) or 'không' (no).");

    /// <summary>A value that the field's list does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownChoice = Error("DS3039",
        "\"{found}\" không thuộc các giá trị của trường này.",
        "\"{found}\" is not one of this field's values.",
        "Có phải là '{suggestion}'? | Các giá trị: {allowed}.",
        "Did you mean '{suggestion}'? | Values: {allowed}.");

    /// <summary>Percentages without sign, all at most 1.</summary>
    public static readonly DiagnosticDescriptor AmbiguousPercent = Error("DS3040",
        "Không rõ \"{found}\" là {first} hay {second}.",
        "It is not clear whether \"{found}\" is {first} or {second}.",
        "Viết cả dấu %, ví dụ 95%.",
        "Write the percent sign, such as 95%.");

    /// <summary>A value below its limit.</summary>
    public static readonly DiagnosticDescriptor BelowLeast = Error("DS3041",
        "{value} nhỏ hơn mức thấp nhất {limit} ({expression}).",
        "{value} is below the least value {limit} ({expression}).",
        "Kiểm tra lại số liệu của đơn vị.",
        "Check the unit's figures.");

    /// <summary>A value above its limit, such as more briefed than there are.</summary>
    public static readonly DiagnosticDescriptor AboveMost = Error("DS3042",
        "{value} lớn hơn mức cao nhất {limit} ({expression}).",
        "{value} is above the largest value {limit} ({expression}).",
        "Kiểm tra lại số liệu của đơn vị.",
        "Check the unit's figures.");

    /// <summary>A record of which it cannot be told whether it counts.</summary>
    public static readonly DiagnosticDescriptor RecordUndecided = Warning("DS3043",
        "Không rõ dòng này có được tính vào '{field}' ({label}) hay không vì có ô để trống: trường đó coi như thiếu số liệu.",
        "It cannot be told whether this record counts in '{field}' ({label}), as a cell is blank: the field is missing.",
        "Điền các ô của dòng này.",
        "Fill in the cells of this row.");

    /// <summary>An entry for something that the rule set does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownItem = Error("DS3051",
        "Không có tiêu chí hay trường '{name}'.",
        "There is no criterion or field '{name}'.",
        "Có phải là '{suggestion}'? | Sửa lại mã.",
        "Did you mean '{suggestion}'? | Correct the id.");

    /// <summary>Points for a node that is not a leaf.</summary>
    public static readonly DiagnosticDescriptor NotALeaf = Error("DS3052",
        "'{name}' có tiêu chí con nên không chấm trực tiếp.",
        "'{name}' has parts and gets no points of its own.",
        "Chấm từng tiêu chí con.",
        "Give points to its parts.");

    /// <summary>Points below 0 or above the maximum.</summary>
    public static readonly DiagnosticDescriptor PointsOutOfRange = Error("DS3053",
        "{points} điểm nằm ngoài khoảng 0 đến {max} của '{name}'.",
        "{points} points are outside 0 to {max} of '{name}'.",
        "Sửa lại điểm.",
        "Correct the points.");

    /// <summary>An appraisal without reason.</summary>
    public static readonly DiagnosticDescriptor ReasonMissing = Error("DS3054",
        "Thẩm định '{name}' không ghi lý do.",
        "The appraisal of '{name}' gives no reason.",
        "Mỗi thay đổi phải có lý do.",
        "Every change needs a reason.");

    /// <summary>Two entries for one thing.</summary>
    public static readonly DiagnosticDescriptor DuplicateEntry = Error("DS3055",
        "Đơn vị '{unit}' có hai dòng cho '{name}'.",
        "Unit '{unit}' has two entries for '{name}'.",
        "Giữ lại một dòng.",
        "Keep one of them.");

    /// <summary>An exemption and points for one criterion.</summary>
    public static readonly DiagnosticDescriptor ExemptAndAppraised = Error("DS3056",
        "'{name}' của đơn vị '{unit}' vừa được miễn vừa được chấm điểm.",
        "'{name}' of unit '{unit}' is both exempted and given points.",
        "Giữ lại một trong hai.",
        "Keep one of the two.");

    /// <summary>Not applicable without anybody who allowed it.</summary>
    public static readonly DiagnosticDescriptor ExemptionMissing = Error("DS3057",
        "Ô ghi 'không áp dụng' nhưng exemptions.csv không có dòng nào cho phép đơn vị '{unit}'.",
        "The cell says 'not applicable', but exemptions.csv has no entry that allows it for unit '{unit}'.",
        "Thêm dòng vào exemptions.csv (ai cho phép, vì sao) cho một tiêu chí dùng trường này, hoặc điền số liệu.",
        "Add an entry to exemptions.csv (who allowed it, and why) for a criterion that uses this field, or fill in the figure.");

    /// <summary>Points for a criterion that does not apply.</summary>
    public static readonly DiagnosticDescriptor DoesNotApply = Error("DS3058",
        "Tiêu chí '{name}' không áp dụng cho đơn vị '{unit}', nhưng có điểm.",
        "Criterion '{name}' does not apply to unit '{unit}', but it is given points.",
        "Bỏ dòng này, hoặc sửa 'appliesTo' của tiêu chí.",
        "Remove the entry, or correct the criterion's 'appliesTo'.");

    /// <summary>An expectation of a case that is neither a figure nor a word that is known.</summary>
    public static readonly DiagnosticDescriptor BadExpectation = Error("DS3061",
        "Không hiểu kết quả mong đợi \"{found}\".",
        "The expectation \"{found}\" is not understood.",
        "Viết một số như 4,5; 'thiếu', 'không áp dụng', 'lỗi' cho tiêu chí; 'không chấm' cho tổng điểm; tên hoặc mã mức xếp loại cho xếp loại.",
        "Write a figure such as 4.5; 'missing', 'n/a', 'invalid' for a criterion; 'not scored' for the total; the name or id of a rating for the rating.");

    /// <summary>A file that is no workbook.</summary>
    public static readonly DiagnosticDescriptor NotWorkbook = Error("DS3071",
        "Tệp không phải là bảng tính .xlsx đọc được: {fault}",
        "The file is not a workbook (.xlsx) that can be read: {fault}",
        "Mở tệp bằng Excel và lưu lại dạng .xlsx, không đặt mật khẩu.",
        "Open it in Excel and save it as .xlsx, without a password.");

    /// <summary>A workbook without a table of criteria.</summary>
    public static readonly DiagnosticDescriptor NoCriteriaTable = Error("DS3072",
        "Không tìm thấy bảng tiêu chí: không có dòng tiêu đề nào gồm TT, nội dung và điểm. Các trang tính: {sheets}.",
        "There is no table of criteria: no row has headers for TT, content and points. Sheets: {sheets}.",
        "Đặt tiêu đề các cột là 'TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'.",
        "Name the columns 'TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'.");

    /// <summary>A row of a table of criteria that could not be read in full.</summary>
    public static readonly DiagnosticDescriptor CriteriaRow = Warning("DS3073",
        "{fault}",
        "{fault}",
        "Bổ sung trong tệp bộ tiêu chí.",
        "Complete it in the rule set.");

    /// <summary>One figure for all units.</summary>
    public static readonly DiagnosticDescriptor ConstantColumn = Hint("DS3091",
        "Cả {count} đơn vị có cùng một số liệu {value} ở '{label}'.",
        "All {count} units have the same figure {value} for '{label}'.",
        "Kiểm tra xem cột có bị sao chép xuống các dòng không.",
        "Check whether it was copied down the column.");

    /// <summary>A figure far from last period's.</summary>
    public static readonly DiagnosticDescriptor LeapFromPrevious = Hint("DS3092",
        "{value} {leap} so với kỳ trước ({last}).",
        "{value} is {leap} of the last period's {last}.",
        "Kiểm tra xem có thừa hay thiếu chữ số, hoặc nhầm đơn vị tính không.",
        "Check for a digit too many or too few, or another unit of measure.");

    /// <summary>A share that may be a fraction.</summary>
    public static readonly DiagnosticDescriptor ShareAsFraction = Hint("DS3093",
        "{value} rất nhỏ so với các đơn vị khác (ở giữa là {median}); có thể muốn ghi {meant}.",
        "{value} is far below the other units (the middle one has {median}); perhaps {meant} was meant.",
        "Nếu đúng là phân số, ghi {meant}.",
        "If a fraction was written, write {meant}.");

    /// <summary>More than the whole.</summary>
    public static readonly DiagnosticDescriptor ShareAboveWhole = Hint("DS3094",
        "{value} lớn hơn 100%.",
        "{value} is above 100%.",
        "Kiểm tra lại; nếu không thể quá 100%, đặt 'atMost' cho trường này trong bộ tiêu chí.",
        "Check it; if it cannot be more than 100%, give the field an 'atMost' in the rule set.");

    /// <summary>A number longer than those for which every formula is exact.</summary>
    public static readonly DiagnosticDescriptor LongNumber = Hint("DS3095",
        "\"{found}\" có hơn {limit} chữ số.",
        "\"{found}\" has more than {limit} digits.",
        "Kiểm tra lại (Excel cũng chỉ giữ 15 chữ số); phép so sánh có chia cho số này có thể lệch ở chữ số thập phân thứ chín.",
        "Check it (Excel too keeps only 15 digits); a formula that divides with it and compares may be off in the ninth decimal.");

    /// <summary>Numbers with more decimals than are kept.</summary>
    public static readonly DiagnosticDescriptor Rounded = Hint("DS3096",
        "{count} ô của cột này có hơn {limit} chữ số thập phân, như \"{found}\"; được làm tròn đến {limit} chữ số.",
        "{count} cells of this column have more than {limit} decimals, such as \"{found}\"; they are rounded to {limit}.",
        "",
        "");

    /// <summary>All codes of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        TwoFiles, NoHeader, TwoSheets, RowNotUsed, CellWithoutHeader, ErrorCell, UnusedPrevious, SplitPredecessor, LegacyText, OldWorkbook, NotWorkbook, NoCriteriaTable, CriteriaRow, BadExpectation, FileMissing, TableMissing, DerivedColumn, RecordUndecided, EmptyFile, NotText, BadEncoding, HeaderOnly, OneColumn,
        ColumnCount, UnclosedQuote, SwallowedRow, BreakInCell, CellTooLong, MixedDelimiters, MissingColumn, UnknownColumn,
        MisspeltColumn, DuplicateColumn, FieldWithoutColumn, UnusedFile, DuplicateUnit, UnknownUnit, ShortCode,
        UnknownKind, UnknownGroup, UnknownParent, BlankCell, DuplicateRow, NoResults,
        NoRankingKey, NotNumber, NotWholeNumber, NumberTooLarge, NegativeCount, AmbiguousColumn,
        MixedDecimalSigns, NotDate, NotYesNo, UnknownChoice, AmbiguousPercent, BelowLeast,
        AboveMost, UnknownItem, NotALeaf, PointsOutOfRange, ReasonMissing, DuplicateEntry,
        ExemptAndAppraised, ExemptionMissing, DoesNotApply,
        ConstantColumn, LeapFromPrevious, ShareAsFraction, ShareAboveWhole, LongNumber, Rounded,
    ];
}
