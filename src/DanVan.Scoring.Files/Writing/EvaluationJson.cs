using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;

namespace DanVan.Scoring.Files.Writing;

/// <summary>
/// Writes an evaluation as JSON: the rules that shaped it, every scored unit with its score tree, the targets and the
/// findings. Arithmetic (traces) is written for the first <see cref="TracedUnits"/> units in ranking order; the key
/// <c>traced</c> says for how many.
/// </summary>
public static class EvaluationJson
{
    /// <summary>Version of the format; raised when a reader of the old one would misunderstand the new one.</summary>
    public const int FormatVersion = 1;

    /// <summary>Most units whose arithmetic is written; of the others <c>danvan explain</c> shows it.</summary>
    public const int TracedUnits = 5_000;

    /// <summary>Writes the file: indented for people, or without blanks if there are more than <see cref="TracedUnits"/> units.</summary>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public static void Write(Stream stream, Evaluation evaluation, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = evaluation.Ranking.Length <= TracedUnits,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
        json.WriteStartObject();
        json.WriteNumber("format", FormatVersion);
        WriteOptional(json, "note", evaluation.Data.Note);
        WriteRuleSet(json, evaluation);
        json.WriteNumber("traced", Math.Min(TracedUnits, evaluation.Ranking.Length));
        json.WriteStartArray("units");
        int written = 0;
        foreach (var explanation in evaluation.Explain(evaluation.Ranking, evaluation.RuleSet.Language))
        {
            cancellation.ThrowIfCancellationRequested();
            WriteUnit(json, evaluation, explanation, withTrace: written++ < TracedUnits);
            if (json.BytesPending > 1 << 20)
                json.Flush();
        }
        json.WriteEndArray();
        WriteFigures(json, evaluation, cancellation);
        WriteTargets(json, evaluation);
        DiagnosticJson.WriteList(json, diagnostics, evaluation.RuleSet.Language);
        json.WriteEndObject();
    }

    /// <summary>The values of all units, which the next period compares with.</summary>
    private static void WriteFigures(Utf8JsonWriter json, Evaluation evaluation, CancellationToken cancellation) => WriteList(json, "figures", evaluation.Data.Units, unit =>
    {
        cancellation.ThrowIfCancellationRequested();
        json.WriteStartObject();
        json.WriteString("code", unit.Code);
        json.WriteStartObject("values");
        foreach (var column in evaluation.Data.Fields)
            switch (column[unit.Index])
            {
                case decimal number:
                    json.WriteNumber(column.Field.Id, number);
                    break;
                case bool answer:
                    json.WriteBoolean(column.Field.Id, answer);
                    break;
                case DateOnly date:
                    json.WriteString(column.Field.Id, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case string text:
                    json.WriteString(column.Field.Id, text);
                    break;
            }
        json.WriteEndObject();
        var notApplicable = evaluation.Data.Fields.Where(column => column.States[unit.Index] == Data.CellState.NotApplicable).Select(column => column.Field.Id).ToList();
        if (notApplicable.Count > 0)
            WriteList(json, "notApplicable", notApplicable, json.WriteStringValue);
        json.WriteEndObject();
        if (json.BytesPending > 1 << 20)
            json.Flush();
    });

    private static void WriteRuleSet(Utf8JsonWriter json, Evaluation evaluation)
    {
        var rules = evaluation.RuleSet;
        json.WriteStartObject("ruleSet");
        json.WriteString("id", rules.Id);
        json.WriteString("version", rules.Version);
        json.WriteNumber("period", rules.Period);
        json.WriteString("language", rules.Language == Language.Vietnamese ? "vi" : "en");
        json.WriteString("title", rules.Title);
        WriteOptional(json, "issuer", rules.Issuer);
        WriteOptional(json, "recipient", rules.Recipient);
        json.WriteNumber("scale", rules.Total.Scale);
        json.WriteNumber("digits", rules.Total.Digits);
        WriteList(json, "basis", rules.Basis, choice => WriteChoice(json, choice.Id, choice.Label));
        WriteList(json, "unitKinds", rules.UnitKinds, choice => WriteChoice(json, choice.Id, choice.Label));
        WriteList(json, "groups", rules.Groups, choice => WriteChoice(json, choice.Id, choice.Label));
        WriteList(json, "ratings", rules.Ratings, band =>
        {
            json.WriteStartObject();
            json.WriteString("id", band.Id);
            json.WriteString("name", band.Name);
            WriteOptional(json, "from", band.From);
            json.WriteEndObject();
        });
        WriteList(json, "nodes", rules.Nodes, node =>
        {
            json.WriteStartObject();
            json.WriteString("id", node.Id);
            json.WriteString("title", node.Title);
            WriteOptional(json, "clause", node.Clause);
            json.WriteString("role", Camel(node.Role));
            if (node.Parent >= 0)
                json.WriteString("parent", rules.Nodes[node.Parent].Id);
            json.WriteNumber("maxPoints", node.MaxPoints);
            json.WriteBoolean("assumed", node.IsAssumed);
            WriteOptional(json, "manner", node.Manner?.Type);
            json.WriteEndObject();
        });
        WriteList(json, "assumptions", rules.Assumptions, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, Evaluation evaluation, Explanation explanation, bool withTrace)
    {
        var (unit, sheet, outcomes) = (explanation.Unit, evaluation.Sheet, evaluation.Outcomes);
        json.WriteStartObject();
        json.WriteString("code", unit.Code);
        json.WriteString("name", unit.Name);
        json.WriteString("kind", unit.Kind);
        WriteOptional(json, "group", unit.Group);
        WriteOptional(json, "parent", unit.Parent);
        if (!unit.Predecessors.IsEmpty)
            WriteList(json, "predecessors", unit.Predecessors, json.WriteStringValue);
        json.WriteString("state", Camel(explanation.State));
        if (explanation.State == ScoreState.Scored)
        {
            json.WriteNumber("base", sheet.BasePoints(unit.Index));
            json.WriteNumber("bonus", sheet.BonusPoints(unit.Index));
            json.WriteNumber("deduction", sheet.DeductionPoints(unit.Index));
            json.WriteNumber("applicableScale", sheet.ApplicableScale(unit.Index));
            json.WriteNumber("score", sheet.Score(unit.Index));
            json.WriteNumber("comparableScore", sheet.ComparableScore(unit.Index));
            json.WriteNumber("rankWithin", outcomes.RankWithin(unit.Index));
            json.WriteNumber("rankOverall", outcomes.RankOverall(unit.Index));
            WriteOptional(json, "band", outcomes.Band(unit.Index)?.Id);
            WriteOptional(json, "rating", outcomes.RatingId(unit.Index));
            json.WriteString("ratingState", Camel(outcomes.RatingStateOf(unit.Index)));
            WriteList(json, "totalSteps", explanation.TotalSteps, json.WriteStringValue);
            WriteList(json, "ratingSteps", explanation.RatingSteps, json.WriteStringValue);
        }
        if (evaluation.GapOf(unit.Index) is { } gap)
        {
            json.WriteStartObject("appraisalGap");
            json.WriteNumber("self", gap.Self);
            json.WriteNumber("final", gap.Final);
            json.WriteNumber("gap", gap.Gap);
            json.WriteNumber("criteria", gap.Criteria);
            json.WriteNumber("changed", gap.Changed);
            json.WriteEndObject();
        }
        if (evaluation.Data.PreviousOutcomeOf(unit.Index) is { } previous)
        {
            json.WriteStartObject("previous");
            WriteOptional(json, "score", previous.Score);
            json.WriteNumber("rankWithin", previous.RankWithin);
            json.WriteNumber("rankOverall", previous.RankOverall);
            WriteOptional(json, "rating", previous.RatingName);
            json.WriteEndObject();
        }
        WriteList(json, "nodes", explanation.Nodes, node => WriteNode(json, node, withTrace));
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, NodeExplanation node, bool withTrace)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Node.Id);
        json.WriteString("state", Camel(node.State));
        json.WriteNumber("points", node.Points);
        json.WriteNumber("applicableMax", node.ApplicableMax);
        if (node.Node.Manner is not null)
            json.WriteString("source", Camel(node.Source));
        WriteOptional(json, "computed", node.Computed);
        if (node.Self is { } self)
        {
            json.WriteNumber("self", self.Points);
            WriteOptional(json, "evidence", self.Evidence.Length == 0 ? null : self.Evidence);
        }
        if (node.Appraised is { } appraised)
        {
            json.WriteNumber("appraised", appraised.Points);
            json.WriteString("reason", appraised.Reason);
            json.WriteString("by", appraised.By);
            json.WriteString("document", appraised.Document);
        }
        if (node.Exemption is { } exemption)
        {
            json.WriteString("exemptedFor", exemption.Reason);
            json.WriteString("by", exemption.By);
            json.WriteString("document", exemption.Document);
        }
        if (withTrace && node.Trace is { } trace)
        {
            WriteList(json, "steps", trace.Steps, json.WriteStringValue);
            WriteList(json, "inputs", trace.Inputs, input =>
            {
                json.WriteStartObject();
                json.WriteString("name", input.Name);
                json.WriteString("label", input.Label);
                json.WriteString("state", Camel(input.State));
                json.WriteString("value", input.Value);
                WriteOptional(json, "source", input.Source);
                WriteOptional(json, "correction", input.Correction);
                json.WriteEndObject();
            });
        }
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, Evaluation evaluation) => WriteList(json, "targets", evaluation.Targets, result =>
    {
        json.WriteStartObject();
        json.WriteString("id", result.Target.Id);
        json.WriteString("title", result.Target.Title);
        WriteOptional(json, "clause", result.Target.Clause);
        json.WriteBoolean("stretch", result.Target.IsStretch);
        json.WriteBoolean("ceiling", result.Target.IsCeiling);
        json.WriteNumber("required", result.Target.Required);
        json.WriteNumber("numerator", result.Numerator);
        json.WriteNumber("denominator", result.Denominator);
        WriteOptional(json, "achieved", result.Achieved);
        json.WriteString("verdict", Camel(result.Verdict));
        json.WriteNumber("population", result.Population);
        WriteList(json, "failingUnits", result.FailingUnits, unit => json.WriteStringValue(evaluation.Data.Units[unit].Code));
        WriteList(json, "unitsWithoutFigures", result.UnitsWithoutFigures, unit => json.WriteStringValue(evaluation.Data.Units[unit].Code));
        json.WriteEndObject();
    });

    private static void WriteChoice(Utf8JsonWriter json, string id, string label)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("label", label);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
