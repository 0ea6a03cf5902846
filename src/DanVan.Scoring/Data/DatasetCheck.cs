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
        CheckLimits(dataset, diagnostics, (column, unit) => dataset.PlaceOf(column.Field.Index, unit) ?? dataset.Units[unit].Place);
        CheckExemptions(unusable);
    }

    /// <summary>Makes cells outside the limits of their fields invalid, and reports them.</summary>
    public static void CheckLimits(Dataset dataset, DiagnosticBag diagnostics, Func<Column, int, Place> placeOf)
    {
        var frame = new Frame(dataset);
        var faults = new List<(Column Column, int Unit)>();
        for (int offset = 0; offset < dataset.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, dataset.Units.Length - offset));
            foreach (var column in dataset.Fields)
            {
                CheckLimit(column, column.Field.AtLeast, isLeast: true);
                CheckLimit(column, column.Field.AtMost, isLeast: false);
            }
        }
        // Marked only now, so that a limit which is itself at fault is still compared with.
        foreach (var (column, unit) in faults)
            column.MutableStates[unit] = CellState.Invalid;

        void CheckLimit(Column column, Expression? limit, bool isLeast)
        {
            if (limit is null)
                return;
            foreach (var (unit, value, limitValue) in column switch
            {
                Column<decimal> numbers => Beyond(numbers, limit, frame, isLeast),
                Column<DateOnly> dates => Beyond(dates, limit, frame, isLeast),
                _ => [],
            })
            {
                faults.Add((column, unit));
                var descriptor = isLeast ? DatasetDiagnostics.BelowLeast : DatasetDiagnostics.AboveMost;
                diagnostics.Add(descriptor.At(placeOf(column, unit), ("value", value), ("limit", limitValue), ("expression", limit.Text)) with
                {
                    UnitCode = dataset.Units[unit].Code,
                });
            }
        }
    }

    private static List<(int Unit, object Value, object Limit)> Beyond<T>(Column<T> column, Expression limit, Frame frame, bool isLeast)
        where T : notnull
    {
        var beyond = new List<(int, object, object)>();
        var limits = frame.Rent<T>();
        limit.Evaluate(frame, limits);
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.UnitAt(i);
            if (column.States[unit] != CellState.Value || limits.States[i] != CellState.Value)
                continue;
            int order = Expressions.Nodes.ValueOrder.Compare(column.Values[unit], limits.Values[i]);
            if (isLeast ? order < 0 : order > 0)
                beyond.Add((unit, column.Values[unit], limits.Values[i]));
        }
        frame.Return(limits);
        return beyond;
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
