using System.Collections.Immutable;
using System.Globalization;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Cases;

/// <summary>What came of an expectation.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Got">What came, in words.</param>
/// <param name="IsMet">True if it is what was expected.</param>
public sealed record ExpectationResult(Expectation Expectation, string Got, bool IsMet);

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Evaluation">All that was computed.</param>
/// <param name="Results">What came of each expectation.</param>
/// <param name="Findings">What was found in its data and in scoring them.</param>
public sealed record CaseResult(RuleSetCase Case, Evaluation Evaluation, ImmutableArray<ExpectationResult> Results, DiagnosticBag Findings)
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
        var evaluation = Evaluation.Of(ruleSet, ruleSetCase.Data, findings);
        var text = new ResultText(evaluation, language);
        return new CaseResult(ruleSetCase, evaluation, [.. ruleSetCase.Expectations.Select(expectation => Check(expectation, evaluation, text, language))], findings);
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

    private static ExpectationResult Check(Expectation expectation, Evaluation evaluation, ResultText text, Language language)
    {
        var (sheet, unit) = (evaluation.Sheet, expectation.Unit);
        string key = TextKey.Exact(expectation.Text);
        switch (expectation.Item)
        {
            case ExpectedItem.Points:
                int node = expectation.Node!.Index;
                var state = sheet.States(node)[unit];
                bool isGiven = state == CellState.NotApplicable && sheet.Sources(node)[unit] == FigureSource.FullPoints;
                string got = state switch
                {
                    CellState.Value => Number(sheet.Points(node)[unit]),
                    CellState.NotApplicable when isGiven => Number(sheet.Points(node)[unit]),
                    CellState.NotApplicable => language == Language.Vietnamese ? "không áp dụng" : "n/a",
                    CellState.Missing => language == Language.Vietnamese ? "thiếu số liệu" : "missing",
                    _ => language == Language.Vietnamese ? "số liệu có lỗi" : "invalid",
                };
                bool isMet = ParseNumber(expectation.Text) is not null
                    ? (state == CellState.Value || isGiven) && IsSame(expectation.Text, sheet.Points(node)[unit], evaluation)
                    : (MissingWords.Contains(key) && state == CellState.Missing) || (NotApplicableWords.Contains(key) && state == CellState.NotApplicable)
                        || (InvalidWords.Contains(key) && state == CellState.Invalid);
                return new ExpectationResult(expectation, got, isMet);
            case ExpectedItem.Total:
                bool hasScore = sheet.HasScore(unit);
                return new ExpectationResult(expectation, hasScore ? Number(sheet.Score(unit)) : $"{text.Rating(unit)} ({text.Note(unit)})",
                    hasScore ? IsSame(expectation.Text, sheet.Score(unit), evaluation) : NotScoredWords.Contains(key));
            case ExpectedItem.Rank:
                int rank = evaluation.Outcomes.RankWithin(unit);
                return new ExpectationResult(expectation, rank.ToString(CultureInfo.InvariantCulture), rank.ToString(CultureInfo.InvariantCulture) == expectation.Text);
            default:
                return new ExpectationResult(expectation, text.Rating(unit), evaluation.Outcomes.RatingStateOf(unit) switch
                {
                    RatingState.Rated => FindRating(key, evaluation.RuleSet) == evaluation.Outcomes.Rating(unit),
                    RatingState.Pending => PendingWords.Contains(key),
                    RatingState.NotRateable => NotRateableWords.Contains(key),
                    _ => NotScoredWords.Contains(key) || (NotRateableWords.Contains(key) && sheet.StateOf(unit) == ScoreState.NothingApplies),
                });
        }

        string Number(decimal value) => ValueText.Number(Rounding.Points(value), language);
    }

    private static bool IsSame(string expected, decimal got, Evaluation evaluation)
    {
        if (ParseNumber(expected) is not { } value)
            return false;
        int sign = expected.IndexOfAny([',', '.']);
        int decimals = Math.Clamp(sign < 0 ? 0 : expected.Length - sign - 1, evaluation.RuleSet.Total.Digits, 9);
        return decimal.Round(got, decimals, MidpointRounding.AwayFromZero) == decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
