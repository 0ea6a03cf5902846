using DanVan.Scoring.Expressions.Nodes;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>The names that expressions of a rule set can use.</summary>
internal sealed class SymbolTable
{
    /// <summary>Fields by id.</summary>
    public Dictionary<string, FieldSymbol> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters by id.</summary>
    public Dictionary<string, Node> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a parameter with its value: a number, a date, yes or no, or a text.</summary>
    public void AddParameter(string id, object value) => Parameters[id] = value switch
    {
        decimal number => new ConstantNode<decimal>(number),
        DateOnly date => new ConstantNode<DateOnly>(date),
        bool yesNo => new ConstantNode<bool>(yesNo),
        _ => new ConstantNode<string>((string)value),
    };

    /// <summary>Index in the score tree of sections, criteria, bonuses and deductions, by id.</summary>
    public Dictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>True if names may have the prefix <c>previous.</c>.</summary>
    public bool HasPrevious { get; init; } = true;

    /// <summary>The scoring period.</summary>
    public int Period { get; init; }

    public TextDomain Kinds { get; set; } = new([]);

    public TextDomain Groups { get; set; } = new([]);

    public TextDomain Ratings { get; set; } = new([]);

    /// <summary>True if the id is a word of the language and cannot name a field or parameter.</summary>
    public static bool IsReserved(string id) =>
        id is "period" or "kind" or "group" or "parent" or "code" or "total" or "rating" or "rank" or "previous"
        || Lexer.ReservedWords.Contains(id) || Functions.Names.Contains(id);
}

/// <summary>A field as expressions see it.</summary>
internal sealed record FieldSymbol(int Index, ValueKind Kind, TextDomain? Domain);

/// <summary>The texts that a text can be.</summary>
internal sealed record TextDomain(IReadOnlyCollection<string> Values);
