using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

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
        var text = new StringBuilder();
        text.Append("{\n  \"$schema\": \"./ruleset.schema.json\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"extends\": {Quote(ruleSet.Id)},\n  \"id\": {Quote(id)},\n  \"version\": \"0.1.0\",\n  \"period\": {Year(period)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"title\": {Quote(Exchange(ruleSet.Title, ruleSet.Period, period))},\n  \"replaces\": {Quote(ruleSet.Id)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  // \"effectiveFrom\": \"{period:D4}-01-01\",\n\n");
        text.Append(vi
            ? "  // Bỏ, sửa, thêm theo mã; mọi thứ không nêu ở đây giữ nguyên. Mục không có thật là lỗi.\n"
            : "  // Removed, changed, added by id; what is not named here stays. An id that is not there is an error.\n");
        text.Append("  \"remove\": {\n    // \"criteria\": [\"A.1\"], \"targets\": []\n  },\n  \"change\": {\n");
        text.Append("    // \"criteria\": { \"A.1\": { \"maxPoints\": 5 } }\n    \"parameters\": {");
        var dates = ruleSet.Parameters.Where(parameter => parameter.Value is DateOnly && !parameter.IsYearly).ToList();
        foreach (var (i, parameter) in dates.Index())
        {
            var day = (DateOnly)parameter.Value;
            string moved = day.AddYears(period - ruleSet.Period).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string clause = parameter.Clause is null ? "" : $" [{parameter.Clause}]";
            text.Append(CultureInfo.InvariantCulture, $"\n      // {parameter.Label ?? parameter.Id}{clause}: {(vi ? "kỳ trước" : "last period")} {ValueText.Date(day, ruleSet.Language)}");
            text.Append(CultureInfo.InvariantCulture, $"\n      {Quote(parameter.Id)}: {{ \"value\": \"{moved}\", \"assumed\": true }}{(i < dates.Count - 1 ? "," : "")}");
        }
        text.Append(dates.Count > 0 ? "\n    }\n  },\n" : "}\n  },\n");
        text.Append("  \"add\": {\n    // \"basis\": { \"KH1\": \"");
        text.Append(vi ? $"Kế hoạch số … năm {Year(period)}" : $"Plan no. … of {Year(period)}").Append("\" }\n  }\n}\n");
        return text.ToString();
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
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// Lập từ bảng tiêu chí {Comment(source)}. Cần bổ sung: loại đơn vị, trường số liệu, cách chấm (đang để hội đồng chấm), mức xếp loại, căn cứ.\n");
        foreach (string remark in remarks)
            text.Append(CultureInfo.InvariantCulture, $"// - {Comment(remark)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"$schema\": \"./ruleset.schema.json\",\n  \"id\": {Quote(id)},\n  \"version\": \"0.1.0\",\n  \"period\": {Year(period)},\n  \"language\": \"vi\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"title\": {Quote(title)},\n\n  \"unitKinds\": {{ \"unit\": \"Đơn vị\" }},\n  \"fields\": {{}},\n\n  \"sections\": [");
        foreach (var (i, section) in sections.Index())
        {
            text.Append(i > 0 ? ",\n" : "\n");
            Write(text, section, "    ", isSection: true);
        }
        decimal scale = sections.Sum(section => section.MaxPoints ?? 0);
        text.Append(CultureInfo.InvariantCulture, $"\n  ],\n\n  \"total\": {{ \"scale\": {Number(scale)}, \"notApplicable\": \"rescale\", \"missing\": \"zero\" }},\n");
        text.Append("  \"ratings\": [\n");
        foreach (var (rating, name, share) in new[] { ("xuatSac", "Xuất sắc", 0.9m), ("tot", "Tốt", 0.8m), ("kha", "Khá", 0.65m), ("trungBinh", "Trung bình", 0.5m) })
            text.Append(CultureInfo.InvariantCulture, $"    {{ \"id\": \"{rating}\", \"name\": \"{name}\", \"from\": {Number(scale * share)}, \"assumed\": true }},\n");
        text.Append("    { \"id\": \"yeu\", \"name\": \"Yếu\", \"assumed\": true }\n  ],\n");
        text.Append("  \"assumptions\": [ \"Các mức xếp loại là giả định cho tới khi ghi đúng theo văn bản.\" ]\n}\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, DraftCriterion criterion, string indent, bool isSection)
    {
        text.Append(CultureInfo.InvariantCulture, $"{indent}{{ \"id\": {Quote(criterion.Id)}, \"title\": {Quote(criterion.Title)}, \"maxPoints\": {Number(criterion.MaxPoints ?? 0)}");
        if (criterion.Note is { } note && !isSection)
            text.Append(CultureInfo.InvariantCulture, $",\n{indent}  \"note\": {Quote(note)}");
        if (criterion.Parts.IsEmpty && isSection)
        {
            text.Append(", \"criteria\": [\n");
            Write(text, criterion with { Id = criterion.Id + ".1" }, indent + "  ", isSection: false);
            text.Append(CultureInfo.InvariantCulture, $"\n{indent}] }}");
            return;
        }
        if (criterion.Parts.IsEmpty)
        {
            text.Append(", \"manner\": { \"type\": \"judged\" } }");
            return;
        }
        text.Append(", \"criteria\": [");
        foreach (var (i, part) in criterion.Parts.Index())
        {
            text.Append(i > 0 ? ",\n" : "\n");
            Write(text, part, indent + "  ", isSection: false);
        }
        text.Append(CultureInfo.InvariantCulture, $"\n{indent}] }}");
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Exchange(string text, int old, int year) => text.Replace(Year(old), Year(year), StringComparison.Ordinal);

    private static string Comment(string text) => ValueText.Cut(TextKey.Clean(text), 300);
}
