using System.Text.Json.Serialization;
using DanVan.Scoring.Data;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Results;

/// <summary>How a unit came out.</summary>
public sealed record ResultUnit
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of its group; null if it has none.</summary>
    public string? Group { get; init; }

    /// <summary>Code of the unit above it; null if there is none.</summary>
    public string? Parent { get; init; }

    /// <summary>Codes of the units of the last period that it continues.</summary>
    public ImmutableArray<string> Predecessors { get; init; } = [];

    /// <summary>Whether it has a score, and if not, why.</summary>
    public required ScoreState State { get; init; }

    /// <summary>Points of the sections, after the rule for what does not apply.</summary>
    public decimal? Base { get; init; }

    /// <summary>Points of the bonuses; 0 or more.</summary>
    public decimal? Bonus { get; init; }

    /// <summary>Points of the deductions; 0 or less.</summary>
    public decimal? Deduction { get; init; }

    /// <summary>The part of the scale that applies.</summary>
    public decimal? ApplicableScale { get; init; }

    /// <summary>The score as shown.</summary>
    public decimal? Score { get; init; }

    /// <summary>The score on the full scale.</summary>
    public decimal? ComparableScore { get; init; }

    /// <summary>Rank among the units it is ranked with; 0 without a score.</summary>
    public int RankWithin { get; init; }

    /// <summary>Rank among all scored units; 0 without a score.</summary>
    public int RankOverall { get; init; }

    /// <summary>Id of the rating by score alone; null without a score.</summary>
    public string? Band { get; init; }

    /// <summary>Id of the rating; null if it has none.</summary>
    public string? Rating { get; init; }

    /// <summary>Whether it has a rating.</summary>
    public RatingState RatingState { get; init; }

    /// <summary>Name of the rating, or why there is none.</summary>
    public string RatingName { get; init; } = "";

    /// <summary>True if a gate or a quota bears on the rating.</summary>
    public bool Held { get; init; }

    /// <summary>Why there is no score, or what changed the rating; empty if there is nothing to say.</summary>
    public string Remark { get; init; } = "";

    /// <summary>How the total is made, a line a step.</summary>
    public ImmutableArray<string> TotalSteps { get => Details?.TotalSteps ?? field; init; } = [];

    /// <summary>How the rating came about, a line a step.</summary>
    public ImmutableArray<string> RatingSteps { get => Details?.RatingSteps ?? field; init; } = [];

    /// <summary>Its own points against the final ones; null if it gave itself none.</summary>
    public ResultGap? AppraisalGap { get; init; }

    /// <summary>How it came out in the last period; null if that is not known.</summary>
    public ResultPrevious? Previous { get; init; }

    /// <summary>True if the last period cannot be compared, as units were merged or split.</summary>
    public bool PreviousMerged { get; init; }

    /// <summary>Its points, in the order of the rule set; empty if only those of sections are kept.</summary>
    public ImmutableArray<ResultNode> Nodes { get => Details?.Nodes ?? field; init; } = [];

    /// <summary>Index in the dataset, of a unit that was just scored.</summary>
    internal int Index { get; init; }

    /// <summary>Makes what is not told yet; null if all is.</summary>
    internal Func<ResultUnit, UnitDetails>? Explain { get; init; }

    private UnitDetails? Details => field ??= Explain?.Invoke(this);

    /// <summary>How it came out, as the next period sees it.</summary>
    [JsonIgnore]
    public PreviousOutcome Outcome => new(ComparableScore, Rating, HasScore ? RatingName : null, RankWithin, RankOverall);

    /// <summary>True if it has a score.</summary>
    [JsonIgnore]
    public bool HasScore => State == ScoreState.Scored;
}

/// <summary>A unit's own points against the final ones, over the criteria for which it has both.</summary>
/// <param name="Self">Sum of its own points.</param>
/// <param name="Final">Sum of the final points.</param>
/// <param name="Gap">Final minus self.</param>
/// <param name="Criteria">How many criteria these are.</param>
/// <param name="Changed">In how many of them the two differ.</param>
public sealed record ResultGap(decimal Self, decimal Final, decimal Gap, int Criteria, int Changed);

/// <summary>How a unit came out in the last period.</summary>
/// <param name="RankWithin">Rank in its group; 0 without a score.</param>
/// <param name="RankOverall">Rank among all; 0 without a score.</param>
/// <param name="Score">Score on the full scale; null if it had none.</param>
/// <param name="Rating">Name of the rating, or why it had none; null without a score.</param>
public sealed record ResultPrevious(int RankWithin, int RankOverall, decimal? Score = null, string? Rating = null);

/// <summary>Points of a unit for a section or criterion, with what they rest on.</summary>
public sealed record ResultNode
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What the final points are.</summary>
    public required CellState State { get; init; }

    /// <summary>Final points; of a deduction 0 or less.</summary>
    public decimal Points { get; init; }

    /// <summary>The most that the unit can get here.</summary>
    public decimal ApplicableMax { get; init; }

    /// <summary>Which figure decided; of a node with parts null unless it counts in full because none of them applies.</summary>
    public FigureSource? Source { get; init; }

    /// <summary>Computed points; null if there are none.</summary>
    public decimal? Computed { get; init; }

    /// <summary>The unit's own points, without sign; null if there are none.</summary>
    public decimal? Self { get; init; }

    /// <summary>The unit's evidence; null if there is none.</summary>
    public string? Evidence { get; init; }

    /// <summary>The panel's points, without sign; null if there are none.</summary>
    public decimal? Appraised { get; init; }

    /// <summary>Why the panel gave them; null if it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was exempted; null if it was not.</summary>
    public string? ExemptedFor { get; init; }

    /// <summary>Who appraised or exempted; null if nobody did.</summary>
    public string? By { get; init; }

    /// <summary>The document of that; null if there is none.</summary>
    public string? Document { get; init; }

    /// <summary>The arithmetic, a line a step; empty if it is not kept.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What was read.</summary>
    public ImmutableArray<InputRead> Inputs { get; init; } = [];

    /// <summary>The final points; null if there are none.</summary>
    [JsonIgnore]
    public decimal? Final => Counts ? Points : null;

    /// <summary>Why the points are what the panel says, by whom, by which document; empty if it did not say.</summary>
    [JsonIgnore]
    public string Grounds => Join(Reason ?? ExemptedFor, By, Document);

    /// <summary>What the appraisal replaced, with who and why; empty if it replaced nothing.</summary>
    [JsonIgnore]
    public string Corrections => Replaced ?? string.Join("; ", Inputs.Where(input => input.Correction is not null).Select(input => $"{input.Name}: {input.Correction}"));

    /// <summary>The corrections where what was read is not kept; null where it is.</summary>
    internal string? Replaced { get; init; }

    internal static string Join(params string?[] parts) => string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>True if the points count: they are a value, or full points for what does not apply.</summary>
    [JsonIgnore]
    public bool Counts => State == CellState.Value || Source == FigureSource.FullPoints;
}

/// <summary>How a unit's points, total and rating came about.</summary>
internal sealed record UnitDetails(ImmutableArray<ResultNode> Nodes, ImmutableArray<string> TotalSteps, ImmutableArray<string> RatingSteps);
