using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints what differs between two rule sets: in words for a memo, or as JSON for a program.</summary>
internal sealed class RuleSetDiffPrinter(Words words)
{
    private const int LongestLine = 100;

    public void Print(TextWriter output, RuleSet older, RuleSet newer, IReadOnlyList<RuleSetChange> changes)
    {
        output.WriteLine(words.Text($"Thay đổi từ {older.Id} {older.Version} sang {newer.Id} {newer.Version}", $"Changes from {older.Id} {older.Version} to {newer.Id} {newer.Version}"));
        if (changes.Count == 0)
            output.WriteLine(words.Text("Không có thay đổi nào.", "Nothing differs."));
        foreach (var area in changes.GroupBy(change => change.Area))
        {
            output.WriteLine();
            output.WriteLine(AreaName(area.Key));
            foreach (var part in area.GroupBy(change => (change.Kind, change.Id)))
                Print(output, area.Key, [.. part]);
        }
        output.WriteLine();
        int Count(ChangeKind kind) => changes.Where(change => change.Kind == kind).Select(change => (change.Area, change.Id)).Distinct().Count();
        output.WriteLine(words.Text(
            $"Tổng cộng: {Count(ChangeKind.Added)} mục thêm, {Count(ChangeKind.Removed)} mục bỏ, {Count(ChangeKind.Changed)} mục sửa.",
            $"In all: {Count(ChangeKind.Added)} added, {Count(ChangeKind.Removed)} removed, {Count(ChangeKind.Changed)} changed."));
    }

    private void Print(TextWriter output, ChangeArea area, IReadOnlyList<RuleSetChange> changes)
    {
        var first = changes[0];
        bool isText = area is ChangeArea.Assumptions;
        string name = first.Id.Length == 0 ? "" : isText ? $"\"{first.Title}\"" : first.Id == first.Title ? first.Id : $"{Bare(first.Id)} \"{first.Title}\"";
        if (first.Kind == ChangeKind.Changed)
        {
            var parts = changes.Select(change => Describe(change)).ToList();
            if (parts.Count == 1 && !parts[0].Contains('\n', StringComparison.Ordinal))
                output.WriteLine(name.Length == 0 ? $"  - {Capital(parts[0])}" : $"  - {name}: {parts[0]}");
            else if (name.Length == 0)
                foreach (string part in parts)
                    output.WriteLine($"  - {Capital(part.Replace("\n", "\n    ", StringComparison.Ordinal))}");
            else
            {
                output.WriteLine($"  - {name}:");
                foreach (string line in parts.SelectMany(part => part.Split('\n')))
                    output.WriteLine($"      {line}");
            }
            return;
        }
        var summary = first.Kind == ChangeKind.Added ? first.New : first.Old;
        string detail = summary is null || summary.Vi == first.Title ? "" : $" ({summary.In(words.Language)})";
        output.WriteLine($"  - {(first.Kind == ChangeKind.Added ? words.Text("Thêm", "Added") : words.Text("Bỏ", "Removed"))} {name}{detail}");
    }

    private string Describe(RuleSetChange change)
    {
        string what = change.What!.In(words.Language);
        return (change.Old, change.New) switch
        {
            ({ Vi: "có" or "không" }, { } now) => words.Text($"{what}: nay {now.Vi}", $"{what}: now {now.En}"),
            (null, { } now) => words.Text($"{what}: nay là {now.Vi} (trước không có)", $"{what}: now {now.En} (was not there)"),
            ({ } was, null) => words.Text($"{what}: bỏ {was.Vi}", $"{what}: {was.En} removed"),
            var (was, now) when was!.In(words.Language).Length + now!.In(words.Language).Length > LongestLine =>
                words.Text($"{what}:\n  cũ: {was.Vi}\n  mới: {now.Vi}", $"{what}:\n  old: {was.En}\n  new: {now.En}"),
            var (was, now) => words.Text($"{what}: từ {was!.Vi} thành {now!.Vi}", $"{what}: from {was.En} to {now.En}"),
        };
    }

    private static string Bare(string id) => id.StartsWith("kind:", StringComparison.Ordinal) ? id[5..] : id.StartsWith("group:", StringComparison.Ordinal) ? id[6..] : id;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string AreaName(ChangeArea area) => area switch
    {
        ChangeArea.General => words.Text("Thông tin chung", "General"),
        ChangeArea.Basis => words.Text("Căn cứ", "Legal documents"),
        ChangeArea.Criteria => words.Text("Tiêu chí và điểm", "Criteria and points"),
        ChangeArea.Total => words.Text("Cách tính tổng điểm", "The total"),
        ChangeArea.Ratings => words.Text("Mức xếp loại", "Ratings"),
        ChangeArea.Gates => words.Text("Điều kiện khống chế", "Gates"),
        ChangeArea.Quotas => words.Text("Tỷ lệ khống chế", "Quotas"),
        ChangeArea.Ranking => words.Text("Xếp hạng", "Ranking"),
        ChangeArea.Targets => words.Text("Chỉ tiêu", "Targets"),
        ChangeArea.Parameters => words.Text("Con số và thời hạn", "Figures and deadlines"),
        ChangeArea.Units => words.Text("Loại đơn vị, khối", "Kinds and groups of units"),
        ChangeArea.Fields => words.Text("Số liệu đơn vị báo cáo", "Figures that units report"),
        _ => words.Text("Giả định", "Assumptions"),
    };

    public static void PrintJson(TextWriter output, RuleSet older, RuleSet newer, IReadOnlyList<RuleSetChange> changes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteString("from", older.Id);
            json.WriteString("fromVersion", older.Version);
            json.WriteString("to", newer.Id);
            json.WriteString("toVersion", newer.Version);
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("area", Camel(change.Area));
                json.WriteString("kind", Camel(change.Kind));
                json.WriteString("id", change.Id);
                json.WriteString("title", change.Title);
                if (change.Key is { } key)
                    json.WriteString("key", key);
                Write(json, "old", change.Old);
                Write(json, "new", change.New);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        static void Write(Utf8JsonWriter json, string name, LocalText? text)
        {
            if (text is null)
                return;
            json.WriteStartObject(name);
            json.WriteString("vi", text.Vi);
            json.WriteString("en", text.En);
            json.WriteEndObject();
        }
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
