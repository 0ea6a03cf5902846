namespace DanVan.Scoring.Expressions.Nodes;

/// <summary>A comparison of two values of one type.</summary>
internal interface IComparison
{
    /// <summary>Whether it holds, given the order of the two values (below, at or above zero).</summary>
    static abstract bool Holds(int order);
}

internal readonly struct IsEqual : IComparison
{
    public static bool Holds(int order) => order == 0;
}

internal readonly struct IsNotEqual : IComparison
{
    public static bool Holds(int order) => order != 0;
}

internal readonly struct IsLess : IComparison
{
    public static bool Holds(int order) => order < 0;
}

internal readonly struct IsLessOrEqual : IComparison
{
    public static bool Holds(int order) => order <= 0;
}

internal readonly struct IsGreater : IComparison
{
    public static bool Holds(int order) => order > 0;
}

internal readonly struct IsGreaterOrEqual : IComparison
{
    public static bool Holds(int order) => order >= 0;
}

/// <summary>Orders values: numbers after rounding to nine decimals, texts by their characters.</summary>
internal static class ValueOrder
{
    public static int Compare<T>(T left, T right) => (left, right) switch
    {
        (decimal x, decimal y) => Rounding.ForComparison(x).CompareTo(Rounding.ForComparison(y)),
        (string x, string y) => string.CompareOrdinal(x, y),
        _ => Comparer<T>.Default.Compare(left, right),
    };
}

/// <summary>Compares two values.</summary>
internal sealed class CompareNode<T, TComparison>(Node<T> left, Node<T> right) : Node<bool>
    where TComparison : struct, IComparison
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override void Evaluate(Frame frame, Cells<bool> into)
    {
        var first = frame.Rent<T>();
        var second = frame.Rent<T>();
        left.Evaluate(frame, first);
        right.Evaluate(frame, second);
        for (int i = 0; i < frame.Count; i++)
        {
            into.States[i] = CellStates.Combine(first.States[i], second.States[i]);
            into.Values[i] = into.States[i] == CellState.Value
                && TComparison.Holds(ValueOrder.Compare(first.Values[i], second.Values[i]));
        }
        frame.Return(first);
        frame.Return(second);
    }
}

/// <summary>Whether a value is one of a list.</summary>
internal sealed class InNode<T>(Node<T> operand, IReadOnlyList<Node<T>> items, bool isNegated) : Node<bool>
{
    public override bool IsConstant => operand.IsConstant && items.All(item => item.IsConstant);

    public override void Evaluate(Frame frame, Cells<bool> into)
    {
        var value = frame.Rent<T>();
        var item = frame.Rent<T>();
        operand.Evaluate(frame, value);
        into.Values.AsSpan(0, frame.Count).Clear();
        value.States.AsSpan(0, frame.Count).CopyTo(into.States);
        foreach (var node in items)
        {
            node.Evaluate(frame, item);
            for (int i = 0; i < frame.Count; i++)
            {
                if (into.Values[i])
                    continue;
                into.States[i] = CellStates.Combine(into.States[i], item.States[i]);
                if (value.States[i] != CellState.Value || item.States[i] != CellState.Value || ValueOrder.Compare(value.Values[i], item.Values[i]) != 0)
                    continue;
                into.Values[i] = true;
                into.States[i] = CellState.Value; // found: what the other items are does not matter
            }
        }
        if (isNegated)
            for (int i = 0; i < frame.Count; i++)
                into.Values[i] = !into.Values[i];
        frame.Return(value);
        frame.Return(item);
    }
}

/// <summary>
/// And, or. A side that decides alone (no for "and", yes for "or") decides whatever the other side is; otherwise the
/// stronger state passes on.
/// </summary>
internal sealed class LogicNode(Node<bool> left, Node<bool> right, bool isOr) : Node<bool>
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override void Evaluate(Frame frame, Cells<bool> into)
    {
        var second = frame.Rent<bool>();
        left.Evaluate(frame, into);
        right.Evaluate(frame, second);
        for (int i = 0; i < frame.Count; i++)
        {
            bool leftDecides = into.States[i] == CellState.Value && into.Values[i] == isOr;
            bool rightDecides = second.States[i] == CellState.Value && second.Values[i] == isOr;
            into.States[i] = leftDecides || rightDecides ? CellState.Value : CellStates.Combine(into.States[i], second.States[i]);
            into.Values[i] = leftDecides || rightDecides ? isOr : !isOr;
        }
        frame.Return(second);
    }
}

/// <summary>Not.</summary>
internal sealed class NotNode(Node<bool> operand) : Node<bool>
{
    public override bool IsConstant => operand.IsConstant;

    public override void Evaluate(Frame frame, Cells<bool> into)
    {
        operand.Evaluate(frame, into);
        for (int i = 0; i < frame.Count; i++)
            into.Values[i] = !into.Values[i];
    }
}

/// <summary>The one value or the other. Only the state of the value chosen counts, and that of the condition.</summary>
internal sealed class IfNode<T>(Node<bool> condition, Node<T> whenTrue, Node<T> whenFalse) : Node<T>
{
    public override bool IsConstant => condition.IsConstant && whenTrue.IsConstant && whenFalse.IsConstant;

    public override void Evaluate(Frame frame, Cells<T> into)
    {
        var test = frame.Rent<bool>();
        var other = frame.Rent<T>();
        condition.Evaluate(frame, test);
        whenTrue.Evaluate(frame, into);
        whenFalse.Evaluate(frame, other);
        for (int i = 0; i < frame.Count; i++)
        {
            if (test.States[i] != CellState.Value)
            {
                into.States[i] = test.States[i];
            }
            else if (!test.Values[i])
            {
                into.Values[i] = other.Values[i];
                into.States[i] = other.States[i];
            }
        }
        frame.Return(test);
        frame.Return(other);
    }
}

/// <summary>Whether a value is there: yes for a value, no for missing and not applicable; invalid passes on.</summary>
internal sealed class HasNode<T>(Node<T> operand) : Node<bool>
{
    public override bool IsConstant => operand.IsConstant;

    public override void Evaluate(Frame frame, Cells<bool> into)
    {
        var value = frame.Rent<T>();
        operand.Evaluate(frame, value);
        for (int i = 0; i < frame.Count; i++)
        {
            into.Values[i] = value.States[i] == CellState.Value;
            into.States[i] = value.States[i] == CellState.Invalid ? CellState.Invalid : CellState.Value;
        }
        frame.Return(value);
    }
}

/// <summary>The first value that is there; invalid stops the search and passes on.</summary>
internal sealed class CoalesceNode<T>(Node<T> first, Node<T> second) : Node<T>
{
    public override bool IsConstant => first.IsConstant && second.IsConstant;

    public override void Evaluate(Frame frame, Cells<T> into)
    {
        var other = frame.Rent<T>();
        first.Evaluate(frame, into);
        second.Evaluate(frame, other);
        for (int i = 0; i < frame.Count; i++)
        {
            if (into.States[i] is CellState.Value or CellState.Invalid)
                continue;
            into.Values[i] = other.Values[i];
            into.States[i] = other.States[i];
        }
        frame.Return(other);
    }
}
