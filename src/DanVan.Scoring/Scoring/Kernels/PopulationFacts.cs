namespace DanVan.Scoring.Scoring.Kernels;

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
