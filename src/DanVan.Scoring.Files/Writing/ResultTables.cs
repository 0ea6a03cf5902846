using System.Collections.Concurrent;
using DanVan.Scoring.Results;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Writing;

/// <summary>Writes an evaluation as CSV tables, in the language of its rule set.</summary>
public sealed class ResultTables
{
    private const int UnitsInPart = 256;

    private readonly Evaluation _evaluation;
    private readonly CsvStyle _style;
    private readonly Language _language;
    private readonly ResultText _text;

    /// <summary>Prepares tables of an evaluation.</summary>
    public ResultTables(Evaluation evaluation, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        _evaluation = evaluation;
        _style = style;
        _language = evaluation.RuleSet.Language;
        _text = new ResultText(evaluation);
    }

    private RuleSet RuleSet => _evaluation.RuleSet;

    private ScoreSheet Sheet => _evaluation.Sheet;

    /// <summary><c>ranking.csv</c>: a row a scored unit, in ranking order.</summary>
    /// <param name="stream">Takes the bytes; left open.</param>
    /// <param name="progress">Told which share of the units is written, 0 to 1; null if nobody asks.</param>
    /// <param name="cancellation">Stops writing between parts.</param>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public void WriteRanking(Stream stream, IProgress<decimal>? progress = null, CancellationToken cancellation = default)
    {
        var sections = RuleSet.Sections.ToList();
        bool hasGaps = !_evaluation.Gaps.IsEmpty, hasPrevious = _evaluation.Data.HasPreviousOutcomes;
        string[] headers =
        [
            .. Headers("Khối|Group", "Hạng trong khối|Rank in group", "Hạng chung|Overall rank", "Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Loại đơn vị|Kind"),
            .. sections.Select(section => section.Id),
            .. Headers("Điểm thưởng|Bonuses", "Điểm trừ|Deductions", "Thang điểm áp dụng|Applicable scale", "Tổng điểm|Score",
                "Điểm trên thang đầy đủ|Score on full scale", "Xếp loại theo điểm|Rating by score", "Xếp loại|Rating", "Ghi chú|Note"),
            .. hasGaps ? Headers("Tự chấm|Self-score", "Chính thức, cùng tiêu chí|Final, same criteria", "Chênh lệch|Gap") : [],
            .. hasPrevious ? Headers("Điểm kỳ trước|Last score", "Tăng giảm điểm|Score change", "Hạng kỳ trước|Last rank in group", "Tăng giảm hạng|Places risen", "Xếp loại kỳ trước|Last rating") : [],
        ];
        WriteUnits(stream, headers, (table, units) =>
        {
            Touch(units);
            foreach (int unit in units)
                WriteUnit(table, unit);
        }, progress, cancellation);

        void WriteUnit(TableWriter table, int unit)
        {
            var row = _evaluation.Data.Units[unit];
            bool hasScore = Sheet.HasScore(unit);
            decimal? IfScored(decimal value) => hasScore ? value : null;
            table.Text(_text.Group(row)).Number(IfScored(_evaluation.Outcomes.RankWithin(unit))).Number(IfScored(_evaluation.Outcomes.RankOverall(unit)))
                .Text(row.Code).Text(row.Name).Text(_text.Kind(row));
            foreach (var section in sections)
                table.Number(IsOut(section.Index, unit) ? null : IfScored(Sheet.Points(section.Index)[unit]));
            table.Number(IfScored(Sheet.BonusPoints(unit))).Number(IfScored(Sheet.DeductionPoints(unit))).Number(IfScored(Sheet.ApplicableScale(unit)))
                .Number(IfScored(Sheet.Score(unit))).Number(IfScored(Sheet.ComparableScore(unit)))
                .Text(_evaluation.Outcomes.Band(unit)?.Name).Text(_text.Rating(unit)).Text(_text.Note(unit));
            if (hasGaps)
                table.Number(_evaluation.GapOf(unit)?.Self).Number(_evaluation.GapOf(unit)?.Final).Number(_evaluation.GapOf(unit)?.Gap);
            if (hasPrevious)
                WritePrevious(table, unit);
            table.EndRow();
        }
    }

    /// <summary>True for a section that does not apply and does not count in full either: it has no points.</summary>
    private bool IsOut(int node, int unit) =>
        Sheet.States(node)[unit] == CellState.NotApplicable && Sheet.Sources(node)[unit] != FigureSource.FullPoints;

    /// <summary>
    /// Looks at units before they are written. In ranking order they lie anywhere in memory; a loop that does nothing else
    /// has the processor fetch many of them at once instead of waiting for each.
    /// </summary>
    private void Touch(int[] units)
    {
        int touched = 0;
        foreach (int unit in units)
            touched += _evaluation.Data.Units[unit].Code.Length + _evaluation.Data.Units[unit].Name.Length + (int)Sheet.StateOf(unit)
                + Sheet.Score(unit).Scale + Sheet.BonusPoints(unit).Scale + _evaluation.Outcomes.RankWithin(unit) + _evaluation.Outcomes.RankOverall(unit);
        foreach (var section in RuleSet.Sections)
            foreach (int unit in units)
                touched += Sheet.Points(section.Index)[unit].Scale + (int)Sheet.States(section.Index)[unit];
        GC.KeepAlive(touched);
    }

    private void WritePrevious(TableWriter table, int unit)
    {
        var previous = _evaluation.Data.PreviousOutcomeOf(unit);
        int rank = _evaluation.Outcomes.RankWithin(unit);
        bool hasRanks = rank > 0 && previous is { RankWithin: > 0 };
        table.Number(previous?.Score).Number(Sheet.HasScore(unit) ? Sheet.ComparableScore(unit) - previous?.Score : null)
            .Number(previous is { RankWithin: > 0 } ? previous.RankWithin : null).Number(hasRanks ? previous!.RankWithin - rank : null)
            .Text(previous?.RatingName ?? _text.NoPrevious(unit));
    }

    /// <summary><c>gaps.csv</c>: a row for each criterion for which a unit gave itself points.</summary>
    public void WriteGaps(Stream stream)
    {
        using var table = new TableWriter(stream, _style, Headers("Mã đơn vị|Unit code", "Tên đơn vị|Unit", "Mã tiêu chí|Criterion", "Nội dung|Title", "Tự chấm|Self",
            "Điểm chính thức|Final", "Chênh lệch|Gap", "Quyết định bởi|Decided by", "Lý do|Reason", "Minh chứng|Evidence"), Note);
        foreach (var gap in _evaluation.Gaps)
        {
            var unit = _evaluation.Data.Units[gap.Unit];
            var node = RuleSet.Nodes[gap.Node];
            var appraised = _evaluation.Data.Appraised.Find(gap.Node, gap.Unit);
            table.Text(unit.Code).Text(unit.Name).Text(node.Id).Text(node.Title).Number(gap.Self).Number(gap.Final).Number(gap.Gap)
                .Text(_text.Source(Sheet.Sources(gap.Node)[gap.Unit])).Text(appraised is null ? "" : string.Join("; ", new[] { appraised.Reason, appraised.By, appraised.Document }.Where(part => part.Length > 0)))
                .Text(_evaluation.Data.SelfScores.Find(gap.Node, gap.Unit)!.Evidence).EndRow();
        }
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
        WriteUnits(stream, headers, (table, units) =>
        {
            foreach (var card in _evaluation.Explain(units, _language))
                WriteCard(table, card);
        }, progress, cancellation);

        void WriteCard(TableWriter table, Explanation card)
        {
            foreach (var node in card.Nodes)
            {
                decimal sign = node.Node.Role == NodeRole.Deduction ? -1 : 1;
                decimal? final = node.State == CellState.Value || node.Source != FigureSource.None ? node.Points : null;
                table.Text(card.Unit.Code).Text(card.Unit.Name).Text(node.Node.Id).Text(node.Node.Title)
                    .Number(node.Computed).Number(sign * node.Self?.Points).Number(sign * node.Appraised?.Points)
                    .Number(final).Number(final - (sign * node.Self?.Points))
                    .Number(sign * node.Node.MaxPoints).Text(_text.State(node)).Text(node.Node.Clause).Text(ResultText.Reason(node)).EndRow();
            }
        }
    }

    /// <summary><c>targets.csv</c>: a row a target.</summary>
    public void WriteTargets(Stream stream)
    {
        using var table = new TableWriter(stream, _style, Headers("Mã chỉ tiêu|Target", "Nội dung|Title", "Căn cứ|Clause", "Loại|Type", "Tử số|Numerator",
            "Mẫu số|Denominator", "Thực hiện|Achieved", "Yêu cầu|Required", "Kết quả|Verdict", "Số đơn vị thuộc diện|Population",
            "Đơn vị không đạt|Failing units", "Đơn vị thiếu số liệu|Units without figures"), Note);
        foreach (var result in _evaluation.Targets)
        {
            var target = result.Target;
            table.Text(target.Id).Text(target.Title).Text(target.Clause).Text(_text.TargetType(target)).Number(result.Numerator).Number(result.Denominator)
                .Number(result.Achieved).Number(target.Required).Text(_text.Verdict(result.Verdict)).Number(result.Population)
                .Text(_text.Codes(result.FailingUnits)).Text(_text.Codes(result.UnitsWithoutFigures)).EndRow();
        }
    }

    /// <summary>The dataset's note stands in every row, so that it stays with a row that is copied out.</summary>
    private (string Header, string Text)? Note =>
        _evaluation.Data.Note is { } note ? (_language == Language.Vietnamese ? "Ghi chú về số liệu" : "Note on the data", note) : null;

    /// <summary>Writes the units of the ranking in parts, on all cores.</summary>
    private void WriteUnits(Stream stream, string[] headers, Action<TableWriter, int[]> write, IProgress<decimal>? progress, CancellationToken cancellation)
    {
        new TableWriter(stream, _style, headers, Note).Dispose();
        var ranking = _evaluation.Ranking;
        var idle = new ConcurrentBag<MemoryStream>();
        PartWork.Run<MemoryStream>((ranking.Length + UnitsInPart - 1) / UnitsInPart, () => part =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (!idle.TryTake(out var rows))
                rows = new MemoryStream();
            using (var table = TableWriter.Rows(rows, _style, Note?.Text))
                write(table, [.. ranking.AsSpan(part * UnitsInPart, Math.Min(UnitsInPart, ranking.Length - (part * UnitsInPart)))]);
            return rows;
        }, rows =>
        {
            rows.WriteTo(stream);
            rows.SetLength(0);
            idle.Add(rows);
        }, progress);
    }

    private string[] Headers(params string[] names) => [.. names.Select(name => name.Split('|')[_language == Language.Vietnamese ? 0 : 1])];
}
