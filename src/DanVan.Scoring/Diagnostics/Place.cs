namespace DanVan.Scoring.Diagnostics;

/// <summary>Where something stands in a file of the user. All numbers are 1-based; a part that is unknown is null.</summary>
public sealed record Place
{
    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>The physical line.</summary>
    public long? Line { get; init; }

    /// <summary>The character in the line (UTF-16 units).</summary>
    public int? Column { get; init; }

    /// <summary>The data row of a table, not counting the header.</summary>
    public long? Row { get; init; }

    /// <summary>The header of the table's column, as written in the file.</summary>
    public string? ColumnName { get; init; }

    /// <summary>The sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>The address of a cell of the sheet, such as <c>E12</c>.</summary>
    public string? Cell { get; init; }

    /// <summary>The line of text concerned and the part of it to point at; null where pointing would not help.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>
    /// The place in words: <c>rules/a.json(42,17)</c>, <c>results.csv row 118 (line 131), column 'visits'</c> or
    /// <c>form.xlsx, sheet 'Số liệu', cell E12</c>.
    /// </summary>
    public string Describe(Language language)
    {
        if (Sheet is not null)
            return DescribeCell(language == Language.Vietnamese);
        if (Row is null && ColumnName is null)
            return Line is null ? File
                : Column is null ? string.Create(Invariant, $"{File}({Line})")
                : string.Create(Invariant, $"{File}({Line},{Column})");
        bool vi = language == Language.Vietnamese;
        string text = File;
        if (Row is { } row)
            text += string.Create(Invariant, $" {(vi ? "hàng" : "row")} {row}");
        if (Line is { } line)
            text += string.Create(Invariant, $" ({(vi ? "dòng" : "line")} {line})");
        if (ColumnName is { } name)
            text += $", {(vi ? "cột" : "column")} '{ValueText.Cut(name, 60)}'";
        return text;
    }

    private string DescribeCell(bool vi)
    {
        string text = $"{File}, {(vi ? "trang" : "sheet")} '{Sheet}'";
        if (Cell is not null)
            text += $", {(vi ? "ô" : "cell")} {Cell}";
        else if (Line is { } line)
            text += string.Create(Invariant, $", {(vi ? "dòng" : "row")} {line}");
        return ColumnName is { } name ? $"{text}, {(vi ? "cột" : "column")} '{ValueText.Cut(name, 60)}'" : text;
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}

/// <summary>A line of a file with the part that a message is about.</summary>
/// <param name="Text">The line, cut around the part if it is long.</param>
/// <param name="Start">0-based index of the part in <paramref name="Text"/>.</param>
/// <param name="Length">Length of the part; at least 1.</param>
public sealed record Excerpt(string Text, int Start, int Length);
