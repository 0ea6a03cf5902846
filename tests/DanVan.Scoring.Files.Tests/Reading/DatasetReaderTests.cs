using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

public sealed class DatasetReaderTests
{
    private static readonly Sample Good = new();

    [Fact]
    public void Previous_IsReadForExpressions()
    {
        var sample = Good.Rule("\"met\": \"planIssued\"", "\"met\": \"spending > previous.spending\"") with { Previous = "code;spending\nU1;12,4\nU2;120,1\n" };
        var (_, _, evaluation, _) = sample.Run();
        Assert.Equal([20m, 0m], new[] { evaluation!.Sheet.Points(2)[0], evaluation.Sheet.Points(2)[1] });
    }

    [Fact]
    public void Previous_WithTwoRowsForAUnit_LeavesThatUnitOut()
    {
        var (_, _, evaluation, diagnostics) = (Good with { Previous = "code;spending\nU1;12,4\nU1;120,1\n" }).Run();
        Assert.Equal("DS3027", Assert.Single(diagnostics.Sorted()).Code);
        Assert.Equal((false, true), (evaluation!.Sheet.HasScore(0), evaluation.Sheet.HasScore(1)));
    }

    [Fact]
    public void CriterionWhoseConditionCannotBeTold_NamesTheMissingField()
    {
        var (_, _, evaluation, diagnostics) = Good.Rule("\"title\": \"Kế hoạch\", \"maxPoints\": 20,", "\"title\": \"Kế hoạch\", \"maxPoints\": 20, \"appliesTo\": \"comment = 'tốt'\",").Run();
        var found = diagnostics.Sorted().Single(diagnostic => diagnostic.UnitCode == "U2");
        Assert.EndsWith("lacks data: comment.", found.Message(Language.English), StringComparison.Ordinal);
        Assert.Equal(CellState.Missing, evaluation!.Sheet.States(2)[1]);
    }

    [Fact]
    public void Recognised_StylesAreToldInTheSources()
    {
        var source = Good.Run().Reading!.Sources.Single(source => source.File == "results.csv");
        Assert.Equal((";", "utf-8", 3L), (source.Delimiter, source.Encoding, source.Rows));
        var spending = source.Columns.Single(column => column.Field == "spending");
        Assert.Equal((",", null), (spending.DecimalSign, spending.DecimalSignFrom));
    }

    [Fact]
    public void Column_WithoutHeaderButWithText_IsPointedOut()
    {
        var diagnostics = Good.Result("code;staff", "code;;staff").Result("U1;10", "U1;7;10").Result("U2;20;20", "U2;;20;20").Result("U3;;", "U3;;;").Run().Diagnostics;
        Assert.Contains("(column 2, without header)", Assert.Single(diagnostics.Sorted()).Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void TitlesAndTotalsOfACsvFile_AreToldWithTheirLines_AndLinesStayThoseOfTheFile()
    {
        var diagnostics = (Good with { Results = "Tỉnh X\n\nBiểu 1;;\n" + Good.Results.Replace("U1;10;9", "U1;10;19", StringComparison.Ordinal) + ";Tổng cộng;\n" }).Run().Diagnostics;
        Assert.Equal(["DS3066:1", "DS3066:3", "DS3042:5", "DS3066:8"], diagnostics.Sorted().Select(finding => $"{finding.Code}:{finding.Place.Line}"));
    }

    [Fact]
    public void AnotherTable_IsRefusedWithoutListingAllItsColumns()
    {
        var diagnostics = (Good with { Results = "a;b;c;d\n1;2;3;4\n" }).Run().Diagnostics;
        Assert.Equal(["DS3011", "DS3012", "DS3012", "DS3012", "DS3012"], diagnostics.Sorted().Select(finding => finding.Code));
    }

    [Fact]
    public void Correction_ReplacesTheCellAndKeepsTheOld()
    {
        var sample = Good with { Appraisal = "code;item;value;reason;by;document\nU1;briefed;10;kiểm tra lại;Tổ;BB 2\nU1;reportDate;05/11/2023;dấu bưu điện;Tổ;\n" };
        var (_, reading, evaluation, diagnostics) = sample.Run();
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted()));
        Assert.Equal((9m, "kiểm tra lại"), ((decimal)reading!.Data.CorrectionOf(1, 0)!.OldValue!, reading.Data.CorrectionOf(1, 0)!.Reason));
        Assert.Equal((40m, 0m), (evaluation!.Sheet.Points(1)[0], evaluation.Sheet.Points(4)[0])); // all briefed; four days late
    }

    [Fact]
    public void FaultyAppraisal_LeavesOnlyThatUnitOut()
    {
        var (_, _, evaluation, diagnostics) = (Good with { Appraisal = "code;item;value;reason\nU1;A.1;41;lý do\n" }).Run();
        Assert.True(diagnostics.HasErrors);
        Assert.Equal((false, true), (evaluation!.Sheet.HasScore(0), evaluation.Sheet.HasScore(1)));
    }

    [Fact]
    public void InvalidCell_OfAFieldThatNothingReads_DoesNotMatter()
    {
        var (_, _, evaluation, diagnostics) = Good.Rule("\"events > 0 or level = 'low'\"", "\"events > 0\"").Result("95%;high", "95%;cao nhất").Run();
        Assert.Equal("DS3039", Assert.Single(diagnostics.Sorted()).Code);
        Assert.True(evaluation!.Sheet.HasScore(0));
    }

    [Fact]
    public void FileOpenInAnotherProgram_IsRead()
    {
        using var folder = new TemporaryFolder();
        Good.WriteTo(folder.Path);
        using var held = new FileStream(Path.Combine(folder.Path, "results.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var ruleSet = RuleSetLoader.Load("r", System.Text.Encoding.UTF8.GetBytes(Good.Rules), new DiagnosticBag())!;
        Assert.NotNull(Files.Reading.DatasetReader.Read(folder.Path, ruleSet, new DiagnosticBag()));
    }

    [Fact]
    public void DelimiterAtTheEndOfEveryRow_IsLetPass_OfSomeRowsOnly_IsNot()
    {
        string every = string.Join('\n', Good.Results.TrimEnd('\n').Split('\n').Select((row, i) => i == 0 ? row : row + ";")) + "\n";
        Assert.Empty((Good with { Results = every }).Run().Diagnostics.Sorted());
        Assert.Equal("DS3007", Good.Result("0;tốt", "0;tốt;").Run().Diagnostics.Sorted()[0].Code);
    }

    [Theory]
    [InlineData("sep=é\n")]
    [InlineData("sep=\"\n")]
    [InlineData("sep=\n")]
    public void SeparatorLine_ThatNamesNoDelimiter_IsAnError(string line) =>
        Assert.True((Good with { Results = line + Good.Results }).Run().Diagnostics.HasErrors);

    [Theory]
    [InlineData(null, false)] // a blank row is no report: it must not become 0 points and the lowest rating
    [InlineData("code;item;value;reason\nU2;A.1;30;thẩm định tại chỗ\n", false)] // nor do points of the panel for one criterion make it one
    [InlineData("code;item;value;reason\nU2;staff;20;hỏi qua điện thoại\n", false)]
    public void BlankRow_IsNoReport_WhateverThePanelSays(string? appraisal, bool hasScore)
    {
        var (_, _, evaluation, diagnostics) = (Good.Result("U2;20;20;không;02/11/2023;120;80%;high;0;", "U2;;;;;;;;;") with { Appraisal = appraisal }).Run();
        Assert.Equal(hasScore, evaluation!.Sheet.HasScore(1));
        Assert.Equal(!hasScore, diagnostics.Sorted().Any(diagnostic => diagnostic.Code == "DS3028"));
    }

    [Theory]
    [InlineData("code = 'U1'", true)] // no criterion that applies to U2 reads a field: what the panel gave is all there is to know
    [InlineData("code != 'U9'", false)]
    [InlineData("staff > 0", false)] // whether it applies is asked of a field
    public void BlankRow_OfAUnitThatThePanelAloneScores_HasAScore(string appliesTo, bool hasScore)
    {
        var sample = Good.Result("U2;20;20;không;02/11/2023;120;80%;high;0;", "U2;;;;;;;;;")
            .Rule("\"id\": \"B.1\",", $"\"id\": \"B.1\", \"appliesTo\": \"{appliesTo}\",").Rule("\"id\": \"B.2\",", $"\"id\": \"B.2\", \"appliesTo\": \"{appliesTo}\",")
            .Rule("\"id\": \"B.3\",", $"\"id\": \"B.3\", \"appliesTo\": \"{appliesTo}\",")
            .Rule("{ \"type\": \"proportional\", \"part\": \"briefed\", \"whole\": \"staff\", \"whenNone\": \"none\" }", "{ \"type\": \"judged\" }")
            .Rule("{ \"type\": \"allOrNothing\", \"met\": \"planIssued\" }", "{ \"type\": \"judged\" }");
        var (_, _, evaluation, diagnostics) = (sample with { Appraisal = "code;item;value;reason\nU2;A.1;30;tại chỗ\nU2;A.2;20;tại chỗ\n" }).Run();
        Assert.True(evaluation is not null, string.Join('\n', diagnostics.Sorted()));
        Assert.Equal(hasScore, evaluation.Sheet.HasScore(1));
        if (hasScore)
            Assert.Equal(83.333333333m, evaluation.Sheet.Score(1)); // 50 × 100 ÷ 60
    }

    [Fact]
    public void CodesWithoutTheirLeadingZeros_AreMatchedInEveryTable_AndTold()
    {
        var sample = Good with
        {
            Units = "code;name;kind;group;parent;predecessors\n00025;Một;office;g1;;\n00126;Hai;office;g1;25;\nU3;Ba;school;;126;00031\n",
            Results = Good.Results.Replace("U1;", "25;", StringComparison.Ordinal).Replace("U2;", "126;", StringComparison.Ordinal),
            Appraisal = "code;item;value;reason;by\n25;A.1;30;kiểm tra;Tổ\n",
            SelfScores = "code;criterion;points\n0126;A.2;20\n",
            Previous = "code;staff\n25;5\n31;7\n",
        };
        var (_, reading, evaluation, diagnostics) = sample.WithModels("code;status;money\n25;done;1\n").Run();
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted()));
        Assert.Equal(["appraisal.csv", "models.csv", "previous.csv", "results.csv", "selfscores.csv", "units.csv"],
            diagnostics.Sorted().Where(found => found.Code == "DS3046").Select(found => found.Place.File));
        Assert.Contains("Code '25' is taken for '00025', whose zeros were lost; 2 codes of this file", diagnostics.Sorted().First(found => found.Place.File == "results.csv").Message(Language.English), StringComparison.Ordinal);
        Assert.Equal(("00025", "00126", 30m), (reading!.Data.Units[1].Parent, reading.Data.Units[2].Parent, evaluation!.Sheet.Points(1)[0]));
        Assert.Equal([5m, null, 7m], reading.Data.Units.Select(unit => reading.Data.Previous(1)![unit.Index]));
    }

    [Theory]
    [InlineData("025;Ba")] // 25 may be either
    [InlineData("25;Ba")] // 25 is another unit
    public void CodeWithoutItsLeadingZeros_ThatMayBeAnother_IsNotMatched(string other)
    {
        var sample = Good with { Units = $"code;name;kind;group\n00025;Một;office;g1\n{other};office;g1\n", Results = "code;staff;briefed\n25;10;9\n" };
        var (_, reading, _, diagnostics) = sample.Run();
        bool isUnknown = other.StartsWith('0');
        var unknown = diagnostics.Sorted().SingleOrDefault(found => found.Code == "DS3022");
        Assert.Equal(isUnknown, unknown is not null);
        if (isUnknown)
            Assert.StartsWith("Did you mean '00025'?", unknown!.Hint(Language.English), StringComparison.Ordinal);
        else
            Assert.Equal([null, 10m], reading!.Data.Units.Select(unit => reading.Data.Fields[0][unit.Index]));
    }

    [Fact]
    public void RowsWithAndWithoutLeadingZeros_AreTwoRowsOfOneUnit()
    {
        var sample = Good with { Units = "code;name;kind;group\n00025;Một;office;g1\n", Results = "code;staff;briefed\n25;10;9\n00025;11;9\n" };
        Assert.Contains(sample.Run().Diagnostics.Sorted(), found => found.Code == "DS3027");
    }

    [Fact]
    public void QuoteOpenedInOneRowAndClosedInTheNext_IsAnErrorThatNamesBothLines()
    {
        var sample = Good with { Appraisal = "code;item;value;reason;by;document\nU1;A.1;30;\"theo bien ban;panel;d1\nU2;A.1;20;theo bien ban\";panel;d2\n" };
        var found = Assert.Single(sample.Run().Diagnostics.Sorted(), item => item.Code == "DS3019");
        Assert.StartsWith("A quotation mark opened on line 2 is closed on line 3", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void ReasonOfSeveralLinesWithSeparators_CountsAndIsPointedOut()
    {
        var (_, _, evaluation, diagnostics) = (Good with { Appraisal = "code;item;value;reason;by\nU1;A.1;30;\"- trùng số;\n- thiếu biên bản; bổ sung sau\";Tổ\n" }).Run();
        var found = Assert.Single(diagnostics.Sorted());
        Assert.Equal(("DS3020", 2L, 30m), (found.Code, found.Place.Line, evaluation!.Sheet.Points(1)[0]));
        Assert.StartsWith("The cell from line 2 to line 3", found.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Units_AreSortedByCode_AndCellsFollow()
    {
        var (_, reading, _, _) = (Good with { Units = "code;name;kind;group\nU2;Hai;office;g1\nU3;Ba;school;\nU1;Một;office;g1\n" }).Run();
        Assert.Equal(["U1", "U2", "U3"], reading!.Data.Units.Select(unit => unit.Code));
        Assert.Equal([10m, 20m], ((Column<decimal>)reading.Data.Fields[0]).Values[..2].ToArray());
    }
}
