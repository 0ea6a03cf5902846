using System.Text.Json;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Rules;

/// <summary>A checked scoring manner: how data become the points of one criterion. A closed family.</summary>
public abstract class Manner
{
    private protected Manner()
    {
    }

    /// <summary>The word that names it in a rule set, such as <c>proportional</c>.</summary>
    public string Type => JsonNamingPolicy.CamelCase.ConvertName(GetType().Name);

    /// <summary>What it reads.</summary>
    public abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>The rule in one line, in words.</summary>
    public abstract string Describe(RuleText text);
}
