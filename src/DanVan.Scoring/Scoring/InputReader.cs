using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>What an expression read for one unit.</summary>
/// <param name="Name">The name as the expression has it.</param>
/// <param name="State">What was found.</param>
/// <param name="Value">The value; null unless the state is <see cref="CellState.Value"/>.</param>
internal sealed record InputValue(string Name, CellState State, object? Value);

/// <summary>Reads the inputs of expressions for the unit at a position of the frame, looked at alone.</summary>
internal sealed class InputReader(Dataset data, CellFrame frame, int position)
{
    private readonly int _unit = frame.UnitAt(position);

    /// <summary>The unit's row of results, or its row in the list of units.</summary>
    public Place RowPlace => data.RowPlaceOf(_unit) ?? data.Units[_unit].Place;

    /// <summary>The inputs of a leaf's manner and of its condition, each once.</summary>
    public IReadOnlyList<InputValue> Inputs(ScoreNode leaf) =>
        Inputs(leaf.AppliesTo is { } condition ? leaf.Manner!.Expressions.Append(condition) : leaf.Manner!.Expressions);

    /// <summary>Names of the inputs of a leaf that are missing, each once.</summary>
    public List<string> Missing(ScoreNode leaf)
    {
        var missing = new List<string>();
        int count = frame.Count;
        frame.Narrow(position);
        foreach (var expression in leaf.Manner!.Expressions)
            AddMissing(expression, missing);
        if (leaf.AppliesTo is { } condition)
            AddMissing(condition, missing);
        frame.Widen(count);
        return missing;
    }

    private void AddMissing(Expression expression, List<string> missing)
    {
        foreach (var input in expression.Inputs)
            if (!missing.Contains(input.Name) && input.Node.ValueIn(frame, out var state) is null && state == CellState.Missing)
                missing.Add(input.Name);
    }

    /// <summary>The inputs of expressions, each once.</summary>
    public IReadOnlyList<InputValue> Inputs(IEnumerable<Expression> expressions)
    {
        int count = frame.Count;
        frame.Narrow(position);
        var values = expressions
            .SelectMany(expression => expression.Inputs)
            .DistinctBy(input => input.Name)
            .Select(input =>
            {
                object? value = input.Node.ValueIn(frame, out var state);
                return new InputValue(input.Name, state, value);
            })
            .ToList();
        frame.Widen(count);
        return values;
    }

    /// <summary>Inputs with their values, in words.</summary>
    public static LocalText Describe(IReadOnlyList<InputValue> inputs)
    {
        return new LocalText(In(Language.Vietnamese), In(Language.English));

        string In(Language language) => string.Join(", ", inputs.Select(input => $"{input.Name} = {InputText.Of(input.Value, input.State, language)}"));
    }
}
