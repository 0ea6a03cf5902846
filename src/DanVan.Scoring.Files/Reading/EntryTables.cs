using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Reads the tables with an entry a row: appraisal, self-scores, exemptions. A faulty entry makes its unit unusable;
/// the others count.
/// </summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="builder">Takes the entries.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <param name="asked">The decimal sign of columns that do not show it themselves, as the user says; null if he does not.</param>
internal sealed class EntryTables(RuleSet ruleSet, DatasetBuilder builder, DiagnosticBag diagnostics, char? asked)
{
    /// <summary>Points of the panel, and cells that it corrected.</summary>
    public bool ReadAppraisal(Table table)
    {
        if (Columns(table, ["code", "item", "value", "reason"], ["by", "document"]) is not { } at
            || DecideNumbers(table, at["value"], at["item"]) is not { } sign)
            return false;
        using var row = diagnostics.About(() => builder.KnownCode(table.Text(at["code"])));
        while (table.Read())
        {
            if (FindUnit(table, at["code"]) is not { } unit)
                continue;
            string item = table.Text(at["item"]), reason = table.Text(at["reason"]), by = table.Text(at["by"]), document = table.Text(at["document"]);
            var place = table.PlaceOf(at["value"]);
            if (ruleSet.Fields.FirstOrDefault(field => field.Id == item) is { } corrected && ruleSet.Nodes.All(node => node.Id != item))
                Correct(table, at["value"], corrected, unit, sign, reason, by, document);
            else if (builder.FindLeaf(item, table.PlaceOf(at["item"])) is not { } leaf)
                builder.MarkUnusable(unit);
            else if (ReadPoints(table, at["value"], sign, unit) is { } points)
                builder.AddAppraisal(new AppraisedPoints(unit, leaf.Index, points, reason, by, document, place));
        }
        return true;
    }

    /// <summary>The units' own points. A faulty entry matters only where self-scores decide.</summary>
    public bool ReadSelfScores(Table table)
    {
        if (Columns(table, ["code", "criterion", "points"], ["evidence"]) is not { } at
            || DecideNumbers(table, at["points"], at["criterion"]) is not { } sign)
            return false;
        using var row = diagnostics.About(() => builder.KnownCode(table.Text(at["code"])));
        while (table.Read())
            if (FindUnit(table, at["code"]) is { } unit
                && builder.FindLeaf(table.Text(at["criterion"]), table.PlaceOf(at["criterion"])) is { } leaf
                && ReadPoints(table, at["points"], sign, ruleSet.Total.Unappraised == UnappraisedRule.Self ? unit : -1) is { } points)
                builder.AddSelfScore(new SelfPoints(unit, leaf.Index, points, table.Text(at["evidence"]), table.PlaceOf(at["points"])));
        return true;
    }

    /// <summary>Who allowed what to be not applicable.</summary>
    public bool ReadExemptions(Table table)
    {
        if (Columns(table, ["code", "criterion", "reason", "by"], ["document"]) is not { } at)
            return false;
        using var row = diagnostics.About(() => builder.KnownCode(table.Text(at["code"])));
        while (table.Read())
        {
            if (FindUnit(table, at["code"]) is not { } unit)
                continue;
            var place = table.PlaceOf(at["criterion"]);
            string by = table.Text(at["by"]);
            if (by.Length == 0)
                diagnostics.Add(DatasetDiagnostics.BlankCell.At(table.PlaceOf(at["by"]), ("name", table.Headers[at["by"]])));
            if (builder.FindLeaf(table.Text(at["criterion"]), place) is { } leaf && by.Length > 0)
                builder.AddExemption(new Exemption(unit, leaf.Index, table.Text(at["reason"]), by, table.Text(at["document"]), place));
            else
                builder.MarkUnusable(unit);
        }
        return true;
    }

    /// <summary>Where the columns stand; null if a required one is missing. -1 for an optional one that is.</summary>
    private Dictionary<string, int>? Columns(Table table, string[] required, string[] optional)
    {
        int errorsBefore = diagnostics.ErrorCount;
        var at = required.ToDictionary(name => name, name => TableHeaders.Find(table, name, diagnostics, isRequired: true));
        foreach (string name in optional)
            at[name] = TableHeaders.Find(table, name, diagnostics, isRequired: false);
        for (int i = 0; i < table.Headers.Count; i++)
            if (!at.ContainsValue(i) && table.Headers[i].Length > 0 && !TableHeaders.IsNote(table.Headers[i])
                && !TableHeaders.Is(table.Headers[i], "name"))
                diagnostics.Add(DatasetDiagnostics.UnknownColumn.At(table.PlaceOfHeader(i),
                    ("name", table.Headers[i])));
        return diagnostics.ErrorCount > errorsBefore ? null : at;
    }

    /// <summary>Recognises the decimal sign of a column; null if it cannot be told, which is then reported.</summary>
    private DecimalSign? DecideNumbers(Table table, int column, int itemColumn)
    {
        int errorsBefore = diagnostics.ErrorCount;
        var style = new NumberStyle(isCount: false);
        while (table.Read())
            if (!CellParser.TryParseDate(table.Text(column), out _))
                style.Look(table.Text(column), table.OriginOf(column), RangeOf(table.Text(itemColumn)), () => table.PlaceOf(column));
        table.Rewind();
        style.Decide([style], new SignEvidence(asked, table.SignOfSeparator), diagnostics);
        table.Recognise(column, new RecognisedColumn
        {
            Header = table.Headers[column],
            Field = TableHeaders.Is(table.Headers[column], "value") ? "value" : "points",
            DecimalSign = style.DecimalSign?.ToString(),
            DecimalSignFrom = style.ToldBy,
        });
        return diagnostics.ErrorCount > errorsBefore ? null : new DecimalSign(style.DecimalSign);
    }

    /// <summary>What can be written for a criterion, or for a field that is corrected.</summary>
    private NumberRange RangeOf(string item) =>
        ruleSet.Nodes.FirstOrDefault(node => node.Id == item) is { } node ? new NumberRange(0, node.MaxPoints)
        : ruleSet.Fields.FirstOrDefault(field => field.Id == item) is { } field ? NumberRange.Of(field) : default;

    /// <summary>A column's decimal sign; null if no cell shows one.</summary>
    private readonly record struct DecimalSign(char? Sign);

    private int? FindUnit(Table table, int column)
    {
        string code = table.Text(column);
        if (code.Length > 0)
            return builder.FindUnit(code, table.PlaceOf(column));
        diagnostics.Add(DatasetDiagnostics.BlankCell.At(table.PlaceOf(column), ("name", table.Headers[column])));
        return null;
    }

    private decimal? ReadPoints(Table table, int column, DecimalSign sign, int unit)
    {
        string text = table.Text(column);
        var (fault, points, isPercent, _) = NumberText.Parse(text, table.OriginOf(column) == CellOrigin.Number ? '.' : sign.Sign);
        var descriptor = text.Length == 0 ? DatasetDiagnostics.BlankCell
            : isPercent ? DatasetDiagnostics.NotNumber : CellParser.DescriptorOf(fault);
        if (descriptor is null)
            return points;
        diagnostics.Add(text.Length == 0
            ? descriptor.At(table.PlaceOf(column), ("name", table.Headers[column]))
            : descriptor.At(table.PlaceOf(column), ("found", text)));
        if (unit >= 0)
            builder.MarkUnusable(unit);
        return null;
    }

    private void Correct(Table table, int column, Field field, int unit, DecimalSign sign, string reason, string by, string document)
    {
        var place = table.PlaceOf(column);
        string text = table.Text(column);
        var parser = new CellParser(field, diagnostics);
        if (sign.Sign is { } known)
            parser.Style.Look(known == ',' ? "0,5" : "0.5", CellOrigin.Text, default, () => place);
        parser.Look(text, table.OriginOf(column), () => place);
        int errorsBefore = diagnostics.ErrorCount;
        parser.Decide([], new SignEvidence(asked, table.SignOfSeparator));
        var cell = DatasetBuilder.NewColumn(field, 1);
        if (diagnostics.ErrorCount == errorsBefore)
            parser.Parse(text, table.OriginOf(column), cell, 0, () => place);
        else
            builder.MarkUnusable(unit);
        builder.AddCorrection(unit, cell, reason, by, document, place);
    }
}
