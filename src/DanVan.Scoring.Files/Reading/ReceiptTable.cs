namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads the list of receipts that <c>danvan collect</c> wrote. It holds no figures: a file that is not like that is passed over.</summary>
internal static class ReceiptTable
{
    private static readonly string[][] Columns =
        [["Mã đơn vị", "Unit code"], ["Tên đơn vị", "Unit"], ["Tình trạng", "State"], ["Ngày gửi", "Date sent"], ["Số ngày muộn", "Days late"]];

    /// <summary>The receipts; empty if there is no such file.</summary>
    public static ImmutableArray<UnitReceipt> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var table = CsvTable.Open(path, Path.GetFileName(path), new KnownHeaders(Columns.SelectMany(names => names)), new DiagnosticBag(), mayBeEmpty: true);
        if (table is null || Columns.Select(names => table.Headers.ToList().FindIndex(names.Contains)).ToArray() is not [>= 0 and var code, >= 0 and var name, >= 0 and var state, >= 0 and var date, >= 0 and var late])
            return [];
        var receipts = ImmutableArray.CreateBuilder<UnitReceipt>();
        while (table.Read())
            receipts.Add(new UnitReceipt(table.Text(code), table.Text(name), table.Text(state), int.TryParse(table.Text(late), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : 0,
                CellParser.TryParseDate(table.Text(date), out var sent) ? sent : null));
        return receipts.ToImmutable();
    }
}
