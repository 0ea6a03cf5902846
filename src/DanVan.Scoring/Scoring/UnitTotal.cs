using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>How the total of one unit is made of its points.</summary>
/// <param name="Base">Points of the sections, after the rule for what does not apply.</param>
/// <param name="Bonus">Points of the bonuses.</param>
/// <param name="Deduction">Points of the deductions; 0 or less.</param>
/// <param name="Applicable">The part of the scale that applies.</param>
/// <param name="Score">The score as shown.</param>
/// <param name="Comparable">The score on the full scale.</param>
internal readonly record struct UnitTotal(
    decimal Base, decimal Bonus, decimal Deduction, decimal Applicable, decimal Score, decimal Comparable)
{
    /// <summary>
    /// Sections + bonuses + deductions, held within 0 and the scale. Sections follow the rule for what does not apply;
    /// rescaled ones are rounded to nine decimals. Bonuses and deductions are never rescaled. A bonus beyond the scale
    /// lifts the upper limit by its points, nothing else.
    /// </summary>
    /// <param name="rule">The rule set's rule.</param>
    /// <param name="earned">Sum of the sections' points.</param>
    /// <param name="applicable">Sum of the sections' applicable maxima; above 0.</param>
    /// <param name="bonus">Sum of the bonuses that stay within the scale.</param>
    /// <param name="beyond">Sum of the bonuses that may go beyond it.</param>
    /// <param name="deduction">Sum of the deductions; 0 or less.</param>
    public static UnitTotal Of(TotalRule rule, decimal earned, decimal applicable, decimal bonus, decimal beyond, decimal deduction)
    {
        decimal onScale = applicable == rule.Scale ? earned
            : Billionths.ToDecimal(Billionths.Share(Billionths.Of(rule.Scale), earned, applicable));
        decimal added = bonus + beyond + deduction;
        decimal comparable = Math.Clamp(onScale + added, 0, rule.Scale + beyond);
        bool isShorter = rule.NotApplicable == NotApplicableRule.Shorten;
        return new UnitTotal(isShorter ? earned : onScale, bonus + beyond, deduction, applicable,
            isShorter ? Math.Clamp(earned + added, 0, applicable + beyond) : comparable, comparable);
    }
}
