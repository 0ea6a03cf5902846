using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;

namespace DanVan.Scoring.Files.Forms;

/// <summary>A file of a dataset that must not be overwritten.</summary>
public sealed class DatasetRefusedException(string file) : IOException(file)
{
    /// <summary>The file, as a path.</summary>
    public string File { get; } = file;
}

/// <summary>
/// Writes collected forms as a dataset. Files that this program wrote and nobody changed are replaced; those of others in
/// the folder (appraisal, exemptions, a note) stay as they are, and a changed one is never overwritten.
/// </summary>
public sealed class CollectedDataset
{
    /// <summary>Name of the file that says what was collected and written.</summary>
    public const string ManifestFile = "collect.json";

    private static readonly string[] TableExtensions = [".csv", ".xlsx", ".xls"];
    private static readonly string[] PreparedTables = ["units", "previous", "note"];

    private readonly CollectedForms _forms;
    private readonly bool _unitsFromForms;
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Prepares the files.</summary>
    /// <param name="forms">The forms.</param>
    /// <param name="prepared">The folder with the list of units, which is taken over with last period's figures and the note; null for none.</param>
    /// <param name="hasUnits">True if the folder to be written holds the list of units already; else, and without a prepared one, it is written from the forms.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public CollectedDataset(CollectedForms forms, string? prepared, bool hasUnits)
    {
        ArgumentNullException.ThrowIfNull(forms);
        _forms = forms;
        if (prepared is not null)
            TakeOver(prepared);
        else if (!hasUnits)
            AddUnits();
        _unitsFromForms = prepared is null && !hasUnits;
        AddResults();
        AddSelfScores();
        foreach (var table in forms.RuleSet.Tables)
            AddRecords(table);
        AddReceipts();
    }

    /// <summary>True if the list of units in a folder was written from forms, so that it says nothing of who is missing.</summary>
    public static bool WroteUnits(string folder) =>
        RunManifest.Read(Path.Combine(folder, ManifestFile)) is { } manifest && manifest.Options.GetValueOrDefault("units") == "forms"
        && manifest.Outputs.TryGetValue("units.csv", out string? hash) && Path.Combine(folder, "units.csv") is var path && File.Exists(path) && TextFile.HashOf(path) == hash;

    private bool IsVietnamese => _forms.RuleSet.Language == Language.Vietnamese;

    /// <summary>Writes the files into a folder.</summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="program">Program and version, for the manifest.</param>
    /// <returns>Names of the files written.</returns>
    /// <exception cref="DatasetRefusedException">A file in the folder was changed since, or belongs to somebody else.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public IReadOnlyList<string> Write(string folder, string program)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        using var gate = FolderGate.Enter(full);
        FolderLeftovers.RemoveUnfinished(full);
        var before = Own(folder);
        Refuse(folder, before);
        var manifest = new RunManifest
        {
            Program = program,
            RuleSet = _forms.RuleSet.Id,
            RuleSetVersion = _forms.RuleSet.Version,
            Options = ImmutableSortedDictionary<string, string>.Empty.Add("units", _unitsFromForms ? "forms" : "given"),
            Inputs = _forms.Sources,
            Outputs = _files.ToImmutableSortedDictionary(file => file.Key, file => TextFile.Hash(file.Value), StringComparer.Ordinal),
        };
        string staging = FolderLeftovers.FreeStaging(full);
        Directory.CreateDirectory(staging);
        try
        {
            FolderMark.Put(staging);
            foreach (var (name, bytes) in _files)
                File.WriteAllBytes(Path.Combine(staging, name), bytes);
            Refuse(folder, before); // what was changed while this was being prepared
            Directory.CreateDirectory(folder);
            // Until all files are there, both the earlier ones and the new ones are this program's.
            WriteManifest(manifest with { Replaced = before });
            foreach (string name in _files.Keys)
                File.Move(Path.Combine(staging, name), Path.Combine(folder, name), overwrite: true);
            foreach (var (name, hash) in before)
                if (!_files.ContainsKey(name) && Path.Combine(folder, name) is var stale && File.Exists(stale)
                    && hash == TextFile.HashOf(stale))
                    File.Delete(stale);
            WriteManifest(manifest);
        }
        finally
        {
            FolderLeftovers.TryDelete(staging);
        }
        return [.. _files.Keys.Append(ManifestFile).Order(StringComparer.Ordinal)];

        void WriteManifest(RunManifest content)
        {
            File.WriteAllBytes(Path.Combine(staging, ManifestFile), content.ToJson());
            File.Move(Path.Combine(staging, ManifestFile), Path.Combine(folder, ManifestFile), overwrite: true);
        }
    }

    /// <summary>
    /// The files of a folder that this program wrote, with the hashes that they may have: two after a run that was cut off.
    /// </summary>
    private static ImmutableArray<ReplacedFile> Own(string folder) =>
        RunManifest.Read(Path.Combine(folder, ManifestFile)) is not { } manifest ? []
            : [.. manifest.Outputs.Select(file => new ReplacedFile(file.Key, file.Value)).Concat(manifest.Replaced ?? []).Distinct()
                .OrderBy(file => file.File, StringComparer.Ordinal)];

    /// <summary>A file is replaced only if it is as this program wrote it; the same bytes are no change either.</summary>
    private void Refuse(string folder, ImmutableArray<ReplacedFile> before)
    {
        string manifest = Path.Combine(folder, ManifestFile);
        if (File.Exists(manifest) && RunManifest.Read(manifest) is null)
            throw new DatasetRefusedException(manifest);
        foreach (var (name, bytes) in _files)
        {
            string stem = Path.GetFileNameWithoutExtension(name);
            foreach (string extension in TableExtensions.Append(Path.GetExtension(name)).Distinct(StringComparer.Ordinal))
            {
                string found = stem + extension;
                string path = Path.Combine(folder, found);
                if (!File.Exists(path))
                    continue;
                bool isOwn = RegularFile.Is(path) && TextFile.HashOf(path) is var hash
                    && (before.Contains(new ReplacedFile(found, hash)) || (found == name && hash == TextFile.Hash(bytes)));
                if (!isOwn)
                    throw new DatasetRefusedException(path);
            }
        }
    }

    private void TakeOver(string prepared)
    {
        foreach (string table in PreparedTables)
            foreach (string extension in TableExtensions.Append(".txt"))
                if (Path.Combine(prepared, table + extension) is var path && File.Exists(path))
                    _files[table + extension] = TextFile.ReadBytes(path);
    }

    private void AddUnits() => Add("units.csv", ["code", "name", "kind", "group", "parent", "predecessors"], table =>
    {
        foreach (var (unit, _, _, _) in _forms.Units)
            table.Text(unit.Code).Text(unit.Name).Text(unit.Kind).Text(unit.Group).Text(unit.Parent).Text("").EndRow();
    });

    private void AddResults()
    {
        var fields = _forms.RuleSet.Fields.Where(field => field.From is null).ToList();
        Add("results.csv", ["code", .. fields.Select(field => field.Id)], table =>
        {
            foreach (var unit in _forms.Units)
            {
                table.Text(unit.Unit.Code);
                foreach (var field in fields)
                    table.Value(unit.Results[field.Index]);
                table.EndRow();
            }
        });
    }

    private void AddSelfScores()
    {
        if (_forms.Units.All(unit => unit.SelfScores.Count == 0))
            return;
        Add("selfscores.csv", ["code", "criterion", "points", "evidence"], table =>
        {
            foreach (var unit in _forms.Units)
                foreach (var (criterion, points, evidence) in unit.SelfScores)
                    table.Text(unit.Unit.Code).Text(criterion.Id).Value(points).Text(evidence).EndRow();
        });
    }

    private void AddRecords(RecordTable recordTable) => Add(recordTable.Id + ".csv", ["code", .. recordTable.Columns.Select(column => column.Id)], table =>
    {
        foreach (var unit in _forms.Units)
            foreach (var (_, cells) in unit.Records.Where(record => record.Table == recordTable))
            {
                table.Text(unit.Unit.Code);
                foreach (string cell in cells)
                    table.Value(cell);
                table.EndRow();
            }
    });

    private void AddReceipts() => Add(DatasetReader.ReceiptFile, Headers("Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Tệp|File", "Tình trạng|State", "Ngày gửi|Date sent",
        "Ngày lấy từ|Date taken from", "Số ngày muộn|Days late", "Số lỗi|Errors", "Nội dung|Findings"), table =>
    {
        var language = _forms.RuleSet.Language;
        foreach (var receipt in _forms.Receipts)
        {
            table.Text(receipt.Code).Text(receipt.Name).Text(receipt.File).Text(ReceiptText.State(receipt).In(language))
                .Text(receipt.Date is { } date ? ValueText.Date(date, language) : "")
                .Text(receipt.Date is null ? "" : receipt.IsDateOfFile ? (IsVietnamese ? "ngày của tệp" : "the file") : (IsVietnamese ? "biểu" : "the form"))
                .Number(receipt.DaysLate > 0 ? receipt.DaysLate : null).Number(receipt.Findings.Count(finding => finding.Severity == Severity.Error))
                .Text(string.Join(" | ", receipt.Findings.Select(finding => finding.Describe(language)))).EndRow();
        }
    });

    private void Add(string name, string[] headers, Action<TableWriter> write)
    {
        using var stream = new MemoryStream();
        using (var table = new TableWriter(stream, CsvStyle.Office, headers))
            write(table);
        _files[name] = stream.ToArray();
    }

    private string[] Headers(params string[] names) => TableWriter.Headers(_forms.RuleSet.Language, names);
}

/// <summary>What became of forms, in words.</summary>
public static class ReceiptText
{
    /// <summary>The state of a receipt, with whether it came late.</summary>
    public static LocalText State(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return (receipt.State, receipt.DaysLate > 0) switch
        {
            (ReceiptState.Received, false) => new("đã nhận", "received"),
            (ReceiptState.Received, true) => new("nhận muộn", "received late"),
            (ReceiptState.Faulty, false) => new("có lỗi", "faulty"),
            (ReceiptState.Faulty, true) => new("có lỗi, nhận muộn", "faulty, received late"),
            (ReceiptState.Blank, _) => new("để trống", "blank"),
            (ReceiptState.Missing, _) => new("chưa gửi", "missing"),
            _ => new("không dùng được", "not used"),
        };
    }
}
