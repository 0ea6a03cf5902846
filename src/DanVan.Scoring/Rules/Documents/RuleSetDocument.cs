using System.ComponentModel;
using System.Text.Json.Serialization;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A rule set as it stands in its JSON file, before it is checked.</summary>
[Description("A rule set: which units are scored on which criteria, how points come about, and which clause says so.")]
public sealed record RuleSetDocument
{
    /// <summary>Address of the schema, for editors.</summary>
    [JsonPropertyName("$schema")]
    [Description("Address of the JSON Schema, for editors.")]
    public string? Schema { get; init; }

    /// <summary>Id of the rule set.</summary>
    [Description("Id of the rule set, the same as the file name without .json.")]
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    [Description("Version of the file, such as 1.0.0; raise it with every change.")]
    public required string Version { get; init; }

    /// <summary>Scoring period.</summary>
    [Description("The scoring period (kỳ đánh giá): a calendar year.")]
    public required int Period { get; init; }

    /// <summary>Language of everything the files of a result say.</summary>
    [Description("Language of the result files: vi or en.")]
    public required RuleSetLanguage Language { get; init; }

    /// <summary>Title.</summary>
    [Description("Title of the scoring.")]
    public required string Title { get; init; }

    /// <summary>Who issued the plan or decision.</summary>
    [Description("Who issued the plan or decision.")]
    public string? Issuer { get; init; }

    /// <summary>Who receives the report.</summary>
    [Description("Who receives the report (nơi nhận).")]
    public string? Recipient { get; init; }

    /// <summary>First day on which the rules hold.</summary>
    [Description("First day on which the rules hold, as year-month-day.")]
    public string? EffectiveFrom { get; init; }

    /// <summary>Id of the rule set that this one replaces.</summary>
    [Description("Id of the rule set that this one replaces.")]
    public string? Replaces { get; init; }

    /// <summary>Legal documents by short name.</summary>
    [Description("The legal documents by short name; a clause starts with one of these names.")]
    public IReadOnlyDictionary<string, string>? Basis { get; init; }

    /// <summary>Named figures.</summary>
    [Description("Named figures, dates and texts that expressions can use.")]
    public IReadOnlyDictionary<string, ParameterDocument>? Parameters { get; init; }

    /// <summary>Kinds of units: id to label.</summary>
    [Description("Kinds of units (loại đơn vị): id to label.")]
    public required IReadOnlyDictionary<string, string> UnitKinds { get; init; }

    /// <summary>Groups of units: id to label.</summary>
    [Description("Groups of units ranked against each other (khối, cụm): id to label.")]
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>Which units are scored.</summary>
    [Description("Expression (fields scope, yes/no): which units are scored. Default: all. The others still count in targets.")]
    public ExpressionText? ScoredUnits { get; init; }

    /// <summary>Columns of the dataset.</summary>
    [Description("The columns of the dataset.")]
    public required IReadOnlyDictionary<string, FieldDocument> Fields { get; init; }

    /// <summary>Tables of records.</summary>
    [Description("Tables of records of units, such as a register of models; fields are counted or summed from them.")]
    public IReadOnlyDictionary<string, TableDocument>? Tables { get; init; }

    /// <summary>Sections.</summary>
    [Description("The sections (nội dung); their maxPoints add up to the scale.")]
    public required IReadOnlyList<SectionDocument> Sections { get; init; }

    /// <summary>Bonuses.</summary>
    [Description("Bonuses (điểm thưởng): added after the sections, never rescaled.")]
    public IReadOnlyList<CriterionDocument>? Bonuses { get; init; }

    /// <summary>Deductions.</summary>
    [Description("Deductions (điểm trừ): their points are taken off after the sections, never rescaled; maxPoints is the most that is taken off.")]
    public IReadOnlyList<CriterionDocument>? Deductions { get; init; }

    /// <summary>How the total is made.</summary>
    [Description("How the total is made from the points.")]
    public required TotalDocument Total { get; init; }

    /// <summary>Rating bands.</summary>
    [Description("The ratings (xếp loại) from the highest down.")]
    public required IReadOnlyList<RatingDocument> Ratings { get; init; }

    /// <summary>Gates.</summary>
    [Description("Gates (điều kiện khống chế): conditions that change a rating, never the points; applied in their order.")]
    public IReadOnlyList<GateDocument>? Gates { get; init; }

    /// <summary>Quotas.</summary>
    [Description("Quotas (tỷ lệ khống chế): ceilings on how many may hold a rating; applied after the gates, in their order. Default: none.")]
    public IReadOnlyList<QuotaDocument>? Quotas { get; init; }

    /// <summary>Ranking.</summary>
    [Description("How units are ranked.")]
    public RankingDocument? Ranking { get; init; }

    /// <summary>Targets.</summary>
    [Description("Targets (chỉ tiêu) for a population of units.")]
    public IReadOnlyList<TargetDocument>? Targets { get; init; }

    /// <summary>What is assumed.</summary>
    [Description("What no source states and is assumed; repeated in every result.")]
    public IReadOnlyList<string>? Assumptions { get; init; }
}

/// <summary>Language of a rule set.</summary>
public enum RuleSetLanguage
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,
}
