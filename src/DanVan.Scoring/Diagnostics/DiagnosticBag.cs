namespace DanVan.Scoring.Diagnostics;

/// <summary>Collects findings while a stage goes on. Not safe for use by several threads at once.</summary>
public sealed class DiagnosticBag
{
    /// <summary>Beyond this many findings of one code only the count is kept, so that a hopeless file cannot fill the memory.</summary>
    public const int MostPerCode = 10_000;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many errors were reported, those beyond <see cref="MostPerCode"/> included.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>True if at least one error was reported.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (diagnostic.Severity == Severity.Error)
            ErrorCount++;
        int count = _counts[diagnostic.Code] = _counts.GetValueOrDefault(diagnostic.Code) + 1;
        if (count <= MostPerCode)
            _diagnostics.Add(diagnostic);
    }

    /// <summary>Adds findings in their order.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>How many findings of a code were reported, those beyond <see cref="MostPerCode"/> included.</summary>
    public int CountOf(string code) => _counts.GetValueOrDefault(code);

    /// <summary>The findings sorted by file, line, column, code and text.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => _diagnostics
        .OrderBy(d => d.Place.File, StringComparer.Ordinal)
        .ThenBy(d => d.Place.Line ?? 0)
        .ThenBy(d => d.Place.Column ?? 0)
        .ThenBy(d => d.Place.ColumnName ?? "", StringComparer.Ordinal)
        .ThenBy(d => d.Code, StringComparer.Ordinal)
        .ThenBy(d => d.UnitCode ?? "", StringComparer.Ordinal)
        .ThenBy(d => d.Message(Language.English), StringComparer.Ordinal)
        .ToList();
}
