using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>Which units are ranked, compared or counted together: those equal in group, kind and/or parent.</summary>
internal static class RankingScope
{
    /// <summary>One key of all of these; null if the unit lacks one of them.</summary>
    public static string? KeyOf(ImmutableArray<RankingKey> keys, Unit unit)
    {
        string key = "";
        foreach (var part in keys)
        {
            if (ValueOf(part, unit) is not { } value)
                return null;
            key = key.Length == 0 ? value : key + "\u001F" + value;
        }
        return key;
    }

    /// <summary>The finding that a unit lacks one of the keys.</summary>
    public static Diagnostic Missing(ImmutableArray<RankingKey> keys, Unit unit)
    {
        var name = keys.First(key => ValueOf(key, unit) is null) == RankingKey.Group
            ? new LocalText("khối ('group')", "group")
            : new LocalText("đơn vị cấp trên ('parent')", "parent");
        return DatasetDiagnostics.NoRankingKey.At(unit.Place, ("unit", unit.Code), ("key", name)) with { UnitCode = unit.Code };
    }

    private static string? ValueOf(RankingKey key, Unit unit) => key switch
    {
        RankingKey.Group => unit.Group,
        RankingKey.Kind => unit.Kind,
        _ => unit.Parent,
    };
}
