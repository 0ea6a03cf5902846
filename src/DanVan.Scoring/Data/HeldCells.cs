using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Data;

/// <summary>Cells that a dataset holds in memory; they were checked when it was built.</summary>
internal sealed class HeldCells(Dataset dataset) : ICellSource
{
    private const int UnitsInPart = 16 * CellBlock.MostUnits;

    public int Parts => (dataset.Units.Length + UnitsInPart - 1) / UnitsInPart;

    public IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, DiagnosticBag diagnostics)
    {
        int end = Math.Min((part + 1) * UnitsInPart, dataset.Units.Length);
        for (int first = part * UnitsInPart; first < end; first += CellBlock.MostUnits)
            yield return new CellBlock(dataset.Fields, first, Math.Min(CellBlock.MostUnits, end - first));
    }

    /// <summary>Cells that the panel filled in are no report.</summary>
    public bool HasCells(int unit)
    {
        foreach (var column in dataset.Fields)
            if (column.Field.From is null && column.States[unit] != CellState.Missing
                && dataset.CorrectionOf(column.Field.Index, unit) is not { OldState: CellState.Missing })
                return true;
        return false;
    }
}
