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

/// <summary>Code, kind, group or parent of the unit; group and parent can be missing.</summary>
internal sealed class UnitNode(UnitAttribute attribute) : Node<string>
{
    public override void Evaluate(Frame frame, Cells<string> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            string? text = frame.TextAt(i, attribute);
            into.Values[i] = text ?? "";
            into.States[i] = text is null ? CellState.Missing : CellState.Value;
        }
    }
}

/// <summary>The units' final points of a section or criterion.</summary>
internal sealed class PointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into) => frame.Figures!.ReadPoints(frame, node, into);
}

/// <summary>The most points the units can get in a section or criterion, without what does not apply to them.</summary>
internal sealed class MaxPointsNode(int node) : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into) => frame.Figures!.ReadMaxPoints(frame, node, into);
}

/// <summary>The units' scores, on the full scale.</summary>
internal sealed class TotalNode : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into) => frame.Figures!.ReadTotal(frame, into);
}

/// <summary>Ids of the units' ratings.</summary>
internal sealed class RatingNode : Node<string>
{
    public override void Evaluate(Frame frame, Cells<string> into) => frame.Figures!.ReadRating(frame, into);
}

/// <summary>The units' ranks within their groups.</summary>
internal sealed class RankNode : Node<decimal>
{
    public override void Evaluate(Frame frame, Cells<decimal> into) => frame.Figures!.ReadRank(frame, into);
}
