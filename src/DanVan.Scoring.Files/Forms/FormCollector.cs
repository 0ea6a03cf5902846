using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Brings the filled forms of a folder together. A faulty form does not stop the others; a unit that sent several is a
/// question, so none of them is used.
/// </summary>
public sealed class FormCollector
{
    private static readonly HashSet<string> WorkbookExtensions = new([".xlsx", ".xlsm", ".xls"], StringComparer.OrdinalIgnoreCase);

    private readonly RuleSet _ruleSet;
    private readonly IReadOnlyDictionary<string, Unit>? _listed;
    private readonly DateOnly? _deadline;
    private readonly DiagnosticBag _diagnostics;
    private readonly ChoiceMap _kinds;
    private readonly ChoiceMap _groups;
    private readonly FormReader _reader;
    private readonly List<(string File, FilledForm? Form)> _files = [];

    /// <summary>Prepares collecting.</summary>
    /// <param name="ruleSet">The rules that the forms were made from.</param>
    /// <param name="listed">The units that should send a form; null if there is no list, so that nobody can be missing.</param>
    /// <param name="deadline">The last day that is in time; null for none.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public FormCollector(RuleSet ruleSet, IEnumerable<Unit>? listed, DateOnly? deadline, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        _ruleSet = ruleSet;
        _listed = listed?.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        _deadline = deadline;
        _diagnostics = diagnostics;
        _kinds = new ChoiceMap(ruleSet.UnitKinds, DatasetDiagnostics.UnknownKind);
        _groups = new ChoiceMap(ruleSet.Groups, DatasetDiagnostics.UnknownGroup);
        _reader = new FormReader(ruleSet, diagnostics);
    }

    /// <summary>Reads all forms of a folder and of the folders in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="progress">Is told how many files were read, of how many.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Collecting was stopped.</exception>
    public CollectedForms Collect(string folder, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith("~$", StringComparison.Ordinal) && !name.StartsWith('.'))
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        foreach (var (index, (path, name)) in paths.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(index + 1, paths.Count);
            if (WorkbookExtensions.Contains(Path.GetExtension(name)) && RegularFile.Is(path))
                _files.Add((name, WithFullCode(_reader.Read(path, name))));
            else
                Skip(name);
        }
        var usable = FindUsable();
        if (usable.Count == 0 && paths.Count > 0)
            _diagnostics.Add(FormDiagnostics.NoForms.At(new Place { File = folder }, ("count", paths.Count)));
        var units = Fill(usable);
        var sources = _files.Where(file => file.Form is not null)
            .Select(file => new SourceInfo { File = file.File, Sha256 = file.Form!.Sha256, Columns = [] });
        return new CollectedForms(_ruleSet, units, [.. Receipts(usable)], [.. sources]);
    }

    /// <summary>The form with its code as the list has it, where zeros at the start were lost; told.</summary>
    private FilledForm? WithFullCode(FilledForm? form)
    {
        if (form is null || _listed is null || _listed.ContainsKey(form.Code) || new ShortCodes(_listed.Keys).Find(form.Code) is not { } code)
            return form;
        _diagnostics.Add(DatasetDiagnostics.ShortCode.At(form.PlaceOf("code"), ("found", form.Code), ("unit", code), ("count", 1)));
        return form with { Unit = new Dictionary<string, FormCell>(form.Unit) { ["code"] = form.Unit["code"] with { Text = code } } };
    }

    private void Skip(string name)
    {
        _diagnostics.Add(FormDiagnostics.FileNotRead.At(new Place { File = name }));
        _files.Add((name, null));
    }

    /// <summary>The forms that say for certain whose they are, one a unit.</summary>
    private List<(FilledForm Form, Unit Unit)> FindUsable()
    {
        var usable = new List<(FilledForm Form, Unit Unit)>();
        var forms = _files.Select(file => file.Form).OfType<FilledForm>().Where(IsOfTheseRules).ToList();
        foreach (var sent in forms.GroupBy(form => form.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (sent.Key.Length == 0)
            {
                foreach (var form in sent)
                    _diagnostics.Add(DatasetDiagnostics.BlankCell.At(form.PlaceOf("code"), ("name", FormLayout.UnitItems[0].Label)));
            }
            else if (sent.Count() > 1)
            {
                foreach (var form in sent)
                    _diagnostics.Add(FormDiagnostics.DuplicateForm.At(form.PlaceOf("code"), ("unit", sent.Key), ("files", sent.Select(other => other.File))) with { UnitCode = sent.Key });
            }
            else if (!sent.Single().IsAmbiguous && FindUnit(sent.Single()) is { } unit)
            {
                usable.Add((sent.Single(), unit));
            }
        }
        return usable;
    }

    private bool IsOfTheseRules(FilledForm form)
    {
        var place = new Place { File = form.File };
        if (form.RuleSet != _ruleSet.Id)
        {
            _diagnostics.Add(FormDiagnostics.OtherRules.At(place, ("found", form.RuleSet), ("expected", _ruleSet.Id)));
            return false;
        }
        if (form.RuleSetVersion != _ruleSet.Version)
            _diagnostics.Add(FormDiagnostics.OtherVersion.At(place, ("found", form.RuleSetVersion), ("expected", _ruleSet.Version)));
        return true;
    }

    /// <summary>The unit of a form, from the list or, without one, from the form; null if it cannot be told, which is then reported.</summary>
    private Unit? FindUnit(FilledForm form)
    {
        if (_listed is null)
            return NewUnit(form);
        if (!_listed.TryGetValue(form.Code, out var unit))
        {
            _diagnostics.Add(DatasetDiagnostics.UnknownUnit.At(form.PlaceOf("code"), ("unit", form.Code), ("suggestion", Suggestion.Nearest(form.Code, _listed.Keys.Take(20_000)))));
            return null;
        }
        if (unit.Kind != form.Kind)
        {
            _diagnostics.Add(FormDiagnostics.OtherKind.At(form.PlaceOf("code"), ("found", form.Kind), ("unit", unit.Code), ("expected", unit.Kind)) with { UnitCode = unit.Code });
            return null;
        }
        if (form.Text("name") is { Length: > 0 } name && TextKey.Exact(name) != TextKey.Exact(unit.Name))
            _diagnostics.Add(FormDiagnostics.OtherName.At(form.PlaceOf("name"), ("found", name), ("unit", unit.Code), ("expected", unit.Name)) with { UnitCode = unit.Code });
        return unit;
    }

    private Unit? NewUnit(FilledForm form)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        if (!_kinds.Ids.Contains(form.Kind))
            _diagnostics.Add(_kinds.Unknown(form.Kind, new Place { File = form.File }));
        if (form.Text("name").Length == 0)
            _diagnostics.Add(DatasetDiagnostics.BlankCell.At(form.PlaceOf("name"), ("name", FormLayout.UnitItems[1].Label)));
        string group = form.Text("group");
        string? groupId = group.Length == 0 ? null : _groups.Find(group);
        if (group.Length > 0 && groupId is null)
            _diagnostics.Add(_groups.Unknown(group, form.PlaceOf("group")));
        return _diagnostics.ErrorCount > errorsBefore ? null : new Unit
        {
            Index = 0,
            Code = form.Code,
            Name = form.Text("name"),
            Kind = form.Kind,
            Group = groupId,
            Parent = form.Text("parent") is { Length: > 0 } parent ? parent : null,
            Place = form.PlaceOf("code"),
        };
    }

    /// <summary>Reads what was filled in, and checks it against the limits of the fields.</summary>
    private List<CollectedUnit> Fill(List<(FilledForm Form, Unit Unit)> usable)
    {
        var builder = new DatasetBuilder(_ruleSet, usable.Select(item => item.Unit), _diagnostics);
        var byUnit = new Dictionary<int, FilledForm>();
        foreach (var (form, unit) in usable)
        {
            int index = builder.IndexOf(unit.Code);
            byUnit[index] = form;
            using var about = _diagnostics.About(() => unit.Code);
            FormValues.Parse([.. _ruleSet.Fields.Where(field => form.Fields.ContainsKey(field.Id) && field.From is null)
                .Select(field => (form.Fields[field.Id], builder.ColumnOf(field.Index), index))], _diagnostics);
            CheckKeys(form);
            if (form.IsBlank)
                _diagnostics.Add(FormDiagnostics.BlankForm.At(new Place { File = form.File }, ("unit", unit.Code)));
        }
        builder.CheckLimits((field, unit) => byUnit[unit].Fields[field.Id].Place);
        return [.. usable.Select(item =>
        {
            int index = builder.IndexOf(item.Unit.Code);
            return new CollectedUnit(item.Unit, [.. _ruleSet.Fields.Select(field =>
                item.Form.Fields.TryGetValue(field.Id, out var cell) ? FormValues.Text(builder.ColumnOf(field.Index), index, cell) : null)],
                SelfScores(item.Form), Records(item.Form));
        })];
    }

    private void CheckKeys(FilledForm form)
    {
        var missing = KindScope.Of(_ruleSet, form.Kind).Fields.Where(field => !form.Fields.ContainsKey(field.Id)).Select(field => field.Label).ToList();
        if (missing.Count > 0)
            _diagnostics.Add(FormDiagnostics.FieldMissing.At(new Place { File = form.File }, ("names", missing)));
        foreach (var (id, cell) in form.Fields)
            if (cell.Text.Length > 0 && _ruleSet.Fields.All(field => field.Id != id || field.From is not null))
                _diagnostics.Add(FormDiagnostics.FieldUnknown.At(cell.Place, ("found", cell.Text), ("name", id)));
        foreach (var (id, (points, evidence)) in form.Criteria)
            foreach (var cell in new[] { points, evidence })
                if (cell.Text.Length > 0 && _ruleSet.Leaves.All(leaf => leaf.Id != id))
                    _diagnostics.Add(FormDiagnostics.FieldUnknown.At(cell.Place, ("found", cell.Text), ("name", id)));
    }

    private List<(ScoreNode, string, string)> SelfScores(FilledForm form)
    {
        var scores = new List<(ScoreNode, string, string)>();
        foreach (var leaf in _ruleSet.Leaves)
        {
            if (!form.Criteria.TryGetValue(leaf.Id, out var cells))
                continue;
            if (cells.Points.Text.Length > 0)
                scores.Add((leaf, FormValues.Points(cells.Points, leaf, _diagnostics), cells.Evidence.Text));
            else if (cells.Evidence.Text.Length > 0)
                _diagnostics.Add(FormDiagnostics.EvidenceWithoutPoints.At(cells.Evidence.Place, ("name", leaf.Id)));
        }
        return scores;
    }

    private List<(RecordTable, IReadOnlyList<string>)> Records(FilledForm form)
    {
        var records = new List<(RecordTable, IReadOnlyList<string>)>();
        foreach (var table in _ruleSet.Tables)
        {
            var rows = form.Records.Where(record => record.Table == table).ToList();
            var columns = table.Columns.Select(column => DatasetBuilder.NewColumn(column, rows.Count)).ToList();
            var cells = rows.Select(row => table.Columns.Select(column => CellOf(row.Cells, column)).ToList()).ToList();
            FormValues.Parse([.. cells.SelectMany((row, index) => row.Zip(columns, (cell, column) => (cell, column, index)).Where(item => item.cell.Text.Length > 0))], _diagnostics);
            for (int i = 0; i < rows.Count; i++)
                records.Add((table, [.. columns.Select((column, position) => FormValues.Text(column, i, cells[i][position]))]));
        }
        return records;

        static FormCell CellOf(IReadOnlyDictionary<Field, FormCell> cells, Field column) =>
            cells.GetValueOrDefault(column) ?? new FormCell("", CellOrigin.Text, cells.Values.First().Place);
    }

    private IEnumerable<Receipt> Receipts(List<(FilledForm Form, Unit Unit)> usable)
    {
        var findings = _diagnostics.Sorted().ToLookup(diagnostic => diagnostic.Place.File, StringComparer.Ordinal);
        var used = usable.ToDictionary(item => item.Form, item => item.Unit);
        var received = _files.Select(file =>
        {
            ImmutableArray<Diagnostic> found = [.. findings[file.File].OrderBy(diagnostic => diagnostic.Severity)];
            if (file.Form is not { } form)
                return new Receipt { Code = "", Name = "", File = file.File, State = ReceiptState.NotUsed, Findings = found };
            var unit = used.GetValueOrDefault(form) ?? _listed?.GetValueOrDefault(form.Code);
            var (date, isOfFile) = DateOf(form);
            return new Receipt
            {
                Code = form.Code,
                Name = unit?.Name ?? form.Text("name"),
                File = file.File,
                State = !used.ContainsKey(form) ? ReceiptState.NotUsed
                    : found.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ReceiptState.Faulty
                    : form.IsBlank ? ReceiptState.Blank
                    : ReceiptState.Received,
                Date = date,
                IsDateOfFile = isOfFile,
                DaysLate = _deadline is { } deadline ? Math.Max(0, date.DayNumber - deadline.DayNumber) : 0,
                Findings = found,
            };
        }).ToList();
        var sent = received.Select(receipt => receipt.Code).ToHashSet(StringComparer.Ordinal);
        var missing = (_listed?.Values ?? []).Where(unit => !sent.Contains(unit.Code)).Select(unit => new Receipt { Code = unit.Code, Name = unit.Name, State = ReceiptState.Missing });
        return received.Concat(missing)
            .OrderBy(receipt => receipt.State switch { ReceiptState.NotUsed => 0, ReceiptState.Faulty => 1, ReceiptState.Blank => 2, ReceiptState.Missing => 3, _ => 4 })
            .ThenBy(receipt => receipt.Code, StringComparer.Ordinal)
            .ThenBy(receipt => receipt.File, StringComparer.Ordinal);
    }

    /// <summary>When the form was sent: as it says, else the day of the file.</summary>
    private static (DateOnly Date, bool IsOfFile) DateOf(FilledForm form) =>
        CellParser.TryParseDate(form.Text("date"), out var date) ? (date, false) : (form.Written, true);
}
