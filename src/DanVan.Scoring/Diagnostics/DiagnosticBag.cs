namespace DanVan.Scoring.Diagnostics;

/// <summary>Collects findings while a stage goes on. Not safe for use by several threads at once.</summary>
/// <param name="whole">
/// The bag that will take this one over (another thread may be working with it): what that one would only count is only
/// counted here too. Null if there is none.
/// </param>
public sealed class DiagnosticBag(DiagnosticBag? whole = null)
{
    /// <summary>Beyond this many findings of one code only the count is kept, so that a hopeless file cannot fill the memory.</summary>
    public const int MostPerCode = 10_000;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, (DiagnosticDescriptor Descriptor, int Count)> _counts = new(StringComparer.Ordinal);
    private Func<string>? _unitCode;
    private List<Diagnostic>? _sorted;
    private volatile ImmutableHashSet<string> _full = [];

    /// <summary>How many errors were reported, those beyond <see cref="MostPerCode"/> included.</summary>
    public int ErrorCount => CountOf(Severity.Error);

    /// <summary>True if at least one error was reported.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        bool isKept = !IsFull(diagnostic.Descriptor);
        Count(diagnostic.Descriptor);
        if (!isKept)
            return;
        if (diagnostic.UnitCode is null && _unitCode is { } unitCode && unitCode() is { Length: > 0 } code)
            diagnostic = diagnostic with { UnitCode = code };
        _diagnostics.Add(diagnostic);
        _sorted = null;
    }

    /// <summary>
    /// True if a finding of a kind would only be counted, because <see cref="MostPerCode"/> of them are kept already: it
    /// then need not be made, but must be counted with <see cref="Count(DiagnosticDescriptor)"/>.
    /// </summary>
    public bool IsFull(DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return _full.Contains(descriptor.Code) || whole?._full.Contains(descriptor.Code) == true;
    }

    /// <summary>Counts a finding without keeping it.</summary>
    public void Count(DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Count(descriptor, 1);
    }

    private void Count(DiagnosticDescriptor descriptor, int more)
    {
        int count = _counts.GetValueOrDefault(descriptor.Code).Count + more;
        _counts[descriptor.Code] = (descriptor, count);
        if (count >= MostPerCode && !_full.Contains(descriptor.Code))
            _full = _full.Add(descriptor.Code);
    }

    /// <summary>Until what it gives is disposed of, findings that name no unit concern the one asked for at that moment.</summary>
    /// <param name="unitCode">Code of the unit whose row is being read; empty if it has none.</param>
    public IDisposable About(Func<string> unitCode)
    {
        ArgumentNullException.ThrowIfNull(unitCode);
        var scope = new Scope(this, _unitCode);
        _unitCode = unitCode;
        return scope;
    }

    /// <summary>Adds findings in their order.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>Takes over the findings of another bag behind its own, those that it only counted included.</summary>
    public void Take(DiagnosticBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        AddRange(other._diagnostics);
        foreach (var (descriptor, count) in other._counts.Values)
            Count(descriptor, count - other._diagnostics.Count(diagnostic => diagnostic.Code == descriptor.Code));
    }

    /// <summary>How many findings of a code were reported, those beyond <see cref="MostPerCode"/> included.</summary>
    public int CountOf(string code) => _counts.GetValueOrDefault(code).Count;

    /// <summary>How many findings of a weight were reported, those beyond <see cref="MostPerCode"/> included.</summary>
    public int CountOf(Severity severity) => _counts.Values.Where(kind => kind.Descriptor.Severity == severity).Sum(kind => kind.Count);

    /// <summary>The kinds of which more than <see cref="MostPerCode"/> were reported, with how many are not kept.</summary>
    public IEnumerable<(DiagnosticDescriptor Descriptor, int Count)> LeftOut => _counts.Values
        .Where(kind => kind.Count > MostPerCode)
        .Select(kind => (kind.Descriptor, kind.Count - MostPerCode))
        .OrderBy(kind => kind.Descriptor.Code, StringComparer.Ordinal);

    /// <summary>What was kept, by kind of finding: the heaviest first, then the most frequent.</summary>
    public IReadOnlyList<FindingKind> Kinds() => [.. _counts.Values
        .Select(kind => new FindingKind(kind.Descriptor, kind.Count,
            _diagnostics.Where(diagnostic => diagnostic.Code == kind.Descriptor.Code).Select(diagnostic => diagnostic.UnitCode).OfType<string>().Distinct(StringComparer.Ordinal).Count()))
        .OrderBy(kind => kind.Descriptor.Severity).ThenByDescending(kind => kind.Count).ThenBy(kind => kind.Descriptor.Code, StringComparer.Ordinal)];

    /// <summary>
    /// The findings by unit: first those that concern no single unit (code null), then the units with the most errors,
    /// then warnings, then hints. Within a unit the heaviest come first.
    /// </summary>
    public IReadOnlyList<UnitFindings> Units() => [.. Sorted().GroupBy(diagnostic => diagnostic.UnitCode)
        .Select(unit => new UnitFindings(unit.Key, [.. unit.OrderBy(diagnostic => diagnostic.Severity)]))
        .OrderBy(unit => unit.Code is not null)
        .ThenByDescending(unit => unit.CountOf(Severity.Error)).ThenByDescending(unit => unit.CountOf(Severity.Warning)).ThenByDescending(unit => unit.CountOf(Severity.Hint))
        .ThenBy(unit => unit.Code, StringComparer.Ordinal)];

    /// <summary>The findings sorted by file, line, column, code and text.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => _sorted ??= _diagnostics
        .OrderBy(d => d.Place.File, StringComparer.Ordinal)
        .ThenBy(d => d.Place.Line ?? 0)
        .ThenBy(d => d.Place.Column ?? 0)
        .ThenBy(d => d.Place.ColumnName ?? "", StringComparer.Ordinal)
        .ThenBy(d => d.Code, StringComparer.Ordinal)
        .ThenBy(d => d.UnitCode ?? "", StringComparer.Ordinal)
        .ThenBy(d => d.Message(Language.English), StringComparer.Ordinal)
        .ToList();

    private sealed class Scope(DiagnosticBag bag, Func<string>? outer) : IDisposable
    {
        public void Dispose() => bag._unitCode = outer;
    }
}
