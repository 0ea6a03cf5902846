namespace DanVan.Scoring.Expressions.Syntax;

internal enum TokenType
{
    End,
    Number,
    Date,
    Text,
    Name,
    Plus,
    Minus,
    Times,
    Divide,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Open,
    Close,
    Comma,
    Dot,
    And,
    Or,
    Not,
    In,
    True,
    False,
}

/// <summary>A word or sign of an expression.</summary>
internal readonly record struct Token(TokenType Type, TextSpan Span, object? Value = null);
