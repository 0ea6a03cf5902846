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
