using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>
/// Reads the words of an expression by these rules, loosest first:
/// <code>
/// or:      and ('or' and)*
/// and:     not ('and' not)*
/// not:     'not' not | compare
/// compare: sum (('=' | '!=' | '&lt;' | '&lt;=' | '&gt;' | '&gt;=') sum)? | sum 'not'? 'in' '(' or (',' or)* ')'
/// sum:     product (('+' | '-') product)*
/// product: unary (('*' | '/') unary)*
/// unary:   '-' unary | primary
/// primary: number | date | 'text' | true | false | name | 'previous' '.' name | name '(' or (',' or)* ')' | '(' or ')'
/// </code>
/// Stops at the first fault of grammar: what follows could only be guessed.
/// </summary>
internal sealed class Parser
{
    /// <summary>A longer text is refused.</summary>
    public const int LongestText = 2_000;

    /// <summary>Deeper nesting of brackets, calls and signs is refused.</summary>
    public const int DeepestNesting = 64;

    private readonly string _text;
    private readonly ExpressionFaults _faults;
    private readonly List<Token> _tokens;
    private readonly bool _hasGaps;
    private int _at;
    private int _depth;

    private Parser(string text, ExpressionFaults faults)
    {
        _text = text;
        _faults = faults;
        var lexer = new Lexer(text, faults);
        _tokens = lexer.Read();
        _hasGaps = lexer.HasGaps;
    }

    private Token Current => _tokens[_at];

    /// <summary>The syntax of a text; null if it cannot be told, which is then reported.</summary>
    public static SyntaxNode? Parse(string text, ExpressionFaults faults)
    {
        if (text.Length > LongestText)
        {
            faults.Report(ExpressionDiagnostics.TooLong, new TextSpan(LongestText, 1), ("length", text.Length), ("limit", LongestText));
            return null;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Report(ExpressionDiagnostics.Empty, new TextSpan(0, text.Length));
            return null;
        }
        var parser = new Parser(text, faults);
        if (parser._hasGaps)
            return null;
        var root = parser.ReadOr();
        if (root is null || parser.Current.Type == TokenType.End)
            return root;
        parser.Unexpected(new LocalText("một phép tính, hoặc hết biểu thức", "an operator, or the end"));
        return null;
    }

    private SyntaxNode? ReadOr() => ReadLeft(ReadAnd, TokenType.Or);

    private SyntaxNode? ReadAnd() => ReadLeft(ReadNot, TokenType.And);

    private SyntaxNode? ReadNot() => Current.Type == TokenType.Not ? ReadUnary(ReadNot) : ReadCompare();

    private SyntaxNode? ReadCompare()
    {
        var left = ReadSum();
        if (left is null)
            return null;
        bool isNegated = Current.Type == TokenType.Not && _tokens[_at + 1].Type == TokenType.In;
        if (isNegated)
            _at++;
        if (Current.Type == TokenType.In)
        {
            _at++;
            if (!Expect(TokenType.Open, "("))
                return null;
            var items = ReadList();
            return items is null ? null : new InSyntax(TextSpan.Between(left.Span, _tokens[_at - 1].Span), left, items, isNegated);
        }
        if (Current.Type is not (>= TokenType.Equal and <= TokenType.GreaterOrEqual))
            return left;
        var type = Current.Type;
        _at++;
        return ReadSum() is { } right ? new BinarySyntax(TextSpan.Between(left.Span, right.Span), type, left, right) : null;
    }

    private SyntaxNode? ReadSum() => ReadLeft(ReadProduct, TokenType.Plus, TokenType.Minus);

    private SyntaxNode? ReadProduct() => ReadLeft(ReadSigned, TokenType.Times, TokenType.Divide);

    private SyntaxNode? ReadSigned() => Current.Type == TokenType.Minus ? ReadUnary(ReadSigned) : ReadPrimary();

    /// <summary>Operators of one rank, from left to right.</summary>
    private SyntaxNode? ReadLeft(Func<SyntaxNode?> readOperand, params ReadOnlySpan<TokenType> operators)
    {
        var left = readOperand();
        while (left is not null && operators.Contains(Current.Type))
        {
            var type = Current.Type;
            _at++;
            if (readOperand() is not { } right)
                return null;
            left = new BinarySyntax(TextSpan.Between(left.Span, right.Span), type, left, right);
        }
        return left;
    }

    private SyntaxNode? ReadUnary(Func<SyntaxNode?> readOperand)
    {
        var token = Current;
        if (!Enter())
            return null;
        _at++;
        var operand = readOperand();
        _depth--;
        return operand is null ? null : new UnarySyntax(TextSpan.Between(token.Span, operand.Span), token.Type, operand);
    }

    private SyntaxNode? ReadPrimary()
    {
        var token = Current;
        switch (token.Type)
        {
            case TokenType.Number:
                _at++;
                return new NumberSyntax(token.Span, (decimal)token.Value!);
            case TokenType.Date:
                _at++;
                return new DateSyntax(token.Span, (DateOnly)token.Value!);
            case TokenType.Text:
                _at++;
                return new TextSyntax(token.Span, (string)token.Value!);
            case TokenType.True or TokenType.False:
                _at++;
                return new YesNoSyntax(token.Span, token.Type == TokenType.True);
            case TokenType.Name:
                return ReadName();
            case TokenType.Open:
                if (!Enter())
                    return null;
                _at++;
                var inner = ReadOr();
                _depth--;
                return inner is not null && Expect(TokenType.Close, ")") ? inner with { Span = TextSpan.Between(token.Span, _tokens[_at - 1].Span) } : null;
            default:
                Unexpected(new LocalText("một giá trị hoặc tên", "a value or a name"));
                return null;
        }
    }

    private SyntaxNode? ReadName()
    {
        var token = Current;
        string name = (string)token.Value!;
        _at++;
        if (Current.Type == TokenType.Open)
        {
            if (!Enter())
                return null;
            _at++;
            var arguments = ReadList();
            _depth--;
            return arguments is null ? null
                : new CallSyntax(TextSpan.Between(token.Span, _tokens[_at - 1].Span), token.Span, name, arguments);
        }
        if (Current.Type != TokenType.Dot)
            return new NameSyntax(token.Span, name, IsPrevious: false);
        if (name != "previous")
        {
            Unexpected(new LocalText("một phép tính (dấu chấm chỉ đi sau 'previous')", "an operator (a dot follows 'previous' only)"));
            return null;
        }
        _at++;
        var field = Current;
        if (field.Type != TokenType.Name)
        {
            Unexpected(new LocalText("tên một trường", "the name of a field"));
            return null;
        }
        _at++;
        return new NameSyntax(TextSpan.Between(token.Span, field.Span), (string)field.Value!, IsPrevious: true);
    }

    /// <summary>Values parted by commas up to the closing bracket; at least one.</summary>
    private List<SyntaxNode>? ReadList()
    {
        var items = new List<SyntaxNode>();
        do
        {
            if (ReadOr() is not { } item)
                return null;
            items.Add(item);
        }
        while (Current.Type == TokenType.Comma && ++_at > 0);
        return Expect(TokenType.Close, ")") ? items : null;
    }

    private bool Enter()
    {
        if (++_depth <= DeepestNesting)
            return true;
        _faults.Report(ExpressionDiagnostics.TooDeep, Current.Span, ("limit", DeepestNesting));
        return false;
    }

    private bool Expect(TokenType type, string sign)
    {
        if (Current.Type == type)
        {
            _at++;
            return true;
        }
        Unexpected(new LocalText($"'{sign}'", $"'{sign}'"));
        return false;
    }

    private void Unexpected(LocalText expected)
    {
        var span = Current.Span;
        object found = Current.Type == TokenType.End
            ? new LocalText("chỗ kết thúc biểu thức", "the end of the expression")
            : $"'{_text.Substring(span.Start, span.Length)}'";
        _faults.Report(ExpressionDiagnostics.Unexpected, span with { Length = Math.Max(1, span.Length) }, ("found", found), ("expected", expected));
    }
}
