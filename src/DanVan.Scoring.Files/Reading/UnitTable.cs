namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the list of units. Any fault in it is one of structure: who is scored must be certain.</summary>
internal sealed class UnitTable(RuleSet ruleSet, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>The units in the order of the table; null if there is a fault.</summary>
    public List<Unit>? Read(Table table)
    {
        int errorsBefore = diagnostics.ErrorCount;
        var columns = new Columns(Find("code", isRequired: true), Find("name", isRequired: true), Find("kind", isRequired: true),
            Find("group", isRequired: false), Find("parent", isRequired: false), Find("predecessors", isRequired: false));
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        var units = new List<Unit>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        PartWork.Run<Part>(table.PartCount, () => part => ReadPart(table, part, columns), part =>
        {
            diagnostics.Take(part.Diagnostics);
            foreach (var unit in part.Units)
            {
                if (unit.Code.Length > 0 && !places.TryAdd(unit.Code, unit.Place))
                    diagnostics.Add(DatasetDiagnostics.DuplicateUnit.At(table.PlaceIn(unit.Place, columns.Code), ("unit", unit.Code)) with
                    {
                        UnitCode = unit.Code,
                        Related = places[unit.Code],
                    });
                units.Add(unit);
            }
        });
        FindParents(table, columns, units, places);
        return diagnostics.ErrorCount > errorsBefore ? null : units;

        int Find(string name, bool isRequired) => TableHeaders.Find(table, name, diagnostics, isRequired);
    }

    /// <summary>Gives each unit the code of its parent as the list has it, and reports parents that are not listed.</summary>
    private void FindParents(Table table, Columns columns, List<Unit> units, Dictionary<string, Place> places)
    {
        var shortCodes = new ShortCodes(places.Keys);
        (Place Place, string Code, string Known)? first = null;
        int suggestions = 0, count = 0;
        foreach (var (index, unit) in units.ToList().Index())
        {
            if (unit.Parent is not { } code || places.ContainsKey(code))
                continue;
            var place = table.PlaceIn(unit.Place, columns.Parent);
            if (shortCodes.Find(code) is not { } known)
            {
                diagnostics.Add(DatasetDiagnostics.UnknownParent.At(place, ("value", code),
                    ("suggestion", suggestions++ < 50 ? Suggestion.Nearest(code, places.Keys) : null)));
                continue;
            }
            units[index] = unit with { Parent = known };
            first ??= (place, code, known);
            count++;
        }
        if (first is var (firstPlace, firstCode, firstKnown))
            diagnostics.Add(DatasetDiagnostics.ShortCode.At(firstPlace, ("found", firstCode), ("unit", firstKnown), ("count", count)));
    }

    /// <summary>Where the columns stand; -1 for one that there is not.</summary>
    private sealed record Columns(int Code, int Name, int Kind, int Group, int Parent, int Predecessors);

    /// <summary>The units of a part of the table.</summary>
    private sealed record Part(List<Unit> Units, DiagnosticBag Diagnostics);

    private Part ReadPart(Table whole, int number, Columns columns)
    {
        cancellation.ThrowIfCancellationRequested();
        var part = new Part([], new DiagnosticBag(diagnostics));
        var kinds = new ChoiceMap(ruleSet.UnitKinds, DatasetDiagnostics.UnknownKind);
        var groups = new ChoiceMap(ruleSet.Groups, DatasetDiagnostics.UnknownGroup);
        using var table = whole.OpenPart(number);
        using var about = part.Diagnostics.About(() => table.Text(columns.Code));
        while (table.Read())
        {
            part.Units.Add(new Unit
            {
                Index = (int)(table.Row - 1), // as it is if the table is sorted and has no other rows, as most are
                Code = Required(columns.Code),
                Name = Required(columns.Name),
                Kind = kinds.Choose(Required(columns.Kind), table, columns.Kind, part.Diagnostics) ?? "",
                Group = groups.Choose(table.Text(columns.Group), table, columns.Group, part.Diagnostics),
                Parent = table.Text(columns.Parent) is { Length: > 0 } parent ? parent : null,
                Predecessors = table.Text(columns.Predecessors) is { Length: > 0 } codes
                    ? [.. codes.Split([',', ';', '|', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)] : [],
                Place = table.Place,
            });
        }
        return part;

        string Required(int column)
        {
            string text = table.Text(column);
            if (text.Length == 0)
                part.Diagnostics.Add(table.BlankCell(column));
            return text;
        }
    }
}

/// <summary>Finds a choice by id or label.</summary>
internal sealed class ChoiceMap
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal); // as written, so that a file of a million rows is matched once a spelling

    private readonly DiagnosticDescriptor _unknown;

    /// <param name="choices">The choices.</param>
    /// <param name="unknown">Says that there is no such choice.</param>
    public ChoiceMap(ImmutableArray<Choice> choices, DiagnosticDescriptor unknown)
    {
        _unknown = unknown;
        Ids = [.. choices.Select(choice => choice.Id)];
        foreach (var choice in choices)
            _ids[TextKey.Exact(choice.Id)] = choice.Id;
        foreach (var choice in choices)
            _ids.TryAdd(TextKey.Exact(choice.Label), choice.Id);
    }

    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The id of a choice; null if there is no such choice.</summary>
    public string? Find(string text)
    {
        if (_found.TryGetValue(text, out string? id))
            return id;
        id = _ids.GetValueOrDefault(TextKey.Exact(text));
        if (id is not null)
            _found[text] = id;
        return id;
    }

    /// <summary>The id of the choice in a cell of the current row; null if it is blank, or if there is no such choice, which is then reported.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="diagnostics">Takes the finding.</param>
    public string? Choose(string text, Table table, int column, DiagnosticBag diagnostics)
    {
        if (text.Length == 0)
            return null;
        string? id = Find(text);
        if (id is null)
            diagnostics.Add(Unknown(text, table.PlaceOf(column)));
        return id;
    }

    /// <summary>The finding that there is no such choice.</summary>
    public Diagnostic Unknown(string text, Place place) =>
        _unknown.At(place, ("value", text), ("suggestion", Suggestion.Nearest(text, Ids)), ("allowed", Ids));
}
