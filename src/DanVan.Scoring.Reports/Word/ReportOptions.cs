namespace DanVan.Scoring.Reports.Word;

/// <summary>What a report needs to know beyond the result.</summary>
public sealed record ReportOptions
{
    /// <summary>The date of the report; null leaves it to be filled in.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The place of issue; null leaves it to be filled in.</summary>
    public string? Place { get; init; }

    /// <summary>The sentences; null for those that come with the program.</summary>
    public Sentences? Sentences { get; init; }

    /// <summary>A document (.docx) of the office: its content stands above the report in place of the national title, its styles and page set-up are kept; null for those of Decree 30/2020.</summary>
    public byte[]? Template { get; init; }
}
