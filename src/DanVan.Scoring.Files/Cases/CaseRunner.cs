using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Files.Cases;

/// <summary>What came of an expectation.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Got">What came, in words.</param>
/// <param name="IsMet">True if it is what was expected.</param>
public sealed record ExpectationResult(Expectation Expectation, string Got, bool IsMet);

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">All that was computed.</param>
/// <param name="Results">What came of each expectation.</param>
/// <param name="Findings">What was found in its data and in scoring them.</param>
public sealed record CaseResult(RuleSetCase Case, Result Result, ImmutableArray<ExpectationResult> Results, DiagnosticBag Findings)
{
    /// <summary>True if everything came as expected.</summary>
    public bool IsPassed => Results.All(result => result.IsMet);
}

/// <summary>
/// Runs cases. Figures are compared with as many decimals as the expectation is written with, at least as many as the
/// rule set shows.
/// </summary>
public static class CaseRunner
{
    private static readonly IReadOnlySet<string> MissingWords = TextKey.Keys("thiếu", "thiếu số liệu", "missing");
    private static readonly IReadOnlySet<string> NotApplicableWords = TextKey.Keys("không áp dụng", "n/a", "kad");
    private static readonly IReadOnlySet<string> InvalidWords = TextKey.Keys("lỗi", "số liệu có lỗi", "invalid");
    private static readonly IReadOnlySet<string> NotScoredWords = TextKey.Keys("không chấm", "không chấm điểm", "not scored");
    private static readonly IReadOnlySet<string> PendingWords = TextKey.Keys("chưa xếp loại", "pending");
    private static readonly IReadOnlySet<string> NotRateableWords = TextKey.Keys("không đủ điều kiện xếp loại", "not rateable");

    /// <summary>Runs a case.</summary>
    public static CaseResult Run(RuleSet ruleSet, RuleSetCase ruleSetCase, Language language)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(ruleSetCase);
        var findings = new DiagnosticBag();
        findings.AddRange(ruleSetCase.Findings.Sorted());
        var result = Result.Of(ruleSet, ruleSetCase.Data, findings).In(language);
        var units = ruleSetCase.Expectations.Select(expectation => expectation.Unit).Distinct()
            .ToDictionary(unit => unit, unit => result.Find(ruleSetCase.Data.Units[unit].Code)!);
        return new CaseResult(ruleSetCase, result,
            [.. ruleSetCase.Expectations.Select(expectation => Check(expectation, ruleSet, result, units[expectation.Unit]))], findings);
    }

    /// <summary>A number with decimal comma or point; null if it is none.</summary>
    internal static decimal? ParseNumber(string text)
    {
        string digits = text.Replace(',', '.').Replace('−', '-');
        bool isNegative = digits.StartsWith('-');
        return NumberLimits.TryParse(isNegative ? digits.AsSpan(1) : digits, out decimal value) ? (isNegative ? -value : value) : null;
    }

    internal static bool IsUnderstood(ExpectedItem item, string text, RuleSet ruleSet)
    {
        string key = TextKey.Exact(text);
        return item switch
        {
            ExpectedItem.Points => ParseNumber(text) is not null || MissingWords.Contains(key) || NotApplicableWords.Contains(key) || InvalidWords.Contains(key),
            ExpectedItem.Total => ParseNumber(text) is not null || NotScoredWords.Contains(key),
            ExpectedItem.Rank => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => FindRating(key, ruleSet) is not null || PendingWords.Contains(key) || NotRateableWords.Contains(key) || NotScoredWords.Contains(key),
        };
    }

    private static RatingBand? FindRating(string key, RuleSet ruleSet) =>
        ruleSet.Ratings.FirstOrDefault(rating => TextKey.Exact(rating.Id) == key || TextKey.Exact(rating.Name) == key);

    private static ExpectationResult Check(Expectation expectation, RuleSet ruleSet, Result result, ResultUnit unit)
    {
        string key = TextKey.Exact(expectation.Text);
        switch (expectation.Item)
        {
            case ExpectedItem.Points:
                var points = unit.Nodes[expectation.Node!.Index];
                string got = points switch
                {
                    { Final: { } final } => Number(final),
                    { State: CellState.NotApplicable } => result.Language == Language.Vietnamese ? "không áp dụng" : "n/a",
                    _ => ResultWords.Of(result).State(points.State, points.Source),
                };
                bool isMet = ParseNumber(expectation.Text) is not null
                    ? points.Final is { } value && IsSame(expectation.Text, value, ruleSet)
                    : (MissingWords.Contains(key) && points.State == CellState.Missing) || (NotApplicableWords.Contains(key) && points.State == CellState.NotApplicable)
                        || (InvalidWords.Contains(key) && points.State == CellState.Invalid);
                return new ExpectationResult(expectation, got, isMet);
            case ExpectedItem.Total:
                return unit.Score is { } score ? new ExpectationResult(expectation, Number(score), IsSame(expectation.Text, score, ruleSet))
                    : new ExpectationResult(expectation, $"{unit.RatingName} ({unit.Remark})", NotScoredWords.Contains(key));
            case ExpectedItem.Rank:
                string rank = unit.RankWithin.ToString(CultureInfo.InvariantCulture);
                return new ExpectationResult(expectation, rank, rank == expectation.Text);
            default:
                return new ExpectationResult(expectation, unit.RatingName, unit.RatingState switch
                {
                    RatingState.Rated => FindRating(key, ruleSet)?.Id == unit.Rating,
                    RatingState.Pending => PendingWords.Contains(key),
                    RatingState.NotRateable => NotRateableWords.Contains(key),
                    _ => NotScoredWords.Contains(key) || (NotRateableWords.Contains(key) && unit.State == ScoreState.NothingApplies),
                });
        }

        string Number(decimal value) => ValueText.Number(Rounding.Points(value), result.Language);
    }

    private static bool IsSame(string expected, decimal got, RuleSet ruleSet)
    {
        if (ParseNumber(expected) is not { } value)
            return false;
        int sign = expected.IndexOfAny([',', '.']);
        int decimals = Math.Clamp(sign < 0 ? 0 : expected.Length - sign - 1, ruleSet.Total.Digits, 9);
        return decimal.Round(got, decimals, MidpointRounding.AwayFromZero) == decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
