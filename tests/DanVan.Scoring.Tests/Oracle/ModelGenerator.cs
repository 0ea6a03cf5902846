using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>Draws models. Values sit near edges: zero, thirds, sevenths, exact thresholds, a hair beside them.</summary>
internal static class ModelGenerator
{
    private static readonly decimal[] Values = [0, 1, 2, 3, 5, 7, 9, 10, 0.5m, 0.333333333m, 0.666666667m, 4.999999999m, 5.000000001m, 12.25m, 90, -1];

    // Sevenths, the least that a cell can hold, and long numbers. Four of them multiplied stay below what a decimal can
    // hold (7.9e28): beyond that the engine says that there is no result, which the exact fractions of the oracle do not.
    private static readonly decimal[] LongValues = [.. Values, 0.142857143m, 0.857142857m, 1.666666667m, 0.000000001m, 123456.789012345m, 3_333_333, 9_999_999, 7_000_000.000001m];

    private static readonly decimal[] Maxima = [10, 5, 2.5m, 7, 20, 33.333333333m];
    private static readonly string[] WhenNone = ["full", "none", "notApplicable"];

    /// <summary>Models, shrunk by dropping parts.</summary>
    public static Arbitrary<Model> Models => Of(Values, 11);

    /// <summary>Models with more units and longer numbers.</summary>
    public static Arbitrary<Model> LargeModels => Of(LongValues, 50);

    private static Arbitrary<Model> Of(decimal[] values, int mostUnits) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new Draw(new System.Random(seed), values, mostUnits).Model()), model => model.Shrink());

    private sealed class Draw(System.Random random, decimal[] values, int mostUnits)
    {
        public Model Model()
        {
            var sections = Enumerable.Range(0, random.Next(1, 4)).Select(s => ModelSection.Of($"S{s}", Criteria($"S{s}", random.Next(1, 5), isDeduction: false))).ToList();
            var bonuses = Criteria("P", random.Next(0, 3), isDeduction: false).Select(bonus => bonus with { Beyond = Pick<bool?>(null, true, false) }).ToList();
            var deductions = Criteria("M", random.Next(0, 2), isDeduction: true);
            var leaves = sections.SelectMany(section => section.Criteria).Concat(bonuses).Concat(deductions).ToList();
            return new Model(sections, bonuses, deductions, Pick("rescale", "shorten", "fullPoints"), random.Next(4) == 0 ? "notScored" : "zero", random.Next(2) == 0,
                Pick("computed", "self"), [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Gate())],
                [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Quota())], random.Next(2) == 0, Pick("sharedRank", "denseRank"),
                [.. Enumerable.Range(0, random.Next(0, 3)).Select(i => Target($"T{i}"))], [.. Enumerable.Range(0, random.Next(1, mostUnits + 1)).Select(_ => Unit(leaves))]);
        }

        private List<ModelCriterion> Criteria(string prefix, int count, bool isDeduction) => [.. Enumerable.Range(0, count).Select(i =>
        {
            decimal max = Pick(Maxima);
            return new ModelCriterion($"{prefix}.{i}", max, isDeduction ? new CountModel(Numeric(0), Pick(0.5m, 1, 3), null, false) : Manner(max), random.Next(5) == 0 ? "p" : null);
        })];

        private ModelManner Manner(decimal max)
        {
            switch (random.Next(15))
            {
                case 0:
                    return new MeetsModel(Condition(2));
                case 1 or 2:
                    return new ShareModel(Numeric(1), Numeric(1), Pick(1, 0.8m, 0.333333333m), random.Next(3) == 0 ? Pick(0.5m, 0.333333333m) : null, Pick(WhenNone));
                case 3:
                    decimal[] points = [.. Enumerable.Range(0, 3).Select(_ => Math.Round(max * random.Next(0, 5) / 4, 9))];
                    return new BandsModel(Numeric(1), random.Next(2) == 0 ? Numeric(0) : null, Pick(WhenNone), [(9, points[0]), (0.333333333m, points[1])], points[2]);
                case 4:
                    return new CountModel(Numeric(1), Pick(0.25m, 1, 3, 0.333333333m), null, false);
                case 5:
                    return new CountModel(Numeric(1), Pick(0.25m, 1, 3), random.Next(2) == 0 ? Math.Round(max / 2, 9) : null, true);
                case 6:
                    decimal[] given = [.. Enumerable.Range(0, 3).Select(_ => Math.Round(max * random.Next(0, 5) / 4, 9))];
                    return new LastModel(Numeric(1), Numeric(0), random.Next(2) == 0, given[0], given[1], given[2], Pick("zero", "missing", "notApplicable"));
                case 7:
                    return new SurveyModel([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Pick(1m, 0.6m, 3, 7), Numeric(0), Enumerable.Range(0, random.Next(1, 4)).Select(_ => Numeric(0)).ToArray()))],
                        Pick(-1m, 0), Pick(12.25m, 10, 90), Pick(WhenNone));
                case 8 or 9:
                    return new RelativeModel(Pick("shareOfBest", "minMax", "relativeToBest"), Numeric(1), Numeric(0), Pick("", "group", "kind"), random.Next(3) == 0, Pick(WhenNone));
                case 10:
                    return new ImportedModel(Numeric(1), Pick(10, 12.25m, 90));
                case 11:
                    return new FormulaModel(Numeric(2));
                case 12:
                    var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ((ModelExpression?)Condition(1), Math.Round(max * random.Next(0, 5) / 4, 9))).ToList();
                    return new StepTableModel(random.Next(4) == 0 ? rows : [.. rows, (null, 0)]);
                default:
                    return random.Next(3) == 0 ? new JudgedModel() : new DateModel(Pick("zero", "missing", "notApplicable"), [(3, Math.Round(max / 2, 9)), (10, Math.Round(max / 7, 9))]);
            }
        }

        private ModelExpression Numeric(int depth, bool isField = false)
        {
            if (depth == 0 || random.Next(2) == 0)
                return !isField && random.Next(5) == 0 ? ModelExpression.Number(Math.Abs(Pick(Values))) : ModelExpression.Field(Pick(Tests.Oracle.Model.Numbers));
            return random.Next(4) switch
            {
                0 => ModelExpression.Pick(Pick("min", "max"), Numeric(depth - 1), Numeric(depth - 1)),
                1 => ModelExpression.Coalesce(Numeric(depth - 1), Numeric(depth - 1)),
                2 => ModelExpression.If(Condition(depth - 1), Numeric(depth - 1), Numeric(depth - 1)),
                3 when random.Next(3) == 0 => ModelExpression.Arithmetic(Numeric(depth - 1), '/', Numeric(0, isField: true)), // "9 / 0" would be refused at load
                _ => ModelExpression.Arithmetic(Numeric(depth - 1), Pick('+', '-', '*'), Numeric(depth - 1)),
            };
        }

        private ModelExpression Condition(int depth) => (depth == 0 ? random.Next(2) : random.Next(5)) switch
        {
            0 => ModelExpression.Field(Pick(Tests.Oracle.Model.YesNos)),
            1 => ModelExpression.Compare(Numeric(depth), Pick("=", "!=", "<", "<=", ">", ">="), Numeric(depth)),
            2 => ModelExpression.Logic(Condition(depth - 1), Pick("and", "or"), Condition(depth - 1)),
            3 => ModelExpression.Not(Condition(depth - 1)),
            _ => ModelExpression.Has(Pick(Tests.Oracle.Model.Numbers)),
        };

        private ModelGate Gate() => new(Condition(1), Pick("cap", "dropOne", "lowest", "notRateable"), random.Next(4));

        private ModelQuota Quota() => new(random.Next(3), Pick(0.2m, 0.5m, 0.333333333m, 0, 1), Pick<int[]>([], [0], [0, 1]), Pick("", "group"), Pick("down", "nearest", "up"), Pick("keep", "drop"));

        private ModelTarget Target(string id) => random.Next(2) == 0
            ? new ModelTarget(id, Condition(1), null, null, random.Next(2) == 0 ? "p" : null, Pick(0.5m, 0.6m, 1, 0.333333333m), random.Next(3) == 0, Pick("notMet", "leftOut"))
            : new ModelTarget(id, null, "n0", "n1", null, Pick(0.5m, 1, 2), random.Next(3) == 0, Pick("notMet", "leftOut"));

        private ModelUnit Unit(List<ModelCriterion> leaves)
        {
            var cells = new Dictionary<string, object?>();
            foreach (string name in Tests.Oracle.Model.Numbers)
                cells[name] = Cell(() => Pick(values));
            foreach (string name in Tests.Oracle.Model.YesNos)
                cells[name] = Cell(() => random.Next(2) == 0);
            cells["d0"] = Cell(() => DateModel.Due.AddDays(random.Next(-3, 14)));
            var appraised = leaves.Where(_ => random.Next(8) == 0).ToDictionary(leaf => leaf.Id, leaf => Math.Round(leaf.Max * random.Next(0, 8) / 7, 9));
            var self = leaves.Where(_ => random.Next(4) == 0).ToDictionary(leaf => leaf.Id, leaf => Math.Round(leaf.Max * random.Next(0, 4) / 3, 9));
            string kind = Pick("p", "q");
            var exempt = leaves.Where(leaf => !appraised.ContainsKey(leaf.Id) && random.Next(12) == 0).Select(leaf => leaf.Id).ToHashSet();
            foreach (var leaf in leaves.Where(leaf => leaf.OnlyKind is { } only && only != kind))
                appraised.Remove(leaf.Id); // points for what does not apply are a fault of the data, tested elsewhere
            return new ModelUnit(kind, Pick("g", "h"), cells, appraised, self, exempt);
        }

        private object? Cell(Func<object> value) => random.Next(12) switch
        {
            0 => null,
            1 => Testing.NotApplicable,
            _ => value(),
        };

        private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
    }
}
