using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Files.Tests;

/// <summary>A small rule set and dataset without faults, to be changed by tests one thing at a time.</summary>
internal sealed record Sample
{
    public string Rules { get; init; } = """
        {
          "id": "sample", "version": "1", "period": 2023, "language": "vi", "title": "Mẫu",
          "basis": { "KH1": "Kế hoạch 1" },
          "parameters": {
            "deadline": { "value": "2023-11-01", "inclusive": true, "clause": "KH1 IV" },
            "goal": { "value": "60%" }
          },
          "unitKinds": { "office": "Cơ quan", "school": "Trường học" },
          "groups": { "g1": "Khối một", "g2": "Khối hai" },
          "scoredUnits": "kind = 'office'",
          "fields": {
            "staff": { "label": "Tổng số người", "type": "count" },
            "briefed": { "label": "Số người đã học tập", "type": "count", "atMost": "staff" },
            "planIssued": { "label": "Có kế hoạch", "type": "yesNo" },
            "reportDate": { "label": "Ngày báo cáo", "type": "date" },
            "spending": { "label": "Kinh phí", "type": "number", "atLeast": 0 },
            "satisfied": { "label": "Tỷ lệ hài lòng", "type": "percent" },
            "level": { "label": "Mức", "type": "choice", "values": { "high": "Cao", "low": "Thấp" } },
            "events": { "label": "Số vụ việc", "type": "count" },
            "comment": { "label": "Ý kiến", "type": "text" }
          },
          "sections": [
            { "id": "A", "title": "Mục A", "maxPoints": 60, "criteria": [
              { "id": "A.1", "title": "Học tập", "clause": "KH1 II.1", "maxPoints": 40,
                "manner": { "type": "proportional", "part": "briefed", "whole": "staff", "whenNone": "none" } },
              { "id": "A.2", "title": "Kế hoạch", "maxPoints": 20,
                "manner": { "type": "allOrNothing", "met": "planIssued" } } ] },
            { "id": "B", "title": "Mục B", "maxPoints": 40, "criteria": [
              { "id": "B.1", "title": "Báo cáo", "maxPoints": 10,
                "manner": { "type": "timeliness", "date": "reportDate", "deadline": "deadline", "whenMissing": "zero" } },
              { "id": "B.2", "title": "Kinh phí", "maxPoints": 10,
                "manner": { "type": "bands", "value": "spending", "steps": [ { "from": 100, "points": 10 }, { "from": 10, "points": 5 }, { "points": 0 } ] } },
              { "id": "B.3", "title": "Hài lòng", "maxPoints": 20,
                "manner": { "type": "proportional", "part": "satisfied", "whole": "1", "whenNone": "none" } } ] }
          ],
          "total": { "scale": 100, "notApplicable": "rescale", "missing": "zero" },
          "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 50 }, { "id": "yeu", "name": "Yếu" } ],
          "gates": [ { "title": "Có vụ việc", "when": "events > 0 or level = 'low'", "effect": "cap", "at": "kha" } ],
          "ranking": { "within": ["group"] },
          "targets": [ { "id": "T1", "title": "Có kế hoạch", "share": "planIssued", "among": "kind = 'office'", "atLeast": "goal" } ]
        }
        """;

    public string Units { get; init; } = "code;name;kind;group;parent\nU1;Đơn vị một;office;g1;\nU2;Đơn vị hai;office;g1;U1\nU3;Trường ba;school;;U1\n";

    public string Results { get; init; } =
        "code;staff;briefed;planIssued;reportDate;spending;satisfied;level;events;comment\n"
        + "U1;10;9;có;30/10/2023;12,5;95%;high;0;tốt\n"
        + "U2;20;20;không;02/11/2023;120;80%;high;0;\n"
        + "U3;;;;;;;;;\n";

    public string? Appraisal { get; init; }

    public string? SelfScores { get; init; }

    public string? Exemptions { get; init; }

    public string? Previous { get; init; }

    /// <summary>Records of the table "models".</summary>
    public string? Models { get; init; }

    /// <summary>Replaces exactly one place of the rule set.</summary>
    public Sample Rule(string old, string replacement)
    {
        Assert.Equal(2, Rules.Split(old).Length);
        return this with { Rules = Rules.Replace(old, replacement, StringComparison.Ordinal) };
    }

    /// <summary>Replaces exactly one place of the results.</summary>
    public Sample Result(string old, string replacement)
    {
        Assert.Equal(2, Results.Split(old).Length);
        return this with { Results = Results.Replace(old, replacement, StringComparison.Ordinal) };
    }

    /// <summary>The same with a register of models: the field modelsDone counts those that are done.</summary>
    public Sample WithModels(string? records = "code;status;money\nU1;done;5\nU1;open;2\nU2;done;1\n") => Rule("\"fields\": {", """
        "tables": { "models": { "label": "Sổ mô hình", "columns": {
          "status": { "label": "Trạng thái", "type": "choice", "values": { "done": "Xong", "open": "Đang làm" } }, "money": { "label": "Tiền", "type": "number" } } } },
          "fields": { "modelsDone": { "label": "Số mô hình xong", "type": "count", "from": { "table": "models", "where": "status = 'done'" } },
        """) with { Models = records };

    /// <summary>The results as a workbook of the old format, made by a spreadsheet program.</summary>
    public static string OldWorkbook { get; } = Path.Combine(AppContext.BaseDirectory, "results.xls");

    /// <summary>Text in the code TCVN3, for the letters of the sample's list of units.</summary>
    public static byte[] Tcvn3(string text) => [.. text.Normalize(NormalizationForm.FormC).Select(c => c < 128 ? (byte)c : c switch
    {
        'Đ' => 0xA7,
        'ơ' => 0xAC,
        'ị' => 0xDE,
        'ộ' => 0xE9,
        'ư' => 0xAD,
        'ờ' => 0xEA,
        _ => throw new ArgumentOutOfRangeException(nameof(text), c.ToString()),
    }).Select(value => (byte)value)];

    /// <summary>A table parted by semicolons as cells of text.</summary>
    public static object?[][] TextCells(string table) =>
        [.. table.TrimEnd('\n').Split('\n').Select(row => row.Split(';').Select(cell => cell.Length == 0 ? null : (object?)cell).ToArray())];

    /// <summary>The results as cells of their own types.</summary>
    public static object?[][] TypedCells =>
    [
        ["code", "staff", "briefed", "planIssued", "reportDate", "spending", "satisfied", "level", "events", "comment"],
        ["U1", 10, 9, true, new DateOnly(2023, 10, 30), 12.5m, new PercentCell(0.95m), "high", 0, "tốt"],
        ["U2", 20, new FormulaCell("10+10", 20), false, new DateOnly(2023, 11, 2), 120, new PercentCell(0.8m), "high", 0],
        ["U3"],
    ];

    /// <summary>Writes the dataset to a folder that the caller deletes.</summary>
    public string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in new[] { ("units", Units), ("results", Results), ("appraisal", Appraisal), ("selfscores", SelfScores), ("exemptions", Exemptions), ("previous", Previous), ("models", Models) })
            if (text is not null)
                File.WriteAllText(Path.Combine(folder, name + ".csv"), text, new UTF8Encoding(false));
        return folder;
    }

    /// <summary>Loads, reads and evaluates; what is null shows how far it got.</summary>
    internal (RuleSet? RuleSet, DatasetReading? Reading, Evaluation? Evaluation, DiagnosticBag Diagnostics) Run()
    {
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(Rules), diagnostics);
        if (ruleSet is null)
            return (null, null, null, diagnostics);
        using var folder = new TemporaryFolder();
        var reading = DatasetReader.Read(WriteTo(folder.Path), ruleSet, diagnostics);
        return (ruleSet, reading, reading is null ? null : Evaluation.Of(ruleSet, reading.Data, diagnostics), diagnostics);
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "danvan-tests-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
