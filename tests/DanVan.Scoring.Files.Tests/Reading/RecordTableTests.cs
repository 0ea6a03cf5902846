using DanVan.Scoring.Data;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>Fields counted and summed from the records of a table: a register of models, over the years.</summary>
public sealed class RecordTableTests
{
    private static readonly Sample Register = new Sample().Rule("\"fields\": {", """
        "tables": { "models": { "label": "Sổ mô hình", "columns": {
          "title": { "label": "Tên mô hình", "type": "text" }, "year": { "label": "Năm", "type": "count" },
          "status": { "label": "Trạng thái", "type": "choice", "values": { "done": "Xong", "open": "Đang làm" } },
          "money": { "label": "Tiền", "type": "number", "atLeast": 0 } } } },
        "fields": {
          "modelsDone": { "label": "Số mô hình xong", "type": "count", "from": { "table": "models", "where": "status = 'done' and year <= period" } },
          "modelsNow": { "label": "Số mô hình trong năm", "type": "count", "from": { "table": "models", "where": "year = period" } },
          "models": { "label": "Số mô hình", "type": "count", "from": { "table": "models" } },
          "money": { "label": "Tổng tiền", "type": "number", "from": { "table": "models", "where": "kind = 'office'", "sum": "money" } },
        """).Rule("\"part\": \"briefed\"", "\"part\": \"modelsDone\"").Rule("\"whole\": \"staff\"", "\"whole\": \"models\"")
        with
    { Models = "Mã đơn vị;Tên đơn vị;Tên mô hình;Năm;Trạng thái;Tiền\nU1;Đơn vị một;M1;2021;Xong;1,5\nU1;;M2;2023;Xong;2\nU1;;M3;2023;Đang làm;\nU2;;M4;2024;Xong;7,25\n" };

    [Theory]
    [InlineData("modelsDone", "2", "0")] // 2024 is after the period
    [InlineData("modelsNow", "2", "0")]
    [InlineData("models", "3", "1")]
    public void Field_CountsTheRecordsThatQualify(string field, string first, string second)
    {
        var data = Register.Run().Reading!.Data;
        var column = (Column<decimal>)data.Fields.Single(candidate => candidate.Field.Id == field);
        Assert.Equal((first, second), (column.Values[0].ToString("0", System.Globalization.CultureInfo.InvariantCulture), column.Values[1].ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([CellState.Value, CellState.Value, CellState.Value], column.States.ToArray()); // no record is 0, not missing
    }

    [Fact]
    public void Sum_OfABlankCell_IsMissingForThatUnitOnly()
    {
        var (_, reading, _, diagnostics) = Register.Run();
        var column = (Column<decimal>)reading!.Data.Fields.Single(candidate => candidate.Field.Id == "money");
        Assert.Equal([CellState.Missing, CellState.Value], column.States[..2].ToArray());
        Assert.Equal(7.25m, column.Values[1]);
        Assert.Contains(diagnostics.Sorted(), diagnostic => diagnostic.Code == "DS3043" && diagnostic.Place is { File: "models.csv", Line: 4, Row: 3 });
    }

    [Fact]
    public void Records_AreScoredAndExplainedWithTheirRows()
    {
        var evaluation = Register.Run().Evaluation!;
        int criterion = evaluation.RuleSet.Nodes.Single(node => node.Id == "A.1").Index;
        Assert.Equal(26.666666667m, evaluation.Sheet.Points(criterion)[0]); // 40 × 2 ÷ 3
        var trace = evaluation.Explain(0, Language.English).Nodes[criterion];
        Assert.Contains(trace.Inputs, input => input.Name == "modelsDone" && input.Source == "models.csv: 2 records (rows 1, 2)");
    }

    [Fact]
    public void HeaderOnly_MeansNoRecords()
    {
        var (_, reading, evaluation, diagnostics) = (Register with { Models = "code;title;year;status;money\n" }).Run();
        Assert.False(diagnostics.HasErrors);
        Assert.All(reading!.Data.Fields.Where(column => column.Field.From is not null), column => Assert.Equal(CellState.Value, column.States[0]));
        Assert.True(evaluation!.Sheet.HasScore(0));
    }

    [Fact]
    public void NoFile_IsAnError_AsARegisterLeftOutWouldCostEveryUnit()
    {
        var (_, reading, _, diagnostics) = (Register with { Models = null }).Run();
        Assert.Equal((true, 1), (reading is null, diagnostics.CountOf("DS3017")));
    }

    [Fact]
    public void InvalidCell_InARecord_ConcernsItsUnitOnly()
    {
        var (_, reading, evaluation, diagnostics) = (Register with { Models = "code;title;year;status;money\nU1;M1;2021;xong rồi;1\nU2;M2;2022;done;-1\n" }).Run();
        Assert.Equal((1, 1), (diagnostics.CountOf("DS3039"), diagnostics.CountOf("DS3041")));
        var done = reading!.Data.Fields.Single(column => column.Field.Id == "modelsDone");
        Assert.Equal([CellState.Invalid, CellState.Value], done.States[..2].ToArray());
        Assert.Equal(CellState.Invalid, reading.Data.Fields.Single(column => column.Field.Id == "money").States[1]);
        Assert.False(evaluation!.Sheet.HasScore(0));
        Assert.True(evaluation.Sheet.HasScore(1));
    }

    [Fact]
    public void UnknownUnit_AndMissingColumn_AreReported()
    {
        Assert.Equal(1, (Register with { Models = "code;title;year;status;money\nU9;M;2023;done;1\n" }).Run().Diagnostics.CountOf("DS3022"));
        var (_, reading, _, diagnostics) = (Register with { Models = "code;title;year;state;money\nU1;M;2023;done;1\n" }).Run();
        Assert.Null(reading);
        Assert.Contains(diagnostics.Sorted(), diagnostic => diagnostic.Code == "DS3011");
    }

    [Fact]
    public void Correction_ByTheAppraisal_ReplacesACountedField()
    {
        var evaluation = (Register with { Appraisal = "code;item;value;reason\nU1;modelsDone;3;một mô hình hoàn thành muộn\n" }).Run().Evaluation!;
        Assert.Equal(40, evaluation.Sheet.Points(evaluation.RuleSet.Nodes.Single(node => node.Id == "A.1").Index)[0]);
    }

    [Fact]
    public void UnitWithRecordsAndABlankRow_HasReported() =>
        Assert.True((Register.Result("U1;10;9;có;30/10/2023;12,5;95%;high;0;tốt", "U1;;;;;;;;;")).Run().Reading!.Data.HasResults(0));
}
