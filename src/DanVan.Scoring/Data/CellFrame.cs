using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Data;

/// <summary>A block of units of a dataset.</summary>
internal sealed class CellFrame(Dataset data) : Frame
{
    private CellBlock _cells = new([], 0, 0);

    /// <summary>Moves to a block.</summary>
    public void MoveTo(CellBlock cells)
    {
        _cells = cells;
        (Start, Count) = (0, cells.Count);
    }

    /// <summary>Moves to units that follow each other, whose cells the dataset holds.</summary>
    public void MoveTo(int first, int count) => MoveTo(new CellBlock(data.Fields, first, count));

    /// <summary>Looks at one unit of the block alone, until <see cref="Widen"/>.</summary>
    public void Narrow(int position) => (Start, Count) = (position, 1);

    /// <summary>Looks at the whole block again.</summary>
    public void Widen(int count) => (Start, Count) = (0, count);

    public override int UnitAt(int position) => _cells.UnitAt(Start + position);

    public override string? TextAt(int position, UnitAttribute attribute)
    {
        var unit = data.Units[UnitAt(position)];
        return attribute switch
        {
            UnitAttribute.Code => unit.Code,
            UnitAttribute.Kind => unit.Kind,
            UnitAttribute.Group => unit.Group,
            _ => unit.Parent,
        };
    }

    public override void Read<T>(int field, bool isPrevious, Cells<T> into)
    {
        if ((isPrevious ? data.Previous(field) : _cells.Columns[field]) is not Column<T> column)
        {
            into.States.AsSpan(0, Count).Fill(CellState.Missing);
        }
        else if (!isPrevious || _cells.IsRange)
        {
            column.Values.Slice(_cells.First + Start, Count).CopyTo(into.Values);
            column.States.Slice(_cells.First + Start, Count).CopyTo(into.States);
        }
        else
        {
            for (int i = 0; i < Count; i++)
                (into.Values[i], into.States[i]) = (column.Values[UnitAt(i)], column.States[UnitAt(i)]);
        }
    }
}
