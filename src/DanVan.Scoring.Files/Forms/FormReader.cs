using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Workbooks;

namespace DanVan.Scoring.Files.Forms;

/// <summary>
/// Reads filled forms. Rows are known by the keys in their hidden column, wherever they stand; what is not read is
/// named.
/// </summary>
internal sealed class FormReader(RuleSet ruleSet, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, FormOutline> _outlines = new(StringComparer.Ordinal);

    /// <summary>Reads a file; null if it is no form, which is then reported.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public FilledForm? Read(string path, string shownName)
    {
        string sha256 = TextFile.HashOf(path);
        return Workbook.Read(path, shownName, diagnostics, workbook =>
        {
            var sheets = workbook.SheetNames.Select((name, index) =>
            {
                var merged = new List<MergedCells>();
                return (Name: name, Rows: workbook.Rows(index, merged).ToList(), Merged: merged);
            }).ToList();
            string[]? form = sheets.SelectMany(sheet => sheet.Rows).Select(row => row.TextAt(FormLayout.KeyColumn))
                .FirstOrDefault(key => key.StartsWith(FormLayout.FormKey, StringComparison.Ordinal))?.Split(FormLayout.KeySeparator);
            if (form is not [_, FormLayout.Version, var ruleSetId, var version, _, var kind])
            {
                diagnostics.Add(FormDiagnostics.NotForm.At(new Place { File = shownName }, ("sheets", workbook.SheetNames)));
                return null;
            }
            var findings = new DiagnosticBag(diagnostics);
            var scan = new FormScan(ruleSet, ruleSetId == ruleSet.Id ? OutlineOf(kind) : null, version != ruleSet.Version, findings);
            foreach (var (name, rows, merged) in sheets.OrderBy(sheet => sheet.Name != BookWriter.ListSheet))
                scan.Read(new Place { File = shownName, Sheet = name }, rows, merged);
            bool isAmbiguous = scan.IsAmbiguous();
            var read = new FilledForm
            {
                File = shownName,
                Sha256 = sha256,
                Written = DateOnly.FromDateTime(File.GetLastWriteTime(path)),
                RuleSet = ruleSetId,
                RuleSetVersion = version,
                Kind = kind,
                Unit = scan.Unit.First,
                Fields = scan.Fields.First,
                Criteria = scan.Points.First
                    .ToDictionary(points => points.Key, points => (points.Value, scan.Evidence.First[points.Key]), StringComparer.Ordinal),
                Records = scan.Records,
                IsAmbiguous = isAmbiguous,
            };
            using var about = diagnostics.About(() => read.Code);
            diagnostics.Take(findings);
            return read;
        }, withHidden: true);
    }

    /// <summary>The form as the program writes it; null for a kind of unit that the rule set does not have.</summary>
    private FormOutline? OutlineOf(string kind)
    {
        if (!_outlines.TryGetValue(kind, out var outline) && ruleSet.UnitKinds.Any(known => known.Id == kind))
            _outlines[kind] = outline = new FormOutline(ruleSet, kind);
        return outline;
    }
}
