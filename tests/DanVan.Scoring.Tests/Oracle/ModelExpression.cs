using System.Globalization;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>What the oracle finds: a number or a yes/no, or the reason why there is none.</summary>
internal readonly record struct Found(CellState State, Rational Number = default, bool YesNo = false)
{
    public static Found Of(Rational number) => new(CellState.Value, number);

    public static Found Of(bool yesNo) => new(CellState.Value, default, yesNo);

    public bool IsValue => State == CellState.Value;
}

/// <summary>An expression as text, with its meaning written down once more, naively, for one unit.</summary>
internal sealed record ModelExpression(string Text, Func<ModelUnit, Found> Evaluate)
{
    public override string ToString() => Text;

    public static ModelExpression Number(decimal value) => new(value.ToString(CultureInfo.InvariantCulture), _ => Found.Of(Rational.Of(value)));

    public static ModelExpression Field(string name) => new(name, unit => unit.Cells[name] switch
    {
        null => new Found(CellState.Missing),
        decimal number => Found.Of(Rational.Of(number)),
        bool yesNo => Found.Of(yesNo),
        _ => new Found(CellState.NotApplicable),
    });

    public static ModelExpression Arithmetic(ModelExpression left, char sign, ModelExpression right) => new($"({left} {sign} {right})", unit =>
    {
        var (a, b) = (left.Evaluate(unit), right.Evaluate(unit));
        if (!a.IsValue || !b.IsValue)
            return new Found(Worse(a.State, b.State));
        if (sign == '/' && b.Number.IsZero)
            return new Found(CellState.Invalid);
        return Found.Of(sign switch { '+' => a.Number + b.Number, '-' => a.Number - b.Number, '*' => a.Number * b.Number, _ => a.Number / b.Number });
    });

    public static ModelExpression Pick(string function, ModelExpression left, ModelExpression right) => new($"{function}({left}, {right})", unit =>
    {
        var (a, b) = (left.Evaluate(unit), right.Evaluate(unit));
        if (!a.IsValue || !b.IsValue)
            return new Found(Worse(a.State, b.State));
        return a.Number.CompareTo(b.Number) <= 0 == (function == "min") ? a : b;
    });

    public static ModelExpression Coalesce(ModelExpression left, ModelExpression right) => new($"coalesce({left}, {right})", unit =>
    {
        var a = left.Evaluate(unit);
        return a.State is CellState.Value or CellState.Invalid ? a : right.Evaluate(unit);
    });

    public static ModelExpression If(ModelExpression condition, ModelExpression yes, ModelExpression no) => new($"if({condition}, {yes}, {no})", unit =>
    {
        var test = condition.Evaluate(unit);
        return !test.IsValue ? new Found(test.State) : test.YesNo ? yes.Evaluate(unit) : no.Evaluate(unit);
    });

    public static ModelExpression Compare(ModelExpression left, string sign, ModelExpression right) => new($"{left} {sign} {right}", unit =>
    {
        var (a, b) = (left.Evaluate(unit), right.Evaluate(unit));
        if (!a.IsValue || !b.IsValue)
            return new Found(Worse(a.State, b.State));
        int order = a.Number.Round(9).CompareTo(b.Number.Round(9));
        return Found.Of(sign switch { "=" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
    });

    public static ModelExpression Logic(ModelExpression left, string word, ModelExpression right) => new($"({left}) {word} ({right})", unit =>
    {
        var (a, b) = (left.Evaluate(unit), right.Evaluate(unit));
        bool decides = word == "or";
        if ((a.IsValue && a.YesNo == decides) || (b.IsValue && b.YesNo == decides))
            return Found.Of(decides);
        return a.IsValue && b.IsValue ? Found.Of(!decides) : new Found(Worse(a.State, b.State));
    });

    public static ModelExpression Not(ModelExpression operand) => new($"not ({operand})", unit =>
    {
        var a = operand.Evaluate(unit);
        return a.IsValue ? Found.Of(!a.YesNo) : a;
    });

    public static ModelExpression Has(string field) => new($"has({field})", unit => Found.Of(Field(field).Evaluate(unit).IsValue));

    public static CellState Worse(CellState a, CellState b) => (CellState)Math.Max((int)a, (int)b);
}
