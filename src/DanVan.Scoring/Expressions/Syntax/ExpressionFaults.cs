using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>Reports faults of one expression at their place in the file.</summary>
internal sealed class ExpressionFaults(DiagnosticBag bag, Func<TextSpan, Place> placeOf)
{
    public bool Any { get; private set; }

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        Any = true;
        bag.Add(descriptor.At(placeOf(span), arguments));
    }
}
