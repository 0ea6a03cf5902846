namespace DanVan.Scoring.Expressions;

/// <summary>Units of which nothing is known but, perhaps, their kind and group: all cells are missing.</summary>
internal sealed class BareFrame : Frame
{
    private readonly (string? Kind, string? Group)[] _units;

    public BareFrame(params (string? Kind, string? Group)[] units)
    {
        _units = units;
        Count = units.Length;
    }

    public override int UnitAt(int position) => position;

    public override string? TextAt(int position, UnitAttribute attribute) => attribute switch
    {
        UnitAttribute.Kind => _units[position].Kind,
        UnitAttribute.Group => _units[position].Group,
        _ => null,
    };

    public override void Read<T>(int field, bool isPrevious, Cells<T> into) => into.States.AsSpan(0, Count).Fill(CellState.Missing);
}
