using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;

namespace DanVan.Scoring.Expressions;

/// <summary>
/// The block of units that expressions are evaluated on, and the buffers they use. Buffers are kept and handed out
/// again, so that evaluating allocates nothing once it has run.
/// </summary>
internal sealed class Frame(Dataset data)
{
    /// <summary>Most units in a block.</summary>
    public const int BlockSize = 1024;

    private readonly Stack<Cells<decimal>> _numbers = new();
    private readonly Stack<Cells<bool>> _yesNos = new();
    private readonly Stack<Cells<DateOnly>> _dates = new();
    private readonly Stack<Cells<string>> _texts = new();

    /// <summary>The dataset.</summary>
    public Dataset Data { get; } = data;

    /// <summary>Index of the block's first unit.</summary>
    public int Offset { get; private set; }

    /// <summary>Units in the block.</summary>
    public int Count { get; private set; }

    /// <summary>Points, from the points scope on.</summary>
    public ScoreSheet? Sheet { get; set; }

    /// <summary>Ratings and ranks, in the outcomes scope.</summary>
    public Outcomes? Outcomes { get; set; }

    public void MoveTo(int offset, int count)
    {
        Offset = offset;
        Count = count;
    }

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
