namespace DanVan.Scoring.Files.Forms;

/// <summary>The cells of a form that are read under keys, with those that stand under a key already used.</summary>
/// <param name="prefix">What the keys of these rows begin with.</param>
internal sealed class FormEntries(string prefix)
{
    private readonly Dictionary<string, FormCell> _first = new(StringComparer.Ordinal);

    /// <summary>The first cell of each key.</summary>
    public IReadOnlyDictionary<string, FormCell> First => _first;

    /// <summary>Cells that say something else than the first one of their key.</summary>
    public List<(string Key, FormCell First, FormCell Other)> Conflicts { get; } = [];

    /// <summary>What the keys of these rows begin with.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Adds a cell.</summary>
    public void Add(string key, FormCell cell)
    {
        if (!_first.TryAdd(key, cell) && _first[key].Text != cell.Text)
            Conflicts.Add((key, _first[key], cell));
    }
}
