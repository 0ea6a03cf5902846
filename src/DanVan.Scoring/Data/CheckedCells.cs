using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Data;

/// <summary>
/// Cells that are read when they are needed, made into what a dataset in memory would hold: with the fields that come from
/// records, with blank cells for the units that have no row, and checked.
/// </summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="dataset">The dataset, which holds everything but these cells.</param>
/// <param name="read">The cells as they stand in the file.</param>
internal sealed class CheckedCells(RuleSet ruleSet, Dataset dataset, ICellSource read) : ICellSource
{
    private const int UnitsInPart = 16 * CellBlock.MostUnits;

    private readonly int[] _withoutRow = [.. Enumerable.Range(0, dataset.Units.Length).Where(unit => !dataset.HasRow(unit))];
    private readonly Field[] _derived = [.. ruleSet.Fields.Where(field => field.From is not null)];

    public int Parts => read.Parts + ((_withoutRow.Length + UnitsInPart - 1) / UnitsInPart);

    public bool HasCells(int unit) => read.HasCells(unit);

    public IEnumerable<CellBlock> Read(int part, IReadOnlySet<int>? fields, DiagnosticBag diagnostics)
    {
        var check = new DatasetCheck(ruleSet, dataset, diagnostics);
        foreach (var block in part < read.Parts ? read.Read(part, fields, diagnostics) : Blank(part - read.Parts, fields))
        {
            foreach (var field in _derived)
                block.Columns[field.Index]?.Read(dataset.Fields[field.Index], block.Units);
            check.Check(block);
            yield return block;
        }
    }

    private IEnumerable<CellBlock> Blank(int part, IReadOnlySet<int>? fields)
    {
        var block = new CellBlock(ruleSet.Fields, fields);
        foreach (int unit in _withoutRow.Skip(part * UnitsInPart).Take(UnitsInPart))
        {
            block.Add(unit);
            if (!block.IsFull)
                continue;
            yield return block;
            block.Clear();
        }
        if (block.Count > 0)
            yield return block;
    }
}
