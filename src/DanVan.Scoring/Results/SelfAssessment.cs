using System.Text.Json.Serialization;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Results;

/// <summary>What a unit gave itself for a criterion (tự chấm), beside its final points.</summary>
/// <param name="Code">Code of the unit.</param>
/// <param name="Name">Name of the unit.</param>
/// <param name="Criterion">Id of the criterion.</param>
/// <param name="Self">The unit's own points; of a deduction 0 or less.</param>
/// <param name="Source">Which figure decided the final points.</param>
/// <param name="Final">Final points; null if there are none.</param>
/// <param name="Grounds">Why the panel decided otherwise, by whom, by which document; empty if it did not.</param>
/// <param name="Evidence">The evidence that the unit named; empty if it named none.</param>
public sealed record SelfAssessment(
    string Code, string Name, string Criterion, decimal Self, FigureSource Source, decimal? Final = null, string Grounds = "", string Evidence = "")
{
    /// <summary>The gap (chênh lệch): final minus self; null without final points.</summary>
    [JsonIgnore]
    public decimal? Gap => Final - Self;
}
