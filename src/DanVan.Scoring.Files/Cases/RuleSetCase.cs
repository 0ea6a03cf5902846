namespace DanVan.Scoring.Files.Cases;

/// <summary>A case of a rule set: units with their data, and what is expected to come of them.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Data">The units and their data.</param>
/// <param name="Expectations">What is expected.</param>
/// <param name="Findings">What was found in the data while they were taken in.</param>
public sealed record RuleSetCase(string Name, Dataset Data, ImmutableArray<Expectation> Expectations, DiagnosticBag Findings);

/// <summary>What an expectation is about.</summary>
public enum ExpectedItem
{
    /// <summary>Points, or the state, of a section or criterion.</summary>
    Points,

    /// <summary>The score.</summary>
    Total,

    /// <summary>The rating.</summary>
    Rating,

    /// <summary>The rank within the group.</summary>
    Rank,
}

/// <summary>Something expected of a unit.</summary>
public sealed record Expectation
{
    /// <summary>Index of the unit in the case.</summary>
    public required int Unit { get; init; }

    /// <summary>What it is about.</summary>
    public required ExpectedItem Item { get; init; }

    /// <summary>For points: the section or criterion.</summary>
    public ScoreNode? Node { get; init; }

    /// <summary>What is expected, as written.</summary>
    public required string Text { get; init; }

    /// <summary>Why, in the words of the case file; empty if it does not say.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}
