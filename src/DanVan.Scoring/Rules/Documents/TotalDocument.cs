using System.ComponentModel;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>How the total is made.</summary>
public sealed record TotalDocument
{
    /// <summary>The scale.</summary>
    [Description("The scale (thang điểm), such as 100.")]
    public required decimal Scale { get; init; }

    /// <summary>What not applicable criteria do to the total.</summary>
    [Description("Criteria that do not apply: rescale (earned × scale ÷ applicable maximum, rounded to nine decimals), "
        + "shorten (the shorter scale is kept, the rating is read from the share), fullPoints (each counts its maximum; a section none of "
        + "whose parts applies has its points too, also for points() in gates, though its state stays not applicable). "
        + "The score is sections + bonuses + deductions, held within 0 and the scale; a bonus beyond the scale lifts the upper limit by its points.")]
    public required NotApplicableRule NotApplicable { get; init; }

    /// <summary>What missing criteria do to the total.</summary>
    [Description("Criteria whose data are missing: zero (0 points, shown as missing), notScored (the unit gets no score).")]
    public required MissingRule Missing { get; init; }

    /// <summary>Which figure decides where there is no appraised one.</summary>
    [Description("Where there are no appraised points: computed (default), or self (the unit's own points, else the computed ones).")]
    public UnappraisedRule? Unappraised { get; init; }

    /// <summary>Whether bonuses may lift the total above the scale.</summary>
    [Description("True if bonuses may lift the total above the scale, unless a bonus says otherwise itself. Default: false.")]
    public bool? BeyondScale { get; init; }

    /// <summary>Whether a cell marked not applicable needs an entry in exemptions.csv.</summary>
    [Description("True if a cell marked not applicable counts only with an entry in exemptions.csv that says who allowed it. Default: false.")]
    public bool? ExemptionRequired { get; init; }

    /// <summary>Decimals shown.</summary>
    [Description("Decimals shown (never used in computing): 0 to 6. Default: 2.")]
    public int? Digits { get; init; }
}
