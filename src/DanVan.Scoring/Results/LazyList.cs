using System.Collections;

namespace DanVan.Scoring.Results;

/// <summary>A list whose items are made when they are asked for. Several threads may ask at once.</summary>
/// <param name="count">How many items there are.</param>
/// <param name="make">Makes an item.</param>
/// <param name="kept">How many of the first items are kept once made; the others are made anew each time, to spare memory.</param>
internal sealed class LazyList<T>(int count, Func<int, T> make, int kept = 0) : IReadOnlyList<T>
    where T : class
{
    private readonly T?[] _kept = new T?[Math.Min(count, kept)];

    public int Count => count;

    public T this[int index] => index >= _kept.Length ? make(index) : _kept[index] ??= make(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
