namespace DanVan.Scoring.Loading;

/// <summary>What happened to a part of a rule set.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Something of it is different.</summary>
    Changed,
}

/// <summary>A part of the rule set that changes are listed by.</summary>
public enum ChangeArea
{
    /// <summary>Title, issuer, recipient, period, dates, who is scored.</summary>
    General,

    /// <summary>Legal documents.</summary>
    Basis,

    /// <summary>Sections, criteria, bonuses, deductions.</summary>
    Criteria,

    /// <summary>The scale and how the total is made.</summary>
    Total,

    /// <summary>Ratings.</summary>
    Ratings,

    /// <summary>Gates.</summary>
    Gates,

    /// <summary>Quotas.</summary>
    Quotas,

    /// <summary>Ranking.</summary>
    Ranking,

    /// <summary>Targets.</summary>
    Targets,

    /// <summary>Named figures, deadlines among them.</summary>
    Parameters,

    /// <summary>Kinds and groups of units.</summary>
    Units,

    /// <summary>Fields and tables.</summary>
    Fields,

    /// <summary>Assumptions.</summary>
    Assumptions,
}

/// <summary>One difference between two rule sets.</summary>
public sealed record RuleSetChange
{
    /// <summary>Where.</summary>
    public required ChangeArea Area { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Id of the part; empty where there is none.</summary>
    public required string Id { get; init; }

    /// <summary>What the part is called.</summary>
    public required string Title { get; init; }

    /// <summary>The key that differs, as in the file; null if the part as a whole came or went.</summary>
    public string? Key { get; init; }

    /// <summary>What differs, in words; null if the part as a whole came or went.</summary>
    public LocalText? What { get; init; }

    /// <summary>What it was, in words; null if it was not there.</summary>
    public LocalText? Old { get; init; }

    /// <summary>What it is, in words; null if it is not there.</summary>
    public LocalText? New { get; init; }
}
