using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Results;

/// <summary>A finding, in the language of the result.</summary>
public sealed record ResultFinding
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it is.</summary>
    public required string Place { get; init; }

    /// <summary>Code of the unit; null if it is not about one unit.</summary>
    public string? Unit { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; null if there is nothing to add.</summary>
    public string? Hint { get; init; }
}
