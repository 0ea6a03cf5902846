namespace DanVan.Scoring.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>The input is wrong: nothing is computed from the part concerned, and the program ends with exit code 1.</summary>
    Error,

    /// <summary>The input is usable, but something in it deserves a look before results are published.</summary>
    Warning,

    /// <summary>A remark; nothing needs to change.</summary>
    Hint,
}

/// <summary>Words for <see cref="Severity"/>.</summary>
public static class SeverityWords
{
    /// <summary>Error, warning, hint.</summary>
    public static string In(this Severity severity, Language language) => (severity, language) switch
    {
        (Severity.Error, Language.Vietnamese) => "lỗi",
        (Severity.Error, _) => "error",
        (Severity.Warning, Language.Vietnamese) => "cảnh báo",
        (Severity.Warning, _) => "warning",
        (_, Language.Vietnamese) => "gợi ý",
        _ => "hint",
    };
}
