namespace DanVan.Scoring.Expressions;

/// <summary>What the list of units says of a unit.</summary>
internal enum UnitAttribute
{
    Code,
    Kind,
    Group,
    Parent,
}
