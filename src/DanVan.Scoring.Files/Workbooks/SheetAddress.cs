namespace DanVan.Scoring.Files.Workbooks;

/// <summary>Addresses of cells from elsewhere in a workbook.</summary>
internal static class SheetAddress
{
    /// <summary>What stands before the address of a cell, such as <c>'Sheet 1'!</c>.</summary>
    public static string Prefix(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";

    /// <summary>A cell, such as <c>'Sheet 1'!$A$2</c>.</summary>
    public static string Cell(string sheet, int column, long row) => Prefix(sheet) + Fixed(column, row);

    /// <summary>The cells of a column, or as far as another one, such as <c>'Sheet 1'!$A$2:$A$9</c>.</summary>
    public static string Range(string sheet, int column, long first, long last, int? lastColumn = null) =>
        $"{Cell(sheet, column, first)}:{Fixed(lastColumn ?? column, last)}";

    private static string Fixed(int column, long row) => $"${CellAddress.Letters(column)}${row}";
}
