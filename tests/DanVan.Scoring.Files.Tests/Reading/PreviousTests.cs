using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>Last period's figures reach this period's units, also where units were merged, renamed or split.</summary>
public sealed class PreviousTests
{
    private static readonly Sample Compared = new Sample()
        .Rule("\"label\": \"Số vụ việc\", \"type\": \"count\"", "\"label\": \"Số vụ việc\", \"type\": \"count\", \"onMerge\": \"sum\"")
        .Rule("\"met\": \"planIssued\"", "\"met\": \"events <= previous.events\"");

    [Theory]
    [InlineData("", "U1;5;70%", "5")] // as it was
    [InlineData("X1", "X1;5;70%", "5")] // renamed
    [InlineData("X1, X2", "X1;5;70%\nX2;3;80%", "8")] // merged
    [InlineData("X1", "X1;5;70%\nU1;3;80%", "8")] // took another in
    [InlineData("X1|X2+U1", "X1;5;70%\nX2;3;80%\nU1;1;1%", "9")]
    [InlineData("X1,X2", "X1;5;70%\nX2;;80%", "Missing")] // a sum lacks a part
    [InlineData("X1,X2", "X1;5;70%", "Missing")] // no row of a part
    [InlineData("", "U3;5;70%", "Missing")]
    public void Sum_IsOfTheRowsOfThePredecessors(string predecessors, string rows, string expected) =>
        Assert.Equal(expected, CellOf(predecessors, rows, "events"));

    [Theory]
    [InlineData("X1", "X1;5;70%", "0.7")]
    [InlineData("X1,X2", "X1;5;70%\nX2;3;80%", "NotApplicable")]
    [InlineData("X1", "X1;5;70%\nU1;3;80%", "NotApplicable")]
    public void OtherFields_AreNotComparableAfterAMerger(string predecessors, string rows, string expected) =>
        Assert.Equal(expected, CellOf(predecessors, rows, "satisfied"));

    [Fact]
    public void UnitSplitInTwo_IsNotComparable()
    {
        var (_, reading, _, diagnostics) = (Compared with { Units = Units("X1", "X1"), Previous = "code;events;satisfied\nX1;5;70%\n" }).Run();
        Assert.Equal([CellState.NotApplicable, CellState.NotApplicable, CellState.Missing], reading!.Data.Previous(7)!.States.ToArray());
        Assert.Contains(diagnostics.Sorted(), diagnostic => diagnostic.Code == "DS3045");
    }

    [Fact]
    public void CriterionOnAFigureThatIsNotComparable_IsNotApplicable()
    {
        var sample = Compared.Rule("\"events <= previous.events\"", "\"satisfied >= previous.satisfied\"");
        var (_, _, evaluation, _) = (sample with { Units = Units("X1,X2", ""), Previous = "code;events;satisfied\nX1;5;70%\nX2;1;90%\nU2;1;90%\n" }).Run();
        int node = evaluation!.RuleSet.Nodes.Single(candidate => candidate.Id == "A.2").Index;
        Assert.Equal(CellState.NotApplicable, evaluation.Sheet.States(node)[0]);
        Assert.Equal(80, evaluation.Sheet.ApplicableScale(0));
        var input = evaluation.Explain(0, Language.Vietnamese).Nodes[node].Inputs.Single(found => found.Name == "previous.satisfied");
        Assert.Equal("không so sánh được: sáp nhập, chia tách từ X1, X2", input.Source);
    }

    [Fact]
    public void Explanation_NamesTheCellsOfASum()
    {
        var (_, _, evaluation, _) = (Compared with { Units = Units("X1,X2", ""), Previous = "code;events;satisfied\nX1;5;70%\nX2;1;90%\n" }).Run();
        int node = evaluation!.RuleSet.Nodes.Single(candidate => candidate.Id == "A.2").Index;
        var input = evaluation.Explain(0, Language.English).Nodes[node].Inputs.Single(found => found.Name == "previous.events");
        Assert.Equal(("6", "sum of X1, X2: previous.csv row 1 (line 2), column 'events' + previous.csv row 2 (line 3), column 'events'"), (input.Value, input.Source));
    }

    private static string Units(string first, string second) =>
        $"code;name;kind;group;parent;predecessors\nU1;Đơn vị một;office;g1;;\"{first}\"\nU2;Đơn vị hai;office;g1;U1;\"{second}\"\nU3;Trường ba;school;;U1;\n";

    private static string CellOf(string predecessors, string rows, string field)
    {
        var (ruleSet, reading, _, diagnostics) = (Compared with { Units = Units(predecessors, ""), Previous = "code;events;satisfied\n" + rows + "\n" }).Run();
        Assert.True(reading is not null, string.Join('\n', diagnostics.Sorted()));
        var column = reading.Data.Previous(ruleSet!.Fields.Single(candidate => candidate.Id == field).Index)!;
        return column.States[0] == CellState.Value ? Convert.ToString(column[0], System.Globalization.CultureInfo.InvariantCulture)! : column.States[0].ToString();
    }
}
