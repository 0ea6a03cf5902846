using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>
/// Checks cells against the limits of their fields, and entries against each other. A cell outside its limits becomes
/// invalid: a criterion that reads it has no result, and the unit is not scored.
/// </summary>
internal sealed class DatasetCheck(RuleSet ruleSet, Dataset dataset, DiagnosticBag diagnostics)
{
    public void Check(HashSet<int> unusable)
    {
        var frame = new Frame(dataset);
        var faults = new List<(Column Column, int Unit)>();
        for (int offset = 0; offset < dataset.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, dataset.Units.Length - offset));
            foreach (var column in dataset.Fields)
            {
                CheckLimit(column, column.Field.AtLeast, frame, isLeast: true, faults);
                CheckLimit(column, column.Field.AtMost, frame, isLeast: false, faults);
            }
        }
        // Marked only now, so that a limit which is itself at fault is still compared with.
        foreach (var (column, unit) in faults)
            column.MutableStates[unit] = CellState.Invalid;
        CheckExemptions(unusable);
    }

    private void CheckLimit(Column column, Expression? limit, Frame frame, bool isLeast, List<(Column, int)> faults)
    {
        if (limit is null)
            return;
        switch (column)
        {
            case Column<decimal> numbers:
                CheckLimit(numbers, limit, frame, isLeast, faults);
                break;
            case Column<DateOnly> dates:
                CheckLimit(dates, limit, frame, isLeast, faults);
                break;
        }
    }

    private void CheckLimit<T>(Column<T> column, Expression limit, Frame frame, bool isLeast, List<(Column, int)> faults)
    {
        var limits = frame.Rent<T>();
        limit.Evaluate(frame, limits);
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.Offset + i;
            if (column.States[unit] != CellState.Value || limits.States[i] != CellState.Value)
                continue;
            int order = Expressions.Nodes.ValueOrder.Compare(column.Values[unit], limits.Values[i]);
            if (isLeast ? order >= 0 : order <= 0)
                continue;
            faults.Add((column, unit));
            var descriptor = isLeast ? DatasetDiagnostics.BelowLeast : DatasetDiagnostics.AboveMost;
            var place = dataset.PlaceOf(column.Field.Index, unit) ?? dataset.Units[unit].Place;
            diagnostics.Add(descriptor.At(place, ("value", column.Values[unit]), ("limit", limits.Values[i]), ("expression", limit.Text)) with
            {
                UnitCode = dataset.Units[unit].Code,
            });
        }
        frame.Return(limits);
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
        if (!ruleSet.Total.ExemptionRequired)
            return;
        foreach (var column in dataset.Fields)
        {
            var readers = ruleSet.Leaves.Where(leaf => leaf.Manner!.Expressions.Any(expression => expression.FieldsRead.Contains(column.Field.Index))).ToList();
            for (int unit = 0; unit < dataset.Units.Length; unit++)
            {
                if (column.States[unit] != CellState.NotApplicable || readers.Any(leaf => dataset.Exemptions.Find(leaf.Index, unit) is not null))
                    continue;
                string code = dataset.Units[unit].Code;
                column.MutableStates[unit] = CellState.Invalid;
                diagnostics.Add(DatasetDiagnostics.ExemptionMissing.At(dataset.PlaceOf(column.Field.Index, unit) ?? dataset.Units[unit].Place,
                    ("unit", code)) with
                { UnitCode = code });
            }
        }
    }
}
