using System.Collections.Immutable;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Cases;
using DanVan.Scoring.Files.Forms;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Files.Tests.Diagnostics;

/// <summary>For every diagnostic code, one input with that fault and no other purpose.</summary>
internal static class Fixtures
{
    private static readonly Sample Good = new();

    /// <summary>Code, what to run, and where the finding is to be: "file at text" for JSON, "file:line:column" for tables.</summary>
    public static readonly IReadOnlyList<(string Code, Func<IReadOnlyList<Diagnostic>> Run, string Place)> All =
    [
        ("RS1001", Rules(Good with { Rules = "  \n" }), "rules.json::"),
        ("RS1002", Rules(Good with { Rules = "{\0}" }), "rules.json::"),
        ("RS1003", Rules(Good with { Rules = Good.Rules[..400] }), "rules.json:10:27"),
        ("RS1004", Rules(Good with { Rules = new string('[', 100) }), "rules.json at ["),
        ("RS1005", Rules(Good with { Rules = new string(' ', 17 * 1024 * 1024) }), "rules.json:1:1"),
        ("RS1006", Rules(Good.Rule("\"version\": \"1\",", "\"version\": \"1\", \"version\": \"2\",")), "rules.json at \"version\""),
        ("RS1007", Rules(Good.Rule("\"targets\"", "\"target\"")), "rules.json at \"target\""),
        ("RS1008", Rules(Good.Rule("\"version\": \"1\", ", "")), "rules.json at {"),
        ("RS1009", Rules(Good.Rule("\"period\": 2023", "\"period\": \"2023\"")), "rules.json at \"2023\""),
        ("RS1010", Rules(Good.Rule("\"type\": \"yesNo\"", "\"type\": \"yesno\"")), "rules.json at \"yesno\""),
        ("RS1101", Rules(Good.Rule("\"id\": \"A.2\"", "\"id\": \"A.1\"")), "rules.json at \"A.1\", \"title\": \"Kế hoạch\""),
        ("RS1102", Rules(Good.Rule("\"comment\":", "\"total\":")), "rules.json at \"total\""),
        ("RS1103", Rules(Good.Rule("\"KH1 IV\"", "\"KH2 IV\"")), "rules.json at \"KH2 IV\""),
        ("RS1104", Rules(Good.Rule("\"at\": \"kha\"", "\"at\": \"kho\"")), "rules.json at \"kho\""),
        ("RS1105", Rules(Good.Rule("\"maxPoints\": 60", "\"maxPoints\": -60")), "rules.json at -60"),
        ("RS1106", Rules(Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20", "\"title\": \"Kế hoạch\", \"maxPoints\": 10")), "rules.json at 60"),
        ("RS1107", Rules(Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20", "\"title\": \"Kế hoạch\", \"maxPoints\": 30")), "rules.json at 60"),
        ("RS1108", Rules(Good.Rule("\"scale\": 100", "\"scale\": 90")), "rules.json at 90"),
        ("RS1109", Rules(Good.Rule("\"maxPoints\": 20,\n        \"manner\": { \"type\": \"allOrNothing\", \"met\": \"planIssued\" }", "\"maxPoints\": 20")), "rules.json at { \"id\": \"A.2\""),
        ("RS1110", Rules(Good.Rule("\"from\": 50", "\"from\": 85")), "rules.json at 85"),
        ("RS1111", Rules(Good.Rule("\"name\": \"Yếu\"", "\"name\": \"Yếu\", \"from\": 10")), "rules.json at 10"),
        ("RS1112", Rules(Good.Rule(", \"from\": 50", "")), "rules.json at { \"id\": \"kha\""),
        ("RS1113", Rules(Good.Rule("{ \"from\": 10, \"points\": 5 }", "{ \"points\": 5 }")), "rules.json at { \"points\": 5 }"),
        ("RS1114", Rules(Good.Rule("\"value\": \"spending\",", "\"value\": \"spending\", \"whole\": \"staff\",")), "rules.json at { \"type\": \"bands\""),
        ("RS1115", Rules(Good.Rule(", \"atLeast\": \"goal\"", "")), "rules.json at { \"id\": \"T1\""),
        ("RS1116", Rules(Good.Rule(", \"at\": \"kha\"", "")), "rules.json at { \"title\": \"Có vụ việc\""),
        ("RS1117", Rules(Good.Rule("\"period\": 2023,", "\"period\": 2023, \"effectiveFrom\": \"01/03/2023\",")), "rules.json at \"01/03/2023\""),
        ("RS1118", Rules(Good.Rule("\"inclusive\": true, ", "")), "rules.json at \"deadline\", \"whenMissing\""),
        ("RS1119", Rules(Good.Rule("\"ratings\": [ { \"id\": \"tot\", \"name\": \"Tốt\", \"from\": 80 }, { \"id\": \"kha\", \"name\": \"Khá\", \"from\": 50 }, { \"id\": \"yeu\", \"name\": \"Yếu\" } ]", "\"ratings\": []")), "rules.json at []"),
        ("RS1120", Rules(Good.Rule("\"atLeast\": \"goal\"", "\"atLeast\": \"staff\"")), "rules.json at \"staff\""),

        ("RS1121", Rules(Manner("""{ "type": "stepTable", "rows": [ { "when": "staff > 5", "points": 20 }, { "when": "events = 0 and staff < 3", "points": 5 } ] }""")), "rules.json at [ { \"when\": \"staff > 5\""),
        ("RS1122", Rules(Manner("""{ "type": "stepTable", "rows": [ { "when": "staff > 5", "points": 20 }, { "when": "events > 1", "points": 10 }, { "points": 0 } ] }""")), "rules.json at { \"when\": \"events > 1\""),
        ("RS1123", Rules(Manner("""{ "type": "stepTable", "rows": [ { "when": "staff > 5", "points": 20 }, { "when": "staff > 6", "points": 10 }, { "points": 0 } ] }""")), "rules.json at { \"when\": \"staff > 6\""),
        ("RS1124", Rules(Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20,", "\"title\": \"Kế hoạch\", \"maxPoints\": 20, \"beyondScale\": true,")), "rules.json at true"),
        ("RS1125", Rules(Good.Rule("\"ranking\":", "\"quotas\": [ { \"rating\": \"yeu\", \"atMost\": \"20%\", \"within\": [] } ], \"ranking\":")), "rules.json at { \"rating\": \"yeu\""),
        ("RS1126", Rules(Good.WithModels().Rule("\"type\": \"count\", \"from\"", "\"type\": \"text\", \"from\"")), "rules.json at { \"table\": \"models\""),
        ("RS1127", Rules(Good.Rule("\"type\": \"percent\"", "\"type\": \"percent\", \"onMerge\": \"sum\"")), "rules.json at \"sum\""),
        ("RS1201", Extension("", "absent"), "next.json at \"absent\""),
        ("RS1202", Extension("", "next"), "next.json at \"next\""),
        ("RS1203", Extension(""", "change": { "criteria": { "A.11": { "maxPoints": 5 } } }"""), "next.json at \"A.11\""),
        ("RS1204", Extension(""", "add": { "fields": { "staff": { "label": "Số người", "type": "count" } } }"""), "next.json at \"staff\""),
        ("RS1301", Lint(Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20,", "\"title\": \"Kế hoạch\", \"maxPoints\": 20, \"appliesTo\": \"kind = 'school'\",")), "rules.json at \"A.2\""),
        ("RS1302", Lint(Good.Rule("events > 0 or level = 'low'", "events < 0")), "rules.json at \"events < 0\""),
        ("RS1303", Lint(Good), "rules.json at \"comment\""),
        ("RS1304", Lint(Good), "rules.json at \"T1\""),
        ("RS1305", Lint(Good), "rules.json at \"A.2\""),
        ("RS1306", Lint(Good.Rule("\"from\": 80", "\"from\": 101")), "rules.json at \"tot\""),

        ("EX2001", Rules(Met("planIssued & true")), "rules.json at & true"),
        ("EX2002", Rules(Met("spending > 0,5")), "rules.json at 0,5"),
        ("EX2003", Rules(Met("level = 'high")), "rules.json at 'high"),
        ("EX2004", Rules(Met("reportDate > 2023-13-01")), "rules.json at 2023-13-01"),
        ("EX2005", Rules(Met("planIssued and")), "rules.json at \""),
        ("EX2006", Rules(Met("planIsued")), "rules.json at planIsued"),
        ("EX2007", Rules(Met("total > 5")), "rules.json at total"),
        ("EX2008", Rules(Met("mim(staff, 1) > 0")), "rules.json at mim"),
        ("EX2009", Rules(Met("min(staff) > 0")), "rules.json at min"),
        ("EX2010", Rules(Met("staff")), "rules.json at staff"),
        ("EX2011", Rules(Met("level = 'hihg'")), "rules.json at 'hihg'"),
        ("EX2012", Rules(Met(string.Join(" or ", Enumerable.Repeat("planIssued", 200)))), "rules.json at r planIssued"),
        ("EX2013", Rules(Met(new string('(', 70) + "planIssued" + new string(')', 70))), "rules.json at ("),
        ("EX2014", Rules(Met(" ")), "rules.json at  \""),
        ("EX2015", Rules(Met("staff > 1 / 0")), "rules.json at 1 / 0"),

        ("DS3001", Folder(folder => File.Delete(Path.Combine(folder, "results.csv"))), "*::"),
        ("DS3002", Data(Good with { Results = "" }), "results.csv::"),
        ("DS3003", Folder(folder => File.WriteAllBytes(Path.Combine(folder, "results.csv"), "PK\u0003\u0004 rest of a workbook"u8.ToArray())), "results.csv::"),
        ("DS3004", Folder(folder => File.WriteAllBytes(Path.Combine(folder, "results.csv"), [.. "code;staff\nU1;"u8, 0xE1, 0x81, 0x0A])), "results.csv:2:"),
        ("DS3005", Data(Good with { Results = "code;staff;briefed\n" }), "results.csv::"),
        ("DS3006", Data(Good with { Results = "code\nU1\n" }), "results.csv:1:"),
        ("DS3007", Data(Good.Result("U2;20;20", "U2;20;20;20")), "results.csv:3:"),
        ("DS3008", Data(Good.Result("0;tốt", "0;\"tốt")), "results.csv:2:"),
        ("DS3009", Data(Good.Result("tốt", new string('x', 1 << 20))), "results.csv:2:comment"),
        ("DS3010", Data(Good with { Results = "a;b,c;d,e\n1;2,3;4,5\n" }), "results.csv:1:"),
        ("DS3011", Data(Good with { Units = Good.Units.Replace("code;", "codes;", StringComparison.Ordinal) }), "units.csv:1:"),
        ("DS3012", Data(Good.Result("code;staff", "code;weather;staff").Result("U1;10", "U1;sun;10").Result("U2;20;20", "U2;rain;20;20").Result("U3;;", "U3;;;")), "results.csv:1:weather"),
        ("DS3013", Data(Good.Result(";briefed;", ";brifed;")), "results.csv:1:brifed"),
        ("DS3014", Data(Good.Result(";comment", ";staff")), "results.csv:1:staff"),
        ("DS3015", Data(Good.Result(";briefed;", ";;")), "results.csv:1:"),
        ("DS3016", Folder(folder => File.WriteAllText(Path.Combine(folder, "appraisals.csv"), "code;item\n")), "appraisals.csv::"),
        ("DS3017", Data(Good.WithModels(null)), "models.csv::"),
        ("DS3018", Data(Good.WithModels().Result("code;staff;", "code;modelsDone;").Result("U1;10;9", "U1;1;9")), "results.csv:1:modelsDone"),
        ("DS3019", Data(Good with { Appraisal = "code;item;value;reason;by;document\nU1;A.1;30;\"theo biên bản;Tổ;BB 1\nU2;A.1;20;theo biên bản\";Tổ;BB 2\n" }), "appraisal.csv:2:reason"),
        ("DS3020", Data(Good.Result("0;tốt", "0;\"tốt; nhưng\ncòn chậm\"")), "results.csv:2:comment"),
        ("DS3021", Data(Good with { Units = Good.Units + "U1;Đơn vị bốn;office;g1;\n" }), "units.csv:5:code"),
        ("DS3022", Data(Good.Result("U2;20", "U22;20")), "results.csv:3:code"),
        ("DS3023", Data(Good with { Units = Good.Units.Replace("school", "scool", StringComparison.Ordinal) }), "units.csv:4:kind"),
        ("DS3024", Data(Good with { Units = Good.Units.Replace("hai;office;g1", "hai;office;g3", StringComparison.Ordinal) }), "units.csv:3:group"),
        ("DS3025", Data(Good with { Units = Good.Units.Replace("school;;U1", "school;;U9", StringComparison.Ordinal) }), "units.csv:4:parent"),
        ("DS3026", Data(Good with { Units = Good.Units.Replace("Đơn vị hai", "", StringComparison.Ordinal) }), "units.csv:3:name"),
        ("DS3027", Data(Good with { Results = Good.Results + "U1;11;9;có;;;;;;\n" }), "results.csv:5:"),
        ("DS3028", Data(Good with { Units = Good.Units + "U4;Đơn vị bốn;office;g2;\n" }), "units.csv:5:"),
        ("DS3029", Data(Good with { Units = Good.Units.Replace("hai;office;g1", "hai;office;", StringComparison.Ordinal) }), "units.csv:3:"),
        ("DS3031", Data(Good.Result("U1;10;9", "U1;10;chín")), "results.csv:2:briefed"),
        ("DS3032", Data(Good.Result("U1;10;9", "U1;10;8,5")), "results.csv:2:briefed"),
        ("DS3033", Data(Good.Result("12,5", "1234567890123456")), "results.csv:2:spending"),
        ("DS3034", Data(Good.Result("U1;10;9", "U1;10;-9")), "results.csv:2:briefed"),
        ("DS3035", Data(Good.Result("12,5", "1.250").Result("95%", "95")), "results.csv:2:spending"),
        ("DS3036", Data(Good.Result(";120;", ";120.5;")), "results.csv:2:spending"),
        ("DS3037", Data(Good.Result("30/10/2023", "30/10")), "results.csv:2:reportDate"),
        ("DS3038", Data(Good.Result("9;có", "9;có lẽ")), "results.csv:2:planIssued"),
        ("DS3039", Data(Good.Result("95%;high", "95%;hihg")), "results.csv:2:level"),
        ("DS3040", Data(Good.Result("95%", "0,95").Result("80%", "0,8")), "results.csv:2:satisfied"),
        ("DS3041", Data(Good.Result("12,5", "-12,5")), "results.csv:2:spending"),
        ("DS3042", Data(Good.Result("U1;10;9", "U1;10;19")), "results.csv:2:briefed"),
        ("DS3043", Data(Good.WithModels("code;status;money\nU1;;5\n")), "models.csv:2:"),
        ("DS3044", Data(Good with { Previous = "code;staff\nU1;5\nX9;7\n" }), "previous.csv:3:"),
        ("DS3045", Data(Good with { Units = "code;name;kind;group;predecessors\nU1;Một;office;g1;X9\nU2;Hai;office;g1;X9\nU3;Ba;school;;\n", Previous = "code;staff\nX9;7\n" }), "units.csv:2:"),
        ("DS3046", Data(Good with { Units = Good.Units.Replace("U2;Đơn vị hai", "00025;Đơn vị hai", StringComparison.Ordinal), Results = Good.Results.Replace("U2;", "25;", StringComparison.Ordinal) }), "results.csv:3:code"),
        ("DS3051", Data(Good with { Appraisal = Appraised("U1;A.9;5;lý do") }), "appraisal.csv:2:item"),
        ("DS3052", Data(Good with { Appraisal = Appraised("U1;A;5;lý do") }), "appraisal.csv:2:item"),
        ("DS3053", Data(Good with { Appraisal = Appraised("U1;A.1;41;lý do") }), "appraisal.csv:2:value"),
        ("DS3054", Data(Good with { Appraisal = Appraised("U1;A.1;4;") }), "appraisal.csv:2:value"),
        ("DS3055", Data(Good with { Appraisal = Appraised("U1;A.1;4;lý do\nU1;A.1;5;lý do") }), "appraisal.csv:3:value"),
        ("DS3056", Data(Good with { Appraisal = Appraised("U1;A.1;4;lý do"), Exemptions = "code;criterion;reason;by\nU1;A.1;không có việc;Sở\n" }), "exemptions.csv:2:criterion"),
        ("DS3057", Data(Good.Rule("\"missing\": \"zero\" }", "\"missing\": \"zero\", \"exemptionRequired\": true }").Result("U1;10;9;có", "U1;10;9;n/a")), "results.csv:2:planIssued"),
        ("DS3058", Data(Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20,", "\"title\": \"Kế hoạch\", \"maxPoints\": 20, \"appliesTo\": \"group = 'g2'\",")
            with { Appraisal = Appraised("U1;A.2;4;lý do") }), "appraisal.csv:2:value"),
        ("DS3061", Cases("case;expect A.1\nmột;chín\n"), "rules.cases.csv:2:expect A.1"),
        ("DS3063", Folder(folder => TestWorkbook.Write(Path.Combine(folder, "results.xlsx"), "Trang 1", Sample.TextCells(Good.Results))), "results.xlsx::"),
        ("DS3064", Sheet(["a", "b"], [1, 2]), "results.xlsx::"),
        ("DS3065", Folder(folder =>
        {
            File.Delete(Path.Combine(folder, "results.csv"));
            TestWorkbook.WriteSheets(Path.Combine(folder, "results.xlsx"), ("Quý 1", Sample.TextCells(Good.Results)), ("Quý 2", Sample.TextCells(Good.Results)));
        }), "results.xlsx::"),
        ("DS3066", Sheet([.. Sample.TextCells(Good.Results), ["Tổng cộng", 30, 29]]), "results.xlsx:5:"),
        ("DS3067", Sheet([.. Sample.TextCells(Good.Results), ["U4", 1, 1, null, null, null, null, null, null, null, null, "lạc"]]), "results.xlsx:5:"),
        ("DS3068", Sheet(["code", "staff", "briefed", "planIssued", "reportDate", "spending", "satisfied", "level", "events"], ["U1", 10, new ErrorValueCell("#DIV/0!")]), "results.xlsx:2:briefed"),
        ("DS3069", Folder(folder =>
        {
            File.Delete(Path.Combine(folder, "results.csv"));
            File.Copy(Sample.OldWorkbook, Path.Combine(folder, "results.xls"));
        }), "results.xls::"),
        ("DS3070", Folder(folder => File.WriteAllBytes(Path.Combine(folder, "units.csv"), Sample.Tcvn3(Good.Units))), "units.csv:2:"),
        ("DS3071", Table(path => File.WriteAllText(path, "no workbook")), "table.xlsx::"),
        ("DS3072", Table(path => TestWorkbook.Write(path, "Trang 1", ["a", "b"], [1, 2])), "table.xlsx::"),
        ("DS3073", Table(path => TestWorkbook.Write(path, "Trang 1", ["TT", "Nội dung", "Điểm tối đa"], ["I", "Mục", 10], [1, "Việc", "mười"])), "table.xlsx:3:Trang 1"),

        ("DS3091", DataLint(Good with
        {
            Units = "code;name;kind;group\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"U{i};Đơn vị {i};office;g1\n")),
            Results = Good.Results.Split('\n')[0] + "\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"U{i};{10 + i};9;có;30/10/2023;{i};9{i}%;high;0;\n")),
        }), "results.csv::briefed"),
        ("DS3092", DataLint(Good with { Previous = "code;staff\nU1;100\n" }), "results.csv:2:staff"),
        ("DS3093", DataLint(Good.Result("80%", "0,8%")), "results.csv:3:satisfied"),
        ("DS3094", DataLint(Good.Result("95%", "195%")), "results.csv:2:satisfied"),
        ("DS3095", Data(Good.Result(";120;", ";1234567890123,456;")), "results.csv:3:spending"),
        ("DS3096", Data(Good.Result(";120;", ";0,3333333333;")), "results.csv:3:spending"),
        ("SC4001", Data(Good.Result("U1;10;9", "U1;0;0").Rule("\"part\": \"briefed\"", "\"part\": \"briefed + 1\"")), "results.csv:2:"),
        ("SC4002", Data(Good.Result("U1;10;9;có", "U1;10;9;")), "results.csv:2:"),
        ("SC4003", Data(Good.Result("95%;high;0", "95%;high;")), "results.csv:2:"),
        ("SC4004", Data(Good.Result("U1;10;9;có;30/10/2023;12,5;95%", "U1;n/a;n/a;n/a;n/a;n/a;n/a")), "units.csv:2:"),
        ("SC4005", Data(Good.Result("U2;20;20;không;02/11/2023;120;80%", "U2;20;20;không;30/10/2023;120;99,98%")), "units.csv:3:"),
        ("SC4006", Data(Good.Rule("kind = 'office'\",\n  \"fields\"", "code = 'U9'\",\n  \"fields\"")), "rules.json::"),
        ("SC4007", Data(Good.Rule("\"among\": \"kind = 'office'\"", "\"among\": \"code = 'U9'\"")), "rules.json::"),
        ("SC4008", Data(Good.Rule("{ \"type\": \"proportional\", \"part\": \"satisfied\", \"whole\": \"1\", \"whenNone\": \"none\" }",
            """{ "type": "survey", "fewForms": 30, "whenNoForms": "none", "groups": [ { "title": "Người dân", "forms": "staff", "questions": ["satisfied"] } ] }""")), "units.csv:2:"),
        ("SC4011", Result((folder, _) => File.Delete(Path.Combine(folder, "evaluation.json"))), "last/evaluation.json::"),
        ("SC4012", Result((folder, _) => File.AppendAllText(Path.Combine(folder, "evaluation.json"), " ")), "last/evaluation.json::"),
        ("SC4013", Result((_, data) => File.WriteAllText(Path.Combine(data, "previous.csv"), "code;staff\nU1;5\n")), "previous.csv::"),
        ("SC4014", Result((_, _) => { }), "last/evaluation.json::"),

        ("FM5001", Forms(("a.xlsx", [["code", "staff"], ["U1", 5]])), "a.xlsx::"),
        ("FM5002", Forms(("a.xlsx", Form("U1", "other", "1", "office"))), "a.xlsx::"),
        ("FM5003", Forms(("a.xlsx", Form("U1", "sample", "0", "office"))), "a.xlsx::"),
        ("FM5004", Forms(("a.xlsx", Form("U1")), ("b.pdf", null)), "b.pdf::"),
        ("FM5005", Forms(("b.pdf", null)), "*::"),
        ("FM5011", Forms(("a.xlsx", Form("U1")), ("b.xlsx", Form("U1"))), "a.xlsx:2:"),
        ("FM5012", Forms(("a.xlsx", Form("U1", "sample", "1", "school"))), "a.xlsx:2:"),
        ("FM5013", Forms(("a.xlsx", [.. Form("U1"), ["unit:name", null, null, null, "Đơn vị hai"]])), "a.xlsx:3:"),
        ("FM5021", Forms(("a.xlsx", Form("U1"))), "a.xlsx::"),
        ("FM5022", Forms(("a.xlsx", [.. Form("U1"), ["field:gone", null, null, null, 7]])), "a.xlsx:3:"),
        ("FM5023", Forms(("a.xlsx", [.. Form("U1"), ["criterion:A.1", null, null, null, null, "số 5"]])), "a.xlsx:3:"),
        ("FM5024", Forms(("a.xlsx", [.. Form("U1"), ["criterion:A.1", null, null, null, 41]])), "a.xlsx:3:"),
        ("FM5025", Forms(("a.xlsx", Form("U1"))), "a.xlsx::"),
        ("FM5026", Forms(("a.xlsx", [.. Form("U1"), Figure("staff", "Tổng số người", null), Figure("staff", "Tổng số người", 7)])), "a.xlsx:4:"),
        ("FM5027", Forms(("a.xlsx", [.. Form("U1"), [null, null, "Số người nghỉ", null, 7]])), "a.xlsx:3:"),
        ("FM5028", Forms(("a.xlsx", [.. Form("U1"), Figure("staff", "Tổng số nhân viên", 7)])), "a.xlsx:3:"),
        ("FM5030", Forms(("a.xlsx",
            [.. Form("U1"), Figure("staff", "Tổng số người", new MergedCell(7, 2)), Figure("spending", "Kinh phí", null)])), "a.xlsx:3:"),
        ("FM5029", Forms(("a.xlsx", [.. Form("U1"), Figure("staff", "Số vụ việc", 7)])), "a.xlsx:3:"),
    ];

    /// <summary>The sample's own result, changed, taken as that of the last period.</summary>
    private static Func<IReadOnlyList<Diagnostic>> Result(Action<string, string> change) => () =>
    {
        using var folder = new TemporaryFolder();
        string last = Path.Combine(folder.Path, "last"), data = Good.WriteTo(Path.Combine(folder.Path, "data"));
        var (ruleSet, _, evaluation, diagnostics) = Good.Run();
        using (var output = OutputFolder.Start(last, keepEdited: false))
        {
            output.Write("evaluation.json", stream => EvaluationJson.Write(stream, evaluation!.Tell()));
            output.Commit(new RunManifest { Program = "test", RuleSet = "sample", RuleSetVersion = "1", Options = ImmutableSortedDictionary<string, string>.Empty, Inputs = [], Outputs = output.Hashes.ToImmutableSortedDictionary(StringComparer.Ordinal) });
        }
        change(last, data);
        DatasetReader.Read(data, ruleSet!, diagnostics, last);
        return diagnostics.Sorted();
    };

    private static object?[][] Form(string code, string ruleSet = "sample", string version = "1", string kind = "office") =>
        [[$"danvan-form;1;{ruleSet};{version};2023;{kind}"], ["unit:code", null, "Mã đơn vị", null, code]];

    private static object?[] Figure(string field, string label, object? value) => ["field:" + field, null, label, null, value];

    private static Func<IReadOnlyList<Diagnostic>> Forms(params (string Name, object?[][]? Rows)[] files) => () =>
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, rows) in files)
            if (rows is null)
                File.WriteAllText(Path.Combine(folder.Path, name), "x");
            else
                TestWorkbook.Write(Path.Combine(folder.Path, name), "Số liệu", rows);
        var (ruleSet, reading, _, _) = Good.Run();
        var diagnostics = new DiagnosticBag();
        new FormCollector(ruleSet!, reading!.Data.Units, null, diagnostics).Collect(folder.Path);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> Extension(string changes, string extends = "sample") => () =>
    {
        var diagnostics = new DiagnosticBag();
        RuleSetLoader.Load("next.json", System.Text.Encoding.UTF8.GetBytes($$"""{ "extends": "{{extends}}", "id": "next", "version": "1", "period": 2024{{changes}} }"""), diagnostics,
            id => id == "sample" ? new RuleSetFile("sample.json", System.Text.Encoding.UTF8.GetBytes(Good.Rules)) : null);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> Lint(Sample sample) => () =>
    {
        var (ruleSet, _, _, diagnostics) = sample.Run();
        RuleSetLint.Check(ruleSet!, diagnostics);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> DataLint(Sample sample) => () =>
    {
        var (_, reading, _, diagnostics) = sample.Run();
        DatasetLint.Check(reading!.Data, diagnostics);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> Cases(string text) => () =>
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "rules.cases.csv");
        File.WriteAllText(path, text);
        var diagnostics = new DiagnosticBag();
        CaseReader.Read(path, RuleSetLoader.Load("rules.json", System.Text.Encoding.UTF8.GetBytes(Good.Rules), diagnostics)!, diagnostics);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> Table(Action<string> write) => () =>
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "table.xlsx");
        write(path);
        var diagnostics = new DiagnosticBag();
        CriteriaTable.Read(path, diagnostics);
        return diagnostics.Sorted();
    };

    private static Func<IReadOnlyList<Diagnostic>> Sheet(params object?[][] rows) => Folder(folder =>
    {
        File.Delete(Path.Combine(folder, "results.csv"));
        TestWorkbook.Write(Path.Combine(folder, "results.xlsx"), "Trang 1", rows);
    });

    private static Sample Manner(string manner) => Good.Rule("{ \"type\": \"allOrNothing\", \"met\": \"planIssued\" }", manner);

    private static Sample Met(string expression) => Good.Rule("\"met\": \"planIssued\"", $"\"met\": \"{expression}\"");

    private static string Appraised(string rows) => "code;item;value;reason\n" + rows + "\n";

    private static Func<IReadOnlyList<Diagnostic>> Rules(Sample sample) => () => sample.Run().Diagnostics.Sorted();

    private static Func<IReadOnlyList<Diagnostic>> Data(Sample sample) => () => sample.Run().Diagnostics.Sorted();

    private static Func<IReadOnlyList<Diagnostic>> Folder(Action<string> change) => () =>
    {
        using var folder = new TemporaryFolder();
        change(Good.WriteTo(folder.Path));
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("rules.json", System.Text.Encoding.UTF8.GetBytes(Good.Rules), diagnostics)!;
        DatasetReader.Read(folder.Path, ruleSet, diagnostics);
        return diagnostics.Sorted();
    };
}
