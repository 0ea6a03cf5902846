using DanVan.Scoring.Data;

namespace DanVan.Scoring.Expressions;

/// <summary>
/// The block of units that expressions are evaluated on, and the buffers they use. It knows cells and positions; points and
/// outcomes come in from whoever makes them. Buffers are kept and handed out again, so that evaluating allocates nothing
/// once it has run. Not safe for use by several threads at once.
/// </summary>
internal abstract class Frame(Dataset data)
{
    /// <summary>Most units in a block.</summary>
    public const int BlockSize = CellBlock.MostUnits;

    private readonly Stack<Cells<decimal>> _numbers = new();
    private readonly Stack<Cells<bool>> _yesNos = new();
    private readonly Stack<Cells<DateOnly>> _dates = new();
    private readonly Stack<Cells<string>> _texts = new();
    private CellBlock? _cells;
    private int _first;

    /// <summary>The dataset.</summary>
    public Dataset Data { get; } = data;

    /// <summary>Units looked at.</summary>
    public int Count { get; private set; }

    /// <summary>Position in the block of the first unit looked at; 0 but while one unit is looked at alone.</summary>
    public int Start { get; private set; }

    /// <summary>Moves to units that follow each other, whose cells the dataset holds.</summary>
    public void MoveTo(int first, int count)
    {
        _cells = null;
        (_first, Start, Count) = (first, 0, count);
    }

    /// <summary>Moves to a block that was read.</summary>
    public void MoveTo(CellBlock cells)
    {
        _cells = cells;
        (_first, Start, Count) = (0, 0, cells.Count);
    }

    /// <summary>Looks at one unit of the block alone, until <see cref="Widen"/>.</summary>
    public void Narrow(int position) => (Start, Count) = (position, 1);

    /// <summary>Looks at the whole block again.</summary>
    public void Widen(int count) => (Start, Count) = (0, count);

    /// <summary>Index of the unit at a position among those looked at.</summary>
    public int UnitAt(int position) => _cells is null ? _first + Start + position : _cells.Units[Start + position];

    /// <summary>Copies the cells of a field; missing where there is no such column.</summary>
    public void Read<T>(int field, bool isPrevious, Cells<T> into)
    {
        if (!isPrevious && _cells?.Columns[field] is Column<T> read)
        {
            read.Values.Slice(Start, Count).CopyTo(into.Values);
            read.States.Slice(Start, Count).CopyTo(into.States);
        }
        else if ((isPrevious ? Data.Previous(field) : Data.Fields[field]) is not Column<T> column)
        {
            into.States.AsSpan(0, Count).Fill(CellState.Missing);
        }
        else if (_cells is null)
        {
            column.Values.Slice(_first + Start, Count).CopyTo(into.Values);
            column.States.Slice(_first + Start, Count).CopyTo(into.States);
        }
        else
        {
            for (int i = 0; i < Count; i++)
                (into.Values[i], into.States[i]) = (column.Values[UnitAt(i)], column.States[UnitAt(i)]);
        }
    }

    /// <summary>The units' final points of a section or criterion; not applicable where it does not apply, unless it then counts in full.</summary>
    public abstract void ReadPoints(int node, Cells<decimal> into);

    /// <summary>The most points that the units can get in a section or criterion.</summary>
    public abstract void ReadMaxPoints(int node, Cells<decimal> into);

    /// <summary>The units' scores on the full scale; missing where there is none.</summary>
    public abstract void ReadTotal(Cells<decimal> into);

    /// <summary>Ids of the units' ratings; missing where there is none.</summary>
    public abstract void ReadRating(Cells<string> into);

    /// <summary>The units' ranks within their groups; missing where there is none.</summary>
    public abstract void ReadRank(Cells<decimal> into);

    public Cells<T> Rent<T>() => Pool<T>().TryPop(out var cells) ? cells : new Cells<T>();

    public void Return<T>(Cells<T> cells) => Pool<T>().Push(cells);

    private Stack<Cells<T>> Pool<T>() => (Stack<Cells<T>>)(object)(ValueKinds.Of<T>() switch
    {
        ValueKind.Number => _numbers,
        ValueKind.YesNo => _yesNos,
        ValueKind.Date => _dates,
        _ => _texts,
    });
}
