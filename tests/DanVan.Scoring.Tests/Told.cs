using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Results;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests;

/// <summary>The result of an evaluation, and a unit of it.</summary>
internal static class Told
{
    public static Result Tell(this Evaluation evaluation, DiagnosticBag? findings = null, Language? language = null) =>
        Result.Of(evaluation, findings ?? new DiagnosticBag(), language);

    public static ResultUnit Explain(this Evaluation evaluation, int unit, Language language) =>
        evaluation.Tell(language: language).Find(evaluation.Data.Units[unit].Code)!;
}
