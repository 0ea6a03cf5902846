namespace DanVan.Scoring.Values;

/// <summary>Addresses of cells of a worksheet.</summary>
public static class CellAddress
{
    /// <summary>The letters of a 0-based column: A, B … Z, AA …</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>The address of a cell by 0-based column and 1-based row, such as <c>E12</c>.</summary>
    public static string Of(int column, long row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);
}
