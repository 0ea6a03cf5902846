namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>What an expression says, before names are looked up.</summary>
internal abstract record SyntaxNode(TextSpan Span);

internal sealed record NumberSyntax(TextSpan Span, decimal Value) : SyntaxNode(Span);

internal sealed record DateSyntax(TextSpan Span, DateOnly Value) : SyntaxNode(Span);

internal sealed record TextSyntax(TextSpan Span, string Value) : SyntaxNode(Span);

internal sealed record YesNoSyntax(TextSpan Span, bool Value) : SyntaxNode(Span);

internal sealed record NameSyntax(TextSpan Span, string Name, bool IsPrevious) : SyntaxNode(Span);

internal sealed record CallSyntax(TextSpan Span, TextSpan NameSpan, string Name, IReadOnlyList<SyntaxNode> Arguments) : SyntaxNode(Span);

internal sealed record UnarySyntax(TextSpan Span, TokenType Operator, SyntaxNode Operand) : SyntaxNode(Span);

internal sealed record BinarySyntax(TextSpan Span, TokenType Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Span);

internal sealed record InSyntax(TextSpan Span, SyntaxNode Operand, IReadOnlyList<SyntaxNode> Items, bool IsNegated) : SyntaxNode(Span);
