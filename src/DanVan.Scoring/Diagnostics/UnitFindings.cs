namespace DanVan.Scoring.Diagnostics;

/// <summary>The findings about one unit.</summary>
/// <param name="Code">Code of the unit, as the files write it; null for findings that concern no single unit.</param>
/// <param name="Findings">The findings, the heaviest first.</param>
public sealed record UnitFindings(string? Code, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>How many of a weight there are.</summary>
    public int CountOf(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
