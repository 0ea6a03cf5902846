namespace DanVan.Scoring.Rules;

/// <summary>How the total is made.</summary>
public sealed record TotalRule
{
    /// <summary>The scale; above 0.</summary>
    public required decimal Scale { get; init; }

    /// <summary>What not applicable criteria do.</summary>
    public required NotApplicableRule NotApplicable { get; init; }

    /// <summary>What missing criteria do.</summary>
    public required MissingRule Missing { get; init; }

    /// <summary>Which figure decides where there is no appraised one.</summary>
    public UnappraisedRule Unappraised { get; init; }

    /// <summary>True if a cell marked not applicable counts only with an entry in exemptions.csv.</summary>
    public bool ExemptionRequired { get; init; }

    /// <summary>Decimals shown.</summary>
    public int Digits { get; init; } = 2;
}

/// <summary>What not applicable criteria do to the total.</summary>
public enum NotApplicableRule
{
    /// <summary>Earned × scale ÷ applicable maximum.</summary>
    Rescale,

    /// <summary>The shorter scale is kept; the rating is read from the share.</summary>
    Shorten,

    /// <summary>The criterion gets its full points.</summary>
    FullPoints,
}

/// <summary>What missing criteria do to the total.</summary>
public enum MissingRule
{
    /// <summary>They count 0 points and stay in the scale.</summary>
    Zero,

    /// <summary>The unit gets no score.</summary>
    NotScored,
}

/// <summary>Which figure decides where there is no appraised one.</summary>
public enum UnappraisedRule
{
    /// <summary>The computed points.</summary>
    Computed,

    /// <summary>The unit's own points, else the computed ones.</summary>
    Self,
}
