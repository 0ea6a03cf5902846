namespace DanVan.Scoring.Files.Reading;

/// <summary>The headers of the tables of a dataset, apart from fields: name in the contract and what offices call it.</summary>
internal static class TableHeaders
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["code"] = ["mã", "mã đơn vị"],
        ["name"] = ["tên", "tên đơn vị", "đơn vị", "cơ quan, đơn vị"],
        ["kind"] = ["loại", "loại đơn vị"],
        ["group"] = ["khối", "cụm", "khối thi đua"],
        ["parent"] = ["đơn vị cấp trên", "trực thuộc"],
        ["predecessors"] = ["đơn vị tiền thân"],
        ["item"] = ["mục"],
        ["criterion"] = ["tiêu chí"],
        ["value"] = ["giá trị", "thẩm định", "điểm thẩm định"],
        ["points"] = ["điểm", "tự chấm", "điểm tự chấm", "tự đánh giá"],
        ["case"] = ["ca", "trường hợp", "tình huống"],
        ["reason"] = ["lý do"],
        ["by"] = ["người thẩm định", "người cho phép"],
        ["document"] = ["văn bản", "số văn bản"],
        ["evidence"] = ["minh chứng", "tài liệu kiểm chứng"],
    };

    /// <summary>Columns that people add for themselves; they are passed over without a word.</summary>
    private static readonly IReadOnlySet<string> Notes = TextKey.Keys("tt", "stt", "số tt", "ghi chú", "note", "notes");

    /// <summary>All spellings of columns of the contract.</summary>
    public static IEnumerable<string> All(IEnumerable<string> columns) => columns.SelectMany(column => Names[column].Prepend(column));

    /// <summary>True if the header is a spelling of this name of the contract.</summary>
    public static bool Is(string header, string name) => All([name]).Select(TextKey.Exact).Contains(TextKey.Exact(header), StringComparer.Ordinal);

    /// <summary>True if the header is that of a column for people only.</summary>
    public static bool IsNote(string header) => Notes.Contains(TextKey.Exact(header));

    /// <summary>The column of a table whose header is this name of the contract, or one of its other spellings; -1 if there is none.</summary>
    public static int Find(Table table, string name, DiagnosticBag diagnostics, bool isRequired)
    {
        var spellings = TextKey.Keys(All([name]));
        int found = -1;
        for (int i = 0; i < table.Headers.Count; i++)
        {
            if (!spellings.Contains(TextKey.Exact(table.Headers[i])))
                continue;
            if (found >= 0)
                diagnostics.Add(DatasetDiagnostics.DuplicateColumn.At(table.PlaceOfHeader(i), ("name", name)));
            else
                table.Recognise(found = i, name);
        }
        if (found < 0 && isRequired)
            diagnostics.Add(table.MissingColumn(name, All([name])));
        return found;
    }
}
