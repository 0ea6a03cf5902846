namespace DanVan.Scoring.Files.Reading;

/// <summary>A file that was read, and what was recognised in it. Stored in <c>run.json</c>.</summary>
public sealed record SourceInfo
{
    /// <summary>The file, as shown in messages.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Encoding: <c>utf-8</c>, <c>utf-8-bom</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>windows-1258</c>; null for a rule set.</summary>
    public string? Encoding { get; init; }

    /// <summary>Delimiter: <c>;</c>, <c>,</c> or <c>tab</c>; null for a rule set.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Sheet of a workbook; null for other files.</summary>
    public string? Sheet { get; init; }

    /// <summary>Row of the sheet that holds the headers; null for other files.</summary>
    public long? HeaderRow { get; init; }

    /// <summary>Count of data rows.</summary>
    public long? Rows { get; init; }

    /// <summary>The columns that are used.</summary>
    public ImmutableArray<RecognisedColumn> Columns { get; init; } = [];
}

/// <summary>How a column was read.</summary>
public sealed record RecognisedColumn
{
    /// <summary>Header as written.</summary>
    public required string Header { get; init; }

    /// <summary>The field, or the column of the contract, that it was taken for.</summary>
    public required string Field { get; init; }

    /// <summary>Decimal sign, <c>,</c> or <c>.</c>; null if no cell shows one.</summary>
    public string? DecimalSign { get; init; }

    /// <summary>
    /// What told the sign where the cells do not: <c>option</c> (the user), <c>limits</c> (of the field), <c>separator</c>,
    /// <c>otherColumns</c> of the file, parted by blanks; null if the cells do.
    /// </summary>
    public string? DecimalSignFrom { get; init; }
}
