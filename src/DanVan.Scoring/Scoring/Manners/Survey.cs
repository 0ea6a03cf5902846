using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Json;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

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
            check.OutOfRange(check.Cursor["most"], most, new LocalText("lớn hơn 'least'", "above 'least'"));
            fine = false;
        }
        if (FewForms is < 1 or > 1_000_000)
        {
            check.OutOfRange(check.Cursor["fewForms"], FewForms.Value, new LocalText("từ 1 đến 1000000", "1 to 1000000"));
            fine = false;
        }
        var groups = ImmutableArray.CreateBuilder<SurveyGroup>();
        if (Groups.Count == 0)
            check.Empty(check.Cursor["groups"], "nhóm người trả lời", "group of respondents");
        foreach (var (i, group) in Groups.Index())
        {
            var at = check.Cursor["groups"][i];
            var forms = check.Expression(at["forms"], group.Forms, ValueKind.Number);
            var questions = group.Questions.Select((text, q) => check.Expression(at["questions"][q], text, ValueKind.Number)).ToList();
            if (questions.Count == 0)
                check.Empty(at["questions"], "câu hỏi", "question");
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
internal sealed class Survey(ImmutableArray<SurveyGroup> groups, decimal least, decimal most, int? fewForms, WhenNone whenNoForms) : ScoringManner
{
    // Of the counts of questions, so that one division at the end is enough.
    private readonly decimal _multiple = groups.Select(group => group.Questions.Length).Distinct().Aggregate(1m, (product, count) => product * count);

    public override IEnumerable<Expression> Expressions => groups.SelectMany(group => group.Questions.Prepend(group.Forms));

    public override string Describe(RuleText text) => text.Text("điều tra: ", "survey: ")
        + string.Join("; ", groups.Select(group => text.Text(
            $"{group.Title} (trọng số {text.Number(group.Weight)}): bình quân {string.Join(", ", group.Questions.Select(text.Of))}, số phiếu {text.Of(group.Forms)}",
            $"{group.Title} (weight {text.Number(group.Weight)}): mean of {string.Join(", ", group.Questions.Select(text.Of))}, forms {text.Of(group.Forms)}")))
        + $"; {text.Number(least)}–{text.Number(most)}"
        + (fewForms is { } few ? text.Text($"; dưới {few} phiếu thì lưu ý", $"; fewer than {few} forms are flagged") : "")
        + text.Text("; không có phiếu: ", "; no forms: ") + text.Of(whenNoForms);

    public override void Run(Kernel kernel)
    {
        var (sum, weights) = (kernel.Fill(0), kernel.Fill(0));
        List<string> parts = [];
        foreach (var group in groups)
            Ask(kernel, group, sum, weights, parts);
        if (whenNoForms == WhenNone.NotApplicable)
            kernel.WhenZero(weights, whenNoForms, default);
        else
            kernel.WhenZero(weights, whenNoForms, $"{("không có phiếu nào", "no forms at all")}");
        kernel.Share(sum, weights, _multiple * (most - least), $"{kernel.MaxPoints} × ({string.Join(" + ", parts)}) ÷ {weights}");
    }

    /// <summary>Adds the answers of a group, weighted, of the units that had forms of it.</summary>
    private void Ask(Kernel kernel, SurveyGroup group, Cells<decimal> sum, Cells<decimal> weights, List<string> parts)
    {
        var forms = kernel.Read(group.Forms);
        for (int i = 0; i < kernel.Count; i++)
        {
            if (IsAsked(forms, i))
                weights.Values[i] += group.Weight;
            else if (forms.States[i] == CellState.Value && forms.Values[i] < 0)
                forms.States[i] = CellState.Invalid;
        }
        kernel.Demand(forms.States);
        if (kernel.Trace is { } trace && !IsAsked(forms, 0))
        {
            if (forms.States[0] == CellState.Value && forms.Values[0] == 0)
                trace.Note($"{group.Title}: {trace.Text("không có phiếu", "no forms")}");
            return;
        }
        decimal questionWeight = group.Weight * (_multiple / group.Questions.Length), answered = 0;
        bool isFine = true, isOutside = false;
        foreach (var question in group.Questions)
        {
            var answer = kernel.Read(question);
            for (int i = 0; i < kernel.Count; i++)
            {
                if (!IsAsked(forms, i))
                {
                    answer.States[i] = CellState.Value; // nobody was asked: whatever stands there does not count
                    continue;
                }
                bool isWithin = answer.States[i] == CellState.Value && IsWithin(answer.Values[i]);
                isOutside |= answer.States[i] == CellState.Value && !isWithin;
                isFine &= isWithin;
                answered += isWithin ? answer.Values[i] - least : 0; // told only of a block of one
                if (isWithin)
                    sum.Values[i] += questionWeight * (answer.Values[i] - least);
                else if (answer.States[i] == CellState.Value)
                    answer.States[i] = CellState.Invalid;
            }
            kernel.Demand(answer.States);
        }
        if (kernel.Trace is { } told)
            Tell(told, group, forms.Values[0], answered / (group.Questions.Length * (most - least)), isFine, isOutside, parts);
    }

    private void Tell(Trace trace, SurveyGroup group, decimal forms, decimal mean, bool isFine, bool isOutside, List<string> parts)
    {
        if (isOutside)
            trace.Note($"{group.Title}: {trace.Text("có câu trả lời ngoài khoảng", "an answer is outside")} {trace.Number(least)}–{trace.Number(most)}");
        if (!isFine)
            return;
        string few = forms < fewForms ? $" ({trace.Text("ít phiếu", "few forms")})" : "";
        trace.Note($"{group.Title}: {trace.Number(forms)} {trace.Text("phiếu", "forms")}{few}, "
            + $"{trace.Text("bình quân", "mean")} {trace.Percent(mean)}, {trace.Text("trọng số", "weight")} {trace.Number(group.Weight)}");
        parts.Add($"{trace.Number(group.Weight)} × {trace.Percent(mean)}");
    }

    private static bool IsAsked(Cells<decimal> forms, int position) => forms.States[position] == CellState.Value && forms.Values[position] > 0;

    private bool IsWithin(decimal answer) =>
        Rounding.ForComparison(answer) >= Rounding.ForComparison(least) && Rounding.ForComparison(answer) <= Rounding.ForComparison(most);

    /// <summary>Groups of the frame's units with few forms, but some.</summary>
    public override void Doubt(CellFrame frame, Action<int, LocalText> report)
    {
        if (fewForms is not { } few)
            return;
        var forms = frame.Rent<decimal>();
        foreach (var group in groups)
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
}
