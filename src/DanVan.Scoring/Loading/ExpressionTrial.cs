using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Loading;

/// <summary>
/// Tries conditions out on made-up units: every combination of values around each figure that the conditions compare a
/// field with, of yes and no, of the values of choices, kinds and groups. Values outside the limits of a field are left
/// out. What it finds is certain; what it does not find may still be there.
/// </summary>
internal sealed class ExpressionTrial
{
    /// <summary>More combinations than this are not tried for one set of conditions.</summary>
    public const int MostSamples = 20_000;

    /// <summary>More than this are not tried for a whole rule set: its cost stays bounded by its length.</summary>
    public const int MostSamplesInAll = 300_000;

    private const int MostExamples = 3;
    private static readonly object Blank = new();

    private readonly Dataset _data;
    private readonly IReadOnlyList<ExpressionInput> _inputs;
    private readonly bool[][] _holds;

    private ExpressionTrial(Dataset data, IReadOnlyList<ExpressionInput> inputs, bool[][] holds)
    {
        _data = data;
        _inputs = inputs;
        _holds = holds;
    }

    /// <summary>How many made-up units there are.</summary>
    public int Count => _data.Units.Length;

    /// <summary>Whether a condition holds for a made-up unit.</summary>
    public bool Holds(int condition, int sample) => _holds[condition][sample];

    /// <summary>The first few made-up units in words.</summary>
    public LocalText Describe(IReadOnlyList<int> samples)
    {
        return new LocalText(In(Language.Vietnamese), In(Language.English));

        string In(Language language) => string.Join(" | ", samples.Take(MostExamples).Select(sample =>
        {
            var frame = new CellFrame(_data);
            frame.MoveTo(sample, 1);
            return string.Join(", ", _inputs.Select(input => $"{input.Name} = {InputText.Of(Expression.ValueOf(input.Node, frame, out var state), state, language)}"));
        }));
    }

    /// <summary>Tries conditions; null if they read something that cannot be made up, or too much of it.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="symbols">The names they use.</param>
    /// <param name="fields">The fields of the rule set.</param>
    /// <param name="budget">Combinations that may still be tried for the rule set.</param>
    public static ExpressionTrial? Of(IReadOnlyList<Expression> conditions, SymbolTable symbols, ImmutableArray<Field> fields, ref int budget)
    {
        var inputs = conditions.SelectMany(condition => condition.Inputs).Where(input => input.Source != InputSource.Parameter)
            .DistinctBy(input => input.Name).ToList();
        if (conditions.Count == 0 || inputs.Any(input => input.Source is not (InputSource.Field or InputSource.Unit)
            || (input.Source == InputSource.Unit && input.Name is not ("kind" or "group"))))
            return null;
        var figures = new Figures(symbols);
        foreach (var condition in conditions)
            figures.Add(Parser.Parse(condition.Text, new ExpressionFaults(new DiagnosticBag(), _ => new Place { File = "" }))!);
        figures.Link(inputs, fields);
        var candidates = inputs.Select(input => input.Source == InputSource.Field
            ? figures.Of(fields[input.Index])
            : [.. (input.Name == "kind" ? symbols.Kinds : symbols.Groups).Values.DefaultIfEmpty("")]).ToList();
        long count = candidates.Aggregate(1L, (product, values) => Math.Min(product * values.Count, int.MaxValue));
        if (count == 0 || count > Math.Min(MostSamples, budget))
            return null;
        budget -= (int)count;
        var data = Fill(inputs, candidates, (int)count, fields);
        bool[] isPossible = Possible(data, inputs, fields);
        bool[][] holds = [.. conditions.Select(condition => Evaluate(condition, data))];
        int[] kept = [.. Enumerable.Range(0, (int)count).Where(sample => isPossible[sample])];
        return kept.Length == 0 ? null
            : kept.Length == count ? new ExpressionTrial(data, inputs, holds)
            : new ExpressionTrial(Pick(data, kept, fields), inputs, [.. holds.Select(row => kept.Select(sample => row[sample]).ToArray())]);
    }

    private static Dataset Fill(List<ExpressionInput> inputs, List<IReadOnlyList<object>> candidates, int count, ImmutableArray<Field> fields)
    {
        var units = new Unit[count];
        var columns = new Column?[fields.Length];
        foreach (var input in inputs.Where(input => input.Source == InputSource.Field))
            columns[input.Index] = Column.Create(fields[input.Index], count);
        for (int sample = 0; sample < count; sample++)
        {
            units[sample] = new Unit { Index = sample, Code = "", Name = "", Kind = "", Place = new Place { File = "" } };
            int rest = sample;
            for (int i = 0; i < inputs.Count; i++)
            {
                object value = candidates[i][rest % candidates[i].Count];
                rest /= candidates[i].Count;
                if (inputs[i].Source == InputSource.Unit)
                    units[sample] = inputs[i].Name == "kind" ? units[sample] with { Kind = (string)value } : units[sample] with { Group = (string)value };
                else
                    Set(columns[inputs[i].Index]!, sample, value);
            }
        }
        return new Dataset([.. units], [.. columns!], [], "", new long[count], new long[count]);
    }

    private static Dataset Pick(Dataset data, int[] kept, ImmutableArray<Field> fields)
    {
        var columns = new Column?[fields.Length];
        for (int field = 0; field < fields.Length; field++)
        {
            if (data.Fields[field] is not { } from)
                continue;
            columns[field] = Column.Create(fields[field], kept.Length);
            for (int i = 0; i < kept.Length; i++)
                Set(columns[field]!, i, from[kept[i]] ?? Blank);
        }
        return new Dataset([.. kept.Select(sample => data.Units[sample])], [.. columns!], [], "", new long[kept.Length], new long[kept.Length]);
    }

    private static void Set(Column column, int unit, object value)
    {
        switch (value)
        {
            case decimal number:
                DatasetBuilder.Set(column, unit, number);
                break;
            case bool yesNo:
                DatasetBuilder.Set(column, unit, yesNo);
                break;
            case DateOnly date:
                DatasetBuilder.Set(column, unit, date);
                break;
            case string text:
                DatasetBuilder.Set(column, unit, text);
                break;
            default:
                break; // stays blank
        }
    }

    /// <summary>Which made-up units stay within the limits of their fields, as far as those can be told.</summary>
    private static bool[] Possible(Dataset data, List<ExpressionInput> inputs, ImmutableArray<Field> fields)
    {
        bool[] isPossible = new bool[data.Units.Length];
        Array.Fill(isPossible, true);
        var frame = new CellFrame(data);
        foreach (var field in inputs.Where(input => input.Source == InputSource.Field).Select(input => fields[input.Index]))
        {
            foreach (var (limit, sign) in new[] { (field.AtLeast, -1), (field.AtMost, 1) })
            {
                if (limit is null || field.Kind != ValueKind.Number)
                    continue;
                var cells = new Cells<decimal>();
                var values = ((Column<decimal>)data.Fields[field.Index]).Values;
                for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
                {
                    frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
                    limit.Evaluate(frame, cells);
                    for (int i = 0; i < frame.Count; i++)
                        if (cells.States[i] == CellState.Value && data.Fields[field.Index].States[offset + i] == CellState.Value && values[offset + i].CompareTo(cells.Values[i]) * sign > 0)
                            isPossible[offset + i] = false;
                }
            }
        }
        return isPossible;
    }

    private static bool[] Evaluate(Expression condition, Dataset data)
    {
        bool[] holds = new bool[data.Units.Length];
        var frame = new CellFrame(data);
        var cells = new Cells<bool>();
        for (int offset = 0; offset < data.Units.Length; offset += Frame.BlockSize)
        {
            frame.MoveTo(offset, Math.Min(Frame.BlockSize, data.Units.Length - offset));
            condition.Evaluate(frame, cells);
            for (int i = 0; i < frame.Count; i++)
                holds[offset + i] = cells.States[i] == CellState.Value && cells.Values[i];
        }
        return holds;
    }

    /// <summary>The fixed values that conditions name, by the field they are compared with.</summary>
    private sealed class Figures(SymbolTable symbols)
    {
        private readonly Dictionary<string, HashSet<object>> _ofField = new(StringComparer.Ordinal);
        private readonly HashSet<string> _inFormulas = new(StringComparer.Ordinal);
        private readonly HashSet<string> _mayBeBlank = new(StringComparer.Ordinal);
        private readonly HashSet<object> _all = [];

        public void Add(SyntaxNode syntax)
        {
            switch (syntax)
            {
                case BinarySyntax { Operator: not (TokenType.And or TokenType.Or or TokenType.Plus or TokenType.Minus or TokenType.Times or TokenType.Divide) } comparison:
                    if (!AddPair(comparison.Left, comparison.Right) && !AddPair(comparison.Right, comparison.Left))
                    {
                        AddFormula(comparison.Left);
                        AddFormula(comparison.Right);
                    }
                    break;
                case BinarySyntax binary:
                    Add(binary.Left);
                    Add(binary.Right);
                    break;
                case UnarySyntax unary:
                    Add(unary.Operand);
                    break;
                case InSyntax membership:
                    foreach (var item in membership.Items)
                        if (!AddPair(membership.Operand, item))
                            AddFormula(item);
                    break;
                case CallSyntax call:
                    foreach (var argument in call.Arguments)
                    {
                        Add(argument);
                        if (call.Name is "has" or "coalesce" && argument is NameSyntax asked)
                            _mayBeBlank.Add(asked.Name);
                    }
                    break;
            }
        }

        /// <summary>A field limited by another is tried on the same figures as that one, so that the limit leaves something to try.</summary>
        public void Link(List<ExpressionInput> inputs, ImmutableArray<Field> fields)
        {
            var read = inputs.Where(input => input.Source == InputSource.Field).Select(input => fields[input.Index]).ToList();
            foreach (var field in read)
                foreach (int other in new[] { field.AtLeast, field.AtMost }.OfType<Expression>().SelectMany(limit => limit.FieldsRead))
                    if (read.Any(candidate => candidate.Index == other))
                    {
                        var shared = _ofField.GetValueOrDefault(field.Id, []).Union(_ofField.GetValueOrDefault(fields[other].Id, [])).ToHashSet();
                        _ofField[field.Id] = shared;
                        _ofField[fields[other].Id] = [.. shared];
                    }
        }

        private bool AddPair(SyntaxNode field, SyntaxNode value)
        {
            if (field is not NameSyntax { IsPrevious: false } name || !symbols.Fields.ContainsKey(name.Name) || Constant(value) is not { } constant)
                return false;
            if (!_ofField.TryGetValue(name.Name, out var values))
                _ofField[name.Name] = values = [];
            values.Add(constant);
            _all.Add(constant);
            return true;
        }

        private void AddFormula(SyntaxNode syntax)
        {
            if (Constant(syntax) is { } constant)
                _all.Add(constant);
            foreach (var part in Parts(syntax))
                AddFormula(part);
            if (syntax is NameSyntax name)
                _inFormulas.Add(name.Name);
        }

        private static IEnumerable<SyntaxNode> Parts(SyntaxNode syntax) => syntax switch
        {
            BinarySyntax binary => [binary.Left, binary.Right],
            UnarySyntax unary => [unary.Operand],
            CallSyntax call => call.Arguments,
            InSyntax membership => membership.Items.Prepend(membership.Operand),
            _ => [],
        };

        private object? Constant(SyntaxNode syntax) => syntax switch
        {
            NumberSyntax number => number.Value,
            DateSyntax date => date.Value,
            TextSyntax text => text.Value,
            UnarySyntax { Operator: TokenType.Minus, Operand: NumberSyntax number } => -number.Value,
            NameSyntax { IsPrevious: false } name when symbols.Parameters.TryGetValue(name.Name, out var parameter) => Expression.Constant(parameter),
            _ => null,
        };

        /// <summary>Values to try for a field.</summary>
        public IReadOnlyList<object> Of(Field field) => _mayBeBlank.Contains(field.Id) ? [.. ValuesOf(field), Blank] : ValuesOf(field);

        private IReadOnlyList<object> ValuesOf(Field field)
        {
            var known = _ofField.GetValueOrDefault(field.Id, []).Concat(_inFormulas.Contains(field.Id) ? _all : []).Distinct().ToList();
            return field.Kind switch
            {
                ValueKind.YesNo => [true, false],
                ValueKind.Date => [.. known.OfType<DateOnly>().SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }).Append(new DateOnly(2000, 1, 1)).Distinct().Cast<object>()],
                ValueKind.Text when field.Type == FieldType.Choice => [.. field.Values.Select(value => value.Id)],
                ValueKind.Text => [.. known.OfType<string>().Append("…").Distinct()],
                _ => [.. Numbers(field, [.. known.OfType<decimal>().Append(0).Distinct().Order()]).Distinct().Order().Cast<object>()],
            };
        }

        private static IEnumerable<decimal> Numbers(Field field, decimal[] edges)
        {
            if (field.Type == FieldType.Count)
                return edges.SelectMany(edge => new[] { Math.Floor(edge) - 1, Math.Floor(edge), Math.Floor(edge) + 1 }).Where(value => value >= 0);
            var between = edges.Zip(edges.Skip(1), (low, high) => (low + high) / 2);
            var values = edges.Concat(between).Append(edges[^1] + 1);
            return field.Type == FieldType.Percent ? values.Where(value => value >= 0) : values.Append(edges[0] - 1);
        }
    }
}
