namespace DanVan.Scoring.Values;

/// <summary>
/// What a cell, or a figure computed from cells, is. In arithmetic the strongest of the operands' states wins:
/// <see cref="Invalid"/> over <see cref="Missing"/> over <see cref="NotApplicable"/>.
/// </summary>
public enum CellState : byte
{
    /// <summary>A value; zero is one.</summary>
    Value = 0,

    /// <summary>Declared not to apply to the unit.</summary>
    NotApplicable = 1,

    /// <summary>Blank: nobody said anything.</summary>
    Missing = 2,

    /// <summary>Something that could not be read or computed; always goes with a diagnostic.</summary>
    Invalid = 3,
}
