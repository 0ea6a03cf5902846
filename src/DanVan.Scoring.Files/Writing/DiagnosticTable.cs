namespace DanVan.Scoring.Files.Writing;

/// <summary>Findings as a table, <c>diagnostics.csv</c>.</summary>
public static class DiagnosticTable
{
    /// <summary>Writes a row a finding; of codes with very many, a last row says how many are left out.</summary>
    public static void Write(Stream stream, DiagnosticBag diagnostics, CsvStyle style, Language language)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        bool vi = language == Language.Vietnamese;
        string[] headers = TableWriter.Headers(language, "Mức độ|Severity", "Mã|Code", "Tệp|File", "Trang tính|Sheet", "Dòng|Line",
            "Hàng|Row", "Cột|Column", "Ô|Cell", "Mã đơn vị|Unit code", "Nội dung|Message", "Cách xử lý|What to do");
        using var table = new TableWriter(stream, style, headers);
        foreach (var diagnostic in diagnostics.Sorted())
        {
            var place = diagnostic.Place;
            table.Text(diagnostic.Severity.In(language)).Text(diagnostic.Code)
                .Text(place.File).Text(place.Sheet).Number(place.Line).Number(place.Row)
                .Text(place.ColumnName ?? place.Column?.ToString(CultureInfo.InvariantCulture)).Text(place.Cell)
                .Text(diagnostic.UnitCode).Text(diagnostic.Message(language)).Text(diagnostic.Hint(language)).EndRow();
        }
        foreach (var (descriptor, count) in diagnostics.LeftOut)
        {
            table.Text(descriptor.Severity.In(language)).Text(descriptor.Code);
            for (int blank = 2; blank < headers.Length - 2; blank++)
                table.Text("");
            table.Text(vi ? $"… và {count} thông báo {descriptor.Code} nữa" : $"… and {count} more of {descriptor.Code}").Text("").EndRow();
        }
    }
}
