namespace DanVan.Scoring.Data;

/// <summary>Whether and when a unit sent its form, as the list of receipts of the dataset has it.</summary>
/// <param name="Code">Code of the unit; empty if a file did not say.</param>
/// <param name="Name">Name of the unit.</param>
/// <param name="State">What became of the form, in words.</param>
/// <param name="DaysLate">Days behind the deadline; 0 if in time, or without a deadline.</param>
/// <param name="Date">When it was sent; null if nothing came.</param>
public sealed record UnitReceipt(string Code, string Name, string State, int DaysLate = 0, DateOnly? Date = null);
