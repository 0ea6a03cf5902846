using static DanVan.Scoring.Diagnostics.DiagnosticDescriptor;

namespace DanVan.Scoring.Diagnostics;

/// <summary>Findings about expressions (EX).</summary>
public static class ExpressionDiagnostics
{
    /// <summary>A character that means nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownCharacter = Error("EX2001",
        "Ký tự '{found}' không có nghĩa trong biểu thức.",
        "Character '{found}' means nothing in an expression.",
        "Dùng các phép + - * /, so sánh = != < <= > >=, và and or not in.",
        "Use + - * /, the comparisons = != < <= > >=, and and or not in.");

    /// <summary>A decimal comma.</summary>
    public static readonly DiagnosticDescriptor DecimalComma = Error("EX2002",
        "'{found}' viết theo dấu phẩy thập phân.",
        "'{found}' looks like a number with a decimal comma.",
        "Trong biểu thức viết {suggestion}; nếu là hai giá trị riêng, để một dấu cách sau dấu phẩy.",
        "In expressions write {suggestion}; for two separate values, put a space after the comma.");

    /// <summary>Text without closing quote.</summary>
    public static readonly DiagnosticDescriptor OpenText = Error("EX2003",
        "Đoạn chữ bắt đầu ở đây không có dấu nháy đóng.",
        "The text that starts here has no closing quote.",
        "Thêm dấu ' ở cuối đoạn chữ; dấu ' bên trong viết hai lần.",
        "Add a ' at its end; a ' within it is written twice.");

    /// <summary>A number or date that cannot be read.</summary>
    public static readonly DiagnosticDescriptor BadNumber = Error("EX2004",
        "'{found}' không phải là số hoặc ngày hợp lệ.",
        "'{found}' is not a valid number or date.",
        "Số viết như 12, 0.5 hoặc 60% (tối đa 15 chữ số phần nguyên, 9 chữ số thập phân); ngày viết 2023-11-01.",
        "Numbers are written 12, 0.5 or 60% (at most 15 digits before and 9 after the point), dates 2023-11-01.");

    /// <summary>Something else should stand here.</summary>
    public static readonly DiagnosticDescriptor Unexpected = Error("EX2005",
        "Tìm thấy {found}, cần {expected}.",
        "Found {found}, expected {expected}.",
        "",
        "");

    /// <summary>A name that is not defined.</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error("EX2006",
        "Không có trường hay tham số '{name}'.",
        "There is no field or parameter '{name}'.",
        "Có phải là '{suggestion}'? | Khai báo nó trong 'fields' hoặc 'parameters', hoặc sửa tên.",
        "Did you mean '{suggestion}'? | Declare it under 'fields' or 'parameters', or correct the name.");

    /// <summary>A name that exists only in a wider scope.</summary>
    public static readonly DiagnosticDescriptor OutOfScope = Error("EX2007",
        "'{name}' chưa có ở bước này.",
        "'{name}' is not known at this step.",
        "points, maxPoints, total dùng được trong 'gates' và 'tieBreak'; rating, rank chỉ dùng được trong 'targets'.",
        "points, maxPoints and total can be used in 'gates' and 'tieBreak'; rating and rank only in 'targets'.");

    /// <summary>A function that does not exist.</summary>
    public static readonly DiagnosticDescriptor UnknownFunction = Error("EX2008",
        "Không có hàm '{name}'.",
        "There is no function '{name}'.",
        "Có phải là '{suggestion}'? | Các hàm: {allowed}.",
        "Did you mean '{suggestion}'? | Functions: {allowed}.");

    /// <summary>Wrong count of arguments.</summary>
    public static readonly DiagnosticDescriptor ArgumentCount = Error("EX2009",
        "Hàm '{name}' cần {expected} giá trị, tìm thấy {found}.",
        "Function '{name}' takes {expected} values, found {found}.",
        "",
        "");

    /// <summary>A value of the wrong type.</summary>
    public static readonly DiagnosticDescriptor WrongType = Error("EX2010",
        "Ở đây cần {expected}, nhưng '{text}' là {found}.",
        "Expected {expected} here, but '{text}' is {found}.",
        "",
        "");

    /// <summary>A text compared with a list that does not hold it.</summary>
    public static readonly DiagnosticDescriptor UnknownTextValue = Error("EX2011",
        "'{value}' không thuộc các giá trị của '{name}', nên không bao giờ bằng.",
        "'{value}' is not one of the values of '{name}', so they can never be equal.",
        "Có phải là '{suggestion}'? | Các giá trị: {allowed}.",
        "Did you mean '{suggestion}'? | Values: {allowed}.");

    /// <summary>Too long.</summary>
    public static readonly DiagnosticDescriptor TooLong = Error("EX2012",
        "Biểu thức dài {length} ký tự; giới hạn là {limit}.",
        "The expression has {length} characters; the limit is {limit}.",
        "Chia thành nhiều tiêu chí nhỏ hơn.",
        "Divide it into smaller criteria.");

    /// <summary>Nested too deeply.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error("EX2013",
        "Biểu thức lồng nhau quá {limit} tầng.",
        "The expression is nested more than {limit} levels deep.",
        "Chia thành nhiều tiêu chí nhỏ hơn.",
        "Divide it into smaller criteria.");

    /// <summary>An empty expression.</summary>
    public static readonly DiagnosticDescriptor Empty = Error("EX2014",
        "Biểu thức rỗng.",
        "The expression is empty.",
        "Viết một biểu thức, hoặc xóa khóa này.",
        "Write an expression, or remove the key.");

    /// <summary>A fixed value divided by zero.</summary>
    public static readonly DiagnosticDescriptor ConstantFault = Error("EX2015",
        "'{text}' không tính được: {fault}",
        "'{text}' cannot be computed: {fault}",
        "Sửa con số hoặc tham số.",
        "Correct the number or parameter.");

    /// <summary>All codes of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        UnknownCharacter, DecimalComma, OpenText, BadNumber, Unexpected, UnknownName, OutOfScope, UnknownFunction,
        ArgumentCount, WrongType, UnknownTextValue, TooLong, TooDeep, Empty, ConstantFault,
    ];
}
