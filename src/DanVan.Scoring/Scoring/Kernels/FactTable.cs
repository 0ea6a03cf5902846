using System.Collections.Frozen;
using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>What the first pass found out for the manners that compare units: facts by manner and by scope.</summary>
internal sealed class FactTable
{
    private readonly FrozenDictionary<Manner, (UnitScopes Scopes, PopulationFacts[] Facts)> _facts;

    /// <summary>Empty facts for some manners, each with the keys in which the units that it compares are equal.</summary>
    public FactTable(Dataset data, IEnumerable<(Manner Manner, ImmutableArray<RankingKey> Within)> manners) =>
        _facts = manners.ToFrozenDictionary(manner => manner.Manner, manner =>
        {
            var scopes = data.ScopesOf(manner.Within);
            return (scopes, scopes.Keys.Select(_ => new PopulationFacts()).ToArray());
        });

    public static FactTable Empty { get; } = new(Dataset.Empty, []);

    public bool IsEmpty => _facts.Count == 0;

    /// <summary>The facts for a unit; null if it lacks a key of its scope.</summary>
    public PopulationFacts? Of(Manner manner, int unit) =>
        _facts[manner] is var (scopes, facts) && scopes.Of(unit) is >= 0 and var scope ? facts[scope] : null;

    /// <summary>Adds what was found among other units.</summary>
    public void Add(FactTable other)
    {
        foreach (var (manner, (_, facts)) in _facts)
            foreach (var (scope, found) in other._facts[manner].Facts.Index())
                facts[scope].Add(found);
    }
}
