using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>What became of a unit's form, or of a file.</summary>
public enum ReceiptState
{
    /// <summary>Received without faults.</summary>
    Received,

    /// <summary>Received, but cells of it are faulty: taken over as they are, so that scoring names them too.</summary>
    Faulty,

    /// <summary>Received, but nobody filled it in.</summary>
    Blank,

    /// <summary>Not used at all: no form, of other rules, for another unit, or one of several of a unit.</summary>
    NotUsed,

    /// <summary>The unit sent nothing.</summary>
    Missing,
}

/// <summary>An entry of the list of receipts.</summary>
public sealed record Receipt
{
    /// <summary>Code of the unit; empty if the file does not say.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the unit; empty if it is not known.</summary>
    public required string Name { get; init; }

    /// <summary>The file; null if none came.</summary>
    public string? File { get; init; }

    /// <summary>What became of it.</summary>
    public required ReceiptState State { get; init; }

    /// <summary>When it was sent; null if none came.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>True if the form does not say when, so that the day is that of the file.</summary>
    public bool IsDateOfFile { get; init; }

    /// <summary>Days behind the deadline; 0 if in time, or without a deadline.</summary>
    public int DaysLate { get; init; }

    /// <summary>What was found, the worst first.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];
}

/// <summary>What a unit filled in, as text for the tables of a dataset.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Results">A text for each field of the rule set; null for those that are not asked for here.</param>
/// <param name="SelfScores">Its own points.</param>
/// <param name="Records">Its records: table, and a text for each of its columns.</param>
internal sealed record CollectedUnit(
    Unit Unit, IReadOnlyList<string?> Results, IReadOnlyList<(ScoreNode Criterion, string Points, string Evidence)> SelfScores,
    IReadOnlyList<(RecordTable Table, IReadOnlyList<string> Cells)> Records);

/// <summary>The forms of a folder, brought together.</summary>
public sealed class CollectedForms
{
    internal CollectedForms(RuleSet ruleSet, IReadOnlyList<CollectedUnit> units, ImmutableArray<Receipt> receipts, ImmutableArray<SourceInfo> sources)
    {
        RuleSet = ruleSet;
        Units = units;
        Receipts = receipts;
        Sources = sources;
    }

    /// <summary>The rules.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>A receipt for each unit and for each file that belongs to none: those not used first, then faulty, blank and missing ones, then by code.</summary>
    public ImmutableArray<Receipt> Receipts { get; }

    /// <summary>The files that were read.</summary>
    public ImmutableArray<SourceInfo> Sources { get; }

    /// <summary>True if no form could be used.</summary>
    public bool IsEmpty => Units.Count == 0;

    internal IReadOnlyList<CollectedUnit> Units { get; }
}
