using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;

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
    public override void Evaluate(Frame frame, Cells<T> into) => frame.Read(field, isPrevious, into);
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
            var unit = frame.Data.Units[frame.UnitAt(i)];
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

/// <summary>
/// The unit's final points of a section or criterion; not applicable where it does not apply, unless it then counts in full.
/// </summary>
internal sealed class PointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            var (points, state, source) = frame.Block is { } block
                ? (Billionths.ToDecimal(block[node].Points[frame.Start + i]), block[node].States[frame.Start + i],
                    block[node].Sources[frame.Start + i])
                : (frame.Sheet!.Points(node)[frame.UnitAt(i)], frame.Sheet.States(node)[frame.UnitAt(i)],
                    frame.Sheet.Sources(node)[frame.UnitAt(i)]);
            (into.Values[i], into.States[i]) = (points, source == FigureSource.FullPoints ? CellState.Value : state);
        }
    }
}

/// <summary>The most points the unit can get in a section or criterion, without what does not apply to it.</summary>
internal sealed class MaxPointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        into.States.AsSpan(0, frame.Count).Clear();
        for (int i = 0; i < frame.Count; i++)
        {
            into.Values[i] = frame.Block is { } block
                ? Billionths.ToDecimal(block[node].ApplicableMax[frame.Start + i])
                : frame.Sheet!.ApplicableMax(node)[frame.UnitAt(i)];
        }
    }
}

/// <summary>The unit's score, on the full scale.</summary>
internal sealed class TotalNode : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            var (score, state) = frame.Block is { } block
                ? (block.Totals[frame.Start + i].Comparable, block.UnitStates[frame.Start + i])
                : (frame.Sheet!.ComparableScore(frame.UnitAt(i)), frame.Sheet.StateOf(frame.UnitAt(i)));
            into.Values[i] = score;
            into.States[i] = state == ScoreState.Scored ? CellState.Value : CellState.Missing;
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
            string? rating = frame.Outcomes!.RatingId(frame.UnitAt(i));
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
            int rank = frame.Outcomes!.RankWithin(frame.UnitAt(i));
            into.Values[i] = rank;
            into.States[i] = rank == 0 ? CellState.Missing : CellState.Value;
        }
    }
}
