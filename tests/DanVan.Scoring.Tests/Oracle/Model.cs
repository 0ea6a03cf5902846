using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.Scoring.Tests.Oracle;

/// <summary>A generated rule set with generated units, in a shape that has nothing to do with the program's.</summary>
internal sealed record Model(
    IReadOnlyList<ModelSection> Sections, IReadOnlyList<ModelCriterion> Bonuses, IReadOnlyList<ModelCriterion> Deductions,
    string NotApplicable, string Missing, bool BeyondScale, string Unappraised, IReadOnlyList<ModelGate> Gates, IReadOnlyList<ModelQuota> Quotas, bool TieBreakBySection,
    string Ties, IReadOnlyList<ModelTarget> Targets, IReadOnlyList<ModelUnit> Units)
{
    /// <summary>Fields: n0…n3 numbers, y0…y1 yes/no, d0 date.</summary>
    public static readonly string[] Numbers = ["n0", "n1", "n2", "n3"];

    public static readonly string[] YesNos = ["y0", "y1"];

    /// <summary>The scale: the sum of the sections.</summary>
    public decimal Scale => Sections.Sum(section => section.Max);

    /// <summary>Lower edges of the ratings.</summary>
    public decimal[] Edges => [Math.Round(Scale * 0.75m, 6), Math.Round(Scale / 2, 6), Math.Round(Scale / 3, 6)];

    public IEnumerable<ModelCriterion> Leaves => Sections.SelectMany(section => section.Criteria).Concat(Bonuses).Concat(Deductions);

    /// <summary>The rule set as its JSON file.</summary>
    public string ToJson()
    {
        var fields = new JsonObject();
        foreach (string name in Numbers)
            fields[name] = new JsonObject { ["label"] = name, ["type"] = "number" };
        foreach (string name in YesNos)
            fields[name] = new JsonObject { ["label"] = name, ["type"] = "yesNo" };
        fields["d0"] = new JsonObject { ["label"] = "d0", ["type"] = "date" };
        var ratings = new JsonArray();
        for (int i = 0; i < Edges.Length; i++)
            ratings.Add(new JsonObject { ["id"] = $"r{i}", ["name"] = $"R{i}", ["from"] = Edges[i] });
        ratings.Add(new JsonObject { ["id"] = "r3", ["name"] = "R3" });
        return new JsonObject
        {
            ["id"] = "model",
            ["version"] = "1",
            ["period"] = 2023,
            ["language"] = "vi",
            ["title"] = "Model",
            ["parameters"] = new JsonObject { ["due"] = new JsonObject { ["value"] = "2023-11-01", ["inclusive"] = true } },
            ["unitKinds"] = new JsonObject { ["p"] = "P", ["q"] = "Q" },
            ["groups"] = new JsonObject { ["g"] = "G", ["h"] = "H" },
            ["fields"] = fields,
            ["sections"] = Array(Sections, section => new JsonObject
            {
                ["id"] = section.Id,
                ["title"] = section.Id,
                ["maxPoints"] = section.Max,
                ["criteria"] = Array(section.Criteria, criterion => criterion.ToJson()),
            }),
            ["bonuses"] = Array(Bonuses, criterion => criterion.ToJson()),
            ["deductions"] = Array(Deductions, criterion => criterion.ToJson()),
            ["total"] = new JsonObject
            {
                ["scale"] = Scale,
                ["notApplicable"] = NotApplicable,
                ["missing"] = Missing,
                ["beyondScale"] = BeyondScale,
                ["unappraised"] = Unappraised,
            },
            ["ratings"] = ratings,
            ["gates"] = Array(Gates, gate => gate.ToJson()),
            ["quotas"] = Array(Quotas, quota => quota.ToJson()),
            ["ranking"] = new JsonObject { ["within"] = new JsonArray("group"), ["tieBreak"] = TieBreakBySection ? new JsonArray($"points('{Sections[0].Id}')") : [], ["ties"] = Ties },
            ["targets"] = Array(Targets, target => target.ToJson()),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>The same with every figure in points doubled.</summary>
    public Model Doubled()
    {
        static ModelCriterion Twice(ModelCriterion criterion) => criterion with { Max = criterion.Max * 2, Manner = criterion.Manner.Doubled() };
        static Dictionary<string, decimal> TwicePoints(IReadOnlyDictionary<string, decimal> points) => points.ToDictionary(pair => pair.Key, pair => pair.Value * 2);
        return this with
        {
            Sections = [.. Sections.Select(section => ModelSection.Of(section.Id, [.. section.Criteria.Select(Twice)]))],
            Bonuses = [.. Bonuses.Select(Twice)],
            Deductions = [.. Deductions.Select(Twice)],
            Units = [.. Units.Select(unit => unit with { Appraised = TwicePoints(unit.Appraised), Self = TwicePoints(unit.Self) })],
        };
    }

    /// <summary>Models that say less: without a unit, a criterion, a gate, a target.</summary>
    public IEnumerable<Model> Shrink()
    {
        for (int i = 0; i < Units.Count && Units.Count > 1; i++)
            yield return this with { Units = Without(Units, i) };
        for (int i = 0; i < Gates.Count; i++)
            yield return this with { Gates = Without(Gates, i) };
        for (int i = 0; i < Quotas.Count; i++)
            yield return this with { Quotas = Without(Quotas, i) };
        for (int i = 0; i < Targets.Count; i++)
            yield return this with { Targets = Without(Targets, i) };
        for (int i = 0; i < Bonuses.Count; i++)
            yield return this with { Bonuses = Without(Bonuses, i) };
        for (int i = 0; i < Deductions.Count; i++)
            yield return this with { Deductions = Without(Deductions, i) };
        for (int s = 0; s < Sections.Count; s++)
            for (int i = 0; i < Sections[s].Criteria.Count && Sections[s].Criteria.Count > 1; i++)
                yield return this with { Sections = Replace(Sections, s, ModelSection.Of(Sections[s].Id, Without(Sections[s].Criteria, i))) };
    }

    private static List<T> Without<T>(IReadOnlyList<T> list, int index) => [.. list.Where((_, i) => i != index)];

    private static List<T> Replace<T>(IReadOnlyList<T> list, int index, T item) => [.. list.Select((old, i) => i == index ? item : old)];

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    public override string ToString() => ToJson() + "\n" + string.Join('\n', Units);
}

internal sealed record ModelSection(string Id, decimal Max, IReadOnlyList<ModelCriterion> Criteria)
{
    /// <summary>Scaled so that all sections together make a scale near 100 does not matter: the maximum is the sum.</summary>
    public static ModelSection Of(string id, IReadOnlyList<ModelCriterion> criteria) => new(id, criteria.Sum(criterion => criterion.Max), criteria);
}

internal sealed record ModelCriterion(string Id, decimal Max, ModelManner Manner, string? OnlyKind, bool? Beyond = null)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["title"] = Id, ["maxPoints"] = Max, ["manner"] = Manner.ToJson() };
        if (OnlyKind is not null)
            json["appliesTo"] = $"kind = '{OnlyKind}'";
        if (Beyond is { } beyond)
            json["beyondScale"] = beyond;
        return json;
    }
}

internal abstract record ModelManner
{
    public abstract JsonNode ToJson();

    /// <summary>The same with every figure in points doubled.</summary>
    public virtual ModelManner Doubled() => this;
}

internal sealed record MeetsModel(ModelExpression Condition) : ModelManner
{
    public override JsonNode ToJson() => new JsonObject { ["type"] = "allOrNothing", ["met"] = Condition.Text };
}

internal sealed record ShareModel(ModelExpression Part, ModelExpression Whole, decimal Target, decimal? Floor, string WhenNone) : ModelManner
{
    public override JsonNode ToJson()
    {
        var json = new JsonObject { ["type"] = "proportional", ["part"] = Part.Text, ["whole"] = Whole.Text, ["target"] = Target, ["whenNone"] = WhenNone };
        if (Floor is { } floor)
            json["floor"] = floor;
        return json;
    }
}

internal sealed record BandsModel(ModelExpression Value, ModelExpression? Whole, string WhenNone, IReadOnlyList<(decimal From, decimal Points)> Steps, decimal Else) : ModelManner
{
    public override ModelManner Doubled() => this with { Steps = [.. Steps.Select(step => (step.From, step.Points * 2))], Else = Else * 2 };

    public override JsonNode ToJson()
    {
        var steps = new JsonArray();
        foreach (var (from, points) in Steps)
            steps.Add(new JsonObject { ["from"] = from, ["points"] = points });
        steps.Add(new JsonObject { ["points"] = Else });
        var json = new JsonObject { ["type"] = "bands", ["value"] = Value.Text, ["steps"] = steps };
        if (Whole is not null)
            (json["whole"], json["whenNone"]) = (Whole.Text, WhenNone);
        return json;
    }
}

internal sealed record CountModel(ModelExpression Count, decimal Each, decimal? Minimum, bool TakesOff) : ModelManner
{
    public override ModelManner Doubled() => this with { Each = Each * 2, Minimum = Minimum * 2 };

    public override JsonNode ToJson() => TakesOff
        ? new JsonObject { ["type"] = "perEvent", ["count"] = Count.Text, ["pointsOff"] = Each, ["minimum"] = Minimum ?? 0 }
        : new JsonObject { ["type"] = "perItem", ["count"] = Count.Text, ["pointsEach"] = Each };
}

internal sealed record DateModel(string WhenMissing, IReadOnlyList<(int Days, decimal Points)> Late) : ModelManner
{
    public static readonly DateOnly Due = new(2023, 11, 1);

    public override ModelManner Doubled() => this with { Late = [.. Late.Select(step => (step.Days, step.Points * 2))] };

    public override JsonNode ToJson()
    {
        var steps = new JsonArray();
        foreach (var (days, points) in Late)
            steps.Add(new JsonObject { ["upToDays"] = days, ["points"] = points });
        return new JsonObject { ["type"] = "timeliness", ["date"] = "d0", ["deadline"] = "due", ["whenMissing"] = WhenMissing, ["lateSteps"] = steps };
    }
}

internal sealed record LastModel(ModelExpression Value, ModelExpression Previous, bool LowerIsBetter, decimal Improved, decimal Same, decimal Worse, string WhenNoPrevious) : ModelManner
{
    public override ModelManner Doubled() => this with { Improved = Improved * 2, Same = Same * 2, Worse = Worse * 2 };

    public override JsonNode ToJson() => new JsonObject
    {
        ["type"] = "againstLast",
        ["value"] = Value.Text,
        ["previous"] = Previous.Text,
        ["better"] = LowerIsBetter ? "lower" : "higher",
        ["improved"] = Improved,
        ["same"] = Same,
        ["worse"] = Worse,
        ["whenNoPrevious"] = WhenNoPrevious,
    };
}

internal sealed record SurveyModel(IReadOnlyList<(decimal Weight, ModelExpression Forms, ModelExpression[] Questions)> Groups, decimal Least, decimal Most, string WhenNoForms) : ModelManner
{
    public override JsonNode ToJson()
    {
        var groups = new JsonArray();
        foreach (var (weight, forms, questions) in Groups)
            groups.Add(new JsonObject { ["title"] = "G", ["weight"] = weight, ["forms"] = forms.Text, ["questions"] = new JsonArray([.. questions.Select(question => (JsonNode)question.Text)]) });
        return new JsonObject { ["type"] = "survey", ["groups"] = groups, ["least"] = Least, ["most"] = Most, ["whenNoForms"] = WhenNoForms };
    }
}

/// <summary>Form is shareOfBest, minMax or relativeToBest; within is group, kind or empty.</summary>
internal sealed record RelativeModel(string Form, ModelExpression Value, ModelExpression Target, string Within, bool LowerIsBetter, string WhenNone) : ModelManner
{
    public override JsonNode ToJson()
    {
        var json = new JsonObject { ["type"] = Form, ["within"] = Within.Length == 0 ? [] : new JsonArray(Within), ["better"] = LowerIsBetter ? "lower" : "higher" };
        json[Form == "relativeToBest" ? "actual" : "value"] = Value.Text;
        json[Form == "minMax" ? "whenTied" : "whenNone"] = WhenNone;
        if (Form == "relativeToBest")
            json["target"] = Target.Text;
        return json;
    }
}

internal sealed record ImportedModel(ModelExpression Value, decimal OutOf) : ModelManner
{
    public override JsonNode ToJson() => new JsonObject { ["type"] = "imported", ["value"] = Value.Text, ["outOf"] = OutOf };
}

internal sealed record FormulaModel(ModelExpression Points) : ModelManner
{
    public override ModelManner Doubled() => new FormulaModel(ModelExpression.Arithmetic(ModelExpression.Number(2), '*', Points));

    public override JsonNode ToJson() => new JsonObject { ["type"] = "formula", ["points"] = Points.Text };
}

/// <summary>A null condition is the last row.</summary>
internal sealed record StepTableModel(IReadOnlyList<(ModelExpression? When, decimal Points)> Rows) : ModelManner
{
    public override ModelManner Doubled() => new StepTableModel([.. Rows.Select(row => (row.When, row.Points * 2))]);

    public override JsonNode ToJson()
    {
        var rows = new JsonArray();
        foreach (var (when, points) in Rows)
        {
            var row = new JsonObject { ["points"] = points };
            if (when is not null)
                row["when"] = when.Text;
            rows.Add(row);
        }
        return new JsonObject { ["type"] = "stepTable", ["rows"] = rows };
    }
}

internal sealed record ModelQuota(int Rating, decimal AtMost, IReadOnlyList<int> Of, string Within, string Rounding, string Ties)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["rating"] = $"r{Rating}", ["atMost"] = AtMost, ["within"] = Within.Length == 0 ? [] : new JsonArray(Within), ["rounding"] = Rounding, ["ties"] = Ties };
        if (Of.Count > 0)
            json["of"] = new JsonArray([.. Of.Select(rating => (JsonNode)$"r{rating}")]);
        return json;
    }
}

internal sealed record JudgedModel : ModelManner
{
    public override JsonNode ToJson() => new JsonObject { ["type"] = "judged" };
}

internal sealed record ModelGate(ModelExpression Condition, string Effect, int At)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["title"] = Effect, ["when"] = Condition.Text, ["effect"] = Effect };
        if (Effect == "cap")
            json["at"] = $"r{At}";
        return json;
    }
}

internal sealed record ModelTarget(string Id, ModelExpression? Share, string? Part, string? Whole, string? OnlyKind, decimal Required, bool IsCeiling, string Missing)
{
    public JsonNode ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["title"] = Id, ["missing"] = Missing, [IsCeiling ? "atMost" : "atLeast"] = Required };
        if (Share is not null)
            json["share"] = Share.Text;
        else
            (json["part"], json["whole"]) = (Part, Whole);
        if (OnlyKind is not null)
            json["among"] = $"kind = '{OnlyKind}'";
        return json;
    }
}

/// <summary>A unit: cells by field (a value, null for blank, <see cref="Testing.NotApplicable"/>), what the panel and the unit itself say.</summary>
internal sealed record ModelUnit(
    string Kind, string Group, IReadOnlyDictionary<string, object?> Cells, IReadOnlyDictionary<string, decimal> Appraised,
    IReadOnlyDictionary<string, decimal> Self, IReadOnlySet<string> Exempt)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kind} {Group}: {string.Join(", ", Cells.Select(cell => $"{cell.Key}={cell.Value ?? "blank"}"))}; appraised {string.Join(", ", Appraised)}; self {string.Join(", ", Self)}; exempt {string.Join(", ", Exempt)}");
}
