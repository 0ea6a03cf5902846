namespace DanVan.Scoring.Values;

/// <summary>Sorts in two steps: by keys that are quickly compared, then those with the same key in a costlier way.</summary>
internal static class EqualRuns
{
    /// <summary>Sorts items by their keys, and then each run of two or more with the same key.</summary>
    /// <param name="keys">A key an item.</param>
    /// <param name="items">The items.</param>
    /// <param name="sortRun">Sorts items with the same key: first index and count.</param>
    public static void Sort<TKey>(TKey[] keys, int[] items, Action<int, int> sortRun)
    {
        Array.Sort(keys, items);
        var comparer = EqualityComparer<TKey>.Default;
        for (int start = 0, end; start < items.Length; start = end)
        {
            end = start + 1;
            while (end < items.Length && comparer.Equals(keys[end], keys[start]))
                end++;
            if (end - start > 1)
                sortRun(start, end - start);
        }
    }
}
