using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Scoring.Json;

namespace DanVan.Scoring.Rules.Documents;

/// <summary>A rule set written as changes over another, such as next year's over this year's.</summary>
[Description("A rule set as changes over another: what is not named here stays as it is there.")]
public sealed record ExtensionDocument
{
    /// <summary>Address of the schema, for editors.</summary>
    [JsonPropertyName("$schema")]
    [Description("Address of the JSON Schema, for editors.")]
    public string? Schema { get; init; }

    /// <summary>Id of the rule set that is changed.</summary>
    [Description("Id of the rule set that is changed; its file stands beside this one.")]
    public required string Extends { get; init; }

    /// <summary>Id.</summary>
    [Description("Id of the rule set, the same as the file name without .json.")]
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    [Description("Version of the file, such as 1.0.0; raise it with every change.")]
    public required string Version { get; init; }

    /// <summary>Scoring period.</summary>
    [Description("The scoring period (kỳ đánh giá): a calendar year.")]
    public required int Period { get; init; }

    /// <summary>Language.</summary>
    [Description("Language of the result files: vi or en. Default: as there.")]
    public RuleSetLanguage? Language { get; init; }

    /// <summary>Title.</summary>
    [Description("Title of the scoring. Default: as there.")]
    public string? Title { get; init; }

    /// <summary>Issuer.</summary>
    [Description("Who issued the plan or decision. Default: as there.")]
    public string? Issuer { get; init; }

    /// <summary>Recipient.</summary>
    [Description("Who receives the report. Default: as there.")]
    public string? Recipient { get; init; }

    /// <summary>First day on which the rules hold.</summary>
    [Description("First day on which the rules hold, as year-month-day. Not taken over.")]
    public string? EffectiveFrom { get; init; }

    /// <summary>Id of the rule set that this one replaces.</summary>
    [Description("Id of the rule set that this one replaces. Not taken over.")]
    public string? Replaces { get; init; }

    /// <summary>Which units are scored.</summary>
    [Description("Expression (fields scope, yes/no): which units are scored. Default: as there.")]
    public ExpressionText? ScoredUnits { get; init; }

    /// <summary>What is removed.</summary>
    [Description("What is taken out, by id; done first. An id that is not there is an error.")]
    public RemovalsDocument? Remove { get; init; }

    /// <summary>What is changed.</summary>
    [Description("What is changed, by id; done second. Keys given here replace those there, the others stay; null takes a key out. An id that is not there is an error.")]
    public ChangesDocument? Change { get; init; }

    /// <summary>What is added.</summary>
    [Description("What is added; done last. An id that is there already is an error.")]
    public AdditionsDocument? Add { get; init; }
}

/// <summary>What is taken out, by id.</summary>
public sealed record RemovalsDocument
{
    /// <summary>Legal documents.</summary>
    [Description("Short names of legal documents.")]
    public IReadOnlyList<string>? Basis { get; init; }

    /// <summary>Parameters.</summary>
    [Description("Parameters.")]
    public IReadOnlyList<string>? Parameters { get; init; }

    /// <summary>Kinds.</summary>
    [Description("Kinds of units.")]
    public IReadOnlyList<string>? UnitKinds { get; init; }

    /// <summary>Groups.</summary>
    [Description("Groups of units.")]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Fields.</summary>
    [Description("Fields.")]
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Tables.</summary>
    [Description("Tables of records.")]
    public IReadOnlyList<string>? Tables { get; init; }

    /// <summary>Criteria.</summary>
    [Description("Sections, criteria, sub-criteria, bonuses or deductions.")]
    public IReadOnlyList<string>? Criteria { get; init; }

    /// <summary>Ratings.</summary>
    [Description("Ratings.")]
    public IReadOnlyList<string>? Ratings { get; init; }

    /// <summary>Gates.</summary>
    [Description("Gates that have an id.")]
    public IReadOnlyList<string>? Gates { get; init; }

    /// <summary>Quotas.</summary>
    [Description("Quotas that have an id.")]
    public IReadOnlyList<string>? Quotas { get; init; }

    /// <summary>Targets.</summary>
    [Description("Targets.")]
    public IReadOnlyList<string>? Targets { get; init; }
}

/// <summary>What is changed, by id: only the keys that differ.</summary>
public sealed record ChangesDocument
{
    /// <summary>Legal documents.</summary>
    [Description("Legal documents: short name to full title.")]
    public IReadOnlyDictionary<string, string>? Basis { get; init; }

    /// <summary>Parameters.</summary>
    [Description("Parameters: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }

    /// <summary>Kinds.</summary>
    [Description("Kinds of units: id to label.")]
    public IReadOnlyDictionary<string, string>? UnitKinds { get; init; }

    /// <summary>Groups.</summary>
    [Description("Groups of units: id to label.")]
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>Fields.</summary>
    [Description("Fields: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>Tables.</summary>
    [Description("Tables of records: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Tables { get; init; }

    /// <summary>Criteria.</summary>
    [Description("Sections, criteria, sub-criteria, bonuses and deductions: id to the keys that differ. A manner with type replaces the whole manner, one without changes its keys.")]
    public IReadOnlyDictionary<string, JsonElement>? Criteria { get; init; }

    /// <summary>The total.</summary>
    [Description("The total: the keys that differ.")]
    public JsonElement? Total { get; init; }

    /// <summary>Ratings.</summary>
    [Description("Ratings: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Ratings { get; init; }

    /// <summary>Gates.</summary>
    [Description("Gates that have an id: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Gates { get; init; }

    /// <summary>Quotas.</summary>
    [Description("Quotas that have an id: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Quotas { get; init; }

    /// <summary>Ranking.</summary>
    [Description("Ranking: the keys that differ.")]
    public JsonElement? Ranking { get; init; }

    /// <summary>Targets.</summary>
    [Description("Targets: id to the keys that differ.")]
    public IReadOnlyDictionary<string, JsonElement>? Targets { get; init; }

    /// <summary>Assumptions.</summary>
    [Description("The assumptions, all of them anew.")]
    public IReadOnlyList<string>? Assumptions { get; init; }
}

/// <summary>What is added.</summary>
public sealed record AdditionsDocument
{
    /// <summary>Legal documents.</summary>
    [Description("Legal documents: short name to full title.")]
    public IReadOnlyDictionary<string, string>? Basis { get; init; }

    /// <summary>Parameters.</summary>
    [Description("Parameters.")]
    public IReadOnlyDictionary<string, ParameterDocument>? Parameters { get; init; }

    /// <summary>Kinds.</summary>
    [Description("Kinds of units: id to label.")]
    public IReadOnlyDictionary<string, string>? UnitKinds { get; init; }

    /// <summary>Groups.</summary>
    [Description("Groups of units: id to label.")]
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>Fields.</summary>
    [Description("Fields.")]
    public IReadOnlyDictionary<string, FieldDocument>? Fields { get; init; }

    /// <summary>Tables.</summary>
    [Description("Tables of records.")]
    public IReadOnlyDictionary<string, TableDocument>? Tables { get; init; }

    /// <summary>Sections.</summary>
    [Description("Sections, behind the others; with the key before (an id), before that one.")]
    public IReadOnlyList<JsonElement>? Sections { get; init; }

    /// <summary>Criteria.</summary>
    [Description("Criteria and sub-criteria, each with the key in (id of the section or criterion it becomes part of), and maybe before (id of the one it is to stand before).")]
    public IReadOnlyList<JsonElement>? Criteria { get; init; }

    /// <summary>Bonuses.</summary>
    [Description("Bonuses.")]
    public IReadOnlyList<JsonElement>? Bonuses { get; init; }

    /// <summary>Deductions.</summary>
    [Description("Deductions.")]
    public IReadOnlyList<JsonElement>? Deductions { get; init; }

    /// <summary>Ratings.</summary>
    [Description("Ratings, each with the key before (id of the rating it is to stand before).")]
    public IReadOnlyList<JsonElement>? Ratings { get; init; }

    /// <summary>Gates.</summary>
    [Description("Gates, behind the others; with the key before (an id), before that one.")]
    public IReadOnlyList<JsonElement>? Gates { get; init; }

    /// <summary>Quotas.</summary>
    [Description("Quotas, behind the others; with the key before (an id), before that one.")]
    public IReadOnlyList<JsonElement>? Quotas { get; init; }

    /// <summary>Targets.</summary>
    [Description("Targets, behind the others; with the key before (an id), before that one.")]
    public IReadOnlyList<JsonElement>? Targets { get; init; }

    /// <summary>Assumptions.</summary>
    [Description("Further assumptions.")]
    public IReadOnlyList<string>? Assumptions { get; init; }
}
