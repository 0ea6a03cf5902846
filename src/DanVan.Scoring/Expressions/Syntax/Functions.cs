namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>The functions of the expression language, with the fewest and most values each takes.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, (int Least, int Most)> Counts = new(StringComparer.Ordinal)
    {
        ["if"] = (3, 3),
        ["min"] = (2, 50),
        ["max"] = (2, 50),
        ["round"] = (1, 2),
        ["abs"] = (1, 1),
        ["days"] = (2, 2),
        ["has"] = (1, 1),
        ["coalesce"] = (2, 50),
        ["points"] = (1, 1),
        ["maxPoints"] = (1, 1),
    };

    /// <summary>Names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Counts.Keys.Order(StringComparer.Ordinal)];

    public static bool TryGetCounts(string name, out (int Least, int Most) counts) => Counts.TryGetValue(name, out counts);
}
