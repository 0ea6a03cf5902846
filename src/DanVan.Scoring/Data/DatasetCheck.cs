using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Nodes;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Data;

/// <summary>
/// Checks cells against the limits of their fields, and entries against each other. A cell outside its limits becomes
/// invalid: a criterion that reads it has no result, and the unit is not scored.
/// </summary>
internal sealed class DatasetCheck(RuleSet ruleSet, Dataset dataset)
{
    private readonly CellFrame _frame = new(dataset);
    private readonly List<(Column Column, int Cell)> _faults = [];
    private readonly List<ScoreNode>[] _readers = ruleSet.Total.ExemptionRequired
        ? [.. ruleSet.Fields.Select(field => ruleSet.Leaves.Where(leaf => leaf.Manner!.Expressions.Any(expression => expression.FieldsRead.Contains(field.Index))).ToList())]
        : [];

    /// <summary>Checks all that the dataset holds.</summary>
    /// <param name="unusable">Takes the units whose entries contradict each other.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public void Check(HashSet<int> unusable, DiagnosticBag diagnostics)
    {
        CheckExemptions(unusable, diagnostics);
        if (dataset.Cells is not HeldCells)
            return; // checked when they are read
        WalkUnits(first =>
        {
            CheckLimits(dataset.Fields, first, diagnostics, PlaceOf);
            CheckNotApplicable(dataset.Fields, first, diagnostics);
        });
    }

    /// <summary>Checks cells that were read.</summary>
    public void Check(CellBlock block, DiagnosticBag diagnostics)
    {
        _frame.MoveTo(block);
        CheckLimits(block.Columns, 0, diagnostics, PlaceOf);
        CheckNotApplicable(block.Columns, 0, diagnostics);
    }

    /// <summary>Makes cells of a dataset outside the limits of their fields invalid, and reports them.</summary>
    public static void CheckLimits(RuleSet ruleSet, Dataset dataset, DiagnosticBag diagnostics, Func<Column, int, Place> placeOf)
    {
        var check = new DatasetCheck(ruleSet, dataset);
        check.WalkUnits(first => check.CheckLimits(dataset.Fields, first, diagnostics, placeOf));
    }

    private void WalkUnits(Action<int> check)
    {
        for (int first = 0; first < dataset.Units.Length; first += Frame.BlockSize)
        {
            _frame.MoveTo(first, Math.Min(Frame.BlockSize, dataset.Units.Length - first));
            check(first);
        }
    }

    private Place PlaceOf(Column column, int unit) => dataset.PlaceOf(column.Field.Index, unit) ?? dataset.Units[unit].Place;

    private void CheckLimits(IReadOnlyList<Column?> columns, int first, DiagnosticBag diagnostics, Func<Column, int, Place> placeOf)
    {
        foreach (var column in columns)
        {
            CheckLimit(column, column?.Field.AtLeast, first, isLeast: true, diagnostics, placeOf);
            CheckLimit(column, column?.Field.AtMost, first, isLeast: false, diagnostics, placeOf);
        }
        // Marked only now, so that a limit which is itself at fault is still compared with.
        foreach (var (column, cell) in _faults)
            column.MutableStates[cell] = CellState.Invalid;
        _faults.Clear();
    }

    private void CheckLimit(Column? column, Expression? limit, int first, bool isLeast, DiagnosticBag diagnostics, Func<Column, int, Place> placeOf)
    {
        if (limit is null)
            return;
        if (column is Column<decimal> numbers)
            CheckLimit(numbers, limit, first, isLeast, diagnostics, placeOf);
        else if (column is Column<DateOnly> dates)
            CheckLimit(dates, limit, first, isLeast, diagnostics, placeOf);
    }

    private void CheckLimit<T>(Column<T> column, Expression limit, int first, bool isLeast, DiagnosticBag diagnostics, Func<Column, int, Place> placeOf)
        where T : notnull
    {
        var limits = _frame.Rent<T>();
        limit.Evaluate(_frame, limits);
        for (int i = 0; i < _frame.Count; i++)
        {
            int cell = first + i;
            if (column.States[cell] != CellState.Value || limits.States[i] != CellState.Value)
                continue;
            int order = ValueOrder.Compare(column.Values[cell], limits.Values[i]);
            if (isLeast ? order >= 0 : order <= 0)
                continue;
            _faults.Add((column, cell));
            int unit = _frame.UnitAt(i);
            diagnostics.Add((isLeast ? DatasetDiagnostics.BelowLeast : DatasetDiagnostics.AboveMost).At(placeOf(column, unit),
                ("value", column.Values[cell]), ("limit", limits.Values[i]), ("expression", limit.Text)) with
            { UnitCode = dataset.Units[unit].Code });
        }
        _frame.Return(limits);
    }

    /// <summary>Where the rules ask for a declaration, a cell may say "not applicable" only if a criterion that reads it was declared so.</summary>
    private void CheckNotApplicable(IReadOnlyList<Column?> columns, int first, DiagnosticBag diagnostics)
    {
        if (_readers.Length == 0)
            return;
        foreach (var column in columns.OfType<Column>())
        {
            for (int i = 0; i < _frame.Count; i++)
            {
                int unit = _frame.UnitAt(i);
                if (column.States[first + i] != CellState.NotApplicable || _readers[column.Field.Index].Any(leaf => dataset.Exemptions.Find(leaf.Index, unit) is not null))
                    continue;
                string code = dataset.Units[unit].Code;
                column.MutableStates[first + i] = CellState.Invalid;
                diagnostics.Add(DatasetDiagnostics.ExemptionMissing.At(PlaceOf(column, unit), ("unit", code)) with { UnitCode = code });
            }
        }
    }

    private void CheckExemptions(HashSet<int> unusable, DiagnosticBag diagnostics)
    {
        foreach (var exemption in dataset.Exemptions.All)
        {
            if (dataset.Appraised.Find(exemption.Node, exemption.Unit) is not { } appraised)
                continue;
            string code = dataset.Units[exemption.Unit].Code;
            diagnostics.Add(DatasetDiagnostics.ExemptAndAppraised.At(exemption.Place, ("name", ruleSet.Nodes[exemption.Node].Id), ("unit", code)) with
            {
                UnitCode = code,
                Related = appraised.Place,
            });
            unusable.Add(exemption.Unit);
        }
    }
}
