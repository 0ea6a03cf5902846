using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>How points come about: written down while the kernel that scores runs on a block of one.</summary>
internal sealed class Trace(RuleSet ruleSet, Dataset data, CellFrame frame, Language language)
{
    private readonly List<string> _steps = [];
    private readonly Dictionary<string, InputRead> _inputs = new(StringComparer.Ordinal);

    /// <summary>The arithmetic, a line a step, with the unit's values in place of names.</summary>
    public ImmutableArray<string> Steps => [.. _steps];

    /// <summary>What was read.</summary>
    public ImmutableArray<InputRead> Inputs => [.. _inputs.Values];

    public string Text(string vi, string en) => language == Language.Vietnamese ? vi : en;

    public string Number(decimal value) => ValueText.Number(decimal.Round(value, 9, MidpointRounding.AwayFromZero), language);

    public string Percent(decimal value) => ValueText.Percent(value, language);

    public string Date(DateOnly value) => ValueText.Date(value, language);

    /// <summary>The expression with its values in place of names.</summary>
    public string Substituted(Expression expression)
    {
        var text = new StringBuilder();
        int from = 0;
        foreach (var input in expression.Inputs)
        {
            if (input.Span.Start < from)
                continue; // within a call that was replaced whole
            object? value = input.Node.ValueIn(frame, out var state);
            text.Append(expression.Text, from, input.Span.Start - from).Append(InputText.Of(value, state, language));
            from = input.Span.End;
        }
        return text.Append(expression.Text, from, expression.Text.Length - from).ToString();
    }

    /// <summary>Part ÷ whole as a percentage.</summary>
    public void Share(Expression part, Expression whole, decimal rate)
    {
        string names = $"{Bracketed(part.Text)} ÷ {Bracketed(whole.Text)}";
        string values = $"{Bracketed(Substituted(part))} ÷ {Bracketed(Substituted(whole))}";
        _steps.Add(names == values ? $"{names} = {Percent(rate)}" : $"{names} = {values} = {Percent(rate)}");
    }

    /// <summary>A step that gives points.</summary>
    public void Step(string formula, decimal result) => _steps.Add($"{formula} = {Number(result)}");

    /// <summary>A remark.</summary>
    public void Note(string text) => _steps.Add(text);

    /// <summary>Writes down what an expression reads and, if it takes arithmetic or is a condition, what comes of it.</summary>
    public void Read(Expression expression)
    {
        foreach (var input in expression.Inputs)
            Add(input);
        object? value = expression.Root.ValueIn(frame, out var state);
        string substituted = Substituted(expression);
        string result = InputText.Of(value is decimal number ? decimal.Round(number, 9, MidpointRounding.AwayFromZero) : value, state, language);
        if (substituted == result && state == CellState.Value)
            return;
        string sign = expression.Kind == ValueKind.YesNo ? "→" : "=";
        _steps.Add(substituted == expression.Text || substituted == result
            ? $"{expression.Text} {sign} {result}" : $"{expression.Text} {sign} {substituted} {sign} {result}");
    }

    private void Add(ExpressionInput input)
    {
        if (_inputs.ContainsKey(input.Name))
            return;
        object? value = input.Node.ValueIn(frame, out var state);
        string? label = null, source = null, correction = null;
        switch (input.Source)
        {
            case InputSource.Field:
                label = ruleSet.Fields[input.Index].Label;
                source = data.PlaceOf(input.Index, frame.UnitAt(0))?.Describe(language);
                if (ruleSet.Fields[input.Index].From is not null && source is not null && data.CorrectionOf(input.Index, frame.UnitAt(0)) is null)
                    source += RowList(data.RecordRowsOf(input.Index, frame.UnitAt(0)));
                if (data.CorrectionOf(input.Index, frame.UnitAt(0)) is { } change)
                    correction = $"{InputText.Of(change.OldValue, change.OldState, language)} → {InputText.Of(value, state, language)}: {change.Reason}"
                        + Suffix(change.By) + Suffix(change.Document);
                break;
            case InputSource.PreviousField:
                label = $"{ruleSet.Fields[input.Index].Label} ({Text("kỳ trước", "last period")})";
                source = PreviousSource(input.Index);
                break;
            case InputSource.Parameter:
                var parameter = ruleSet.Parameters.First(candidate => candidate.Id == input.Name);
                (label, source) = (parameter.Label, parameter.Clause);
                break;
            case InputSource.Period:
                label = Text("kỳ đánh giá", "scoring period");
                break;
            case InputSource.Points:
                label = ruleSet.Nodes[input.Index].Title;
                break;
        }
        _inputs[input.Name] = new InputRead(input.Name, label ?? input.Name, state, InputText.Of(value, state, language), source, correction);
    }

    /// <summary>Where last period's figure stands; after a merger, of which units it is.</summary>
    private string? PreviousSource(int field)
    {
        var rows = data.PreviousRowsOf(frame.UnitAt(0));
        if (data.Previous(field) is not { } column || rows.Count == 0)
            return null;
        string places = string.Join(" + ", rows.Select(row => (row.Place with { ColumnName = column.Header ?? column.Field.Id }).Describe(language)));
        if (!data.IsPreviousMerged(frame.UnitAt(0)))
            return places;
        string codes = string.Join(", ", rows.Select(row => row.Code));
        return column.States[frame.UnitAt(0)] == CellState.NotApplicable
            ? Text($"không so sánh được: sáp nhập, chia tách từ {codes}", $"not comparable: merged or split, from {codes}")
            : Text($"cộng của {codes}: {places}", $"sum of {codes}: {places}");
    }

    private string RowList(IReadOnlyList<long> rows)
    {
        const int most = 12;
        string list = string.Join(", ", rows.Take(most));
        string more = rows.Count > most ? ", …" : "";
        return rows.Count == 0 ? Text(": không có dòng nào", ": no records")
            : $": {Text($"{rows.Count} dòng (hàng {list}{more})", $"{rows.Count} records (rows {list}{more})")}";
    }

    private static string Suffix(string text) => text.Length == 0 ? "" : $"; {text}";

    private static string Bracketed(string text) => text.Any(c => c is '+' or '-' or '*' or '/' or ' ') && !text.StartsWith('-') ? $"({text})" : text;
}

/// <summary>Something that was read.</summary>
/// <param name="Name">The name in the expression.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="State">What was found.</param>
/// <param name="Value">The value in words; "missing" and the like if there is none.</param>
/// <param name="Source">Where it stands, in words; the clause for a parameter; null if there is no such place.</param>
/// <param name="Correction">The value before the appraisal replaced it, with who and why; null if it was not replaced.</param>
public sealed record InputRead(string Name, string Label, CellState State, string Value, string? Source = null, string? Correction = null);
