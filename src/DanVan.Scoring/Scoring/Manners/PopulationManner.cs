using System.ComponentModel;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>A manner that compares units, as written in the file.</summary>
public abstract record PopulationMannerDocument : MannerDocument
{
    /// <summary>Units compared.</summary>
    [Description("Units are compared with those of the same group, kind and/or parent; [] compares all.")]
    public required IReadOnlyList<RankingKey> Within { get; init; }

    /// <summary>Which way is better.</summary>
    [Description("Which way is better: higher (default) or lower.")]
    public Better? Better { get; init; }

    private protected ImmutableArray<RankingKey> Scope => [.. Within.Distinct()];

    private protected Better Direction => Better ?? Rules.Better.Higher;
}

/// <summary>
/// A manner whose points depend on other units: those that the rules score and the criterion applies to, with a value,
/// within the same group, kind or parent. A late correction of one unit can move the others.
/// </summary>
internal abstract class PopulationManner(ImmutableArray<RankingKey> within, Better better) : ScoringManner
{
    /// <summary>Units are compared with those equal in all of these; empty for all units.</summary>
    public ImmutableArray<RankingKey> Within => within;

    /// <summary>Which way is better.</summary>
    public Better Better => better;

    /// <summary>First pass: adds the figures of the open positions to what is known of their groups.</summary>
    public abstract void Observe(Kernel kernel);

    /// <summary>The group and direction, in words.</summary>
    protected string Terms(RuleText text) => (better == Better.Higher ? text.Text("cao hơn là tốt", "higher is better") : text.Text("thấp hơn là tốt", "lower is better"))
        + (within.IsEmpty ? text.Text(", trong tất cả các đơn vị", ", among all units")
            : text.Text($", trong cùng {RuleWords.List(within).Vi}", $", within the same {RuleWords.List(within).En}"));
}
