namespace DanVan.Scoring.Rules;

/// <summary>What a criterion gets when its whole is 0: nothing arose (không phát sinh).</summary>
public enum WhenNone
{
    /// <summary>Full points.</summary>
    Full,

    /// <summary>No points.</summary>
    None,

    /// <summary>The criterion is not applicable to the unit.</summary>
    NotApplicable,
}

/// <summary>What a criterion gets when the cell it looks at is blank.</summary>
public enum WhenMissing
{
    /// <summary>No points.</summary>
    Zero,

    /// <summary>The criterion is missing; the total's rule for missing decides.</summary>
    Missing,

    /// <summary>The criterion is not applicable to the unit.</summary>
    NotApplicable,
}

/// <summary>Which way a figure is better.</summary>
public enum Better
{
    /// <summary>The higher the better.</summary>
    Higher,

    /// <summary>The lower the better.</summary>
    Lower,
}
