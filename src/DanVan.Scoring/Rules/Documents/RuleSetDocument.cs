using System.ComponentModel;
using System.Text.Json.Serialization;
using DanVan.Scoring.Manners;

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

/// <summary>A named figure.</summary>
public sealed record ParameterDocument
{
    /// <summary>The value.</summary>
    [Description("A number, \"60%\", a date \"2023-11-01\", a text, true or false.")]
    public required LiteralText Value { get; init; }

    /// <summary>For a deadline: whether the day itself is on time.</summary>
    [Description("For a deadline: true if the day itself is still on time (chậm nhất ngày), false if the day before is the last (trước ngày).")]
    public bool? Inclusive { get; init; }

    /// <summary>What it is.</summary>
    [Description("What it is, for people.")]
    public string? Label { get; init; }

    /// <summary>The clause that states it.</summary>
    [Description("The clause that states it: a name from basis, then the place, such as \"KH439 III.5\".")]
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    [Description("True if no source states the value.")]
    public bool? Assumed { get; init; }
}

/// <summary>Type of a field.</summary>
public enum FieldType
{
    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A percentage, kept as a share (60 % is 0.6).</summary>
    Percent,

    /// <summary>Yes or no (có, không).</summary>
    YesNo,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of <c>values</c>.</summary>
    Choice,
}

/// <summary>A column of the dataset.</summary>
public sealed record FieldDocument
{
    /// <summary>What it is; also accepted as the column's header.</summary>
    [Description("What it is, for people; also accepted as the header of the column.")]
    public required string Label { get; init; }

    /// <summary>Type of its values.</summary>
    [Description("Type: count (whole number, 0 or more), number, percent, yesNo, date, text, choice.")]
    public required FieldType Type { get; init; }

    /// <summary>Unit of measure.</summary>
    [Description("Unit of measure, for people.")]
    public string? Unit { get; init; }

    /// <summary>How to fill it in.</summary>
    [Description("How to fill it in.")]
    public string? Help { get; init; }

    /// <summary>The clause it comes from.</summary>
    [Description("The clause it comes from.")]
    public string? Clause { get; init; }

    /// <summary>Smallest value, inclusive.</summary>
    [Description("Expression (fields scope): smallest value allowed, inclusive; of the field's own type.")]
    public ExpressionText? AtLeast { get; init; }

    /// <summary>Largest value, inclusive.</summary>
    [Description("Expression (fields scope): largest value allowed, inclusive; a number, or another field such as the total.")]
    public ExpressionText? AtMost { get; init; }

    /// <summary>For a choice: id to label.</summary>
    [Description("For type choice: the values, id to label.")]
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}

/// <summary>A section.</summary>
public sealed record SectionDocument
{
    /// <summary>Id.</summary>
    [Description("Id, such as A or II.1.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("Title.")]
    public required string Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause it comes from.")]
    public string? Clause { get; init; }

    /// <summary>Most points.</summary>
    [Description("Most points (điểm tối đa).")]
    public required decimal MaxPoints { get; init; }

    /// <summary>True if no source states the points of the section and its criteria.</summary>
    [Description("True if no source states the points of this section and its criteria.")]
    public bool? Assumed { get; init; }

    /// <summary>Criteria.</summary>
    [Description("The criteria.")]
    public required IReadOnlyList<CriterionDocument> Criteria { get; init; }
}

/// <summary>A criterion or sub-criterion.</summary>
public sealed record CriterionDocument
{
    /// <summary>Id.</summary>
    [Description("Id, such as A.1.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("Title.")]
    public required string Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that asks for it.")]
    public string? Clause { get; init; }

    /// <summary>Most points.</summary>
    [Description("Most points (điểm tối đa); of a deduction, the most that is taken off.")]
    public required decimal MaxPoints { get; init; }

    /// <summary>True if no source states its points.</summary>
    [Description("True if no source states its points.")]
    public bool? Assumed { get; init; }

    /// <summary>Which units it applies to.</summary>
    [Description("Expression (fields scope, yes/no): which units it applies to; for the others it is not applicable. Default: all.")]
    public ExpressionText? AppliesTo { get; init; }

    /// <summary>How points come about.</summary>
    [Description("How points come about (cách chấm); leaves only.")]
    public MannerDocument? Manner { get; init; }

    /// <summary>Sub-criteria.</summary>
    [Description("Sub-criteria (tiêu chí thành phần), in place of a manner.")]
    public IReadOnlyList<CriterionDocument>? Criteria { get; init; }
}

/// <summary>How the total is made.</summary>
public sealed record TotalDocument
{
    /// <summary>The scale.</summary>
    [Description("The scale (thang điểm), such as 100.")]
    public required decimal Scale { get; init; }

    /// <summary>What not applicable criteria do to the total.</summary>
    [Description("Criteria that do not apply: rescale (earned × scale ÷ applicable maximum), shorten (the shorter scale is kept, the rating is read from the share), fullPoints.")]
    public required NotApplicableRule NotApplicable { get; init; }

    /// <summary>What missing criteria do to the total.</summary>
    [Description("Criteria whose data are missing: zero (0 points, shown as missing), notScored (the unit gets no score).")]
    public required MissingRule Missing { get; init; }

    /// <summary>Which figure decides where there is no appraised one.</summary>
    [Description("Where there are no appraised points: computed (default), or self (the unit's own points, else the computed ones).")]
    public UnappraisedRule? Unappraised { get; init; }

    /// <summary>Whether bonuses may lift the total above the scale.</summary>
    [Description("True if bonuses may lift the total above the scale. Default: false.")]
    public bool? BeyondScale { get; init; }

    /// <summary>Whether a cell marked not applicable needs an entry in exemptions.csv.</summary>
    [Description("True if a cell marked not applicable counts only with an entry in exemptions.csv that says who allowed it. Default: false.")]
    public bool? ExemptionRequired { get; init; }

    /// <summary>Decimals shown.</summary>
    [Description("Decimals shown (never used in computing): 0 to 6. Default: 2.")]
    public int? Digits { get; init; }
}

/// <summary>What not applicable criteria do to the total.</summary>
public enum NotApplicableRule
{
    /// <summary>Earned × scale ÷ applicable maximum.</summary>
    Rescale,

    /// <summary>The shorter scale is kept; the rating is read from the share.</summary>
    Shorten,

    /// <summary>The criterion gets its full points.</summary>
    FullPoints,
}

/// <summary>What missing criteria do to the total.</summary>
public enum MissingRule
{
    /// <summary>They count 0 points and stay in the scale.</summary>
    Zero,

    /// <summary>The unit gets no score.</summary>
    NotScored,
}

/// <summary>Which figure decides where there is no appraised one.</summary>
public enum UnappraisedRule
{
    /// <summary>The computed points.</summary>
    Computed,

    /// <summary>The unit's own points, else the computed ones.</summary>
    Self,
}

/// <summary>A rating.</summary>
public sealed record RatingDocument
{
    /// <summary>Id.</summary>
    [Description("Id, used in expressions and files.")]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    [Description("Name, for people.")]
    public required string Name { get; init; }

    /// <summary>Lower edge, inclusive.</summary>
    [Description("Lower edge, inclusive, on the scale; the last rating has none.")]
    public decimal? From { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that states it.")]
    public string? Clause { get; init; }

    /// <summary>True if no source states the edge.</summary>
    [Description("True if no source states the edge.")]
    public bool? Assumed { get; init; }
}

/// <summary>What a gate does.</summary>
public enum GateEffect
{
    /// <summary>The rating is at most <c>at</c>.</summary>
    Cap,

    /// <summary>One rating lower.</summary>
    DropOne,

    /// <summary>The lowest rating.</summary>
    Lowest,

    /// <summary>The unit is not rated.</summary>
    NotRateable,
}

/// <summary>A gate.</summary>
public sealed record GateDocument
{
    /// <summary>Title.</summary>
    [Description("What it is, for people; given as the reason.")]
    public required string Title { get; init; }

    /// <summary>Condition.</summary>
    [Description("Expression (points scope, yes/no): when it takes effect.")]
    public required ExpressionText When { get; init; }

    /// <summary>Effect.</summary>
    [Description("Effect: cap (at most the rating in at), dropOne, lowest, notRateable.")]
    public required GateEffect Effect { get; init; }

    /// <summary>For a cap: id of the highest rating left.</summary>
    [Description("For cap: id of the highest rating left.")]
    public string? At { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that states it.")]
    public string? Clause { get; init; }

    /// <summary>True if no source states it.</summary>
    [Description("True if no source states it.")]
    public bool? Assumed { get; init; }
}

/// <summary>How units are ranked.</summary>
public sealed record RankingDocument
{
    /// <summary>Within what units are ranked.</summary>
    [Description("Units are ranked among those with the same group, kind and/or parent, and overall. Default: [\"group\"] if there are groups, else overall only.")]
    public IReadOnlyList<RankingKey>? Within { get; init; }

    /// <summary>What decides between equal scores.</summary>
    [Description("Expressions (points scope, numbers) that decide between equal scores in turn; the higher comes first.")]
    public IReadOnlyList<ExpressionText>? TieBreak { get; init; }

    /// <summary>Ranks of units that stay equal.</summary>
    [Description("Units that stay equal: sharedRank (1, 2, 2, 4; default) or denseRank (1, 2, 2, 3).")]
    public TieRule? Ties { get; init; }
}

/// <summary>What units are grouped by for ranking.</summary>
public enum RankingKey
{
    /// <summary>The group.</summary>
    Group,

    /// <summary>The kind.</summary>
    Kind,

    /// <summary>The parent unit.</summary>
    Parent,
}

/// <summary>Ranks of equal units.</summary>
public enum TieRule
{
    /// <summary>1, 2, 2, 4.</summary>
    SharedRank,

    /// <summary>1, 2, 2, 3.</summary>
    DenseRank,
}

/// <summary>A target.</summary>
public sealed record TargetDocument
{
    /// <summary>Id.</summary>
    [Description("Id.")]
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    [Description("What is to be reached, for people.")]
    public required string Title { get; init; }

    /// <summary>Clause.</summary>
    [Description("The clause that sets it.")]
    public string? Clause { get; init; }

    /// <summary>Which units count.</summary>
    [Description("Expression (outcomes scope, yes/no): which units count. Default: all.")]
    public ExpressionText? Among { get; init; }

    /// <summary>Share of units.</summary>
    [Description("Expression (outcomes scope, yes/no): the target is measured as the share of units for which it holds.")]
    public ExpressionText? Share { get; init; }

    /// <summary>Pooled numerator.</summary>
    [Description("Expression (outcomes scope, number): numerator; summed over the units. Goes with whole.")]
    public ExpressionText? Part { get; init; }

    /// <summary>Pooled denominator.</summary>
    [Description("Expression (outcomes scope, number): denominator; summed over the units. Goes with part.")]
    public ExpressionText? Whole { get; init; }

    /// <summary>Floor, inclusive.</summary>
    [Description("Expression of fixed values: the share to be reached, inclusive, such as \"60%\" or a parameter.")]
    public ExpressionText? AtLeast { get; init; }

    /// <summary>Ceiling, inclusive.</summary>
    [Description("Expression of fixed values: the share not to be passed, inclusive.")]
    public ExpressionText? AtMost { get; init; }

    /// <summary>True for a target to strive for.</summary>
    [Description("True for a target to strive for (chỉ tiêu phấn đấu).")]
    public bool? Stretch { get; init; }

    /// <summary>What units without figures do.</summary>
    [Description("Units without the figures: notMet (default; they stay in the denominator and count as not met) or leftOut.")]
    public TargetMissingRule? Missing { get; init; }
}

/// <summary>What units without figures do to a target.</summary>
public enum TargetMissingRule
{
    /// <summary>They stay in the denominator and do not count in the numerator.</summary>
    NotMet,

    /// <summary>They are left out of both.</summary>
    LeftOut,
}
