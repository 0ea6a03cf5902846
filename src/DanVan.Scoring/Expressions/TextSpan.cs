namespace DanVan.Scoring.Expressions;

/// <summary>A part of an expression's text: 0-based index and length in UTF-16 units.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Count of characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind the last character.</summary>
    public int End => Start + Length;

    internal static TextSpan Between(TextSpan first, TextSpan last) => new(first.Start, last.End - first.Start);
}
