namespace DanVan.Scoring.Expressions.Nodes;

/// <summary>An operation on two numbers.</summary>
internal interface INumberOperation
{
    /// <exception cref="OverflowException">The result is too large.</exception>
    /// <exception cref="DivideByZeroException">A division by zero.</exception>
    static abstract decimal Apply(decimal left, decimal right);
}

internal readonly struct Add : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => left + right;
}

internal readonly struct Subtract : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => left - right;
}

internal readonly struct Multiply : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => left * right;
}

internal readonly struct Divide : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => left / right;
}

internal readonly struct Minimum : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => Math.Min(left, right);
}

internal readonly struct Maximum : INumberOperation
{
    public static decimal Apply(decimal left, decimal right) => Math.Max(left, right);
}

/// <summary>Two numbers to one. A result that cannot be computed (division by zero, too large) is invalid.</summary>
internal sealed class NumberNode<TOperation>(Node<decimal> left, Node<decimal> right) : Node<decimal>
    where TOperation : struct, INumberOperation
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        var second = frame.Rent<decimal>();
        left.Evaluate(frame, into);
        right.Evaluate(frame, second);
        for (int i = 0; i < frame.Count; i++)
        {
            into.States[i] = CellStates.Combine(into.States[i], second.States[i]);
            if (into.States[i] != CellState.Value)
                continue;
            try
            {
                into.Values[i] = TOperation.Apply(into.Values[i], second.Values[i]);
            }
            catch (ArithmeticException)
            {
                into.States[i] = CellState.Invalid;
            }
        }
        frame.Return(second);
    }
}

/// <summary>Minus, or the distance from zero.</summary>
internal sealed class SignNode(Node<decimal> operand, bool isAbsolute) : Node<decimal>
{
    public override bool IsConstant => operand.IsConstant;

    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        operand.Evaluate(frame, into);
        for (int i = 0; i < frame.Count; i++)
            into.Values[i] = isAbsolute ? Math.Abs(into.Values[i]) : -into.Values[i];
    }
}

/// <summary>Rounds half away from zero.</summary>
internal sealed class RoundNode(Node<decimal> operand, int decimals) : Node<decimal>
{
    public override bool IsConstant => operand.IsConstant;

    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        operand.Evaluate(frame, into);
        for (int i = 0; i < frame.Count; i++)
            into.Values[i] = decimal.Round(into.Values[i], decimals, MidpointRounding.AwayFromZero);
    }
}

/// <summary>Days from the first date to the second; negative if the second is earlier.</summary>
internal sealed class DaysNode(Node<DateOnly> from, Node<DateOnly> to) : Node<decimal>
{
    public override bool IsConstant => from.IsConstant && to.IsConstant;

    public override void Evaluate(Frame frame, Cells<decimal> into)
    {
        var first = frame.Rent<DateOnly>();
        var second = frame.Rent<DateOnly>();
        from.Evaluate(frame, first);
        to.Evaluate(frame, second);
        for (int i = 0; i < frame.Count; i++)
        {
            into.States[i] = CellStates.Combine(first.States[i], second.States[i]);
            into.Values[i] = second.Values[i].DayNumber - first.Values[i].DayNumber;
        }
        frame.Return(first);
        frame.Return(second);
    }
}
