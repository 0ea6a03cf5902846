using DanVan.Scoring.Data;

namespace DanVan.Scoring.Expressions.Nodes;

/// <summary>A fixed value.</summary>
internal sealed class ConstantNode<T>(T value) : Node<T>
{
    public T Value { get; } = value;

    public override bool IsConstant => true;

    public override void Evaluate(Frame frame, Cells<T> into)
    {
        into.Values.AsSpan(0, frame.Count).Fill(Value);
        into.States.AsSpan(0, frame.Count).Clear();
    }
}

/// <summary>A field of this period or the last.</summary>
internal sealed class FieldNode<T>(int field, bool isPrevious) : Node<T>
{
    public override void Evaluate(Frame frame, Cells<T> into)
    {
        var column = isPrevious ? frame.Data.Previous(field) : frame.Data.Fields[field];
        if (column is Column<T> cells)
        {
            cells.Values.Slice(frame.Offset, frame.Count).CopyTo(into.Values);
            cells.States.Slice(frame.Offset, frame.Count).CopyTo(into.States);
        }
        else
        {
            into.States.AsSpan(0, frame.Count).Fill(CellState.Missing);
        }
    }
}

/// <summary>What the list of units says of a unit.</summary>
internal enum UnitAttribute
{
    Code,
    Kind,
    Group,
    Parent,
}

/// <summary>Code, kind, group or parent of the unit; group and parent can be missing.</summary>
internal sealed class UnitNode(UnitAttribute attribute) : Node<string>
{
    public override void Evaluate(Frame frame, Cells<string> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            var unit = frame.Data.Units[frame.Offset + i];
            string? text = attribute switch
            {
                UnitAttribute.Code => unit.Code,
                UnitAttribute.Kind => unit.Kind,
                UnitAttribute.Group => unit.Group,
                _ => unit.Parent,
            };
            into.Values[i] = text ?? "";
            into.States[i] = text is null ? CellState.Missing : CellState.Value;
        }
    }
}

/// <summary>The unit's final points of a section or criterion.</summary>
internal sealed class PointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        frame.Sheet!.Points(node).Slice(frame.Offset, frame.Count).CopyTo(into.Values);
        frame.Sheet.States(node).Slice(frame.Offset, frame.Count).CopyTo(into.States);
    }
}

/// <summary>The most points the unit can get in a section or criterion, without what does not apply to it.</summary>
internal sealed class MaxPointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        frame.Sheet!.ApplicableMax(node).Slice(frame.Offset, frame.Count).CopyTo(into.Values);
        into.States.AsSpan(0, frame.Count).Clear();
    }
}

/// <summary>The unit's score, on the full scale.</summary>
internal sealed class TotalNode : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.Offset + i;
            into.Values[i] = frame.Sheet!.ComparableScore(unit);
            into.States[i] = frame.Sheet.HasScore(unit) ? CellState.Value : CellState.Missing;
        }
    }
}

/// <summary>Id of the unit's rating; missing if it has none.</summary>
internal sealed class RatingNode : Node<string>
{
    public override void Evaluate(Frame frame, Cells<string> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            string? rating = frame.Outcomes!.RatingId(frame.Offset + i);
            into.Values[i] = rating ?? "";
            into.States[i] = rating is null ? CellState.Missing : CellState.Value;
        }
    }
}

/// <summary>The unit's rank within its group; missing if it has none.</summary>
internal sealed class RankNode : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int rank = frame.Outcomes!.RankWithin(frame.Offset + i);
            into.Values[i] = rank;
            into.States[i] = rank == 0 ? CellState.Missing : CellState.Value;
        }
    }
}
