using System.Collections.Immutable;
using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>A table of criteria as offices have it, turned into a rule set to be completed.</summary>
public sealed class CriteriaTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly object?[][] Office =
    [
        ["ỦY BAN NHÂN DÂN TỈNH X", null, null, null],
        ["BỘ TIÊU CHÍ CHẤM ĐIỂM CÔNG TÁC DÂN VẬN CHÍNH QUYỀN"],
        [],
        ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Cách chấm"],
        ["I", "Quán triệt, tuyên truyền", 20m],
        [1m, "Ban hành kế hoạch", 5m, "Có: 5 điểm; không: 0 điểm"],
        [2m, "Cán bộ được quán triệt", "15 điểm", "Theo tỷ lệ"],
        [null, "(tính cả viên chức)"],
        ["II", "Cải cách hành chính", null],
        ["1.", "Thủ tục đúng hạn", null, null],
        ["1.1", "Cấp xã", "7,5", "Từ 95%: 7,5"],
        ["1.2", "Một cửa", 2.5m],
        ["a)", "Kiểm tra", "hai điểm"],
        [2m, "Hài lòng", 10m],
        ["Cộng", null, 45m],
        [null, "Người lập biểu"],
    ];

    [Fact]
    public void OfficeTable_BecomesSectionsAndCriteria()
    {
        var (sections, _) = Read(Office);
        Assert.Equal(["I", "II"], sections.Select(section => section.Id));
        Assert.Equal(["I.1", "I.2"], sections[0].Parts.Select(part => part.Id));
        Assert.Equal((5m, "Có: 5 điểm; không: 0 điểm"), (sections[0].Parts[0].MaxPoints, sections[0].Parts[0].Note));
        Assert.Equal((15m, "Theo tỷ lệ (tính cả viên chức)"), (sections[0].Parts[1].MaxPoints, sections[0].Parts[1].Note)); // a row without number goes on the one before
        Assert.Equal(["II.1.1", "II.1.2", "II.1.a"], sections[1].Parts[0].Parts.Select(part => part.Id));
        Assert.Equal(7.5m, sections[1].Parts[0].Parts[0].MaxPoints);
    }

    [Fact]
    public void WhatCouldNotBeRead_IsListedRowByRow()
    {
        var (_, diagnostics) = Read(Office);
        string[] found = [.. diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Place.Line}: {diagnostic.Message(Language.English)}")];
        Assert.Contains("13: the points \"hai điểm\" could not be read.", found);
        Assert.Contains("13: 'II.1.a' has no maximum that could be read; 0 stands in its place.", found);
        Assert.Contains("9: 'II' has no maximum that could be read; 0 stands in its place.", found);
        Assert.Contains(found, line => line.StartsWith("15: the total says 45 points, the sections add up to ", StringComparison.Ordinal));
    }

    [Fact]
    public void Draft_FromATable_IsARuleSetToComplete()
    {
        var (sections, _) = Read([["STT", "Tiêu chí", "Điểm"], ["A", "Mục một", 60m], [1m, "Việc một", 60m], ["B", "Mục hai", 40m]]);
        string text = RuleSetDraft.FromTable("tinh-x-2025", 2025, "Tỉnh X", "bang.xlsx", sections, ["dòng 3: thử"]);
        var diagnostics = new DiagnosticBag();
        var rules = RuleSetLoader.Load("tinh-x-2025.json", Encoding.UTF8.GetBytes(text), diagnostics);
        Assert.True(rules is not null, text + string.Join('\n', diagnostics.Sorted()));
        Assert.Equal(("tinh-x-2025", 2025, 100m), (rules.Id, rules.Period, rules.Total.Scale));
        Assert.Equal(["A", "A.1", "B", "B.1"], rules.Nodes.Select(node => node.Id)); // a section without criteria gets one
        Assert.Contains("// - dòng 3: thử", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersOnly_AreSections_WhereNestedOnesFollow()
    {
        var (sections, diagnostics) = Read([["TT", "Nội dung", "Điểm chuẩn"], [1m, "Mục một", 60m], ["1.1", "Việc", 20m], [1.2m, "Việc", 40m], [2m, "Mục hai", 40m], ["2.1", "Việc", 40m]]);
        Assert.Equal(["1", "2"], sections.Select(section => section.Id));
        Assert.Equal(["1.1", "1.2"], sections[0].Parts.Select(part => part.Id));
        Assert.Empty(diagnostics.Sorted());
    }

    [Fact]
    public void TenthItem_ThatExcelCut_IsPutRightAndTold()
    {
        object?[][] rows = [["TT", "Nội dung", "Điểm"], [1m, "Mục", 100m], .. Enumerable.Range(1, 10).Select(i => new object?[] { i == 10 ? 1.1m : 1m + (i / 10m), $"Việc {i}", 10m })];
        var (sections, diagnostics) = Read(rows);
        Assert.Equal("1.10", sections[0].Parts[^1].Id);
        Assert.Contains(diagnostics.Sorted(), diagnostic => diagnostic.Message(Language.Vietnamese).Contains("1.10", StringComparison.Ordinal));
    }

    [Fact]
    public void OldWorkbookOrText_IsRefused()
    {
        string path = Path.Combine(_folder.Path, "old.xlsx");
        File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        var diagnostics = new DiagnosticBag();
        Assert.Null(CriteriaTable.Read(path, diagnostics));
        Assert.Equal(1, diagnostics.CountOf("DS3071"));
    }

    private (ImmutableArray<DraftCriterion> Sections, DiagnosticBag Diagnostics) Read(object?[][] rows)
    {
        var diagnostics = new DiagnosticBag();
        var sections = CriteriaTable.Read(TestWorkbook.Write(Path.Combine(_folder.Path, "table.xlsx"), "Bảng", rows), diagnostics);
        Assert.NotNull(sections);
        return (sections.Value, diagnostics);
    }
}
