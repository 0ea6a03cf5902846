namespace DanVan.Scoring.Expressions;

/// <summary>A part of an expression's text: 0-based index and length in UTF-16 units.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Count of characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;

    internal static TextSpan Between(TextSpan first, TextSpan last) => new(first.Start, last.End - first.Start);
}

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
