namespace DanVan.Scoring.Expressions;

/// <summary>
/// The block of units that expressions are evaluated on, and the buffers they use. It knows cells and positions; points and
/// outcomes come in from whoever makes them. Buffers are kept and handed out again, so that evaluating allocates nothing
/// once it has run. Not safe for use by several threads at once.
/// </summary>
internal abstract class Frame
{
    /// <summary>Most units in a block.</summary>
    public const int BlockSize = 1024;

    private readonly Stack<Cells<decimal>> _numbers = new();
    private readonly Stack<Cells<bool>> _yesNos = new();
    private readonly Stack<Cells<DateOnly>> _dates = new();
    private readonly Stack<Cells<string>> _texts = new();

    /// <summary>Units looked at.</summary>
    public int Count { get; protected set; }

    /// <summary>Position in the block of the first unit looked at; 0 but while one unit is looked at alone.</summary>
    public int Start { get; protected set; }

    /// <summary>Points and outcomes of the units; null where the scope of expressions allows none.</summary>
    public IFigures? Figures { get; set; }

    /// <summary>Index of the unit at a position among those looked at.</summary>
    public abstract int UnitAt(int position);

    /// <summary>What the list of units says of the unit at a position; null if nothing.</summary>
    public abstract string? TextAt(int position, UnitAttribute attribute);

    /// <summary>Copies the cells of a field; missing where there is no such column.</summary>
    public abstract void Read<T>(int field, bool isPrevious, Cells<T> into);

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

/// <summary>Points and outcomes of a frame's units, as whoever makes them knows them by then.</summary>
internal interface IFigures
{
    /// <summary>The units' final points of a section or criterion; not applicable where it does not apply, unless it then counts in full.</summary>
    void ReadPoints(Frame frame, int node, Cells<decimal> into);

    /// <summary>The most points that the units can get in a section or criterion.</summary>
    void ReadMaxPoints(Frame frame, int node, Cells<decimal> into);

    /// <summary>The units' scores on the full scale; missing where there is none.</summary>
    void ReadTotal(Frame frame, Cells<decimal> into);

    /// <summary>Ids of the units' ratings; missing where there is none.</summary>
    void ReadRating(Frame frame, Cells<string> into);

    /// <summary>The units' ranks within their groups; missing where there is none.</summary>
    void ReadRank(Frame frame, Cells<decimal> into);
}
