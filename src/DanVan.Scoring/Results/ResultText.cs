using System.Globalization;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Results;

/// <summary>The words for what an evaluation holds, the same in files, charts and on the console.</summary>
public sealed class ResultText
{
    private readonly Evaluation _evaluation;
    private readonly Language _language;
    private readonly ResultWords _words;
    private readonly Dictionary<string, string> _kinds;
    private readonly Dictionary<string, string> _groups;

    /// <summary>Words in the language of the rule set, or in another.</summary>
    public ResultText(Evaluation evaluation, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        _evaluation = evaluation;
        _language = language ?? evaluation.RuleSet.Language;
        _words = new ResultWords(_language, evaluation.RuleSet.Total.Digits);
        _kinds = evaluation.RuleSet.UnitKinds.ToDictionary(kind => kind.Id, kind => kind.Label, StringComparer.Ordinal);
        _groups = evaluation.RuleSet.Groups.ToDictionary(group => group.Id, group => group.Label, StringComparer.Ordinal);
    }

    /// <summary>Label of the unit's kind.</summary>
    public string Kind(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return _kinds.GetValueOrDefault(unit.Kind, unit.Kind);
    }

    /// <summary>Label of the unit's group; empty if it has none.</summary>
    public string Group(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Group is null ? "" : _groups.GetValueOrDefault(unit.Group, unit.Group);
    }

    /// <summary>A number with the digits that the rule set shows.</summary>
    public string Shown(decimal value) => _words.Shown(value);

    /// <summary>A difference with its sign and the digits that the rule set shows; ±0 for none.</summary>
    public string Difference(decimal value) => _words.Difference(value);

    /// <summary>Name of the rating, or why there is none.</summary>
    public string Rating(int unit) => _evaluation.Outcomes.RatingStateOf(unit) switch
    {
        RatingState.Rated => _evaluation.Outcomes.Rating(unit)!.Name,
        RatingState.Pending => Text("Chưa xếp loại", "Pending"),
        RatingState.NotRateable => Text("Không đủ điều kiện xếp loại", "Not rateable"),
        _ => _evaluation.Sheet.StateOf(unit) == ScoreState.NothingApplies ? Text("Không đủ điều kiện xếp loại", "Not rateable") : Text("Không chấm điểm", "Not scored"),
    };

    /// <summary>Why a unit has no score, or which gates changed its rating; empty if there is nothing to say.</summary>
    public string Note(int unit)
    {
        var outcomes = _evaluation.Outcomes;
        if (_evaluation.Sheet.HasScore(unit) && outcomes.GatesOf(unit).IsEmpty && outcomes.PendingGatesOf(unit).IsEmpty && outcomes.QuotasOf(unit).IsEmpty)
            return "";
        string reason = _evaluation.Sheet.StateOf(unit) switch
        {
            ScoreState.NoResults => Text("không có số liệu báo cáo", "no results reported"),
            ScoreState.FaultyData => Text("số liệu có lỗi, xem diagnostics.csv", "faulty data, see diagnostics.csv"),
            ScoreState.MissingData => Text("thiếu số liệu, xem diagnostics.csv", "missing data, see diagnostics.csv"),
            ScoreState.NothingApplies => Text("không có tiêu chí nào áp dụng", "no criterion applies"),
            _ => "",
        };
        var gates = outcomes.GatesOf(unit).Select(Gate);
        var pending = outcomes.PendingGatesOf(unit).Select(gate => $"{Text("chờ số liệu", "waits for data")}: {Gate(gate)}");
        var quotas = outcomes.QuotasOf(unit).Select(effect => effect.Quota.Clause is { } clause ? $"{effect.Quota.Title} [{clause}]" : effect.Quota.Title);
        return string.Join("; ", gates.Concat(quotas).Concat(pending).Prepend(reason).Where(text => text.Length > 0));

        string Gate(int index)
        {
            var gate = _evaluation.RuleSet.Gates[index];
            return gate.Clause is null ? gate.Title : $"{gate.Title} [{gate.Clause}]";
        }
    }

    /// <summary>Codes of units, parted by commas: as many as a cell of a spreadsheet can hold (32,767 characters), then how many more there are.</summary>
    public string Codes(IReadOnlyCollection<int> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        const int mostCharacters = 32_700;
        var codes = new StringBuilder();
        foreach (var (written, unit) in units.Index())
        {
            string code = _evaluation.Data.Units[unit].Code;
            if (codes.Length + code.Length > mostCharacters)
                return codes.Append(CultureInfo.InvariantCulture, $" {Text($"và {units.Count - written} đơn vị nữa", $"and {units.Count - written} more")}").ToString();
            codes.Append(written == 0 ? "" : ", ").Append(code);
        }
        return codes.ToString();
    }

    /// <summary>What a node's points are.</summary>
    public string State(NodeExplanation node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _words.State(node.State, node.Source);
    }

    /// <summary>Why a node's points differ from the computed ones; empty if there is nothing to say.</summary>
    public static string Reason(NodeExplanation node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Appraised is { } appraised)
            return Join(appraised.Reason, appraised.By, appraised.Document);
        if (node.Exemption is { } exemption)
            return Join(exemption.Reason, exemption.By, exemption.Document);
        return string.Join("; ", (node.Trace?.Inputs ?? []).Where(input => input.Correction is not null).Select(input => $"{input.Name}: {input.Correction}"));
    }

    /// <summary>Which figure decided.</summary>
    public string Source(FigureSource source) => _words.Source(source);

    /// <summary>Met, not met, not assessed.</summary>
    public string Verdict(TargetVerdict verdict) => _words.Verdict(verdict);

    /// <summary>What kind of target it is.</summary>
    public string TargetType(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _words.TargetType(target.IsStretch);
    }

    /// <summary>What a target requires, such as "≥ 60%".</summary>
    public string Required(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _words.Required(target.IsCeiling, target.Required);
    }

    /// <summary>Why there is no outcome of the last period; empty if there was no such unit.</summary>
    public string NoPrevious(int unit) => _evaluation.Data.IsPreviousMerged(unit) ? _words.NotComparable : "";

    private static string Join(params string[] parts) => string.Join("; ", parts.Where(part => part.Length > 0));

    private string Text(string vi, string en) => _language == Language.Vietnamese ? vi : en;
}
