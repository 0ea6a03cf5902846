using System.Collections.Concurrent;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>The records of a table, as columns, with the unit that each belongs to.</summary>
public sealed class RecordSet
{
    private readonly ConcurrentDictionary<int, ILookup<int, long>> _rows = [];

    internal RecordSet(RecordTable table, string file, Dataset records, int[] owners)
    {
        Table = table;
        File = file;
        Records = records;
        Owners = owners;
    }

    /// <summary>The table.</summary>
    public RecordTable Table { get; }

    /// <summary>The file it was read from.</summary>
    public string File { get; }

    /// <summary>The records: each stands as a unit that has the kind, group and parent of its owner.</summary>
    internal Dataset Records { get; }

    /// <summary>Index of the unit that each record belongs to; -1 if there is no such unit.</summary>
    internal int[] Owners { get; }

    /// <summary>The cells of a column, to be filled in.</summary>
    public Column ColumnOf(int column) => Records.Fields[column];

    /// <summary>Counts or sums the records of every unit into a column, which then holds 0 or more records' worth for each.</summary>
    internal void Derive(Field field, Column<decimal> into, DiagnosticBag diagnostics)
    {
        var source = field.From!;
        into.MutableStates.AsSpan().Clear();
        Walk(source, (record, state, value) =>
        {
            int unit = Owners[record];
            if (unit < 0)
                return;
            if (state == CellState.Missing)
                diagnostics.Add(DatasetDiagnostics.RecordUndecided.At(Records.Units[record].Place, ("field", field.Id), ("label", field.Label)) with { UnitCode = Records.Units[record].Code });
            into.MutableStates[unit] = CellStates.Combine(into.MutableStates[unit], state);
            into.MutableValues[unit] += value;
        });
    }

    /// <summary>The rows of the file that count for a field of a unit. Found once for all units, then kept.</summary>
    internal IReadOnlyList<long> RowsOf(Field field, int unit) => [.. _rows.GetOrAdd(field.Index, _ => AllRowsOf(field))[unit]];

    private ILookup<int, long> AllRowsOf(Field field)
    {
        var rows = new List<(int Unit, long Row)>();
        Walk(field.From!, (record, state, _) =>
        {
            if (state == CellState.Value && Records.Units[record].Place.Row is { } row)
                rows.Add((Owners[record], row));
        });
        return rows.ToLookup(row => row.Unit, row => row.Row);
    }

    /// <summary>Visits the records that count, and those of which that cannot be told.</summary>
    private void Walk(RecordSource source, Action<int, CellState, decimal> visit)
    {
        var frame = new CellFrame(Records);
        var where = new Cells<bool>();
        var sum = new Cells<decimal>();
        for (int offset = 0; offset < Owners.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, Owners.Length - offset));
            source.Where?.Evaluate(frame, where);
            source.Sum?.Evaluate(frame, sum);
            for (int i = 0; i < frame.Count; i++)
            {
                var state = source.Where is null ? CellState.Value : where.States[i];
                if (state == CellState.NotApplicable || (state == CellState.Value && source.Where is not null && !where.Values[i]))
                    continue;
                decimal value = 1;
                if (source.Sum is not null && state == CellState.Value)
                    (state, value) = (sum.States[i], sum.States[i] == CellState.Value ? sum.Values[i] : 0);
                if (state != CellState.NotApplicable)
                    visit(offset + i, state, state == CellState.Value ? value : 0);
            }
        }
    }
}
