using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the list of units. Any fault in it is one of structure: who is scored must be certain.</summary>
internal sealed class UnitTable(RuleSet ruleSet, DiagnosticBag diagnostics)
{
    public List<Unit>? Read(Table table)
    {
        int errorsBefore = diagnostics.ErrorCount;
        int code = TableHeaders.Find(table, "code", diagnostics, isRequired: true);
        int name = TableHeaders.Find(table, "name", diagnostics, isRequired: true);
        int kind = TableHeaders.Find(table, "kind", diagnostics, isRequired: true);
        int group = TableHeaders.Find(table, "group", diagnostics, isRequired: false);
        int parent = TableHeaders.Find(table, "parent", diagnostics, isRequired: false);
        int predecessors = TableHeaders.Find(table, "predecessors", diagnostics, isRequired: false);
        if (diagnostics.ErrorCount > errorsBefore)
            return null;
        var kinds = new ChoiceMap(ruleSet.UnitKinds);
        var groups = new ChoiceMap(ruleSet.Groups);
        var units = new List<Unit>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        using var about = diagnostics.About(() => table.Text(code));
        while (table.Read())
        {
            string unitCode = Required(table, code), unitName = Required(table, name), unitKind = Required(table, kind);
            if (unitCode.Length > 0 && !places.TryAdd(unitCode, table.Place))
                diagnostics.Add(DatasetDiagnostics.DuplicateUnit.At(table.PlaceOf(code), ("unit", unitCode)) with { Related = places[unitCode] });
            units.Add(new Unit
            {
                Index = units.Count,
                Code = unitCode,
                Name = unitName,
                Kind = Choose(table, kind, unitKind, kinds, DatasetDiagnostics.UnknownKind) ?? "",
                Group = Choose(table, group, table.Text(group), groups, DatasetDiagnostics.UnknownGroup),
                Parent = table.Text(parent) is { Length: > 0 } unitParent ? unitParent : null,
                Predecessors = table.Text(predecessors) is { Length: > 0 } codes
                    ? [.. codes.Split([',', ';', '|', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)] : [],
                Place = table.Place,
            });
        }
        int suggestions = 0;
        foreach (var unit in units)
            if (unit.Parent is { } parentCode && !places.ContainsKey(parentCode))
                diagnostics.Add(DatasetDiagnostics.UnknownParent.At(unit.Place with { ColumnName = table.Headers[parent] }, ("value", parentCode),
                    ("suggestion", suggestions++ < 50 ? Suggestion.Nearest(parentCode, places.Keys) : null)));
        return diagnostics.ErrorCount > errorsBefore ? null : units;
    }

    private string Required(Table table, int column)
    {
        string text = table.Text(column);
        if (text.Length == 0)
            diagnostics.Add(DatasetDiagnostics.BlankCell.At(table.PlaceOf(column), ("name", table.Headers[column])));
        return text;
    }

    private string? Choose(Table table, int column, string text, ChoiceMap choices, DiagnosticDescriptor unknown)
    {
        if (text.Length == 0)
            return null;
        if (choices.Find(text) is { } id)
            return id;
        diagnostics.Add(unknown.At(table.PlaceOf(column), ("value", text),
            ("suggestion", Suggestion.Nearest(text, choices.Ids)), ("allowed", choices.Ids)));
        return null;
    }
}

/// <summary>Finds a choice by id or label.</summary>
internal sealed class ChoiceMap
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal); // as written, so that a file of a million rows is matched once a spelling

    public ChoiceMap(ImmutableArray<Choice> choices)
    {
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
}
