namespace DanVan.Scoring.Reports.Word;

/// <summary>Where text stands in a cell.</summary>
internal enum WordAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>A cell of a table.</summary>
internal readonly record struct WordCell(string Text, bool Bold = false, WordAlign Align = WordAlign.Left)
{
    /// <summary>A figure, set to the right.</summary>
    public static WordCell Figure(string text, bool bold = false) => new(text, bold, WordAlign.Right);

    /// <summary>A short word, in the middle.</summary>
    public static WordCell Word(string text, bool bold = false) => new(text, bold, WordAlign.Centre);

    public static implicit operator WordCell(string? text) => new(text ?? "");

    public static implicit operator WordCell(int count) => Word($"{count}");
}
