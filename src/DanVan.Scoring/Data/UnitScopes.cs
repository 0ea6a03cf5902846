using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>Which units are compared with each other: those with the same number. -1 for a unit that lacks a key.</summary>
internal sealed class UnitScopes
{
    private readonly int[] _scopes;

    public UnitScopes(ImmutableArray<Unit> units, ImmutableArray<RankingKey> within)
    {
        _scopes = new int[units.Length];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int unit = 0; unit < units.Length; unit++)
        {
            if (RankingScope.KeyOf(within, units[unit]) is not { } key)
                _scopes[unit] = -1;
            else if (!numbers.TryGetValue(key, out _scopes[unit]))
                numbers[key] = _scopes[unit] = numbers.Count;
        }
        Keys = [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>The keys, by number.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Number of a unit's scope; -1 if it lacks a key.</summary>
    public int Of(int unit) => _scopes[unit];
}
