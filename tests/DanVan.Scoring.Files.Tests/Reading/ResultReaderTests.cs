using System.Text.Json;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Results;

namespace DanVan.Scoring.Files.Tests.Reading;

public sealed class ResultReaderTests
{
    [Fact]
    public void Result_ReadBackFromItsFile_IsTheSame()
    {
        var sample = new Sample
        {
            Appraisal = "code;item;value;reason;by;document\nU1;A.1;30;thiếu hồ sơ;Tổ;BB 1\nU2;briefed;15;đếm lại;Tổ;\n",
            SelfScores = "code;criterion;points;evidence\nU1;A.1;40;số 5\n",
            Exemptions = "code;criterion;reason;by\nU2;A.2;không có việc;Sở\n",
            Previous = "code;spending\nU1;12\n",
        };
        var (_, _, evaluation, diagnostics) = sample.Run();
        var built = evaluation!.Tell(diagnostics);
        using var stream = new MemoryStream();
        EvaluationJson.Write(stream, evaluation!.Tell(diagnostics));
        var read = JsonSerializer.Deserialize<Result>(stream.ToArray(), ResultJson.Options)!;
        Assert.Equal(3, read.Figures.Count);
        Assert.Equal(JsonSerializer.Serialize(built, ResultJson.Options), JsonSerializer.Serialize(read, ResultJson.Options));
        Assert.Equal(built.SelfAssessments, read.SelfAssessments);
        Assert.Equal((built.Appraised, 1), (read.Appraised, Math.Min(1, built.Appraised)));
        Assert.Equal(built.RankedGroups.Select(group => (group.Name, group.First, group.Count)), read.RankedGroups.Select(group => (group.Name, group.First, group.Count)));
        Assert.Equal(built.RankedGroups.SelectMany(group => group.Ratings), read.RankedGroups.SelectMany(group => group.Ratings));
        Assert.Equal((10m, true, "2023-10-30"), (read.Figures[0].Values["staff"], read.Figures[0].Values["planIssued"], read.Figures[0].Values["reportDate"]));
    }

    [Fact]
    public void Criteria_AreSummedOverTheUnitsWithPoints()
    {
        var (_, _, evaluation, _) = new Sample().Run();
        var result = evaluation!.Tell();
        var summary = result.Criteria.Single(criterion => criterion.Id == "A.2");
        Assert.Equal((2, 20m, 40m, 1), (summary.Units, summary.Points, summary.MaxPoints, summary.Full));
        Assert.Equal((0.5m, 20m), (summary.Share, summary.Lost));
    }
}
