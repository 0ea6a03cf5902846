namespace DanVan.Scoring.Diagnostics;

/// <summary>How often a kind of finding was reported.</summary>
/// <param name="Descriptor">The kind.</param>
/// <param name="Count">How many there are, those beyond <see cref="DiagnosticBag.MostPerCode"/> included.</param>
/// <param name="Units">How many units the findings that were kept concern; 0 if they concern no single unit.</param>
public sealed record FindingKind(DiagnosticDescriptor Descriptor, int Count, int Units);
