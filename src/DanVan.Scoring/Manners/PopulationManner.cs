using System.Collections.Immutable;
using System.ComponentModel;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;

namespace DanVan.Scoring.Manners;

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

    private protected Better Direction => Better ?? Manners.Better.Higher;
}

/// <summary>Which way a figure is better.</summary>
public enum Better
{
    /// <summary>The higher the better.</summary>
    Higher,

    /// <summary>The lower the better.</summary>
    Lower,
}

/// <summary>
/// A manner whose points depend on other units: those that the rules score and the criterion applies to, with a value,
/// within the same group, kind or parent. A late correction of one unit can move the others.
/// </summary>
public abstract class PopulationManner : Manner
{
    private protected PopulationManner(ImmutableArray<RankingKey> within, Better better)
    {
        Within = within;
        Better = better;
    }

    /// <summary>Units are compared with those equal in all of these; empty for all units.</summary>
    public ImmutableArray<RankingKey> Within { get; }

    /// <summary>Which way is better.</summary>
    public Better Better { get; }

    /// <summary>The group and direction, in words.</summary>
    private protected string Terms(RuleText text) => (Better == Better.Higher ? text.Text("cao hơn là tốt", "higher is better") : text.Text("thấp hơn là tốt", "lower is better"))
        + (Within.IsEmpty ? text.Text(", trong tất cả các đơn vị", ", among all units")
            : text.Text($", trong cùng {RuleWords.List(Within).Vi}", $", within the same {RuleWords.List(Within).En}"));

    /// <summary>First pass: takes in the units of a block that count.</summary>
    internal abstract void Observe(ScoringFrame frame, ReadOnlySpan<bool> counts, FactTable into);

    /// <summary>What is known of the units that the unit is compared with; null if it has no such group.</summary>
    private protected PopulationFacts? FactsOf(ScoringFrame frame, int position) => frame.Facts.Of(this, frame.UnitAt(position));

    /// <summary>For an explanation: the facts of the frame's single unit.</summary>
    private protected PopulationFacts? FactsOf(TraceWriter trace) => FactsOf(trace.Frame, 0);
}

/// <summary>What the first pass found among units that are compared with each other.</summary>
internal sealed class PopulationFacts
{
    /// <summary>Units that count.</summary>
    public int Count { get; private set; }

    /// <summary>The least value.</summary>
    public decimal Least { get; private set; } = decimal.MaxValue;

    /// <summary>The largest value.</summary>
    public decimal Most { get; private set; } = decimal.MinValue;

    /// <summary>Achieved and target of the unit that beat its target by the most; null if nobody beat it.</summary>
    public (decimal Achieved, decimal Target)? Leader { get; private set; }

    /// <summary>Takes in a value.</summary>
    public void Add(decimal value)
    {
        Count++;
        Least = Math.Min(Least, value);
        Most = Math.Max(Most, value);
    }

    /// <summary>Takes in a figure that beat its target.</summary>
    public void AddWinner(decimal achieved, decimal target)
    {
        if (Leader is not { } leader)
        {
            Leader = (achieved, target);
            return;
        }
        int order = (achieved / target).CompareTo(leader.Achieved / leader.Target);
        if (order > 0 || (order == 0 && achieved > leader.Achieved)) // so that it does not depend on who came first
            Leader = (achieved, target);
    }

    /// <summary>Takes in what was found among other units.</summary>
    public void Add(PopulationFacts other)
    {
        Count += other.Count;
        Least = Math.Min(Least, other.Least);
        Most = Math.Max(Most, other.Most);
        if (other.Leader is { } leader)
            AddWinner(leader.Achieved, leader.Target);
    }
}
