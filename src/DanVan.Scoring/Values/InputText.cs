namespace DanVan.Scoring.Values;

/// <summary>Values in words.</summary>
internal static class InputText
{
    public static string Of(object? value, CellState state, Language language) => (state, value) switch
    {
        (CellState.Missing, _) => language == Language.Vietnamese ? "thiếu" : "missing",
        (CellState.NotApplicable, _) => language == Language.Vietnamese ? "không áp dụng" : "n/a",
        (CellState.Invalid, _) => language == Language.Vietnamese ? "không hợp lệ" : "invalid",
        (_, decimal number) => ValueText.Number(number, language),
        (_, bool yesNo) => (yesNo, language) switch
        {
            (true, Language.Vietnamese) => "có",
            (false, Language.Vietnamese) => "không",
            (true, _) => "yes",
            _ => "no",
        },
        (_, DateOnly date) => ValueText.Date(date, language),
        (_, string text) => $"'{text}'",
        _ => "",
    };
}
