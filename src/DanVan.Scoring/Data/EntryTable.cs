using System.Collections.Frozen;

namespace DanVan.Scoring.Data;

/// <summary>Entries by criterion and unit: found at once, or walked in the order of the units.</summary>
/// <typeparam name="T">Kind of entry.</typeparam>
public sealed class EntryTable<T>
    where T : class, IEntry
{
    private readonly FrozenDictionary<(int Node, int Unit), T> _entries;
    private readonly FrozenDictionary<int, T[]> _byNode;

    internal EntryTable(IEnumerable<T> entries)
    {
        _entries = entries.ToFrozenDictionary(entry => (entry.Node, entry.Unit));
        _byNode = _entries.Values.GroupBy(entry => entry.Node).ToFrozenDictionary(group => group.Key, group => group.OrderBy(entry => entry.Unit).ToArray());
    }

    /// <summary>All entries, by criterion, then by unit.</summary>
    public IEnumerable<T> All => _byNode.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value);

    /// <summary>The entry for a criterion of a unit; null if there is none.</summary>
    public T? Find(int node, int unit) => _entries.GetValueOrDefault((node, unit));

    /// <summary>The entries for a criterion of units from <paramref name="first"/> on, before <paramref name="end"/>.</summary>
    internal ReadOnlySpan<T> InRange(int node, int first, int end)
    {
        if (!_byNode.TryGetValue(node, out var entries))
            return [];
        int from = LowerBound(entries, first);
        return entries.AsSpan(from, LowerBound(entries, end) - from);
    }

    private static int LowerBound(T[] entries, int unit)
    {
        int low = 0, high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (entries[middle].Unit < unit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
