namespace DanVan.Scoring.Files.Reading;

/// <summary>Headers that a table may have: they tell where it starts and how its columns are parted.</summary>
internal sealed class KnownHeaders(IEnumerable<string> names)
{
    private readonly IReadOnlySet<string> _keys = TextKey.Keys(names);

    /// <summary>The headers as they are written.</summary>
    public IReadOnlyList<string> Names { get; } = [.. names];

    /// <summary>True if the text is one of them, in any spelling.</summary>
    public bool Contains(string text) => _keys.Contains(TextKey.Exact(text));
}
