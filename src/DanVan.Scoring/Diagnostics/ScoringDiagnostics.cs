using static DanVan.Scoring.Diagnostics.DiagnosticDescriptor;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Findings of scoring itself (SC): data that are each fine but give no result together.</summary>
public static class ScoringDiagnostics
{
    /// <summary>A formula that has no result for a unit.</summary>
    public static readonly DiagnosticDescriptor CannotCompute = Error("SC4001",
        "Không tính được '{name}' của đơn vị '{unit}': {detail}. Đơn vị này không được chấm.",
        "'{name}' of unit '{unit}' cannot be computed: {detail}. The unit is not scored.",
        "Kiểm tra các số liệu nêu trên (chia cho 0, số âm, số quá lớn).",
        "Check the figures named (division by zero, negative or too large numbers).");

    /// <summary>A criterion without the data or points it needs.</summary>
    public static readonly DiagnosticDescriptor CriterionMissing = Warning("SC4002",
        "Tiêu chí '{name}' của đơn vị '{unit}' thiếu số liệu: {inputs}.",
        "Criterion '{name}' of unit '{unit}' lacks data: {inputs}.",
        "Bổ sung số liệu; nếu không, bộ tiêu chí quyết định tính thế nào ('missing').",
        "Supply the figures; otherwise the rule set decides how it counts ('missing').");

    /// <summary>A gate that reads missing data.</summary>
    public static readonly DiagnosticDescriptor GatePending = Warning("SC4003",
        "Chưa xếp loại được đơn vị '{unit}': điều kiện khống chế '{name}' cần số liệu còn thiếu.",
        "Unit '{unit}' cannot be rated yet: gate '{name}' needs data that are missing.",
        "Bổ sung số liệu: {inputs}.",
        "Supply the figures: {inputs}.");

    /// <summary>A unit to which nothing applies.</summary>
    public static readonly DiagnosticDescriptor NothingApplies = Warning("SC4004",
        "Không có tiêu chí nào áp dụng cho đơn vị '{unit}': không xếp loại.",
        "No criterion applies to unit '{unit}': it is not rateable.",
        "Kiểm tra 'appliesTo' và exemptions.csv.",
        "Check 'appliesTo' and exemptions.csv.");

    /// <summary>A score that looks like the edge of a rating and is below it.</summary>
    public static readonly DiagnosticDescriptor EdgeHidden = Hint("SC4005",
        "Điểm của đơn vị '{unit}' hiển thị là {shown} nhưng chưa tới {edge}: xếp '{rating}' theo điểm chưa làm tròn.",
        "The score of unit '{unit}' shows as {shown} but is below {edge}: it is rated '{rating}' by the unrounded score.",
        "Nêu rõ khi công bố.",
        "Say so when publishing.");

    /// <summary>A run without a single score.</summary>
    public static readonly DiagnosticDescriptor NobodyScored = Error("SC4006",
        "Không có đơn vị nào được chấm điểm.",
        "No unit could be scored.",
        "Xem các lỗi khác, và 'scoredUnits' của bộ tiêu chí.",
        "See the other findings, and 'scoredUnits' of the rule set.");

    /// <summary>A target with denominator 0.</summary>
    public static readonly DiagnosticDescriptor TargetEmpty = Warning("SC4007",
        "Không đánh giá được chỉ tiêu '{name}': không có đơn vị nào để tính.",
        "Target '{name}' cannot be assessed: there is no unit to count.",
        "Kiểm tra 'among' của chỉ tiêu và số liệu.",
        "Check the target's 'among' and the data.");

    /// <summary>A survey with few forms.</summary>
    public static readonly DiagnosticDescriptor FewForms = Warning("SC4008",
        "Điều tra '{name}' của đơn vị '{unit}': {doubt}; vẫn tính điểm.",
        "Survey '{name}' of unit '{unit}': {doubt}; it counts all the same.",
        "Nêu rõ khi công bố, hoặc thu thêm phiếu.",
        "Say so when publishing, or collect more forms.");

    /// <summary>A folder that holds no result.</summary>
    public static readonly DiagnosticDescriptor NoResult = Error("SC4011",
        "Đây không phải kết quả đầy đủ do phiên bản này của chương trình ghi (cần evaluation.json và run.json).",
        "This is no full result of this version of the program (evaluation.json and run.json are needed).",
        "Chỉ đúng thư mục kết quả (--out) của lần chấm đó, hoặc chạy lại 'danvan score' cho kỳ đó, không dùng --only.",
        "Name the result folder (--out) of that run, or run 'danvan score' for it again, without --only.");

    /// <summary>A result that was changed.</summary>
    public static readonly DiagnosticDescriptor ResultChanged = Error("SC4012",
        "Tệp không còn như khi được ghi: nội dung đã bị sửa hoặc hỏng.",
        "The file is not as it was written: its content was changed or damaged.",
        "Chạy lại 'danvan score' cho kỳ đó.",
        "Run 'danvan score' for that period again.");

    /// <summary>Last period's figures from two sources.</summary>
    public static readonly DiagnosticDescriptor TwoPrevious = Error("SC4013",
        "Có cả '{file}' trong thư mục dữ liệu lẫn --previous.",
        "There is '{file}' in the dataset folder as well as --previous.",
        "Chỉ dùng một nguồn cho số liệu kỳ trước.",
        "Use one source for last period's figures.");

    /// <summary>A result that is not of an earlier period.</summary>
    public static readonly DiagnosticDescriptor PreviousPeriod = Warning("SC4014",
        "Kết quả dùng làm kỳ trước là của năm {found}; bộ tiêu chí này là của năm {period}.",
        "The result taken as last period's is of {found}; this rule set is of {period}.",
        "Kiểm tra lại --previous: thường là kết quả của năm {expected}.",
        "Check --previous: usually it is the result of {expected}.");

    /// <summary>All codes of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        CannotCompute, CriterionMissing, GatePending, NothingApplies, EdgeHidden, NobodyScored,
        TargetEmpty, FewForms, NoResult, ResultChanged, TwoPrevious, PreviousPeriod,
    ];
}
