using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions.Nodes;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>Looks up the names of an expression, checks its types, and makes the tree that is evaluated.</summary>
internal sealed class Binder(string text, SymbolTable symbols, ExpressionScope scope, ExpressionFaults faults)
{
    /// <summary>Why a fixed value has no result.</summary>
    public static readonly LocalText NoResult = new("chia cho 0, hoặc số quá lớn.", "division by zero, or a number too large.");

    private readonly List<ExpressionInput> _inputs = [];
    private readonly Dictionary<Node, (string? Name, TextDomain? Domain)> _named = [];

    /// <summary>The checked expression; null if it is faulty, which is then reported. No kind means any.</summary>
    public static Expression? Bind(string text, ValueKind? kind, ExpressionScope scope, SymbolTable symbols, ExpressionFaults faults)
    {
        if (Parser.Parse(text, faults) is not { } syntax)
            return null;
        var binder = new Binder(text, symbols, scope, faults);
        var node = binder.BindAs(syntax, kind);
        return node is null || faults.Any ? null : new Expression(text, node, [.. binder._inputs.OrderBy(input => input.Span.Start)]);
    }

    private Node? BindAs(SyntaxNode syntax, ValueKind? kind)
    {
        var node = BindAny(syntax);
        if (node is null || kind is not { } wanted || node.Kind == wanted)
            return node;
        ReportType(syntax, wanted.Name(), node.Kind.Name());
        return null;
    }

    private Node<T>? BindAs<T>(SyntaxNode syntax) => (Node<T>?)BindAs(syntax, ValueKinds.Of<T>());

    private void ReportType(SyntaxNode syntax, LocalText expected, LocalText? found = null) => faults.Report(
        ExpressionDiagnostics.WrongType, syntax.Span, ("expected", expected), ("text", TextOf(syntax)), ("found", found ?? new LocalText("giá trị khác", "something else")));

    private Node? BindAny(SyntaxNode syntax)
    {
        var node = syntax switch
        {
            NumberSyntax number => new ConstantNode<decimal>(number.Value),
            DateSyntax date => new ConstantNode<DateOnly>(date.Value),
            TextSyntax quoted => new ConstantNode<string>(quoted.Value),
            YesNoSyntax yesNo => new ConstantNode<bool>(yesNo.Value),
            NameSyntax name => BindName(name),
            CallSyntax call => BindCall(call),
            UnarySyntax unary => BindUnary(unary),
            BinarySyntax binary => BindBinary(binary),
            InSyntax membership => BindIn(membership),
            _ => throw new InvalidOperationException($"Unknown syntax {syntax.GetType()}."),
        };
        if (node is not NumberNode<Divide> { IsConstant: true } || Expression.Constant(node) is not null)
            return node;
        faults.Report(ExpressionDiagnostics.ConstantFault, syntax.Span, ("text", TextOf(syntax)), ("fault", NoResult));
        return null;
    }

    private Node? BindName(NameSyntax name)
    {
        if (symbols.Fields.TryGetValue(name.Name, out var field) && (symbols.HasPrevious || !name.IsPrevious))
        {
            var node = INodeMaker.Of(field.Kind).Field(field.Index, name.IsPrevious);
            return Input(name, name.IsPrevious ? InputSource.PreviousField : InputSource.Field, node, field.Index, field.Domain);
        }
        if (name.IsPrevious)
            return UnknownName(name, symbols.HasPrevious ? symbols.Fields.Keys : []);
        if (symbols.Parameters.TryGetValue(name.Name, out var parameter))
            return Input(name, InputSource.Parameter, parameter);
        return name.Name switch
        {
            "period" => Input(name, InputSource.Period, new ConstantNode<decimal>(symbols.Period)),
            "code" => BindUnit(UnitAttribute.Code),
            "kind" => BindUnit(UnitAttribute.Kind, symbols.Kinds),
            "group" => BindUnit(UnitAttribute.Group, symbols.Groups),
            "parent" => BindUnit(UnitAttribute.Parent),
            "total" => BindOutcome(ExpressionScope.Points, new TotalNode()),
            "rating" => BindOutcome(ExpressionScope.Outcomes, new RatingNode(), symbols.Ratings),
            "rank" => BindOutcome(ExpressionScope.Outcomes, new RankNode()),
            _ => UnknownName(name, symbols.Fields.Keys.Concat(symbols.Parameters.Keys)
                .Concat(["period", "kind", "group", "parent", "code", "total", "rating", "rank"])),
        };

        Node BindUnit(UnitAttribute attribute, TextDomain? domain = null) =>
            Input(name, InputSource.Unit, new UnitNode(attribute), domain: domain);

        Node? BindOutcome(ExpressionScope least, Node outcome, TextDomain? domain = null) =>
            scope < least ? OutOfScope(name.Span, name.Name) : Input(name, InputSource.Outcome, outcome, domain: domain);
    }

    private Node Input(SyntaxNode syntax, InputSource source, Node node, int index = -1, TextDomain? domain = null)
    {
        string name = TextOf(syntax);
        _inputs.Add(new ExpressionInput { Span = syntax.Span, Source = source, Name = name, Index = index, Node = node });
        _named[node] = (name, domain);
        return node;
    }

    private Node? OutOfScope(TextSpan span, string name)
    {
        faults.Report(ExpressionDiagnostics.OutOfScope, span, ("name", name));
        return null;
    }

    private Node? UnknownName(NameSyntax name, IEnumerable<string> known)
    {
        faults.Report(ExpressionDiagnostics.UnknownName, name.Span,
            ("name", name.Name), ("suggestion", Suggestion.Nearest(name.Name, known)));
        return null;
    }

    private Node? BindUnary(UnarySyntax unary)
    {
        if (unary.Operator == TokenType.Not)
            return BindAs<bool>(unary.Operand) is { } condition ? new NotNode(condition) : null;
        return BindAs<decimal>(unary.Operand) is { } number ? new SignNode(number, isAbsolute: false) : null;
    }

    private Node? BindBinary(BinarySyntax binary)
    {
        switch (binary.Operator)
        {
            case TokenType.And or TokenType.Or:
                var (first, second) = (BindAs<bool>(binary.Left), BindAs<bool>(binary.Right));
                return first is null || second is null ? null : new LogicNode(first, second, binary.Operator == TokenType.Or);
            case TokenType.Plus or TokenType.Minus or TokenType.Times or TokenType.Divide:
                var (left, right) = (BindAs<decimal>(binary.Left), BindAs<decimal>(binary.Right));
                return left is null || right is null ? null : binary.Operator switch
                {
                    TokenType.Plus => new NumberNode<Add>(left, right),
                    TokenType.Minus => new NumberNode<Subtract>(left, right),
                    TokenType.Times => new NumberNode<Multiply>(left, right),
                    _ => new NumberNode<Divide>(left, right),
                };
            default:
                return BindComparison(binary);
        }
    }

    private Node? BindComparison(BinarySyntax binary)
    {
        var left = BindAny(binary.Left);
        var right = BindAs(binary.Right, left?.Kind);
        if (left is null || right is null || !CheckDomain(left, right, binary.Right) || !CheckDomain(right, left, binary.Left))
            return null;
        if (left.Kind is not (ValueKind.Text or ValueKind.YesNo) || binary.Operator is TokenType.Equal or TokenType.NotEqual)
            return INodeMaker.Of(left.Kind).Compare(binary.Operator, left, right);
        ReportType(binary.Left, new LocalText("một số hoặc một ngày", "a number or a date"), left.Kind.Name());
        return null;
    }

    /// <summary>A text compared with something that has a list of values must be one of them.</summary>
    private bool CheckDomain(Node named, Node literal, SyntaxNode syntax)
    {
        if (_named.GetValueOrDefault(named) is not (var name, { Values: var allowed })
            || literal is not ConstantNode<string> { Value: var value } || allowed.Contains(value))
            return true;
        ReportValue(syntax, value, name, allowed);
        return false;
    }

    private void ReportValue(SyntaxNode syntax, string value, string? name, IReadOnlyCollection<string> allowed) => faults.Report(
        ExpressionDiagnostics.UnknownTextValue, syntax.Span,
        ("value", value), ("name", name), ("suggestion", Suggestion.Nearest(value, allowed)), ("allowed", allowed));

    private Node? BindIn(InSyntax membership)
    {
        var operand = BindAny(membership.Operand);
        var items = new List<Node?>();
        foreach (var item in membership.Items)
        {
            var node = BindAs(item, operand?.Kind);
            items.Add(operand is not null && node is not null && CheckDomain(operand, node, item) ? node : null);
        }
        return operand is null || items.Contains(null) ? null : INodeMaker.Of(operand.Kind).In(operand, items!, membership.IsNegated);
    }

    private Node? BindCall(CallSyntax call)
    {
        if (!Functions.TryGetCounts(call.Name, out var counts))
        {
            faults.Report(ExpressionDiagnostics.UnknownFunction, call.NameSpan, ("name", call.Name),
                ("suggestion", Suggestion.Nearest(call.Name, Functions.Names)), ("allowed", Functions.Names));
            return null;
        }
        int count = call.Arguments.Count;
        if (count < counts.Least || count > counts.Most)
        {
            string expected = counts.Least == counts.Most ? $"{counts.Least}" : $"{counts.Least}–{counts.Most}";
            if (!faults.Any) // "max(1,2)" was reported as a decimal comma; that it leaves one value is no news
                faults.Report(ExpressionDiagnostics.ArgumentCount, call.NameSpan,
                    ("name", call.Name), ("expected", expected), ("found", count));
            return null;
        }
        return call.Name switch
        {
            "if" => BindIf(call),
            "min" => Fold(call, (left, right) => new NumberNode<Minimum>(left, right)),
            "max" => Fold(call, (left, right) => new NumberNode<Maximum>(left, right)),
            "round" => BindRound(call),
            "abs" => BindAs<decimal>(call.Arguments[0]) is { } number ? new SignNode(number, isAbsolute: true) : null,
            "days" => BindDays(call),
            "has" => BindAny(call.Arguments[0]) is { } asked ? INodeMaker.Of(asked.Kind).Has(asked) : null,
            "coalesce" => BindCoalesce(call),
            _ => BindPoints(call),
        };
    }

    private Node? Fold(CallSyntax call, Func<Node<decimal>, Node<decimal>, Node<decimal>> combine)
    {
        var numbers = call.Arguments.Select(BindAs<decimal>).ToList();
        return numbers.Contains(null) ? null : numbers.Aggregate((left, right) => combine(left!, right!));
    }

    private Node? BindRound(CallSyntax call)
    {
        int decimals = 0;
        if (call.Arguments.Count == 2)
        {
            if (call.Arguments[1] is not NumberSyntax { Value: >= 0 and <= 9 } digits || digits.Value != decimal.Truncate(digits.Value))
            {
                ReportType(call.Arguments[1], new LocalText("một số nguyên từ 0 đến 9", "a whole number from 0 to 9"));
                return null;
            }
            decimals = (int)digits.Value;
        }
        return BindAs<decimal>(call.Arguments[0]) is { } number ? new RoundNode(number, decimals) : null;
    }

    private Node? BindDays(CallSyntax call)
    {
        var (from, to) = (BindAs<DateOnly>(call.Arguments[0]), BindAs<DateOnly>(call.Arguments[1]));
        return from is null || to is null ? null : new DaysNode(from, to);
    }

    private Node? BindIf(CallSyntax call)
    {
        var condition = BindAs<bool>(call.Arguments[0]);
        var whenTrue = BindAny(call.Arguments[1]);
        var whenFalse = BindAs(call.Arguments[2], whenTrue?.Kind);
        return condition is null || whenTrue is null || whenFalse is null ? null
            : INodeMaker.Of(whenTrue.Kind).If(condition, whenTrue, whenFalse);
    }

    private Node? BindCoalesce(CallSyntax call)
    {
        var first = BindAny(call.Arguments[0]);
        var rest = call.Arguments.Skip(1).Select(argument => BindAs(argument, first?.Kind)).ToList();
        return first is null || rest.Contains(null) ? null : rest.Aggregate(first, (left, right) =>
        {
            var node = INodeMaker.Of(left.Kind).Coalesce(left, right!);
            var (name, domain) = _named.GetValueOrDefault(left);
            _named[node] = (name, domain ?? _named.GetValueOrDefault(right!).Domain);
            return node;
        });
    }

    private Node? BindPoints(CallSyntax call)
    {
        if (scope < ExpressionScope.Points)
            return OutOfScope(call.NameSpan, call.Name);
        if (call.Arguments[0] is not TextSyntax id)
        {
            ReportType(call.Arguments[0],
                new LocalText("mã một mục hoặc tiêu chí trong dấu nháy", "the quoted id of a section or criterion"));
            return null;
        }
        if (!symbols.Nodes.TryGetValue(id.Value, out int index))
        {
            ReportValue(id, id.Value, call.Name, symbols.Nodes.Keys);
            return null;
        }
        return Input(call, InputSource.Points, call.Name == "points" ? new PointsNode(index) : new MaxPointsNode(index), index);
    }

    private string TextOf(SyntaxNode syntax) => text.Substring(syntax.Span.Start, syntax.Span.Length);
}
