using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Expressions.Syntax;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Loading;

/// <summary>
/// Tries conditions out on made-up units: every combination of values around each figure that the conditions compare a
/// field with, of yes and no, of the values of choices, kinds and groups. Values outside the limits of a field are left
/// out. What it finds is certain; what it does not find may still be there.
/// </summary>
internal sealed class ExpressionTrial
{
    private const int MostExamples = 3;
    private static readonly object Blank = new();

    private readonly List<ExpressionInput> _inputs;
    private readonly Samples _samples;
    private readonly bool[][] _holds;

    private ExpressionTrial(List<ExpressionInput> inputs, Samples samples, IEnumerable<Expression> conditions)
    {
        _inputs = inputs;
        _samples = samples;
        _holds = [.. conditions.Select(condition =>
            samples.Evaluate<bool>(condition).Select(cell => cell is (true, CellState.Value)).ToArray())];
    }

    /// <summary>How many made-up units there are.</summary>
    public int Count => _samples.Units.Count;

    /// <summary>Whether all conditions hold together for any made-up unit.</summary>
    public bool EverHolds => Enumerable.Range(0, Count).Any(sample => _holds.All(row => row[sample]));

    /// <summary>Whether a condition holds for a made-up unit.</summary>
    public bool Holds(int condition, int sample) => _holds[condition][sample];

    /// <summary>The first few made-up units in words.</summary>
    public LocalText Describe(IReadOnlyList<int> samples)
    {
        return new LocalText(In(Language.Vietnamese), In(Language.English));

        string In(Language language) => string.Join(" | ", samples.Take(MostExamples).Select(sample =>
        {
            _samples.MoveTo(sample, 1);
            return string.Join(", ", _inputs.Select(input =>
                $"{input.Name} = {InputText.Of(input.Node.ValueIn(_samples, out var state), state, language)}"));
        }));
    }

    /// <summary>The trials of one rule set: their cost in all stays bounded.</summary>
    internal sealed class Bench(SymbolTable symbols, ImmutableArray<Field> fields)
    {
        /// <summary>More combinations than this are not tried for one set of conditions.</summary>
        private const int MostSamples = 20_000;

        /// <summary>Combinations that may still be tried.</summary>
        private int _budget = 300_000;

        /// <summary>Tries conditions; null if they read something that cannot be made up, or too much of it.</summary>
        public ExpressionTrial? Try(IReadOnlyList<Expression> conditions)
        {
            var inputs = conditions.SelectMany(condition => condition.Inputs).Where(input => input.Source != InputSource.Parameter)
                .DistinctBy(input => input.Name).ToList();
            if (conditions.Count == 0
                || !inputs.All(input => input is { Source: InputSource.Field } or { Source: InputSource.Unit, Name: "kind" or "group" }))
                return null;
            var figures = new Figures(symbols);
            foreach (var condition in conditions)
                figures.Add(Parser.Parse(condition.Text, new ExpressionFaults(new DiagnosticBag(), _ => new Place { File = "" }))!);
            figures.Link([.. inputs.Where(input => input.Source == InputSource.Field).Select(input => fields[input.Index])], fields);
            var candidates = inputs.ConvertAll(input => input.Source == InputSource.Field
                ? figures.Of(fields[input.Index])
                : [.. (input.Name == "kind" ? symbols.Kinds : symbols.Groups).Values.DefaultIfEmpty("")]);
            long count = candidates.Aggregate(1L, (product, values) => Math.Min(product * values.Count, int.MaxValue));
            if (count == 0 || count > Math.Min(MostSamples, _budget))
                return null;
            _budget -= (int)count;
            IReadOnlyList<object[]> units = [[]];
            foreach (var values in candidates)
                units = [.. values.SelectMany(value => units.Select(unit => (object[])[.. unit, value]))];
            var possible = Possible(new Samples(inputs, units), inputs);
            return possible.Units.Count == 0 ? null : new ExpressionTrial(inputs, possible, conditions);
        }

        /// <summary>The made-up units that stay within the limits of their fields, as far as those can be told.</summary>
        private Samples Possible(Samples samples, List<ExpressionInput> inputs)
        {
            var impossible = new HashSet<int>();
            foreach (var field in inputs.Where(input => input.Source == InputSource.Field).Select(input => fields[input.Index]))
                foreach (var (limit, sign) in new[] { (field.AtLeast, -1), (field.AtMost, 1) })
                    if (limit is not null && field.Kind == ValueKind.Number)
                        foreach (var (sample, (most, state)) in samples.Evaluate<decimal>(limit).Index())
                            if (state == CellState.Value && samples.FieldOf(sample, field.Index) is decimal value
                                && value.CompareTo(most) * sign > 0)
                                impossible.Add(sample);
            return new Samples(inputs, [.. samples.Units.Where((_, sample) => !impossible.Contains(sample))]);
        }
    }

    /// <summary>Made-up units, each with a value for every input.</summary>
    private sealed class Samples(List<ExpressionInput> inputs, IReadOnlyList<object[]> units) : Frame
    {
        public IReadOnlyList<object[]> Units => units;

        public void MoveTo(int first, int count) => (Start, Count) = (first, count);

        public IEnumerable<(T Value, CellState State)> Evaluate<T>(Expression expression)
        {
            var cells = new Cells<T>();
            for (int first = 0; first < units.Count; first += BlockSize)
            {
                MoveTo(first, Math.Min(BlockSize, units.Count - first));
                expression.Evaluate(this, cells);
                for (int i = 0; i < Count; i++)
                    yield return (cells.Values[i], cells.States[i]);
            }
        }

        public object? FieldOf(int unit, int field) =>
            ValueOf(unit, inputs.FindLastIndex(input => input.Source == InputSource.Field && input.Index == field));

        public override int UnitAt(int position) => Start + position;

        public override string? TextAt(int position, UnitAttribute attribute) => attribute switch
        {
            UnitAttribute.Kind => NamedOf(UnitAt(position), "kind") ?? "",
            UnitAttribute.Group => NamedOf(UnitAt(position), "group"),
            UnitAttribute.Code => "",
            _ => null,
        };

        public override void Read<T>(int field, bool isPrevious, Cells<T> into)
        {
            for (int i = 0; i < Count; i++)
                (into.Values[i], into.States[i]) = !isPrevious && FieldOf(UnitAt(i), field) is T value
                    ? (value, CellState.Value)
                    : (default!, CellState.Missing);
        }

        private string? NamedOf(int unit, string name) =>
            (string?)ValueOf(unit, inputs.FindLastIndex(input => input.Source == InputSource.Unit && input.Name == name));

        private object? ValueOf(int unit, int input) => input < 0 ? null : units[unit][input];
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
                case BinarySyntax { Operator: >= TokenType.Equal and <= TokenType.GreaterOrEqual } comparison:
                    if (!AddPair(comparison.Left, comparison.Right) && !AddPair(comparison.Right, comparison.Left))
                    {
                        AddFormula(comparison.Left);
                        AddFormula(comparison.Right);
                    }
                    break;
                case InSyntax membership:
                    foreach (var item in membership.Items)
                        if (!AddPair(membership.Operand, item))
                            AddFormula(item);
                    break;
                default:
                    foreach (var part in Parts(syntax))
                    {
                        Add(part);
                        if (syntax is CallSyntax { Name: "has" or "coalesce" } && part is NameSyntax asked)
                            _mayBeBlank.Add(asked.Name);
                    }
                    break;
            }
        }

        /// <summary>A field limited by another is tried on the same figures as that one, so that the limit leaves something to try.</summary>
        public void Link(IReadOnlyCollection<Field> read, ImmutableArray<Field> fields)
        {
            foreach (var field in read)
                foreach (var other in field.Limits.SelectMany(limit => limit.FieldsRead).Select(index => fields[index])
                    .Where(read.Contains))
                    _ofField[field.Id] = _ofField[other.Id] = [.. Known(field.Id), .. Known(other.Id)];
        }

        private HashSet<object> Known(string field) => _ofField.GetValueOrDefault(field, []);

        private bool AddPair(SyntaxNode field, SyntaxNode value)
        {
            if (field is not NameSyntax { IsPrevious: false } name || !symbols.Fields.ContainsKey(name.Name) || Constant(value) is not { } constant)
                return false;
            var values = _ofField[name.Name] = Known(name.Name);
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
            var known = Known(field.Id).Union(_inFormulas.Contains(field.Id) ? _all : []).ToList();
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
