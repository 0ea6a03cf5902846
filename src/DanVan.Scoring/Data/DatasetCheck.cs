using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Nodes;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>
/// Checks cells against the limits of their fields, and entries against each other. A cell outside its limits becomes
/// invalid: a criterion that reads it has no result, and the unit is not scored.
/// </summary>
internal sealed class DatasetCheck(RuleSet ruleSet, Dataset dataset, DiagnosticBag diagnostics, Func<Column, int, Place>? placeOf = null)
{
    private readonly CellFrame _frame = new(dataset);
    private readonly List<(Column Column, int Cell)> _faults = [];

    /// <summary>By field, the leaves that read it; empty if "not applicable" needs no exemption.</summary>
    private readonly List<ScoreNode>[] _readers = ruleSet.Total.ExemptionRequired
        ? [.. ruleSet.Fields.Select(field => ruleSet.Leaves.Where(leaf => leaf.Manner!.Expressions.Any(expression => expression.FieldsRead.Contains(field.Index))).ToList())]
        : [];

    /// <summary>
    /// Checks all that the dataset holds; cells that are read block by block are checked when they are read. Units whose
    /// entries contradict each other become unusable.
    /// </summary>
    public void Check(HashSet<int> unusable)
    {
        CheckExemptions(unusable);
        if (dataset.Cells is HeldCells cells)
            Walk(cells, Check);
    }

    /// <summary>Checks the cells of a block of units.</summary>
    public void Check(CellBlock block)
    {
        CheckLimits(block);
        CheckNotApplicable(block);
    }

    /// <summary>Checks the limits of all cells; marks those outside as invalid.</summary>
    public void CheckLimits() => Walk(dataset.Cells, CheckLimits);

    private void Walk(ICellSource cells, Action<CellBlock> check)
    {
        for (int part = 0; part < cells.Parts; part++)
            foreach (var block in cells.Read(part, null, diagnostics))
                check(block);
    }

    private Place PlaceOf(Column column, int unit) =>
        placeOf?.Invoke(column, unit) ?? dataset.PlaceOf(column.Field.Index, unit) ?? dataset.Units[unit].Place;

    private void CheckLimits(CellBlock block)
    {
        _frame.MoveTo(block);
        foreach (var column in block.Columns)
        {
            if (column is Column<decimal> numbers)
                CheckLimits(numbers, block.First);
            else if (column is Column<DateOnly> dates)
                CheckLimits(dates, block.First);
        }
        // Marked only now, so that a limit which is itself at fault is still compared with.
        foreach (var (column, cell) in _faults)
            column.MutableStates[cell] = CellState.Invalid;
        _faults.Clear();
    }

    private void CheckLimits<T>(Column<T> column, int first)
        where T : notnull
    {
        CheckLimit(column, column.Field.AtLeast, first, isLeast: true);
        CheckLimit(column, column.Field.AtMost, first, isLeast: false);
    }

    private void CheckLimit<T>(Column<T> column, Expression? limit, int first, bool isLeast)
        where T : notnull
    {
        if (limit is null)
            return;
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
            diagnostics.Add((isLeast ? DatasetDiagnostics.BelowLeast : DatasetDiagnostics.AboveMost).At(PlaceOf(column, unit),
                ("value", column.Values[cell]), ("limit", limits.Values[i]), ("expression", limit.Text)) with
            { UnitCode = dataset.Units[unit].Code });
        }
        _frame.Return(limits);
    }

    /// <summary>Where the rules ask for a declaration, a cell may say "not applicable" only if a criterion that reads it was declared so.</summary>
    private void CheckNotApplicable(CellBlock block)
    {
        if (_readers.Length == 0)
            return;
        foreach (var column in block.Columns.OfType<Column>())
        {
            for (int i = 0; i < _frame.Count; i++)
            {
                int unit = _frame.UnitAt(i), cell = block.First + i;
                if (column.States[cell] != CellState.NotApplicable
                    || _readers[column.Field.Index].Any(leaf => dataset.Exemptions.Find(leaf.Index, unit) is not null))
                    continue;
                string code = dataset.Units[unit].Code;
                column.MutableStates[cell] = CellState.Invalid;
                diagnostics.Add(DatasetDiagnostics.ExemptionMissing.At(PlaceOf(column, unit), ("unit", code)) with { UnitCode = code });
            }
        }
    }

    private void CheckExemptions(HashSet<int> unusable)
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
