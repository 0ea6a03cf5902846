using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>What a manner needs to check itself: its place in the file, its criterion's maximum, the names it may use.</summary>
internal sealed class MannerCheck(IRuleCheck check, JsonCursor cursor, decimal maxPoints)
{
    public decimal MaxPoints { get; } = maxPoints;

    public JsonCursor Cursor { get; } = cursor;

    /// <summary>An expression over fields that gives a number.</summary>
    public Expression? Number(string key, ExpressionText text) => Expression(Cursor[key], text, ValueKind.Number);

    /// <summary>An expression over fields, at its place.</summary>
    public Expression? Expression(JsonCursor at, ExpressionText text, ValueKind kind) => check.Expression(text, at, kind);

    /// <summary>A fixed number within a range; null if it is faulty or was not given.</summary>
    public decimal? Constant(JsonCursor at, ExpressionText? text, decimal least, decimal most, LocalText range)
    {
        if (text is not { } given || check.Constant(given, at) is not { } value)
            return null;
        if (value >= least && value <= most)
            return value;
        OutOfRange(at, value, range);
        return null;
    }

    /// <summary>Points between two limits, inclusive.</summary>
    public bool PointsWithin(JsonCursor at, decimal points, decimal least, decimal most)
    {
        if (points >= least && points <= most)
            return true;
        OutOfRange(at, points, new LocalText(
            $"từ {ValueText.Number(least, Language.Vietnamese)} đến {ValueText.Number(most, Language.Vietnamese)}",
            $"{ValueText.Number(least, Language.English)} to {ValueText.Number(most, Language.English)}"));
        return false;
    }

    /// <summary>Reports a figure that is not in its range.</summary>
    public void OutOfRange(JsonCursor at, object? value, LocalText range) =>
        Report(RuleSetDiagnostics.OutOfRange, at.Place, ("value", value), ("range", range));

    /// <summary>Reports a list without entries.</summary>
    public void Empty(JsonCursor at, string vi, string en) => Report(RuleSetDiagnostics.NothingToScore, at.Place, ("what", new LocalText(vi, en)));

    public Parameter? Parameter(string name) => check.Parameters.GetValueOrDefault(name);

    public IEnumerable<string> ParameterNames => check.Parameters.Keys;

    public void Report(DiagnosticDescriptor descriptor, Place place, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        check.Report(descriptor, place, arguments);
}

/// <summary>What is known of a rule set while it is checked.</summary>
internal interface IRuleCheck
{
    /// <summary>The parameters, by id.</summary>
    IReadOnlyDictionary<string, Parameter> Parameters { get; }

    /// <summary>A checked expression over fields; null if it is faulty, which is then reported.</summary>
    Expression? Expression(ExpressionText text, JsonCursor at, ValueKind kind);

    /// <summary>The value of an expression of fixed values; null if it is faulty, which is then reported.</summary>
    decimal? Constant(ExpressionText text, JsonCursor at);

    void Report(DiagnosticDescriptor descriptor, Place place, params ReadOnlySpan<(string Name, object? Value)> arguments);
}
