using static DanVan.Scoring.Diagnostics.DiagnosticDescriptor;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Findings about a rule set file (RS): its form (RS10xx), its content (RS11xx).</summary>
public static class RuleSetDiagnostics
{
    // ---- form -----------------------------------------------------------------------------------------------------

    /// <summary>A field that cannot be summed.</summary>
    public static readonly DiagnosticDescriptor MergeForm = Error("RS1127",
        "Trường '{name}' không cộng lại được khi đơn vị sáp nhập.",
        "Field '{name}' cannot be added up when units are merged.",
        "'onMerge': 'sum' chỉ dùng cho trường kiểu count hoặc number; tỷ lệ, ngày, văn bản thì 'notComparable'.",
        "'onMerge': 'sum' goes with type count or number; shares, dates and texts are 'notComparable'.");

    /// <summary>The file holds nothing.</summary>
    public static readonly DiagnosticDescriptor EmptyFile = Error("RS1001",
        "Tệp bộ tiêu chí rỗng.",
        "The rule set file is empty.",
        "Chọn đúng tệp JSON, hoặc khôi phục bản lưu trước.",
        "Name the right JSON file, or restore an earlier copy.");

    /// <summary>The file is not text.</summary>
    public static readonly DiagnosticDescriptor NotText = Error("RS1002",
        "Tệp không phải văn bản UTF-8.",
        "The file is not UTF-8 text.",
        "Bộ tiêu chí là tệp JSON lưu dạng UTF-8; kiểm tra xem có nhầm tệp (Excel, Word, ảnh) không.",
        "A rule set is a JSON file saved as UTF-8; check that it is not another file (Excel, Word, a picture).");

    /// <summary>The file is not JSON.</summary>
    public static readonly DiagnosticDescriptor NotJson = Error("RS1003",
        "Tệp không đúng cú pháp JSON: {detail}",
        "The file is not correct JSON: {detail}",
        "Xem chỗ được đánh dấu: thường thiếu dấu phẩy, dấu ngoặc, dấu nháy, hoặc tệp bị cắt giữa chừng.",
        "Look at the marked place: mostly a comma, bracket or quotation mark is missing, or the file was cut off.");

    /// <summary>Nested too deeply.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error("RS1004",
        "Các dấu ngoặc lồng nhau quá {limit} tầng.",
        "Brackets are nested more than {limit} levels deep.",
        "Một bộ tiêu chí cần chưa tới mười tầng; kiểm tra xem có nhầm tệp không.",
        "A rule set needs fewer than ten levels; check that it is the right file.");

    /// <summary>A file larger than any rule set.</summary>
    public static readonly DiagnosticDescriptor FileTooLarge = Error("RS1005",
        "Tệp có {size} byte; giới hạn là {limit} byte.",
        "The file has {size} bytes; the limit is {limit} bytes.",
        "Kiểm tra xem có nhầm tệp dữ liệu với tệp bộ tiêu chí không.",
        "Check that a data file was not given in place of the rule set.");

    /// <summary>The same key twice in an object.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = Error("RS1006",
        "Khóa '{key}' xuất hiện hai lần trong cùng một đối tượng.",
        "Key '{key}' stands twice in the same object.",
        "Xóa hoặc đổi tên một trong hai.",
        "Remove or rename one of them.");

    /// <summary>A key that does not exist.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = Error("RS1007",
        "Không có khóa '{key}' ở đây.",
        "There is no key '{key}' here.",
        "Có phải là '{suggestion}'? | Các khóa dùng được: {allowed}.",
        "Did you mean '{suggestion}'? | Keys that can stand here: {allowed}.");

    /// <summary>A key that must be there.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error("RS1008",
        "Thiếu khóa '{key}'.",
        "Key '{key}' is missing.",
        "Thêm '{key}' vào đối tượng này.",
        "Add '{key}' to this object.");

    /// <summary>Text where a number belongs, and the like.</summary>
    public static readonly DiagnosticDescriptor WrongKind = Error("RS1009",
        "Tìm thấy {found}, cần {expected}.",
        "Found {found}, expected {expected}.",
        "",
        "");

    /// <summary>A word that is not one of those allowed.</summary>
    public static readonly DiagnosticDescriptor UnknownWord = Error("RS1010",
        "Giá trị '{value}' không thuộc các giá trị dùng được.",
        "'{value}' is not one of the values allowed.",
        "Có phải là '{suggestion}'? | Các giá trị: {allowed}.",
        "Did you mean '{suggestion}'? | Values: {allowed}.");

    // ---- content --------------------------------------------------------------------------------------------------

    /// <summary>Two things with one id.</summary>
    public static readonly DiagnosticDescriptor DuplicateId = Error("RS1101",
        "Mã '{id}' đã được dùng.",
        "Id '{id}' is used already.",
        "Đặt mã khác: mỗi mục, tiêu chí, chỉ tiêu, mức xếp loại phải có mã riêng.",
        "Choose another: every section, criterion, target and rating has an id of its own.");

    /// <summary>An id that cannot be one.</summary>
    public static readonly DiagnosticDescriptor BadId = Error("RS1102",
        "'{id}' không dùng làm mã được.",
        "'{id}' cannot serve as an id.",
        "Mã của trường, tham số gồm chữ cái không dấu, chữ số, gạch dưới và bắt đầu bằng chữ cái; mã tiêu chí có thể có thêm dấu chấm và gạch nối; không trùng từ khóa của biểu thức.",
        "Ids of fields and parameters are letters a–z, digits and underscores and start with a letter; ids of criteria may also hold dots and hyphens; words of the expression language are taken.");

    /// <summary>A clause that names a basis which is not listed.</summary>
    public static readonly DiagnosticDescriptor UnknownBasis = Error("RS1103",
        "Điều khoản '{clause}' viện dẫn '{basis}', không có trong 'basis'.",
        "Clause '{clause}' cites '{basis}', which 'basis' does not list.",
        "Có phải là '{suggestion}'? | Ghi văn bản đó vào 'basis', hoặc sửa điều khoản.",
        "Did you mean '{suggestion}'? | List the document under 'basis', or correct the clause.");

    /// <summary>Something refers to an id that is not defined.</summary>
    public static readonly DiagnosticDescriptor UnknownReference = Error("RS1104",
        "Không có {kind} '{id}'.",
        "There is no {kind} '{id}'.",
        "Có phải là '{suggestion}'? | Định nghĩa '{id}', hoặc sửa lại tên.",
        "Did you mean '{suggestion}'? | Define '{id}', or correct the name.");

    /// <summary>A figure outside its range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error("RS1105",
        "Giá trị {value} nằm ngoài khoảng cho phép: {range}.",
        "Value {value} is outside its range: {range}.",
        "",
        "");

    /// <summary>Children give fewer points than their parent promises.</summary>
    public static readonly DiagnosticDescriptor PointsTooFew = Error("RS1106",
        "'{id}' có điểm tối đa {max} nhưng các mục con cộng lại chỉ {sum}.",
        "'{id}' has a maximum of {max} points, but its parts add up to only {sum}.",
        "Sửa 'maxPoints' của '{id}' hoặc của các mục con cho khớp.",
        "Correct 'maxPoints' of '{id}' or of its parts so that they agree.");

    /// <summary>Children give more points than their parent counts.</summary>
    public static readonly DiagnosticDescriptor PointsCapped = Hint("RS1107",
        "Các mục con của '{id}' cộng lại {sum} điểm, chỉ tính tối đa {max}.",
        "The parts of '{id}' add up to {sum} points; at most {max} count.",
        "Đúng nếu mỗi loại đơn vị có tiêu chí riêng hoặc có mức trần; nếu không, sửa 'maxPoints'.",
        "Right where kinds of units have criteria of their own or a ceiling is meant; otherwise correct 'maxPoints'.");

    /// <summary>The sections do not make the scale.</summary>
    public static readonly DiagnosticDescriptor ScaleMismatch = Error("RS1108",
        "Các mục cộng lại {sum} điểm, nhưng thang điểm là {scale}.",
        "The sections add up to {sum} points, but the scale is {scale}.",
        "Sửa 'maxPoints' của các mục, hoặc 'total.scale'.",
        "Correct 'maxPoints' of the sections, or 'total.scale'.");

    /// <summary>A criterion with neither manner nor parts, or with both.</summary>
    public static readonly DiagnosticDescriptor MannerOrParts = Error("RS1109",
        "Tiêu chí '{id}' phải có 'manner' hoặc 'criteria', và chỉ một trong hai.",
        "Criterion '{id}' needs either 'manner' or 'criteria', and only one of them.",
        "Điểm chỉ đặt ở tiêu chí lá; tiêu chí có mục con thì không có cách chấm riêng.",
        "Points live on leaves: a criterion with parts has no manner of its own.");

    /// <summary>Rating bands out of order.</summary>
    public static readonly DiagnosticDescriptor BandOrder = Error("RS1110",
        "Mức '{id}' bắt đầu từ {from}, không thấp hơn mức đứng trên ({above}).",
        "Rating '{id}' starts at {from}, which is not below the one before it ({above}).",
        "Xếp các mức từ cao xuống thấp; hai mức không được chồng lên nhau.",
        "List ratings from the highest down; two may not overlap.");

    /// <summary>Scores without a rating.</summary>
    public static readonly DiagnosticDescriptor BandGap = Error("RS1111",
        "Điểm dưới {from} không thuộc mức xếp loại nào.",
        "Scores below {from} have no rating.",
        "Mức cuối cùng không có 'from': nó nhận mọi điểm còn lại.",
        "The last rating has no 'from': it takes all that is left.");

    /// <summary>A band without lower edge that is not the last.</summary>
    public static readonly DiagnosticDescriptor BandHidden = Error("RS1112",
        "Mức '{id}' không có 'from' nên che hết các mức đứng sau.",
        "Rating '{id}' has no 'from' and so hides all that come after it.",
        "Ghi 'from' cho mức này, hoặc đưa nó xuống cuối.",
        "Give it a 'from', or move it to the end.");

    /// <summary>Steps of a step table out of order, or not covering all values.</summary>
    public static readonly DiagnosticDescriptor StepOrder = Error("RS1113",
        "Bậc thứ {number}: {fault}",
        "Step {number}: {fault}",
        "Xếp 'from' từ cao xuống thấp; bậc cuối không có 'from' để nhận mọi giá trị còn lại.",
        "List 'from' from high to low; the last step has no 'from', so that it takes all that is left.");

    /// <summary>A rule that says nothing about an event that can be absent.</summary>
    public static readonly DiagnosticDescriptor NeedsRule = Error("RS1114",
        "Cần khóa '{key}' khi có '{because}'.",
        "Key '{key}' is needed when '{because}' is given.",
        "Nói rõ tính thế nào: {allowed}.",
        "Say how it counts: {allowed}.");

    /// <summary>A target with neither share nor part and whole.</summary>
    public static readonly DiagnosticDescriptor TargetForm = Error("RS1115",
        "Chỉ tiêu '{id}': {fault}",
        "Target '{id}': {fault}",
        "Một chỉ tiêu đo bằng 'share' (tỷ lệ đơn vị đạt) hoặc bằng 'part' chia 'whole' (gộp số liệu), và có đúng một trong 'atLeast', 'atMost'.",
        "A target is measured by 'share' (the share of units) or by 'part' over 'whole' (pooled figures), and has exactly one of 'atLeast', 'atMost'.");

    /// <summary>A gate that lacks its rating, or has one it does not use.</summary>
    public static readonly DiagnosticDescriptor GateForm = Error("RS1116",
        "Điều kiện khống chế: {fault}",
        "Gate: {fault}",
        "'at' chỉ dùng với effect 'cap' và phải là mã của một mức xếp loại.",
        "'at' goes with effect 'cap' only, and is the id of a rating.");

    /// <summary>A date that is not one.</summary>
    public static readonly DiagnosticDescriptor BadDate = Error("RS1117",
        "'{value}' không phải là ngày.",
        "'{value}' is not a date.",
        "Viết năm-tháng-ngày, ví dụ 2023-11-01.",
        "Write year-month-day, such as 2023-11-01.");

    /// <summary>The deadline of a timeliness criterion is not a date parameter.</summary>
    public static readonly DiagnosticDescriptor DeadlineForm = Error("RS1118",
        "Thời hạn '{name}': {fault}",
        "Deadline '{name}': {fault}",
        "Thời hạn là một tham số kiểu ngày, có 'inclusive' nói rõ ngày đó còn đúng hạn hay không.",
        "A deadline is a parameter that holds a date and says with 'inclusive' whether that day is still on time.");

    /// <summary>Nothing to score.</summary>
    public static readonly DiagnosticDescriptor NothingToScore = Error("RS1119",
        "Bộ tiêu chí không có {what} nào.",
        "The rule set has no {what}.",
        "Thêm ít nhất một.",
        "Add at least one.");

    /// <summary>An expression that must not depend on units.</summary>
    public static readonly DiagnosticDescriptor NotConstant = Error("RS1120",
        "'{text}' phụ thuộc vào đơn vị; ở đây cần một con số cố định hoặc một tham số.",
        "'{text}' depends on the unit; a fixed number or a parameter is needed here.",
        "Dùng một con số, một tỷ lệ như 60%, hoặc tên tham số.",
        "Use a number, a share such as 60%, or the name of a parameter.");

    /// <summary>Cases that no row of a step table covers.</summary>
    public static readonly DiagnosticDescriptor StepUncovered = Warning("RS1121",
        "Bảng bậc bỏ sót {count} trong {tried} trường hợp đã thử, ví dụ: {examples}.",
        "The step table leaves out {count} of {tried} cases tried, such as: {examples}.",
        "Thêm bậc cho các trường hợp này, hoặc một bậc cuối không có 'when'; đơn vị rơi vào đó sẽ không chấm được.",
        "Add rows for them, or a last row without 'when'; a unit in such a case cannot be scored.");

    /// <summary>Cases that two rows of a step table cover with different points.</summary>
    public static readonly DiagnosticDescriptor StepOverlap = Warning("RS1122",
        "Bậc {first} ({firstPoints} điểm) và bậc {second} ({secondPoints} điểm) chồng nhau, ví dụ: {examples}.",
        "Rows {first} ({firstPoints} points) and {second} ({secondPoints} points) overlap, such as: {examples}.",
        "Bậc đứng trước được tính. Nếu không đúng ý văn bản, đổi thứ tự hoặc viết lại điều kiện.",
        "The one before counts. If that is not what the source means, change the order or the conditions.");

    /// <summary>A row of a step table that no case reaches.</summary>
    public static readonly DiagnosticDescriptor StepUnreachable = Warning("RS1123",
        "Không trường hợp nào trong {tried} trường hợp đã thử rơi vào bậc {number}.",
        "None of the {tried} cases tried falls in row {number}.",
        "Các bậc đứng trước đã che hết bậc này, hoặc điều kiện không thể đúng.",
        "The rows before it cover all of it, or its condition cannot hold.");

    /// <summary>beyondScale on something that is not a bonus.</summary>
    public static readonly DiagnosticDescriptor BonusOnly = Error("RS1124",
        "'{id}' không phải là một điểm thưởng, nên không có 'beyondScale'.",
        "'{id}' is not a bonus, so it has no 'beyondScale'.",
        "Chỉ ghi 'beyondScale' ở mục đứng đầu trong 'bonuses', hoặc ở 'total'.",
        "Write 'beyondScale' on an entry of 'bonuses' itself, or in 'total'.");

    /// <summary>A quota that displaces to a rating which is not lower.</summary>
    public static readonly DiagnosticDescriptor QuotaForm = Error("RS1125",
        "Tỷ lệ khống chế mức '{id}': {fault}",
        "Quota of rating '{id}': {fault}",
        "Đơn vị vượt tỷ lệ phải xuống một mức thấp hơn.",
        "Units beyond the quota go down to a lower rating.");

    /// <summary>A field that cannot come from records.</summary>
    public static readonly DiagnosticDescriptor SourceForm = Error("RS1126",
        "'from': {fault}",
        "'from': {fault}",
        "Trường lấy từ bảng là một số, đếm ('where') hoặc cộng ('sum') các dòng của đơn vị trong bảng.",
        "A field that comes from a table is a number: the unit's records counted ('where') or summed ('sum').");

    /// <summary>The rule set that is extended is not there.</summary>
    public static readonly DiagnosticDescriptor ExtendsMissing = Error("RS1201",
        "Không tìm thấy bộ tiêu chí '{id}' mà bộ này kế thừa.",
        "Rule set '{id}', which this one extends, is not there.",
        "Đặt tệp '{id}.json' cạnh tệp này.",
        "Put the file '{id}.json' beside this one.");

    /// <summary>Rule sets that extend each other in a circle.</summary>
    public static readonly DiagnosticDescriptor ExtendsCycle = Error("RS1202",
        "Các bộ tiêu chí kế thừa nhau thành vòng: {chain}.",
        "These rule sets extend each other in a circle: {chain}.",
        "Một bộ tiêu chí chỉ kế thừa bộ của kỳ trước.",
        "A rule set extends that of an earlier period.");

    /// <summary>A change to something that is not there.</summary>
    public static readonly DiagnosticDescriptor NotThere = Error("RS1203",
        "Bộ tiêu chí được kế thừa không có '{id}'.",
        "The rule set that is extended has no '{id}' here.",
        "Có phải là '{suggestion}'? | Sửa mã, hoặc đưa vào 'add' nếu là mục mới.",
        "Did you mean '{suggestion}'? | Correct the id, or put it under 'add' if it is new.");

    /// <summary>An addition of something that is there.</summary>
    public static readonly DiagnosticDescriptor AlreadyThere = Error("RS1204",
        "Bộ tiêu chí được kế thừa đã có '{id}'.",
        "The rule set that is extended has '{id}' already.",
        "Đưa vào 'change' nếu là sửa đổi, hoặc đặt mã khác.",
        "Put it under 'change' if it is a change, or choose another id.");

    // ---- hints (danvan check) ---------------------------------------------------------------------------------------

    /// <summary>A criterion that cannot change any result.</summary>
    public static readonly DiagnosticDescriptor CriterionIdle = Hint("RS1301",
        "Tiêu chí '{id}' không làm thay đổi kết quả nào: {why}",
        "Criterion '{id}' cannot change any result: {why}",
        "Xem lại điều kiện áp dụng và cách chấm.",
        "Look at where it applies and at its manner.");

    /// <summary>A gate that never fires, or changes nothing.</summary>
    public static readonly DiagnosticDescriptor GateIdle = Hint("RS1302",
        "Điều kiện khống chế '{name}' không có tác dụng: {why}",
        "Gate '{name}' has no effect: {why}",
        "Xem lại 'when', 'effect' và 'at'.",
        "Look at 'when', 'effect' and 'at'.");

    /// <summary>A field that nothing reads.</summary>
    public static readonly DiagnosticDescriptor FieldUnused = Hint("RS1303",
        "Không tiêu chí, chỉ tiêu nào dùng trường '{id}'.",
        "No criterion or target uses field '{id}'.",
        "Bỏ trường này nếu không cần đơn vị báo cáo.",
        "Remove it if units need not report it.");

    /// <summary>A target without clause.</summary>
    public static readonly DiagnosticDescriptor TargetWithoutClause = Hint("RS1304",
        "Chỉ tiêu '{id}' không có căn cứ.",
        "Target '{id}' cites no clause.",
        "Ghi 'clause': văn bản và điều khoản đặt ra chỉ tiêu.",
        "Add 'clause': the document and place that set it.");

    /// <summary>A figure without source.</summary>
    public static readonly DiagnosticDescriptor NoSource = Hint("RS1305",
        "{what} không có căn cứ và không ghi là giả định.",
        "{what} cite no source and are not marked as assumed.",
        "Ghi 'clause', hoặc \"assumed\": true.",
        "Add 'clause', or \"assumed\": true.");

    /// <summary>A rating that no score reaches.</summary>
    public static readonly DiagnosticDescriptor BandUnreachable = Hint("RS1306",
        "Không đơn vị nào đạt được mức '{id}': {why}",
        "No unit can reach rating '{id}': {why}",
        "Sửa 'from' của các mức.",
        "Correct 'from' of the ratings.");

    /// <summary>All codes of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        EmptyFile, NotText, NotJson, TooDeep, FileTooLarge, DuplicateKey, UnknownKey, MissingKey, WrongKind, UnknownWord,
        DuplicateId, BadId, UnknownBasis, UnknownReference, OutOfRange, PointsTooFew, PointsCapped, ScaleMismatch,
        MannerOrParts, BandOrder, BandGap, BandHidden, StepOrder, NeedsRule, TargetForm, GateForm, BadDate, DeadlineForm,
        NothingToScore, NotConstant, StepUncovered, StepOverlap, StepUnreachable,
        BonusOnly, QuotaForm, SourceForm, MergeForm, ExtendsMissing, ExtendsCycle, NotThere, AlreadyThere,
        CriterionIdle, GateIdle, FieldUnused, TargetWithoutClause, NoSource, BandUnreachable,
    ];
}
