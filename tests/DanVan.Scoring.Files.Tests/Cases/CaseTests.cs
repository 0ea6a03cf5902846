using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Cases;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Cases;

/// <summary>Cases written by an analyst: read, run, compared.</summary>
public sealed class CaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Case_WithEverythingAsExpected_Passes()
    {
        var results = Run("""
            Ca;staff;briefed;Có kế hoạch;reportDate;spending;satisfied;level;events;expect A.1;expect total;expect rating;lý do
            đủ;10;9;có;30/10/2023;120;90%;high;0;36;94;Tốt;40 × 9 ÷ 10 = 36
            vụ việc;10;10;có;30/10/2023;120;100%;high;1;40;100;kha;khống chế
            """);
        Assert.Equal(["đủ", "vụ việc"], results.Select(result => result.Case.Name));
        Assert.All(results, result => Assert.True(result.IsPassed, string.Join(", ", result.Results)));
        Assert.Equal("40 × 9 ÷ 10 = 36", results[0].Results[0].Expectation.Reason);
    }

    [Theory]
    [InlineData("expect A.1", "13,33", true)] // 40 × 1 ÷ 3, compared with two decimals
    [InlineData("expect A.1", "13,3", false)] // and with no fewer than the rule set shows
    [InlineData("expect A.1", "13.333333333", true)]
    [InlineData("expect A.1", "13,334", false)]
    [InlineData("expect A.2", "thiếu", true)]
    [InlineData("expect A.2", "0", false)] // missing is not zero
    [InlineData("expect A.2", "n/a", false)]
    [InlineData("mong đợi A", "13,33", true)]
    [InlineData("expect.total", "13,33", true)]
    [InlineData("expect:rating", "Yếu", false)]
    [InlineData("expect rating", "chưa xếp loại", true)] // the gate reads blank cells
    [InlineData("expect rank", "1", true)]
    [InlineData("expect rank", "2", false)]
    public void Expectation_IsComparedAsWritten(string column, string expected, bool isMet) =>
        Assert.Equal(isMet, Run($"case;staff;briefed;{column}\nmột;3;1;{expected}\n")[0].IsPassed);

    [Fact]
    public void RowsOfOneCase_AreScoredTogether()
    {
        var results = Run("case;code;satisfied;expect rank\ncùng;X;90%;1\ncùng;Y;80%;2\nriêng;Z;10%;1\n");
        Assert.Equal([2, 1], results.Select(result => result.Results.Length));
        Assert.All(results, result => Assert.True(result.IsPassed));
    }

    [Fact]
    public void AppraisedSelfExemptPrevious_CanBeGiven()
    {
        var results = Run("case;staff;briefed;appraised A.2;self A.1;exempt B.1;previous.staff;expect A.2;expect A.1;expect B.1\nmột;10;5;15;40;có;3;15;20;không áp dụng\n");
        Assert.True(results[0].IsPassed, string.Join(", ", results[0].Results));
    }

    [Fact]
    public void FaultyData_CanBeExpected() => Assert.True(Run("case;staff;briefed;expect A.1;expect total\nquá nhiều;10;19;lỗi;không chấm\n")[0].IsPassed);

    [Fact]
    public void FailedExpectation_SaysWhatCame()
    {
        var result = Assert.Single(Run("case;staff;briefed;expect A.1\nsai;10;9;40\n"));
        Assert.Equal(("36", false), (result.Results[0].Got, result.Results[0].IsMet));
        Assert.Equal((2, "expect A.1"), ((int)result.Results[0].Expectation.Place.Line!, result.Results[0].Expectation.Place.ColumnName));
    }

    [Theory]
    [InlineData("name;staff\nmột;3\n", "DS3011")] // no column "case"
    [InlineData("case;staff;expect A.9\nmột;3;1\n", "DS3051")]
    [InlineData("case;stafff;expect A.1\nmột;3;1\n", "DS3013")]
    [InlineData("case;staff;expect A.1\n;3;1\n", "DS3026")]
    [InlineData("case;kind;expect A.1\nmột;offce;1\n", "DS3023")]
    [InlineData("case;staff;appraised A.2\nmột;3;mười\n", "DS3031")]
    [InlineData("case;code;staff;expect A.1\nmột;X;3;1\nmột;X;4;1\n", "DS3021")]
    [InlineData("", "DS3002")]
    public void FaultyCaseFile_IsReported(string text, string code)
    {
        var (_, diagnostics) = Read(text);
        Assert.Contains(diagnostics.Sorted(), diagnostic => diagnostic.Code == code);
        Assert.True(diagnostics.HasErrors);
    }

    private List<CaseResult> Run(string text)
    {
        var (rules, diagnostics) = Read(text);
        Assert.True(rules.Cases is not null, string.Join('\n', diagnostics.Sorted()));
        return [.. rules.Cases.Select(ruleSetCase => CaseRunner.Run(rules.RuleSet, ruleSetCase, Language.Vietnamese))];
    }

    private ((RuleSet RuleSet, IReadOnlyList<RuleSetCase>? Cases) Rules, DiagnosticBag Diagnostics) Read(string text)
    {
        string path = Path.Combine(_folder.Path, "rules.cases.csv");
        File.WriteAllText(path, text);
        var diagnostics = new DiagnosticBag();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(new Sample().Rules), diagnostics)!;
        return ((ruleSet, CaseReader.Read(path, ruleSet, diagnostics)), diagnostics);
    }
}
