using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Cases;

/// <summary>
/// Reads the cases of a rule set: a CSV file with a row a unit. Rows with the same text in <c>case</c> are scored together.
/// Columns: <c>case</c>, <c>code</c>, <c>kind</c>, <c>group</c>, <c>parent</c>, <c>reason</c>; fields by id or label, and
/// <c>previous.</c>field; <c>appraised</c>, <c>self</c>, <c>exempt</c> or <c>expect</c> with the id of a criterion behind;
/// <c>expect total</c>, <c>expect rating</c>, <c>expect rank</c>. A blank expectation is not checked.
/// </summary>
public sealed class CaseReader
{
    private static readonly Dictionary<string, string[]> Prefixes = new(StringComparer.Ordinal)
    {
        ["expect"] = ["mong đợi"],
        ["appraised"] = ["thẩm định"],
        ["self"] = ["tự chấm"],
        ["exempt"] = ["miễn"],
        ["previous"] = ["kỳ trước"],
    };

    private static readonly string[] UnitColumns = ["case", "code", "kind", "group", "parent", "reason"];

    private static readonly IReadOnlySet<string> Totals = TextKey.Keys("total", "tổng điểm");
    private static readonly IReadOnlySet<string> Ratings = TextKey.Keys("rating", "xếp loại");
    private static readonly IReadOnlySet<string> Ranks = TextKey.Keys("rank", "hạng");

    private readonly RuleSet _ruleSet;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<ItemColumn> _items = [];
    private readonly List<(int Column, Field Field)> _previous = [];

    private CaseReader(RuleSet ruleSet, DiagnosticBag diagnostics)
    {
        _ruleSet = ruleSet;
        _diagnostics = diagnostics;
    }

    /// <summary>The path of the case file that belongs to a rule set file.</summary>
    public static string PathFor(string rulesPath)
    {
        ArgumentNullException.ThrowIfNull(rulesPath);
        return Path.ChangeExtension(rulesPath, ".cases.csv");
    }

    /// <summary>Reads a case file; null if its structure is faulty, which is then reported.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ruleSet">The rules that the cases are for.</param>
    /// <param name="diagnostics">Takes the findings about the file; those about the data of a case stay with the case.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<RuleSetCase>? Read(string path, RuleSet ruleSet, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new CaseReader(ruleSet, diagnostics).Read(path);
    }

    private List<RuleSetCase>? Read(string path)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        var known = _ruleSet.Fields.SelectMany(field => field.Names).Concat(TableHeaders.All(UnitColumns));
        using var table = CsvTable.Open(path, Path.GetFileName(path), new KnownHeaders(known), _diagnostics);
        if (table is null)
            return null;
        var at = UnitColumns.ToDictionary(name => name, name => TableHeaders.Find(table, name, _diagnostics, isRequired: name == "case"), StringComparer.Ordinal);
        var found = new FieldHeaders(_ruleSet.Fields, _diagnostics).Map(table, i => at.ContainsValue(i) || TakePrefixed(table, i));
        var fields = new FieldColumns(table, -1, found, null, _diagnostics, CancellationToken.None);
        var previous = new FieldColumns(table, -1, _previous, null, _diagnostics, CancellationToken.None);
        if (_diagnostics.ErrorCount > errorsBefore || !fields.Recognise() || !previous.Recognise())
            return null;
        var rows = ReadRows(table, at);
        if (_diagnostics.ErrorCount > errorsBefore)
            return null;
        Column[] cells = Fill(fields), previousCells = Fill(previous);
        var cases = rows.GroupBy(item => item.Case, StringComparer.Ordinal)
            .Select(group => Make(group.Key, [.. group], cells, previousCells)).ToList();
        return _diagnostics.ErrorCount > errorsBefore ? null : cases;

        Column[] Fill(FieldColumns columns)
        {
            Column[] filled = [.. _ruleSet.Fields.Select(field => DatasetBuilder.NewColumn(field, rows.Count))];
            columns.Fill(field => filled[field.Index]);
            return filled;
        }
    }

    /// <summary>A row: its case, its unit, and the texts of the columns with a prefix.</summary>
    private sealed record Row(int Index, string Case, Unit Unit, string Reason, IReadOnlyList<string> Items, Place Place);

    /// <summary>A column with a prefix: what its cells say of what.</summary>
    private sealed record ItemColumn(int Column, string Prefix, ScoreNode? Node, ExpectedItem Item);

    private List<Row> ReadRows(Table table, Dictionary<string, int> at)
    {
        var kinds = new ChoiceMap(_ruleSet.UnitKinds, DatasetDiagnostics.UnknownKind);
        var groups = new ChoiceMap(_ruleSet.Groups, DatasetDiagnostics.UnknownGroup);
        var rows = new List<Row>();
        table.Rewind();
        while (table.Read())
        {
            string name = table.Text(at["case"]), code = table.Text(at["code"]);
            if (name.Length == 0)
                _diagnostics.Add(table.BlankCell(at["case"]));
            string parent = table.Text(at["parent"]);
            rows.Add(new Row(rows.Count, name, new Unit
            {
                Index = 0,
                Code = code.Length > 0 ? code : $"{rows.Count + 1:D6}",
                Name = code.Length > 0 ? code : name,
                Kind = Choose(kinds, "kind") ?? _ruleSet.UnitKinds[0].Id,
                Group = Choose(groups, "group") ?? _ruleSet.Groups.FirstOrDefault()?.Id,
                Parent = parent.Length > 0 ? parent : null,
                Place = table.Place,
            }, table.Text(at["reason"]), [.. _items.Select(item => table.Text(item.Column))], table.Place));
        }
        foreach (var twice in rows.GroupBy(row => (row.Case, row.Unit.Code)).Where(group => group.Count() > 1))
            _diagnostics.Add(DatasetDiagnostics.DuplicateUnit.At(twice.Last().Place, ("unit", twice.Key.Code)) with { Related = twice.First().Place });
        return rows;

        string? Choose(ChoiceMap choices, string column) => choices.Choose(table.Text(at[column]), table, at[column], _diagnostics);
    }

    private RuleSetCase Make(string name, Row[] rows, Column[] cells, Column[] previousCells)
    {
        var findings = new DiagnosticBag();
        var builder = new DatasetBuilder(_ruleSet, rows.Select(row => row.Unit), findings);
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var row in rows)
        {
            int unit = builder.IndexOf(row.Unit.Code);
            builder.NameRow(unit, row.Place.File, row.Place.Line!.Value, row.Place.Row!.Value);
            for (int field = 0; field < cells.Length; field++)
            {
                builder.ColumnOf(field).Copy(unit, cells[field], row.Index);
                if (previousCells[field].States[row.Index] != CellState.Missing)
                    builder.ColumnOf(field, isPrevious: true).Copy(unit, previousCells[field], row.Index);
            }
            foreach (var (item, text) in _items.Zip(row.Items))
                if (text.Length > 0)
                    Take(item, text, unit, row, builder, expectations);
        }
        return new RuleSetCase(name, builder.Build(), expectations.ToImmutable(), findings);
    }

    private void Take(
        ItemColumn item, string text, int unit, Row row, DatasetBuilder builder, ImmutableArray<Expectation>.Builder expectations)
    {
        var place = row.Place with { ColumnName = $"{item.Prefix} {item.Node?.Id ?? item.Item.ToString()}" };
        switch (item.Prefix)
        {
            case "expect":
                if (CaseRunner.IsUnderstood(item.Item, text, _ruleSet))
                    expectations.Add(new Expectation { Unit = unit, Item = item.Item, Node = item.Node, Text = text, Reason = row.Reason, Place = place });
                else
                    _diagnostics.Add(DatasetDiagnostics.BadExpectation.At(place, ("found", text)));
                break;
            case "exempt":
                builder.AddExemption(new Exemption(unit, item.Node!.Index, text, ReasonOf(row), "", place with { File = place.File + ":exempt" }));
                break;
            default:
                if (CaseRunner.ParseNumber(text) is not { } points)
                    _diagnostics.Add(DatasetDiagnostics.NotNumber.At(place, ("found", text)));
                else if (item.Prefix == "appraised")
                    builder.AddAppraisal(new AppraisedPoints(unit, item.Node!.Index, points, ReasonOf(row), "", "", place));
                else
                    builder.AddSelfScore(new SelfPoints(unit, item.Node!.Index, points, "", place with { File = place.File + ":self" }));
                break;
        }

        static string ReasonOf(Row row) => row.Reason.Length > 0 ? row.Reason : row.Case;
    }

    /// <summary>Takes a header such as "expect A.1"; false if it has no such prefix.</summary>
    private bool TakePrefixed(Table table, int column)
    {
        string header = table.Headers[column];
        foreach (var (prefix, others) in Prefixes)
        {
            foreach (string word in others.Prepend(prefix))
            {
                if (!header.StartsWith(word, StringComparison.OrdinalIgnoreCase) || header.Length < word.Length + 2 || header[word.Length] is not (' ' or '.' or ':'))
                    continue;
                string rest = header[(word.Length + 1)..].Trim();
                if (prefix == "previous" ? TakePrevious(rest, column) : TakeItem(prefix, rest, column))
                    return true;
                var names = prefix == "previous" ? _ruleSet.Fields.Select(field => field.Id) : _ruleSet.Nodes.Select(node => node.Id).Concat(["total", "rating", "rank"]);
                _diagnostics.Add(DatasetDiagnostics.UnknownItem.At(table.PlaceOfHeader(column), ("name", rest), ("suggestion", Suggestion.Nearest(rest, names))));
                return true;
            }
        }
        return false;
    }

    private bool TakePrevious(string id, int column)
    {
        if (_ruleSet.Fields.FirstOrDefault(field => field.Names.Any(name => TextKey.Exact(name) == TextKey.Exact(id))) is not { } found)
            return false;
        _previous.Add((column, found));
        return true;
    }

    private bool TakeItem(string prefix, string id, int column)
    {
        var node = _ruleSet.Nodes.FirstOrDefault(candidate => candidate.Id == id);
        if (node is not null && (prefix == "expect" || node.Manner is not null))
        {
            _items.Add(new ItemColumn(column, prefix, node, ExpectedItem.Points));
            return true;
        }
        ExpectedItem? item = prefix != "expect" ? null : TextKey.Exact(id) switch
        {
            var key when Totals.Contains(key) => ExpectedItem.Total,
            var key when Ratings.Contains(key) => ExpectedItem.Rating,
            var key when Ranks.Contains(key) => ExpectedItem.Rank,
            _ => null,
        };
        if (item is { } known)
            _items.Add(new ItemColumn(column, prefix, null, known));
        return item is not null;
    }
}
