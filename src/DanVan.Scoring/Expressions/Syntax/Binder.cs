using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions.Nodes;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>Looks up the names of an expression, checks its types, and makes the tree that is evaluated.</summary>
internal sealed class Binder
{
    /// <summary>Why a fixed value has no result.</summary>
    public static readonly LocalText NoResult = new("chia cho 0, hoặc số quá lớn.", "division by zero, or a number too large.");

    private readonly string _text;
    private readonly SymbolTable _symbols;
    private readonly ExpressionScope _scope;
    private readonly ExpressionFaults _faults;
    private readonly List<ExpressionInput> _inputs = [];

    private Binder(string text, SymbolTable symbols, ExpressionScope scope, ExpressionFaults faults)
    {
        _text = text;
        _symbols = symbols;
        _scope = scope;
        _faults = faults;
    }

    /// <summary>A value with what is known of it when the rule set is loaded.</summary>
    private sealed record Bound(Node Node, SyntaxNode Syntax, TextDomain? Domain = null, string? Name = null);

    /// <summary>The checked expression; null if it is faulty, which is then reported. No kind means any.</summary>
    public static Expression? Bind(string text, ValueKind? kind, ExpressionScope scope, SymbolTable symbols, ExpressionFaults faults)
    {
        if (Parser.Parse(text, faults) is not { } syntax)
            return null;
        var binder = new Binder(text, symbols, scope, faults);
        var bound = kind is { } wanted ? binder.BindAs(syntax, wanted) : binder.BindAny(syntax);
        return bound is null || faults.Any ? null
            : new Expression(text, bound.Node, [.. binder._inputs.OrderBy(input => input.Span.Start)]);
    }

    private Bound? BindAs(SyntaxNode syntax, ValueKind kind)
    {
        if (BindAny(syntax) is not { } bound)
            return null;
        if (bound.Node.Kind == kind)
            return bound;
        _faults.Report(ExpressionDiagnostics.WrongType, syntax.Span,
            ("expected", kind.Name()), ("text", TextOf(syntax)), ("found", bound.Node.Kind.Name()));
        return null;
    }

    private Node<T>? BindAs<T>(SyntaxNode syntax) => (Node<T>?)BindAs(syntax, ValueKinds.Of<T>())?.Node;

    private Bound? BindAny(SyntaxNode syntax)
    {
        var bound = syntax switch
        {
            NumberSyntax number => new Bound(new ConstantNode<decimal>(number.Value), syntax),
            DateSyntax date => new Bound(new ConstantNode<DateOnly>(date.Value), syntax),
            TextSyntax text => new Bound(new ConstantNode<string>(text.Value), syntax),
            YesNoSyntax yesNo => new Bound(new ConstantNode<bool>(yesNo.Value), syntax),
            NameSyntax name => BindName(name),
            CallSyntax call => BindCall(call),
            UnarySyntax unary => BindUnary(unary),
            BinarySyntax binary => BindBinary(binary),
            InSyntax membership => BindIn(membership),
            _ => throw new InvalidOperationException($"Unknown syntax {syntax.GetType()}."),
        };
        if (bound is { Node: NumberNode<Divide> { IsConstant: true } division } && Expression.Constant(division) is null)
        {
            _faults.Report(ExpressionDiagnostics.ConstantFault, syntax.Span, ("text", TextOf(syntax)),
                ("fault", NoResult));
            return null;
        }
        return bound;
    }

    private Bound? BindName(NameSyntax name)
    {
        if (_symbols.Fields.TryGetValue(name.Name, out var field) && (_symbols.HasPrevious || !name.IsPrevious))
        {
            Node node = field.Kind switch
            {
                ValueKind.Number => new FieldNode<decimal>(field.Index, name.IsPrevious),
                ValueKind.YesNo => new FieldNode<bool>(field.Index, name.IsPrevious),
                ValueKind.Date => new FieldNode<DateOnly>(field.Index, name.IsPrevious),
                _ => new FieldNode<string>(field.Index, name.IsPrevious),
            };
            return Input(name, name.IsPrevious ? InputSource.PreviousField : InputSource.Field, node, field.Index, field.Domain);
        }
        if (name.IsPrevious)
            return UnknownName(name, _symbols.HasPrevious ? _symbols.Fields.Keys : []);
        if (_symbols.Parameters.TryGetValue(name.Name, out var parameter))
            return Input(name, InputSource.Parameter, parameter);
        return name.Name switch
        {
            "period" => Input(name, InputSource.Period, new ConstantNode<decimal>(_symbols.Period)),
            "code" => BindUnit(name, UnitAttribute.Code, null),
            "kind" => BindUnit(name, UnitAttribute.Kind, _symbols.Kinds),
            "group" => BindUnit(name, UnitAttribute.Group, _symbols.Groups),
            "parent" => BindUnit(name, UnitAttribute.Parent, null),
            "total" => _scope < ExpressionScope.Points ? OutOfScope(name.Span, name.Name) : Input(name, InputSource.Outcome, new TotalNode()),
            "rating" => _scope < ExpressionScope.Outcomes ? OutOfScope(name.Span, name.Name)
                : Input(name, InputSource.Outcome, new RatingNode(), domain: _symbols.Ratings),
            "rank" => _scope < ExpressionScope.Outcomes ? OutOfScope(name.Span, name.Name) : Input(name, InputSource.Outcome, new RankNode()),
            _ => UnknownName(name, _symbols.Fields.Keys.Concat(_symbols.Parameters.Keys).Concat(["period", "kind", "group", "parent", "code", "total", "rating", "rank"])),
        };
    }

    private Bound BindUnit(NameSyntax name, UnitAttribute attribute, TextDomain? domain) =>
        Input(name, InputSource.Unit, new UnitNode(attribute), domain: domain);

    private Bound Input(SyntaxNode syntax, InputSource source, Node node, int index = -1, TextDomain? domain = null)
    {
        string text = TextOf(syntax);
        _inputs.Add(new ExpressionInput { Span = syntax.Span, Source = source, Name = text, Index = index, Node = node });
        return new Bound(node, syntax, domain, text);
    }

    private Bound? OutOfScope(TextSpan span, string name)
    {
        _faults.Report(ExpressionDiagnostics.OutOfScope, span, ("name", name));
        return null;
    }

    private Bound? UnknownName(NameSyntax name, IEnumerable<string> known)
    {
        _faults.Report(ExpressionDiagnostics.UnknownName, name.Span, ("name", name.Name), ("suggestion", Suggestion.Nearest(name.Name, known)));
        return null;
    }

    private Bound? BindUnary(UnarySyntax unary)
    {
        if (unary.Operator == TokenType.Not)
            return BindAs<bool>(unary.Operand) is { } condition ? new Bound(new NotNode(condition), unary) : null;
        return BindAs<decimal>(unary.Operand) is { } number ? new Bound(new SignNode(number, isAbsolute: false), unary) : null;
    }

    private Bound? BindBinary(BinarySyntax binary)
    {
        switch (binary.Operator)
        {
            case TokenType.And or TokenType.Or:
                var (first, second) = (BindAs<bool>(binary.Left), BindAs<bool>(binary.Right));
                return first is null || second is null ? null : new Bound(new LogicNode(first, second, binary.Operator == TokenType.Or), binary);
            case TokenType.Plus or TokenType.Minus or TokenType.Times or TokenType.Divide:
                var (left, right) = (BindAs<decimal>(binary.Left), BindAs<decimal>(binary.Right));
                return left is null || right is null ? null : new Bound(binary.Operator switch
                {
                    TokenType.Plus => new NumberNode<Add>(left, right),
                    TokenType.Minus => new NumberNode<Subtract>(left, right),
                    TokenType.Times => new NumberNode<Multiply>(left, right),
                    _ => new NumberNode<Divide>(left, right),
                }, binary);
            default:
                return BindComparison(binary);
        }
    }

    private Bound? BindComparison(BinarySyntax binary)
    {
        var left = BindAny(binary.Left);
        var right = left is null ? BindAny(binary.Right) : BindAs(binary.Right, left.Node.Kind);
        if (left is null || right is null || !CheckDomain(left, right) || !CheckDomain(right, left))
            return null;
        if (left.Node.Kind is ValueKind.Text or ValueKind.YesNo && binary.Operator is not (TokenType.Equal or TokenType.NotEqual))
        {
            _faults.Report(ExpressionDiagnostics.WrongType, binary.Left.Span, ("expected", new LocalText("một số hoặc một ngày", "a number or a date")),
                ("text", TextOf(binary.Left)), ("found", left.Node.Kind.Name()));
            return null;
        }
        return new Bound(left.Node.Kind switch
        {
            ValueKind.Number => Compare<decimal>(binary.Operator, left, right),
            ValueKind.YesNo => Compare<bool>(binary.Operator, left, right),
            ValueKind.Date => Compare<DateOnly>(binary.Operator, left, right),
            _ => Compare<string>(binary.Operator, left, right),
        }, binary);
    }

    private static Node<bool> Compare<T>(TokenType type, Bound left, Bound right)
    {
        var (first, second) = ((Node<T>)left.Node, (Node<T>)right.Node);
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

    /// <summary>A text compared with something that has a list of values must be one of them.</summary>
    private bool CheckDomain(Bound named, Bound literal)
    {
        if (named.Domain is not { } domain || literal.Node is not ConstantNode<string> { Value: var value } || domain.Values.Contains(value))
            return true;
        _faults.Report(ExpressionDiagnostics.UnknownTextValue, literal.Syntax.Span, ("value", value), ("name", named.Name),
            ("suggestion", Suggestion.Nearest(value, domain.Values)), ("allowed", domain.Values));
        return false;
    }

    private Bound? BindIn(InSyntax membership)
    {
        var operand = BindAny(membership.Operand);
        var items = new List<Bound?>();
        foreach (var item in membership.Items)
        {
            var bound = operand is null ? BindAny(item) : BindAs(item, operand.Node.Kind);
            items.Add(operand is not null && bound is not null && CheckDomain(operand, bound) ? bound : null);
        }
        if (operand is null || items.Contains(null))
            return null;
        return new Bound(operand.Node.Kind switch
        {
            ValueKind.Number => In<decimal>(),
            ValueKind.YesNo => In<bool>(),
            ValueKind.Date => In<DateOnly>(),
            _ => In<string>(),
        }, membership);

        InNode<T> In<T>() => new((Node<T>)operand.Node, [.. items.Select(item => (Node<T>)item!.Node)], membership.IsNegated);
    }

    private Bound? BindCall(CallSyntax call)
    {
        if (!Functions.TryGetCounts(call.Name, out var counts))
        {
            _faults.Report(ExpressionDiagnostics.UnknownFunction, call.NameSpan, ("name", call.Name),
                ("suggestion", Suggestion.Nearest(call.Name, Functions.Names)), ("allowed", Functions.Names));
            return null;
        }
        int count = call.Arguments.Count;
        if (count < counts.Least || count > counts.Most)
        {
            string expected = counts.Least == counts.Most ? $"{counts.Least}" : $"{counts.Least}–{counts.Most}";
            if (!_faults.Any) // "max(1,2)" was reported as a decimal comma; that it leaves one value is no news
                _faults.Report(ExpressionDiagnostics.ArgumentCount, call.NameSpan, ("name", call.Name), ("expected", expected), ("found", count));
            return null;
        }
        return call.Name switch
        {
            "if" => BindIf(call),
            "min" => Fold(call, (left, right) => new NumberNode<Minimum>(left, right)),
            "max" => Fold(call, (left, right) => new NumberNode<Maximum>(left, right)),
            "round" => BindRound(call),
            "abs" => BindAs<decimal>(call.Arguments[0]) is { } number ? new Bound(new SignNode(number, isAbsolute: true), call) : null,
            "days" => BindDays(call),
            "has" => BindHas(call),
            "coalesce" => BindCoalesce(call),
            _ => BindPoints(call),
        };
    }

    private Bound? Fold(CallSyntax call, Func<Node<decimal>, Node<decimal>, Node<decimal>> combine)
    {
        var numbers = call.Arguments.Select(BindAs<decimal>).ToList();
        return numbers.Contains(null) ? null : new Bound(numbers.Aggregate((left, right) => combine(left!, right!))!, call);
    }

    private Bound? BindRound(CallSyntax call)
    {
        int decimals = 0;
        if (call.Arguments.Count == 2)
        {
            if (call.Arguments[1] is not NumberSyntax { Value: >= 0 and <= 9 } digits || digits.Value != decimal.Truncate(digits.Value))
            {
                _faults.Report(ExpressionDiagnostics.WrongType, call.Arguments[1].Span,
                    ("expected", new LocalText("một số nguyên từ 0 đến 9", "a whole number from 0 to 9")), ("text", TextOf(call.Arguments[1])),
                    ("found", new LocalText("giá trị khác", "something else")));
                return null;
            }
            decimals = (int)digits.Value;
        }
        return BindAs<decimal>(call.Arguments[0]) is { } number ? new Bound(new RoundNode(number, decimals), call) : null;
    }

    private Bound? BindDays(CallSyntax call)
    {
        var (from, to) = (BindAs<DateOnly>(call.Arguments[0]), BindAs<DateOnly>(call.Arguments[1]));
        return from is null || to is null ? null : new Bound(new DaysNode(from, to), call);
    }

    private Bound? BindHas(CallSyntax call) => BindAny(call.Arguments[0])?.Node switch
    {
        null => null,
        Node<decimal> number => new Bound(new HasNode<decimal>(number), call),
        Node<bool> yesNo => new Bound(new HasNode<bool>(yesNo), call),
        Node<DateOnly> date => new Bound(new HasNode<DateOnly>(date), call),
        var text => new Bound(new HasNode<string>((Node<string>)text), call),
    };

    private Bound? BindIf(CallSyntax call)
    {
        var condition = BindAs<bool>(call.Arguments[0]);
        var whenTrue = BindAny(call.Arguments[1]);
        var whenFalse = whenTrue is null ? BindAny(call.Arguments[2]) : BindAs(call.Arguments[2], whenTrue.Node.Kind);
        if (condition is null || whenTrue is null || whenFalse is null)
            return null;
        return new Bound(whenTrue.Node.Kind switch
        {
            ValueKind.Number => If<decimal>(),
            ValueKind.YesNo => If<bool>(),
            ValueKind.Date => If<DateOnly>(),
            _ => If<string>(),
        }, call);

        Node If<T>() => new IfNode<T>(condition, (Node<T>)whenTrue.Node, (Node<T>)whenFalse.Node);
    }

    private Bound? BindCoalesce(CallSyntax call)
    {
        var first = BindAny(call.Arguments[0]);
        var rest = call.Arguments.Skip(1).Select(argument => first is null ? BindAny(argument) : BindAs(argument, first.Node.Kind)).ToList();
        if (first is null || rest.Contains(null))
            return null;
        return rest.Aggregate(first, (left, right) => new Bound(left.Node.Kind switch
        {
            ValueKind.Number => Coalesce<decimal>(left, right!),
            ValueKind.YesNo => Coalesce<bool>(left, right!),
            ValueKind.Date => Coalesce<DateOnly>(left, right!),
            _ => Coalesce<string>(left, right!),
        }, call, left.Domain ?? right!.Domain, left.Name));

        static Node Coalesce<T>(Bound left, Bound right) => new CoalesceNode<T>((Node<T>)left.Node, (Node<T>)right.Node);
    }

    private Bound? BindPoints(CallSyntax call)
    {
        if (_scope < ExpressionScope.Points)
            return OutOfScope(call.NameSpan, call.Name);
        if (call.Arguments[0] is not TextSyntax id)
        {
            _faults.Report(ExpressionDiagnostics.WrongType, call.Arguments[0].Span,
                ("expected", new LocalText("mã một mục hoặc tiêu chí trong dấu nháy", "the quoted id of a section or criterion")),
                ("text", TextOf(call.Arguments[0])), ("found", new LocalText("giá trị khác", "something else")));
            return null;
        }
        if (!_symbols.Nodes.TryGetValue(id.Value, out int index))
        {
            _faults.Report(ExpressionDiagnostics.UnknownTextValue, id.Span, ("value", id.Value), ("name", call.Name),
                ("suggestion", Suggestion.Nearest(id.Value, _symbols.Nodes.Keys)), ("allowed", _symbols.Nodes.Keys));
            return null;
        }
        return Input(call, InputSource.Points, call.Name == "points" ? new PointsNode(index) : new MaxPointsNode(index), index);
    }

    private string TextOf(SyntaxNode syntax) => _text.Substring(syntax.Span.Start, syntax.Span.Length);
}
