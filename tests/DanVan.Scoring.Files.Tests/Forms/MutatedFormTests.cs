using System.Globalization;
using System.Text.RegularExpressions;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Forms;

/// <summary>
/// However a form was changed: every figure in it is in the dataset under the key of its row, or named in a finding, or
/// the form is refused; and none is in the dataset under another key.
/// </summary>
public sealed partial class MutatedFormTests
{
    private const int Batch = 100;

    private sealed record Reading(Receipt Receipt, CollectedUnit? Unit, ILookup<(string?, string?), Diagnostic> Named);

    [Fact]
    public void ChangedForms_LoseNoFigure_AndTakeNoneUnderAnotherKey()
    {
        int count = LongMode.Times(300), figures = 0;
        var states = new Dictionary<ReceiptState, int>();
        for (int first = 0; first < count; first += Batch)
        {
            var forms = Enumerable.Range(first, Math.Min(Batch, count - first)).Select(Changed).ToList();
            foreach (var (seed, form, reading) in Collect(forms, first))
            {
                states[reading.Receipt.State] = states.GetValueOrDefault(reading.Receipt.State) + 1;
                figures += CheckFigures(seed, form, reading);
                if (reading.Unit is { } unit)
                    CheckUnit(seed, form, unit);
            }
        }
        string ends = string.Join(", ", states.OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} forms, {figures} figures: {ends}");
        Assert.True(states.Count >= 3, "mutations that lead to one end only prove little");
    }

    private static FormGrid Changed(int seed)
    {
        var random = new Random(seed);
        var form = new FormGrid(withPrevious: seed % 2 == 0, code: string.Create(CultureInfo.InvariantCulture, $"U{seed}"));
        foreach (var sheet in form.Sheets.Where(sheet => sheet.Rows.Count > 40))
            sheet.Rows.RemoveRange(40, sheet.Rows.Count - 40); // rows for records that nobody uses cost time only
        var mutator = new FormMutator(random, form);
        foreach (string field in new[] { "briefed", "staff", "spending", "satisfied", "events" })
            form.Row("field:" + field)[4] = random.Next(8) == 0 ? null : mutator.NewFigure();
        form.Row("field:comment")[4] = $"văn bản {mutator.NewFigure()}";
        form.Row("field:planIssued")[4] = "Có";
        foreach (string leaf in new[] { "A.1", "A.2", "B.1", "B.2", "B.3" })
        {
            form.Row("criterion:" + leaf)[4] = mutator.NewFigure() / 1_000_000;
            form.Row("criterion:" + leaf)[5] = $"số {mutator.NewFigure()}";
        }
        foreach (object?[] row in form.Records("models").Take(random.Next(4)))
            (row[2], row[3]) = ("Xong", mutator.NewFigure());
        mutator.Change(random.Next(1, 5));
        return form;
    }

    private static IEnumerable<(int Seed, FormGrid Form, Reading Reading)> Collect(List<FormGrid> forms, int first)
    {
        using var folder = new TemporaryFolder();
        foreach (var (index, form) in forms.Index())
            form.Write(Path.Combine(folder.Path, $"{first + index}.xlsx"));
        var collected = new FormCollector(FormGrid.RuleSet, null, null, new DiagnosticBag()).Collect(folder.Path);
        foreach (var (index, form) in forms.Index())
        {
            var receipt = collected.Receipts.Single(receipt => receipt.File == $"{first + index}.xlsx");
            var named = receipt.Findings.SelectMany(finding =>
                new[] { finding.Place, finding.Related }.OfType<Place>().Select(place => (place, finding)))
                .ToLookup(item => (item.place.Sheet, item.place.Cell), item => item.finding);
            var used = receipt.State == ReceiptState.NotUsed ? null : collected.Units.Single(unit => unit.Unit.Code == receipt.Code);
            yield return (first + index, form, new Reading(receipt, used, named));
        }
    }

    /// <summary>Every figure is read under its row's key, named, or in a form that is refused.</summary>
    private static int CheckFigures(int seed, FormGrid form, Reading reading)
    {
        int figures = 0;
        foreach (var sheet in form.Sheets)
            foreach (var (r, row) in sheet.Rows.Index())
                foreach (var (c, value) in row.Index())
                    foreach (string figure in FiguresIn(value))
                    {
                        figures++;
                        string cell = CellAddress.Of(c, r + 1);
                        bool isSafe = reading.Unit is { } unit
                            ? reading.Named.Contains((sheet.Name, cell)) || IsNamedAsTwin(form, reading, row, c)
                            || IsRead(unit, row[0] as string ?? "", c, figure)
                            : reading.Receipt.Findings.Any(finding => finding.Severity == Severity.Error);
                        Assert.True(isSafe,
                            $"seed {seed}: {figure} in {sheet.Name}!{cell} vanished\n{string.Join('\n', reading.Receipt.Findings)}");
                    }
        return figures;
    }

    /// <summary>True if the same row stands elsewhere with the same content, and is named there.</summary>
    private static bool IsNamedAsTwin(FormGrid form, Reading reading, object?[] row, int column) =>
        row[0] is not null && form.Sheets.Any(sheet => sheet.Rows.Index().Any(other =>
            Equals(other.Item[0], row[0]) && Equals(other.Item[column], row[column])
            && reading.Named.Contains((sheet.Name, CellAddress.Of(column, other.Index + 1)))));

    private static bool IsRead(CollectedUnit unit, string key, int column, string figure) => (key.Split(':', 2)[0], column) switch
    {
        ("field", 4) => FormGrid.RuleSet.Fields
            .Any(field => key == "field:" + field.Id && unit.Results[field.Index]?.Contains(figure, StringComparison.Ordinal) == true),
        ("criterion", 4) => unit.SelfScores
            .Any(own => key == "criterion:" + own.Criterion.Id && own.Points.Contains(figure, StringComparison.Ordinal)),
        ("criterion", 5) => unit.SelfScores
            .Any(own => key == "criterion:" + own.Criterion.Id && own.Evidence.Contains(figure, StringComparison.Ordinal)),
        ("unit", 4) => true, // who the unit is
        ("", _) => unit.Records.Any(record => record.Cells.Any(cell => cell.Contains(figure, StringComparison.Ordinal))),
        _ => false,
    };

    /// <summary>
    /// What is in the dataset stands in the form in a row with that key and without another one's label, or below
    /// that header.
    /// </summary>
    private static void CheckUnit(int seed, FormGrid form, CollectedUnit unit)
    {
        var rows = form.Sheets.SelectMany(sheet => sheet.Rows).ToList();
        var labels = new FormGrid().Sheets.SelectMany(sheet => sheet.Rows)
            .Where(row => row is [string key, _, string, ..] && !key.StartsWith("records:", StringComparison.Ordinal))
            .ToLookup(row => row[2] as string, row => (string)row[0]!);
        void Check(string key, int column, string? text)
        {
            foreach (string figure in FiguresIn(text))
                Assert.True(rows.Any(row => Equals(row[0], key) && FiguresIn(row[column]).Contains(figure)
                    && (!labels.Contains(row[2] as string) || labels[row[2] as string].Contains(key))),
                    $"seed {seed}: {figure} is taken under {key}");
        }
        foreach (var field in FormGrid.RuleSet.Fields)
            Check("field:" + field.Id, 4, unit.Results[field.Index]);
        foreach (var (criterion, points, evidence) in unit.SelfScores)
        {
            Check("criterion:" + criterion.Id, 4, points);
            Check("criterion:" + criterion.Id, 5, evidence);
        }
        foreach (var (table, cells) in unit.Records)
            foreach (var (column, cell) in table.Columns.Zip(cells))
                foreach (string figure in FiguresIn(cell))
                    Assert.True(form.Sheets
                        .Any(sheet => StandsBelow(sheet, "records:" + table.Id, column.Label, figure)),
                        $"seed {seed}: {figure} is taken as {column.Label}");
    }

    private static bool StandsBelow(GridSheet sheet, string key, string label, string figure)
    {
        object?[]? header = null;
        foreach (object?[] row in sheet.Rows)
            if (Equals(row[0], key))
                header = row;
            else if (row[0] is null && header?.Index()
                .Any(cell => Equals(cell.Item, label) && FiguresIn(row[cell.Index]).Contains(figure)) == true)
                return true;
        return false;
    }

    private static IEnumerable<string> FiguresIn(object? value) =>
        Figure().Matches(value is FormulaCell ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Select(match => match.Value);

    [GeneratedRegex(@"(?<!\d)[1-9]\d{4}[1-9](?!\d)")]
    private static partial Regex Figure();
}
