using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Results;

/// <summary>Words and figures as results show them, the same in files, charts, reports and on the console.</summary>
/// <param name="language">The language.</param>
/// <param name="digits">Decimals shown.</param>
public sealed class ResultWords(Language language, int digits)
{
    /// <summary>The words of a result, in its language.</summary>
    public static ResultWords Of(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ResultWords(result.Language, result.RuleSet.Digits);
    }

    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>A number with the digits that are shown.</summary>
    public string Shown(decimal value) => ValueText.Fixed(value, digits, language);

    /// <summary>A number with all its digits.</summary>
    public string Exact(decimal value) => ValueText.Number(value, language);

    /// <summary>A share as a percentage.</summary>
    public string Percent(decimal share) => ValueText.Percent(share, language);

    /// <summary>A difference with its sign and the digits that are shown; ±0 for none.</summary>
    public string Difference(decimal value) => ValueText.Difference(value, digits, language);

    /// <summary>What points are.</summary>
    public string State(CellState state, FigureSource? source) => (state, source) switch
    {
        (CellState.Value, FigureSource.Appraised) => Text("thẩm định", "appraised"),
        (CellState.Value, FigureSource.Self) => Text("tự chấm", "self"),
        (CellState.Value, _) => Text("đã chấm", "scored"),
        (CellState.NotApplicable, FigureSource.FullPoints) => Text("không áp dụng, tính đủ điểm", "not applicable, full points"),
        (CellState.NotApplicable, _) => Text("không áp dụng", "not applicable"),
        (CellState.Missing, _) => Text("thiếu số liệu", "missing"),
        _ => Text("số liệu có lỗi", "invalid"),
    };

    /// <summary>Why a unit has no score; empty if it has one, or is not to have one.</summary>
    public string NoScore(ScoreState state) => state switch
    {
        ScoreState.NoResults => Text("không có số liệu báo cáo", "no results reported"),
        ScoreState.FaultyData => Text("số liệu có lỗi", "faulty data"),
        ScoreState.MissingData => Text("thiếu số liệu", "missing data"),
        ScoreState.NothingApplies => Text("không có tiêu chí nào áp dụng", "no criterion applies"),
        _ => "",
    };

    /// <summary>Which figure decided.</summary>
    public string Source(FigureSource source) => source switch
    {
        FigureSource.Computed => Text("điểm máy tính", "computed"),
        FigureSource.Appraised => Text("điểm thẩm định", "appraised"),
        FigureSource.Self => Text("điểm tự chấm", "self"),
        FigureSource.FullPoints => Text("tính đủ điểm", "full points"),
        _ => Text("không có", "none"),
    };

    /// <summary>Met, not met, not assessed.</summary>
    public string Verdict(TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Met => Text("Đạt", "Met"),
        TargetVerdict.NotMet => Text("Không đạt", "Not met"),
        _ => Text("Không đánh giá được", "Not assessed"),
    };

    /// <summary>What kind of target it is.</summary>
    public string TargetType(bool isStretch) => isStretch ? Text("phấn đấu", "to strive for") : Text("bắt buộc", "required");

    /// <summary>What a target requires, such as "≥ 60%".</summary>
    public string Required(bool isCeiling, decimal required) => (isCeiling ? "≤ " : "≥ ") + Percent(required);

    /// <summary>That the last period cannot be compared.</summary>
    public string NotComparable => Text("không so sánh được (sáp nhập, chia tách)", "not comparable (merged or split)");

    /// <summary>One of two texts.</summary>
    public string Text(string vi, string en) => language == Language.Vietnamese ? vi : en;
}
