using DanVan.Scoring.Rules;
using DanVan.Scoring.Values;
using static DanVan.Scoring.Tests.Testing;

namespace DanVan.Scoring.Tests.Rules;

public sealed class RuleSetLoaderTests
{
    /// <summary>The contract's own example: comments, a null, a gate and a target without title.</summary>
    private const string Example = """
        {
          "$schema": "./ruleset.schema.json",
          "id": "tay-ninh-ldld-2023", "version": "1.0.0", "period": 2023, "language": "vi",
          "title": "…", "issuer": "…", "effectiveFrom": "2023-05-09", "replaces": null,
          "basis":      { "KH439": "Kế hoạch số 439/KH-LĐLĐ ngày 09/5/2023 …" },
          "parameters": { "enterpriseTarget": { "value": "60%", "clause": "KH439 III.5" },
                          "reportDeadline":   { "value": "2023-11-01", "inclusive": true, "clause": "KH439 IV.1" } },
          "unitKinds":  { "federation": "Liên đoàn Lao động huyện, thị xã, thành phố …", "sectorUnion": "…", "enterpriseUnion": "…" },
          "groups":     { "federations": "Khối liên đoàn …" },
          "scoredUnits": "kind in ('federation', 'sectorUnion')",
          "fields":     { "staffTotal":   { "label": "Tổng số CBCCVC", "type": "count" },
                          "staffBriefed": { "label": "Số đã học tập, quán triệt", "type": "count", "atMost": "staffTotal" },
                          "hotspots": { "label": "Điểm nóng", "type": "count" }, "decree145Ok": { "label": "Nghị định 145", "type": "yesNo" } },
          "sections": [ { "id": "A", "title": "…", "maxPoints": 100, "criteria": [ // one section here
              { "id": "A.1", "title": "…", "clause": "KH439 III.1", "maxPoints": 100, "appliesTo": "kind = 'federation'",
                "manner": { "type": "proportional", "part": "staffBriefed", "whole": "staffTotal", "target": "100%", "whenNone": "notApplicable" } } ] } ],
          "bonuses": [], "deductions": [],
          "total":   { "scale": 100, "notApplicable": "rescale", "missing": "zero", "unappraised": "computed" },
          "ratings": [ { "id": "tot", "name": "Tốt", "from": 80 }, { "id": "kha", "name": "Khá", "from": 65 }, { "id": "yeu", "name": "Yếu" } ],
          "gates":   [ { "when": "hotspots > 0", "effect": "cap", "at": "kha", "clause": "KH439 II.3" } ],
          "ranking": { "within": ["group"], "tieBreak": ["points('A')"], "ties": "sharedRank" },
          "targets": [ { "id": "T5", "clause": "KH439 III.5", "share": "decree145Ok", "among": "kind = 'enterpriseUnion'", "atLeast": "enterpriseTarget" } ],
          "assumptions": [ "The plan states no points: all maxPoints here are illustrative.", ],
        }
        """;

    [Fact]
    public void Example_OfTheContract_Loads()
    {
        var rules = Load(Example);
        Assert.Equal(("tay-ninh-ldld-2023", 2023, Language.Vietnamese, new DateOnly(2023, 5, 9)), (rules.Id, rules.Period, rules.Language, rules.EffectiveFrom));
        Assert.Equal(("hotspots > 0", "kha"), (rules.Gates[0].Title, rules.Gates[0].At!.Id));
        Assert.Equal(("T5", 0.6m, false), (rules.Targets[0].Title, rules.Targets[0].Required, rules.Targets[0].IsCeiling));
        Assert.Equal((true, new DateOnly(2023, 11, 1)), (rules.Parameters[1].Inclusive, rules.Parameters[1].LastDayOnTime));
        Assert.Equal([("A", NodeRole.Section, -1), ("A.1", NodeRole.Criterion, 0)], rules.Nodes.Select(node => (node.Id, node.Role, node.Parent)));
    }

    [Fact]
    public void Deadline_Exclusive_EndsTheDayBefore() =>
        Assert.Equal(new DateOnly(2023, 10, 31), Load(Example.Replace("\"inclusive\": true", "\"inclusive\": false", StringComparison.Ordinal)).Parameters[1].LastDayOnTime);

    [Fact]
    public void KeyOrder_InAManner_DoesNotMatter() =>
        Load(Example.Replace("{ \"type\": \"proportional\", \"part\": \"staffBriefed\",", "{ \"part\": \"staffBriefed\", \"type\": \"proportional\",", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"target\": \"100%\"", "\"target\": \"999999999999999 * 999999999999999\"")]
    [InlineData("\"atLeast\": \"enterpriseTarget\"", "\"atLeast\": \"999999999999999 * 999999999999999\"")]
    public void FixedValue_TooLarge_IsAnError_NotACriterionThatIsLeftOut(string old, string replacement)
    {
        Assert.Null(TryLoad(Example.Replace(old, replacement, StringComparison.Ordinal), out var diagnostics));
        Assert.Equal("EX2015", Assert.Single(diagnostics.Sorted()).Code);
    }

    [Fact]
    public void ByteOrderMark_IsLetPass() => Load("\uFEFF" + Example);
}
