using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

/// <summary>A survey, as written in the file.</summary>
[Description("Survey (điều tra xã hội học): max × the weighted mean of the respondent groups, each the mean of its questions on the scale of answers.")]
public sealed record SurveyDocument : MannerDocument
{
    /// <summary>The respondent groups.</summary>
    [Description("The groups of respondents.")]
    public required IReadOnlyList<SurveyGroupDocument> Groups { get; init; }

    /// <summary>The answer that gives nothing.</summary>
    [Description("Expression of fixed values: the answer that gives no points, such as 1 on a scale of 1 to 5. Default: 0.")]
    public ExpressionText? Least { get; init; }

    /// <summary>The answer that gives full points.</summary>
    [Description("Expression of fixed values: the answer that gives full points, such as 5. Default: \"100%\".")]
    public ExpressionText? Most { get; init; }

    /// <summary>Below so many forms a group is flagged.</summary>
    [Description("A group with fewer forms than this, and more than 0, is flagged with a warning; its result counts all the same. Default: none is flagged.")]
    public int? FewForms { get; init; }

    /// <summary>What no forms at all give.</summary>
    [Description("When no group has any form: full, none (0 points) or notApplicable. A single group without forms is left out and the weights of the others count.")]
    public required WhenNone WhenNoForms { get; init; }

    internal override Manner? Check(MannerCheck check)
    {
        var anything = new LocalText("một số có nghĩa", "a sensible number");
        decimal? least = Least is null ? 0 : check.Constant(check.Cursor["least"], Least, -1_000_000, 1_000_000, anything);
        decimal? most = Most is null ? 1 : check.Constant(check.Cursor["most"], Most, -1_000_000, 1_000_000, anything);
        bool fine = least is not null && most is not null;
        if (fine && most <= least)
        {
            check.Report(RuleSetDiagnostics.OutOfRange, check.Cursor["most"].Place, ("value", most), ("range", new LocalText("lớn hơn 'least'", "above 'least'")));
            fine = false;
        }
        if (FewForms is < 1 or > 1_000_000)
        {
            check.Report(RuleSetDiagnostics.OutOfRange, check.Cursor["fewForms"].Place, ("value", FewForms.Value), ("range", new LocalText("từ 1 đến 1000000", "1 to 1000000")));
            fine = false;
        }
        var groups = ImmutableArray.CreateBuilder<SurveyGroup>();
        if (Groups.Count == 0)
            check.Report(RuleSetDiagnostics.NothingToScore, check.Cursor["groups"].Place, ("what", new LocalText("nhóm người trả lời", "group of respondents")));
        foreach (var (i, group) in Groups.Index())
        {
            var at = check.Cursor["groups"][i];
            var forms = check.Expression(at["forms"], group.Forms, ValueKind.Number);
            var questions = group.Questions.Select((text, q) => check.Expression(at["questions"][q], text, ValueKind.Number)).ToList();
            if (questions.Count == 0)
                check.Report(RuleSetDiagnostics.NothingToScore, at["questions"].Place, ("what", new LocalText("câu hỏi", "question")));
            decimal weight = group.Weight ?? 1;
            fine &= check.PointsWithin(at["weight"], weight, 0.000001m, 1_000_000) & forms is not null & questions.Count > 0 & !questions.Contains(null);
            if (fine)
                groups.Add(new SurveyGroup(TextKey.Clean(group.Title), weight, forms!, [.. questions!]));
        }
        return fine && groups.Count > 0 ? new Survey(groups.ToImmutable(), least!.Value, most!.Value, FewForms, WhenNoForms) : null;
    }
}

/// <summary>A group of respondents, as written in the file.</summary>
public sealed record SurveyGroupDocument
{
    /// <summary>Title.</summary>
    [Description("Who was asked, for people.")]
    public required string Title { get; init; }

    /// <summary>Weight.</summary>
    [Description("Weight of the group beside the others, above 0. Default: 1.")]
    public decimal? Weight { get; init; }

    /// <summary>Count of forms.</summary>
    [Description("Expression (fields scope, number): how many valid forms came in.")]
    public required ExpressionText Forms { get; init; }

    /// <summary>The questions.</summary>
    [Description("Expressions (fields scope, numbers): the mean or percentage of each question, between least and most; outside is a fault in the data.")]
    public required IReadOnlyList<ExpressionText> Questions { get; init; }
}

/// <summary>A group of respondents.</summary>
/// <param name="Title">Who was asked.</param>
/// <param name="Weight">Weight beside the others; above 0.</param>
/// <param name="Forms">How many valid forms came in.</param>
/// <param name="Questions">The mean or percentage of each question.</param>
public sealed record SurveyGroup(string Title, decimal Weight, Expression Forms, ImmutableArray<Expression> Questions);

/// <summary>
/// Survey (điều tra xã hội học): max × Σ weight × mean of (answer − least) ÷ (most − least) ÷ Σ weight, over the groups
/// with forms. Source: the survey part of the reform index (forms by group of respondents, weighted).
/// </summary>
public sealed class Survey : Manner
{
    private readonly decimal _multiple; // of the counts of questions, so that one division at the end is enough

    internal Survey(ImmutableArray<SurveyGroup> groups, decimal least, decimal most, int? fewForms, WhenNone whenNoForms)
    {
        Groups = groups;
        Least = least;
        Most = most;
        FewForms = fewForms;
        WhenNoForms = whenNoForms;
        _multiple = groups.Select(group => group.Questions.Length).Distinct().Aggregate(1m, (product, count) => product * count);
    }

    /// <inheritdoc/>
    public override string Type => "survey";

    /// <summary>The groups of respondents.</summary>
    public ImmutableArray<SurveyGroup> Groups { get; }

    /// <summary>The answer that gives no points.</summary>
    public decimal Least { get; }

    /// <summary>The answer that gives full points.</summary>
    public decimal Most { get; }

    /// <summary>A group with fewer forms is flagged; null if none is.</summary>
    public int? FewForms { get; }

    /// <summary>What no forms at all give.</summary>
    public WhenNone WhenNoForms { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => Groups.SelectMany(group => group.Questions.Prepend(group.Forms));

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text("điều tra: ", "survey: ")
        + string.Join("; ", Groups.Select(group => text.Text(
            $"{group.Title} (trọng số {text.Number(group.Weight)}): bình quân {string.Join(", ", group.Questions.Select(text.Of))}, số phiếu {text.Of(group.Forms)}",
            $"{group.Title} (weight {text.Number(group.Weight)}): mean of {string.Join(", ", group.Questions.Select(text.Of))}, forms {text.Of(group.Forms)}")))
        + $"; {text.Number(Least)}–{text.Number(Most)}"
        + (FewForms is { } few ? text.Text($"; dưới {few} phiếu thì lưu ý", $"; fewer than {few} forms are flagged") : "")
        + text.Text("; không có phiếu: ", "; no forms: ") + text.Of(WhenNoForms);

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points)
    {
        var cells = frame.Rent<decimal>();
        var forms = frame.Rent<decimal>();
        var sums = frame.Rent<decimal>();
        var weights = frame.Rent<decimal>();
        sums.Values.AsSpan(0, frame.Count).Clear();
        sums.States.AsSpan(0, frame.Count).Clear();
        weights.Values.AsSpan(0, frame.Count).Clear();
        foreach (var group in Groups)
        {
            group.Forms.Evaluate(frame, forms);
            for (int i = 0; i < frame.Count; i++)
            {
                if (forms.States[i] == CellState.Value && forms.Values[i] < 0)
                    forms.States[i] = CellState.Invalid;
                sums.States[i] = CellStates.Combine(sums.States[i], forms.States[i]);
                if (forms.States[i] == CellState.Value && forms.Values[i] > 0)
                    weights.Values[i] += group.Weight;
            }
            decimal questionWeight = group.Weight * (_multiple / group.Questions.Length);
            foreach (var question in group.Questions)
            {
                question.Evaluate(frame, cells);
                for (int i = 0; i < frame.Count; i++)
                {
                    if (forms.States[i] != CellState.Value || forms.Values[i] == 0)
                        continue; // nobody was asked: whatever stands there does not count
                    if (cells.States[i] == CellState.Value && !IsWithin(cells.Values[i]))
                        cells.States[i] = CellState.Invalid;
                    sums.States[i] = CellStates.Combine(sums.States[i], cells.States[i]);
                    if (sums.States[i] == CellState.Value)
                        sums.Values[i] += questionWeight * (cells.Values[i] - Least);
                }
            }
        }
        for (int i = 0; i < frame.Count; i++)
            points.Set(i, sums.States[i] == CellState.Value ? PointsOf(sums.Values[i], weights.Values[i], maxPoints) : (0, sums.States[i]));
        frame.Return(cells);
        frame.Return(forms);
        frame.Return(sums);
        frame.Return(weights);
    }

    private (long Points, CellState State) PointsOf(decimal sum, decimal weights, long maxPoints) =>
        weights == 0 ? Shares.WhenNone(WhenNoForms, maxPoints)
        : sum <= 0 ? (0, CellState.Value)
        : (Billionths.Share(maxPoints, sum, weights, _multiple * (Most - Least)), CellState.Value);

    private bool IsWithin(decimal answer) =>
        Rounding.ForComparison(answer) >= Rounding.ForComparison(Least) && Rounding.ForComparison(answer) <= Rounding.ForComparison(Most);

    /// <summary>Groups of the frame's units with few forms, but some.</summary>
    internal override void Doubt(ScoringFrame frame, Action<int, LocalText> report)
    {
        if (FewForms is not { } few)
            return;
        var forms = frame.Rent<decimal>();
        foreach (var group in Groups)
        {
            group.Forms.Evaluate(frame, forms);
            for (int i = 0; i < frame.Count; i++)
                if (forms.States[i] == CellState.Value && forms.Values[i] > 0 && forms.Values[i] < few)
                    report(i, new LocalText(
                        $"nhóm '{group.Title}' chỉ có {ValueText.Number(forms.Values[i], Language.Vietnamese)} phiếu (dưới {few})",
                        $"group '{group.Title}' has only {ValueText.Number(forms.Values[i], Language.English)} forms (fewer than {few})"));
        }
        frame.Return(forms);
    }

    internal override void Explain(TraceWriter trace, decimal maxPoints)
    {
        decimal weights = 0, sum = 0;
        var parts = new List<string>();
        bool isFine = true;
        foreach (var group in Groups)
        {
            if (trace.Value(group.Forms) is not { } forms || forms < 0)
            {
                isFine = false;
                continue;
            }
            if (forms == 0)
            {
                trace.Note($"{group.Title}: {trace.Text("không có phiếu", "no forms")}");
                continue;
            }
            var answers = group.Questions.Select(trace.Value).ToList();
            if (answers.Any(answer => answer is null || !IsWithin(answer.Value)))
            {
                if (answers.Any(answer => answer is { } given && !IsWithin(given)))
                    trace.Note($"{group.Title}: {trace.Text("có câu trả lời ngoài khoảng", "an answer is outside")} {trace.Number(Least)}–{trace.Number(Most)}");
                isFine = false;
                continue;
            }
            decimal mean = answers.Sum(answer => answer!.Value - Least) / (answers.Count * (Most - Least));
            trace.Note($"{group.Title}: {trace.Number(forms)} {trace.Text("phiếu", "forms")}{(forms < FewForms ? $" ({trace.Text("ít phiếu", "few forms")})" : "")}, "
                + $"{trace.Text("bình quân", "mean")} {trace.Percent(mean)}, {trace.Text("trọng số", "weight")} {trace.Number(group.Weight)}");
            weights += group.Weight;
            sum += group.Weight * answers.Sum(answer => answer!.Value - Least) * (_multiple / answers.Count);
            parts.Add($"{trace.Number(group.Weight)} × {trace.Percent(mean)}");
        }
        if (!isFine)
            return;
        if (weights == 0)
        {
            var (points, state) = Shares.WhenNone(WhenNoForms, Billionths.Of(maxPoints));
            if (state == CellState.Value)
                trace.Step(trace.Text("không có phiếu nào", "no forms at all"), Billionths.ToDecimal(points));
            return;
        }
        trace.Step($"{trace.Number(maxPoints)} × ({string.Join(" + ", parts)}) ÷ {trace.Number(weights)}",
            Billionths.ToDecimal(PointsOf(sum, weights, Billionths.Of(maxPoints)).Points));
    }
}
