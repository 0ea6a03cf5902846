using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Loading;

/// <summary>A criterion of a draft.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="MaxPoints">Most points; null if the source could not be read.</param>
/// <param name="Note">What the source says of the scoring; null if it says nothing.</param>
/// <param name="Parts">Parts; empty for a leaf.</param>
public sealed record DraftCriterion(string Id, string Title, decimal? MaxPoints, string? Note, ImmutableArray<DraftCriterion> Parts);

/// <summary>Writes rule sets to be completed by hand, as JSON text with remarks.</summary>
public static class RuleSetDraft
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The id of a rule set in another period: the year in it exchanged, or put behind it.</summary>
    public static string NextId(RuleSet ruleSet, int period)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        string exchanged = Exchange(ruleSet.Id, ruleSet.Period, period);
        return exchanged == ruleSet.Id ? $"{ruleSet.Id}-{Year(period)}" : exchanged;
    }

    /// <summary>
    /// The rule set of another period as changes over this one: title and dates are moved by the years between, and
    /// marked as assumed until the new plan is cited.
    /// </summary>
    /// <param name="ruleSet">The rule set that is extended.</param>
    /// <param name="period">The new scoring period.</param>
    /// <param name="id">Id of the new rule set.</param>
    public static string Next(RuleSet ruleSet, int period, string id)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        bool vi = ruleSet.Language == Language.Vietnamese;
        var dates = ruleSet.Parameters.Where(parameter => parameter.Value is DateOnly && !parameter.IsYearly).Select(parameter =>
        {
            var day = (DateOnly)parameter.Value;
            string moved = day.AddYears(period - ruleSet.Period).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string clause = parameter.Clause is null ? "" : $" [{parameter.Clause}]";
            return $$"""

                      // {{parameter.Label ?? parameter.Id}}{{clause}}: {{(vi ? "kỳ trước" : "last period")}} {{ValueText.Date(day, ruleSet.Language)}}
                      {{Quote(parameter.Id)}}: { "value": "{{moved}}", "assumed": true }
                """;
        }).ToList();
        return $$"""
            {
              "$schema": "./ruleset.schema.json",
              "extends": {{Quote(ruleSet.Id)}},
              "id": {{Quote(id)}},
              "version": "0.1.0",
              "period": {{Year(period)}},
              "title": {{Quote(Exchange(ruleSet.Title, ruleSet.Period, period))}},
              "replaces": {{Quote(ruleSet.Id)}},
              // "effectiveFrom": "{{period:D4}}-01-01",

              // {{(vi
                ? "Bỏ, sửa, thêm theo mã; mọi thứ không nêu ở đây giữ nguyên. Mục không có thật là lỗi."
                : "Removed, changed, added by id; what is not named here stays. An id that is not there is an error.")}}
              "remove": {
                // "criteria": ["A.1"], "targets": []
              },
              "change": {
                // "criteria": { "A.1": { "maxPoints": 5 } }
                "parameters": {{{string.Join(',', dates)}}{{(dates.Count > 0 ? "\n    " : "")}}}
              },
              "add": {
                // "basis": { "KH1": "{{(vi ? "Kế hoạch số … năm" : "Plan no. … of")}} {{Year(period)}}" }
              }
            }

            """;
    }

    /// <summary>A rule set from a table of criteria: all judged by a panel until their manners are written.</summary>
    /// <param name="id">Id.</param>
    /// <param name="period">Scoring period.</param>
    /// <param name="title">Title.</param>
    /// <param name="source">The file the table came from.</param>
    /// <param name="sections">Sections with their criteria.</param>
    /// <param name="remarks">What could not be read.</param>
    public static string FromTable(string id, int period, string title, string source, IReadOnlyList<DraftCriterion> sections, IReadOnlyList<string> remarks)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(remarks);
        decimal scale = sections.Sum(section => section.MaxPoints ?? 0);
        return $$"""
            // Lập từ bảng tiêu chí {{Comment(source)}}. Cần bổ sung: loại đơn vị, trường số liệu, cách chấm (đang để hội đồng chấm), mức xếp loại, căn cứ.
            {{string.Concat(remarks.Select(remark => $"// - {Comment(remark)}\n"))}}{
              "$schema": "./ruleset.schema.json",
              "id": {{Quote(id)}},
              "version": "0.1.0",
              "period": {{Year(period)}},
              "language": "vi",
              "title": {{Quote(title)}},

              "unitKinds": { "unit": "Đơn vị" },
              "fields": {},

              "sections": [{{Listed(sections, "    ", isSection: true)}}
              ],

              "total": { "scale": {{Number(scale)}}, "notApplicable": "rescale", "missing": "zero" },
              "ratings": [
            {{Band("xuatSac", "Xuất sắc", 0.9m)}}
            {{Band("tot", "Tốt", 0.8m)}}
            {{Band("kha", "Khá", 0.65m)}}
            {{Band("trungBinh", "Trung bình", 0.5m)}}
                { "id": "yeu", "name": "Yếu", "assumed": true }
              ],
              "assumptions": [ "Các mức xếp loại là giả định cho tới khi ghi đúng theo văn bản." ]
            }

            """;

        string Band(string rating, string name, decimal share) =>
            $$"""    { "id": "{{rating}}", "name": "{{name}}", "from": {{Number(scale * share)}}, "assumed": true },""";
    }

    private static string Listed(IEnumerable<DraftCriterion> criteria, string indent, bool isSection = false) =>
        string.Join(',', criteria.Select(criterion => "\n" + Text(criterion, indent, isSection)));

    private static string Text(DraftCriterion criterion, string indent, bool isSection)
    {
        string note = criterion.Note is { } given && !isSection ? $",\n{indent}  \"note\": {Quote(given)}" : "";
        ImmutableArray<DraftCriterion> parts = criterion.Parts.IsEmpty && isSection
            ? [criterion with { Id = criterion.Id + ".1" }]
            : criterion.Parts;
        string how = parts.IsEmpty ? "\"manner\": { \"type\": \"judged\" }" : $"\"criteria\": [{Listed(parts, indent + "  ")}\n{indent}]";
        return $$"""{{indent}}{ "id": {{Quote(criterion.Id)}}, "title": {{Quote(criterion.Title)}}, "maxPoints": {{Number(criterion.MaxPoints ?? 0)}}{{note}}, {{how}} }""";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Exchange(string text, int old, int year) => text.Replace(Year(old), Year(year), StringComparison.Ordinal);

    private static string Comment(string text) => ValueText.Cut(TextKey.Clean(text), 300);
}
