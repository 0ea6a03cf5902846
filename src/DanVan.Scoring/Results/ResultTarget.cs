using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Results;

/// <summary>What came of a target.</summary>
public sealed record ResultTarget
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The clause that states it; null if the rule set does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>True if it is to be striven for.</summary>
    public bool Stretch { get; init; }

    /// <summary>True if it is a ceiling.</summary>
    public bool Ceiling { get; init; }

    /// <summary>Share required.</summary>
    public required decimal Required { get; init; }

    /// <summary>Units for which it holds, or the sum of parts.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>Units that count, or the sum of wholes.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>Numerator ÷ denominator; null if the denominator is 0.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>Share reached in the last period; null if that is not known.</summary>
    public decimal? Last { get; init; }

    /// <summary>Whether it was reached.</summary>
    public required TargetVerdict Verdict { get; init; }

    /// <summary>Units that it is about.</summary>
    public int Population { get; init; }

    /// <summary>Codes of the units that do not hold to it.</summary>
    public IReadOnlyList<string> FailingUnits { get; init; } = [];

    /// <summary>Codes of the units without figures.</summary>
    public IReadOnlyList<string> UnitsWithoutFigures { get; init; } = [];
}
