using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>Writes rules in words: fields by their labels, figures with their unit.</summary>
/// <param name="ruleSet">The rule set.</param>
/// <param name="language">Language of the words.</param>
/// <param name="withDates">True to name the date of a deadline beside its label.</param>
public sealed class RuleText(RuleSet ruleSet, Language language, bool withDates = true)
{
    /// <summary>One of two texts.</summary>
    public string Text(string vi, string en) => language == Language.Vietnamese ? vi : en;

    /// <summary>A number.</summary>
    public string Number(decimal value) => ValueText.Number(value, language);

    /// <summary>A share as a percentage.</summary>
    public string Percent(decimal share) => ValueText.Percent(share, language);

    /// <summary>A number of points.</summary>
    public string Points(decimal value) => $"{Number(value)} {Text("điểm", value == 1 ? "point" : "points")}";

    /// <summary>An expression: the label of a field or parameter that stands alone, else its text.</summary>
    public string Of(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Inputs is not [var input] || input.Span.Length != expression.Text.Trim().Length)
            return expression.Text;
        return input.Source switch
        {
            InputSource.Field => $"\"{ruleSet.Fields[input.Index].Label}\"",
            InputSource.PreviousField => $"\"{ruleSet.Fields[input.Index].Label}\" {Text("kỳ trước", "of last period")}",
            InputSource.Parameter when ruleSet.Parameters.FirstOrDefault(parameter => parameter.Id == input.Name) is { Label: { } label } => $"\"{label}\"",
            _ => expression.Text,
        };
    }

    /// <summary>A deadline: its label, and the last day on time.</summary>
    public string Deadline(string parameter, DateOnly lastDay)
    {
        string label = ruleSet.Parameters.FirstOrDefault(candidate => candidate.Id == parameter)?.Label is { } text ? $"\"{text}\"" : parameter;
        return withDates ? $"{label} ({ValueText.Date(lastDay, language)})" : label;
    }

    /// <summary>What is given where nothing arose.</summary>
    public string Of(WhenNone rule) => rule switch
    {
        WhenNone.Full => Text("đủ điểm", "full points"),
        WhenNone.None => Text("0 điểm", "0 points"),
        _ => Text("không áp dụng", "not applicable"),
    };

    /// <summary>What is given where a cell is blank.</summary>
    public string Of(WhenMissing rule) => rule switch
    {
        WhenMissing.Zero => Text("0 điểm", "0 points"),
        WhenMissing.Missing => Text("thiếu số liệu", "missing"),
        _ => Text("không áp dụng", "not applicable"),
    };
}
