namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Reads a table with an entry a row: appraisal, self-scores or exemptions. A faulty entry makes its unit unusable;
/// the others count.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="ruleSet">The rules.</param>
/// <param name="builder">Takes the entries.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <param name="asked">The decimal sign of columns that do not show it themselves, as the user says; null if he does not.</param>
internal sealed class EntryTable(Table table, RuleSet ruleSet, DatasetBuilder builder, DiagnosticBag diagnostics, char? asked)
{
    private readonly Dictionary<string, int> _at = []; // where the columns stand; -1 for an optional one that is missing
    private char? _sign; // of the column of numbers; null if no cell shows one

    /// <summary>Points of the panel, and cells that it corrected.</summary>
    public bool ReadAppraisal() =>
        FindColumns(["code", "item", "value", "reason"], ["by", "document"]) && DecideNumbers("value", "item") && ReadRows(unit =>
        {
            string item = Text("item"), reason = Text("reason"), by = Text("by"), document = Text("document");
            if (ruleSet.Fields.FirstOrDefault(field => field.Id == item) is { } corrected && ruleSet.Nodes.All(node => node.Id != item))
                Correct(corrected, unit, reason, by, document);
            else if (builder.FindLeaf(item, PlaceOf("item")) is not { } leaf)
                builder.MarkUnusable(unit);
            else if (ReadPoints("value") is { } points)
                builder.AddAppraisal(new AppraisedPoints(unit, leaf.Index, points, reason, by, document, PlaceOf("value")));
            else
                builder.MarkUnusable(unit);
        });

    /// <summary>The units' own points. A faulty entry matters only where self-scores decide.</summary>
    public bool ReadSelfScores() =>
        FindColumns(["code", "criterion", "points"], ["evidence"]) && DecideNumbers("points", "criterion") && ReadRows(unit =>
        {
            if (builder.FindLeaf(Text("criterion"), PlaceOf("criterion")) is not { } leaf)
                return;
            if (ReadPoints("points") is { } points)
                builder.AddSelfScore(new SelfPoints(unit, leaf.Index, points, Text("evidence"), PlaceOf("points")));
            else if (ruleSet.Total.Unappraised == UnappraisedRule.Self)
                builder.MarkUnusable(unit);
        });

    /// <summary>Who allowed what to be not applicable.</summary>
    public bool ReadExemptions() => FindColumns(["code", "criterion", "reason", "by"], ["document"]) && ReadRows(unit =>
    {
        var place = PlaceOf("criterion");
        string by = Text("by");
        if (by.Length == 0)
            diagnostics.Add(table.BlankCell(_at["by"]));
        if (builder.FindLeaf(Text("criterion"), place) is { } leaf && by.Length > 0)
            builder.AddExemption(new Exemption(unit, leaf.Index, Text("reason"), by, Text("document"), place));
        else
            builder.MarkUnusable(unit);
    });

    /// <summary>Finds the columns; false if a required one is missing.</summary>
    private bool FindColumns(string[] required, string[] optional)
    {
        int errorsBefore = diagnostics.ErrorCount;
        foreach (string name in required.Concat(optional))
            _at[name] = TableHeaders.Find(table, name, diagnostics, isRequired: required.Contains(name));
        foreach (var (column, header) in table.Headers.Index())
            if (!_at.ContainsValue(column) && header.Length > 0 && !TableHeaders.IsNote(header) && !TableHeaders.Is(header, "name"))
                diagnostics.Add(DatasetDiagnostics.UnknownColumn.At(table.PlaceOfHeader(column), ("name", header)));
        return diagnostics.ErrorCount == errorsBefore;
    }

    /// <summary>Reads each row whose unit is known.</summary>
    private bool ReadRows(Action<int> read)
    {
        using var about = diagnostics.About(() => builder.KnownCode(Text("code")));
        while (table.Read())
            if (table.FindUnit(_at["code"], builder, diagnostics) is { } unit)
                read(unit);
        return true;
    }

    private string Text(string column) => table.Text(_at[column]);

    private Place PlaceOf(string column) => table.PlaceOf(_at[column]);

    /// <summary>Recognises the decimal sign of a column; false if it cannot be told, which is then reported.</summary>
    private bool DecideNumbers(string name, string item)
    {
        int errorsBefore = diagnostics.ErrorCount, column = _at[name];
        var style = new NumberStyle(isCount: false);
        while (table.Read())
            if (!CellParser.TryParseDate(table.Text(column), out _))
                style.Look(table.Text(column), table.OriginOf(column), RangeOf(Text(item)), () => table.PlaceOf(column));
        table.Rewind();
        style.Decide([style], new SignEvidence(asked, table.SignOfSeparator), diagnostics);
        table.Recognise(column, TableHeaders.Is(table.Headers[column], "value") ? "value" : "points", style);
        _sign = style.DecimalSign;
        return diagnostics.ErrorCount == errorsBefore;
    }

    /// <summary>What can be written for a criterion, or for a field that is corrected.</summary>
    private NumberRange RangeOf(string item) =>
        ruleSet.Nodes.FirstOrDefault(node => node.Id == item) is { } node ? new NumberRange(0, node.MaxPoints)
        : ruleSet.Fields.FirstOrDefault(field => field.Id == item) is { } field ? NumberRange.Of(field) : default;

    private decimal? ReadPoints(string name)
    {
        int column = _at[name];
        string text = table.Text(column);
        var (fault, points, isPercent, _) = NumberText.Parse(text, table.OriginOf(column) == CellOrigin.Number ? '.' : _sign);
        var descriptor = isPercent ? DatasetDiagnostics.NotNumber : CellParser.DescriptorOf(fault);
        if (text.Length > 0 && descriptor is null)
            return points;
        diagnostics.Add(text.Length == 0 ? table.BlankCell(column) : descriptor!.At(table.PlaceOf(column), ("found", text)));
        return null;
    }

    private void Correct(Field field, int unit, string reason, string by, string document)
    {
        int column = _at["value"];
        var place = table.PlaceOf(column);
        string text = table.Text(column);
        var parser = new CellParser(field, diagnostics);
        if (_sign is { } known)
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
