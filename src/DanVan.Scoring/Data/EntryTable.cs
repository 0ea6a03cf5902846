using System.Collections.Frozen;

namespace DanVan.Scoring.Data;

/// <summary>Entries by criterion and unit.</summary>
/// <typeparam name="T">Kind of entry.</typeparam>
public sealed class EntryTable<T>
    where T : class, IEntry
{
    private readonly FrozenDictionary<(int Node, int Unit), T> _entries;
    private readonly FrozenDictionary<int, T[]> _byNode;
    private readonly FrozenSet<int> _units;

    internal EntryTable(IEnumerable<T> entries)
    {
        _entries = entries.ToFrozenDictionary(entry => (entry.Node, entry.Unit));
        _byNode = _entries.Values.GroupBy(entry => entry.Node).ToFrozenDictionary(group => group.Key, group => group.OrderBy(entry => entry.Unit).ToArray());
        _units = _entries.Keys.Select(key => key.Unit).ToFrozenSet();
    }

    /// <summary>All entries, by criterion, then by unit.</summary>
    public IEnumerable<T> All => _byNode.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value);

    /// <summary>The entry for a criterion of a unit; null if there is none.</summary>
    public T? Find(int node, int unit) => _entries.GetValueOrDefault((node, unit));

    /// <summary>True if there is any entry for a criterion.</summary>
    internal bool Has(int node) => _byNode.ContainsKey(node);

    /// <summary>True if there is any entry for a unit.</summary>
    internal bool HasUnit(int unit) => _units.Contains(unit);
}
