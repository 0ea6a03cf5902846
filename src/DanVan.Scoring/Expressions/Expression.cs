namespace DanVan.Scoring.Expressions;

/// <summary>A checked expression: typed, with every name resolved. It can read its inputs and nothing else.</summary>
public sealed class Expression
{
    internal Expression(string text, Node root, ImmutableArray<ExpressionInput> inputs)
    {
        Text = text;
        Root = root;
        Inputs = inputs;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Type of its value.</summary>
    public ValueKind Kind => Root.Kind;

    /// <summary>What it reads, in the order of the text.</summary>
    public ImmutableArray<ExpressionInput> Inputs { get; }

    /// <summary>True if its value is the same for every unit.</summary>
    public bool IsConstant => Root.IsConstant;

    internal Node Root { get; }

    /// <summary>Indexes of the fields of this period that it reads.</summary>
    public IEnumerable<int> FieldsRead =>
        Inputs.Where(input => input.Source == InputSource.Field).Select(input => input.Index).Distinct();

    /// <summary>Indexes of the fields of this period and the last that it reads.</summary>
    internal IEnumerable<int> AllFieldsRead =>
        Inputs.Where(input => input.Source is InputSource.Field or InputSource.PreviousField).Select(input => input.Index);

    internal void Evaluate<T>(Frame frame, Cells<T> into) => ((Node<T>)Root).Evaluate(frame, into);

    /// <summary>The number that it gives for every unit; null if it is not constant, no number, or cannot be computed.</summary>
    public decimal? ConstantNumber() => IsConstant && Constant(Root) is decimal value ? value : null;

    /// <summary>The value of a constant node; null if it cannot be computed.</summary>
    internal static object? Constant(Node root) => root.ValueIn(new BareFrame((null, null)), out _);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>What an input of an expression is.</summary>
public enum InputSource
{
    /// <summary>A field of this period.</summary>
    Field,

    /// <summary>A field of the last period.</summary>
    PreviousField,

    /// <summary>A parameter of the rule set.</summary>
    Parameter,

    /// <summary>Code, kind, group or parent of the unit.</summary>
    Unit,

    /// <summary>The scoring period (a year).</summary>
    Period,

    /// <summary>Points or maximum of a section or criterion.</summary>
    Points,

    /// <summary>Total, rating or rank.</summary>
    Outcome,
}

/// <summary>A name in an expression and what it stands for.</summary>
public sealed record ExpressionInput
{
    /// <summary>Where it stands in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What it is.</summary>
    public required InputSource Source { get; init; }

    /// <summary>The name as written, such as <c>staffTotal</c>, <c>previous.x</c> or <c>points('A')</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the field, or of the node of the score tree; -1 otherwise.</summary>
    public required int Index { get; init; }

    internal Node Node { get; init; } = null!;
}
