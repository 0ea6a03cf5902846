using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>Whether a target was reached.</summary>
public enum TargetVerdict
{
    /// <summary>Met (đạt).</summary>
    Met,

    /// <summary>Not met (không đạt).</summary>
    NotMet,

    /// <summary>There was nothing to measure.</summary>
    NotAssessed,
}

/// <summary>What came of a target.</summary>
public sealed record TargetResult
{
    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>Units for which the condition holds, or the sum of the parts.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>Units that count, or the sum of the wholes.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>Numerator ÷ denominator, as it is compared: to nine decimals, half away from zero; null if the denominator is 0.</summary>
    public decimal? Achieved => Denominator == 0 ? null : Rounding.ForComparison(Numerator / Denominator);

    /// <summary>Whether it was reached.</summary>
    public required TargetVerdict Verdict { get; init; }

    /// <summary>Units the target is about: met + not met + without figures.</summary>
    public required int Population { get; init; }

    /// <summary>
    /// Indexes of the units that do not hold to it: those for which the condition does not hold, or whose own part falls
    /// short of (for a ceiling: passes) the share required.
    /// </summary>
    public required ImmutableArray<int> FailingUnits { get; init; }

    /// <summary>Indexes of the units without figures; whether they count is the target's rule.</summary>
    public required ImmutableArray<int> UnitsWithoutFigures { get; init; }
}
