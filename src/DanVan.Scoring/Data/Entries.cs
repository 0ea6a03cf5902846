using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Data;

/// <summary>Something that was said about one criterion of one unit.</summary>
public interface IEntry
{
    /// <summary>Index of the unit.</summary>
    int Unit { get; }

    /// <summary>Index of the criterion.</summary>
    int Node { get; }

    /// <summary>Where it stands.</summary>
    Place Place { get; }
}

/// <summary>Points that the appraisal panel gave in place of the computed ones.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Node">Index of the criterion.</param>
/// <param name="Points">Points, 0 to the criterion's maximum; of a deduction, what is taken off.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">On whose word; empty if the file does not say.</param>
/// <param name="Document">The document that records it; empty if the file does not say.</param>
/// <param name="Place">Where it stands.</param>
public sealed record AppraisedPoints(int Unit, int Node, decimal Points, string Reason, string By, string Document, Place Place) : IEntry;

/// <summary>A cell of the results that the appraisal replaced.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Field">Index of the field.</param>
/// <param name="OldValue">The value before, or null.</param>
/// <param name="OldState">What the cell was before.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">On whose word; empty if the file does not say.</param>
/// <param name="Document">The document that records it; empty if the file does not say.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Correction(int Unit, int Field, object? OldValue, CellState OldState, string Reason, string By, string Document, Place Place);

/// <summary>The unit's own points for a criterion.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Node">Index of the criterion.</param>
/// <param name="Points">Points, 0 to the criterion's maximum; of a deduction, what is taken off.</param>
/// <param name="Evidence">The evidence named; empty if there is none.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SelfPoints(int Unit, int Node, decimal Points, string Evidence, Place Place) : IEntry;

/// <summary>A criterion that was declared not applicable to a unit.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Node">Index of the criterion.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who allowed it.</param>
/// <param name="Document">The document that records it; empty if the file does not say.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Exemption(int Unit, int Node, string Reason, string By, string Document, Place Place) : IEntry;
