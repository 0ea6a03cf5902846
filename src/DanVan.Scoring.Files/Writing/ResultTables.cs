using System.Collections.Concurrent;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Writes a result as CSV tables, in its language.</summary>
public sealed class ResultTables
{
    private const int UnitsInPart = 256;
    private const int MostCharacters = 32_700; // a cell of a spreadsheet holds 32,767

    private readonly Result _result;
    private readonly CsvStyle _style;
    private readonly ResultWords _words;

    /// <summary>Prepares tables of a result.</summary>
    public ResultTables(Result result, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(result);
        (_result, _style, _words) = (result, style, ResultWords.Of(result));
    }

    /// <summary><c>ranking.csv</c>: a row a scored unit, in ranking order.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="progress">Told which share of the units is written, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops writing between parts.</param>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public void WriteRanking(Stream stream, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        var sections = _result.RuleSet.Nodes.Index().Where(node => node.Item is { Parent: null, Role: NodeRole.Section }).ToList();
        var bands = _result.RuleSet.Ratings.ToDictionary(rating => rating.Id, rating => rating.Name, StringComparer.Ordinal);
        bool hasGaps = _result.SelfAssessments.Count > 0, hasPrevious = _result.HasPrevious;
        string[] headers =
        [
            .. Headers("Khối|Group", "Hạng trong khối|Rank in group", "Hạng chung|Overall rank", "Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Loại đơn vị|Kind"),
            .. sections.Select(section => section.Item.Id),
            .. Headers("Điểm thưởng|Bonuses", "Điểm trừ|Deductions", "Thang điểm áp dụng|Applicable scale", "Tổng điểm|Score",
                "Điểm trên thang đầy đủ|Score on full scale", "Xếp loại theo điểm|Rating by score", "Xếp loại|Rating", "Ghi chú|Note"),
            .. hasGaps ? Headers("Tự chấm|Self-score", "Chính thức, cùng tiêu chí|Final, same criteria", "Chênh lệch|Gap") : [],
            .. hasPrevious ? Headers("Điểm kỳ trước|Last score", "Tăng giảm điểm|Score change", "Hạng kỳ trước|Last rank in group", "Tăng giảm hạng|Places risen", "Xếp loại kỳ trước|Last rating") : [],
        ];
        WriteUnits(stream, headers, (table, unit) =>
        {
            table.Text(_result.GroupOf(unit)).Number(unit.HasScore ? unit.RankWithin : null).Number(unit.HasScore ? unit.RankOverall : null)
                .Text(unit.Code).Text(unit.Name).Text(_result.KindOf(unit));
            foreach (var (node, _) in sections)
                table.Number(unit.HasScore ? _result.PointsOf(unit, node) : null);
            table.Number(unit.Bonus).Number(unit.Deduction).Number(unit.ApplicableScale).Number(unit.Score).Number(unit.ComparableScore)
                .Text(unit.Band is null ? null : bands[unit.Band]).Text(unit.RatingName).Text(unit.Remark);
            if (hasGaps)
                table.Number(unit.AppraisalGap?.Self).Number(unit.AppraisalGap?.Final).Number(unit.AppraisalGap?.Gap);
            if (hasPrevious)
                WritePrevious(table, unit);
            table.EndRow();
        }, progress, cancellation);
    }

    private void WritePrevious(TableWriter table, ResultUnit unit)
    {
        int? lastRank = unit.Previous is { RankWithin: > 0 } previous ? previous.RankWithin : null;
        table.Number(unit.Previous?.Score).Number(unit.ComparableScore - unit.Previous?.Score)
            .Number(lastRank).Number(unit.RankWithin > 0 ? lastRank - unit.RankWithin : null)
            .Text(unit.Previous?.Rating ?? (unit.PreviousMerged ? _words.NotComparable : ""));
    }

    /// <summary><c>gaps.csv</c>: a row for each criterion for which a unit gave itself points.</summary>
    public void WriteGaps(Stream stream)
    {
        var titles = _result.RuleSet.Nodes.ToDictionary(node => node.Id, node => node.Title, StringComparer.Ordinal);
        using var table = new TableWriter(stream, _style, Headers("Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Mã tiêu chí|Criterion", "Nội dung|Title", "Tự chấm|Self",
            "Điểm chính thức|Final", "Chênh lệch|Gap", "Quyết định bởi|Decided by", "Lý do|Reason", "Minh chứng|Evidence"), Note);
        foreach (var own in _result.SelfAssessments)
            table.Text(own.Code).Text(own.Name).Text(own.Criterion).Text(titles[own.Criterion]).Number(own.Self).Number(own.Final).Number(own.Gap)
                .Text(_words.Source(own.Source)).Text(own.Grounds).Text(own.Evidence).EndRow();
    }

    /// <summary><c>scorecards.csv</c>: a row for each scored unit and each section, criterion, bonus and deduction.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="progress">Told which share of the units is written, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops writing between parts.</param>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public void WriteScorecards(Stream stream, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        var headers = Headers("Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Mã tiêu chí|Criterion", "Nội dung|Title",
            "Điểm máy tính|Computed", "Tự chấm|Self", "Thẩm định|Appraised", "Điểm chính thức|Final", "Chênh lệch|Gap", "Điểm tối đa|Max", "Trạng thái|State",
            "Căn cứ|Clause", "Lý do|Reason");
        WriteUnits(stream, headers, (table, unit) =>
        {
            foreach (var (node, points) in _result.RuleSet.Nodes.Zip(unit.Nodes))
            {
                decimal? own = node.Sign * points.Self;
                table.Text(unit.Code).Text(unit.Name).Text(node.Id).Text(node.Title)
                    .Number(points.Computed).Number(own).Number(node.Sign * points.Appraised).Number(points.Final).Number(points.Final - own)
                    .Number(node.Sign * node.MaxPoints).Text(_words.State(points.State, points.Source)).Text(node.Clause)
                    .Text(points.Grounds is { Length: > 0 } grounds ? grounds : points.Corrections).EndRow();
            }
        }, progress, cancellation);
    }

    /// <summary><c>targets.csv</c>: a row a target.</summary>
    public void WriteTargets(Stream stream)
    {
        using var table = new TableWriter(stream, _style, Headers("Mã chỉ tiêu|Target", "Nội dung|Title", "Căn cứ|Clause", "Loại|Type", "Tử số|Numerator",
            "Mẫu số|Denominator", "Thực hiện|Achieved", "Yêu cầu|Required", "Kết quả|Verdict", "Số đơn vị thuộc diện|Population",
            "Đơn vị không đạt|Failing units", "Đơn vị thiếu số liệu|Units without figures"), Note);
        foreach (var target in _result.Targets)
            table.Text(target.Id).Text(target.Title).Text(target.Clause).Text(_words.TargetType(target.Stretch)).Number(target.Numerator).Number(target.Denominator)
                .Number(target.Achieved).Number(target.Required).Text(_words.Verdict(target.Verdict)).Number(target.Population)
                .Text(Codes(target.FailingUnits)).Text(Codes(target.UnitsWithoutFigures)).EndRow();
    }

    /// <summary>Codes parted by commas: as many as a cell of a spreadsheet can hold, then how many more there are.</summary>
    private string Codes(IReadOnlyList<string> units)
    {
        var codes = new StringBuilder();
        foreach (var (written, code) in units.Index())
        {
            if (codes.Length + code.Length > MostCharacters)
                return codes.Append(CultureInfo.InvariantCulture, $" {_words.Text($"và {units.Count - written} đơn vị nữa", $"and {units.Count - written} more")}").ToString();
            codes.Append(written == 0 ? "" : ", ").Append(code);
        }
        return codes.ToString();
    }

    /// <summary>The dataset's note stands in every row, so that it stays with a row that is copied out.</summary>
    private (string Header, string Text)? Note => TableWriter.NoteOf(_result);

    /// <summary>Writes the units of the ranking in parts, on all cores.</summary>
    private void WriteUnits(Stream stream, string[] headers, Action<TableWriter, ResultUnit> write, IProgress<decimal>? progress, CancellationToken cancellation)
    {
        new TableWriter(stream, _style, headers, Note).Dispose();
        int count = _result.Units.Count;
        var idle = new ConcurrentBag<MemoryStream>();
        PartWork.Run<MemoryStream>((count + UnitsInPart - 1) / UnitsInPart, () => part =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (!idle.TryTake(out var rows))
                rows = new MemoryStream();
            using (var table = TableWriter.Rows(rows, _style, Note?.Text))
                for (int i = part * UnitsInPart; i < Math.Min((part + 1) * UnitsInPart, count); i++)
                    write(table, _result.Units[i]);
            return rows;
        }, rows =>
        {
            rows.WriteTo(stream);
            rows.SetLength(0);
            idle.Add(rows);
        }, progress);
    }

    private string[] Headers(params string[] names) => TableWriter.Headers(_result.Language, names);
}
