using DanVan.Scoring.Expressions.Nodes;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>Makes the nodes that work with values of any kind, for one kind.</summary>
internal interface INodeMaker
{
    static INodeMaker Of(ValueKind kind) => kind switch
    {
        ValueKind.Number => new NodeMaker<decimal>(),
        ValueKind.YesNo => new NodeMaker<bool>(),
        ValueKind.Date => new NodeMaker<DateOnly>(),
        _ => new NodeMaker<string>(),
    };

    Node Field(int field, bool isPrevious);

    Node Compare(TokenType type, Node left, Node right);

    Node In(Node operand, IEnumerable<Node> items, bool isNegated);

    Node If(Node<bool> condition, Node whenTrue, Node whenFalse);

    Node Has(Node operand);

    Node Coalesce(Node first, Node second);
}

internal sealed class NodeMaker<T> : INodeMaker
{
    public Node Field(int field, bool isPrevious) => new FieldNode<T>(field, isPrevious);

    public Node Compare(TokenType type, Node left, Node right)
    {
        var (first, second) = ((Node<T>)left, (Node<T>)right);
        return type switch
        {
            TokenType.Equal => new CompareNode<T, IsEqual>(first, second),
            TokenType.NotEqual => new CompareNode<T, IsNotEqual>(first, second),
            TokenType.Less => new CompareNode<T, IsLess>(first, second),
            TokenType.LessOrEqual => new CompareNode<T, IsLessOrEqual>(first, second),
            TokenType.Greater => new CompareNode<T, IsGreater>(first, second),
            _ => new CompareNode<T, IsGreaterOrEqual>(first, second),
        };
    }

    public Node In(Node operand, IEnumerable<Node> items, bool isNegated) =>
        new InNode<T>((Node<T>)operand, [.. items.Cast<Node<T>>()], isNegated);

    public Node If(Node<bool> condition, Node whenTrue, Node whenFalse) => new IfNode<T>(condition, (Node<T>)whenTrue, (Node<T>)whenFalse);

    public Node Has(Node operand) => new HasNode<T>((Node<T>)operand);

    public Node Coalesce(Node first, Node second) => new CoalesceNode<T>((Node<T>)first, (Node<T>)second);
}
