using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring;

/// <summary>Points of one node of the score tree for a block of units, in billionths; an element a unit.</summary>
internal sealed class NodeBlock
{
    private const int Size = Frame.BlockSize;

    public NodeBlock(ScoreNode node)
    {
        Max = Billionths.Of(node.MaxPoints);
        Computed = node.Manner is null ? null : new PointCells();
    }

    /// <summary>The node's maximum.</summary>
    public long Max { get; }

    /// <summary>Final points; of a deduction 0 or less.</summary>
    public long[] Points { get; } = new long[Size];

    /// <summary>What the final points are.</summary>
    public CellState[] States { get; } = new CellState[Size];

    /// <summary>The maximum without what does not apply.</summary>
    public long[] ApplicableMax { get; } = new long[Size];

    /// <summary>Computed points of a leaf; null for other nodes.</summary>
    public PointCells? Computed { get; }

    /// <summary>Which figure decided the final points; of a node with parts only whether it is full points.</summary>
    public FigureSource[] Sources { get; } = new FigureSource[Size];
}

/// <summary>The points of a block of units while it is being scored; used again for the next block.</summary>
internal sealed class BlockSheet(RuleSet ruleSet) : IFigures
{
    private readonly NodeBlock[] _nodes = [.. ruleSet.Nodes.Select(node => new NodeBlock(node))];

    /// <summary>The points of a node.</summary>
    public NodeBlock this[int node] => _nodes[node];

    /// <summary>Whether each unit has a score, and if not, why.</summary>
    public ScoreState[] UnitStates { get; } = new ScoreState[Frame.BlockSize];

    /// <summary>The totals; meaningful only for units with a score.</summary>
    public UnitTotal[] Totals { get; } = new UnitTotal[Frame.BlockSize];

    /// <summary>True if the unit has a score.</summary>
    public bool HasScore(int position) => UnitStates[position] == ScoreState.Scored;

    /// <summary>Takes a unit's score away; a fault in the data outweighs data that are missing.</summary>
    public void Withdraw(int position, ScoreState state)
    {
        if (UnitStates[position] is ScoreState.Scored or ScoreState.MissingData)
            UnitStates[position] = state;
    }

    public void ReadPoints(Frame frame, int node, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int at = frame.Start + i;
            into.Values[i] = Billionths.ToDecimal(_nodes[node].Points[at]);
            into.States[i] = _nodes[node].Sources[at] == FigureSource.FullPoints ? CellState.Value : _nodes[node].States[at];
        }
    }

    public void ReadMaxPoints(Frame frame, int node, Cells<decimal> into)
    {
        into.States.AsSpan(0, frame.Count).Clear();
        for (int i = 0; i < frame.Count; i++)
            into.Values[i] = Billionths.ToDecimal(_nodes[node].ApplicableMax[frame.Start + i]);
    }

    public void ReadTotal(Frame frame, Cells<decimal> into)
    {
        for (int i = 0; i < frame.Count; i++)
        {
            int at = frame.Start + i;
            (into.Values[i], into.States[i]) = (Totals[at].Comparable, HasScore(at) ? CellState.Value : CellState.Missing);
        }
    }

    /// <summary>No expression that is evaluated by then can name a rating.</summary>
    public void ReadRating(Frame frame, Cells<string> into) => throw new InvalidOperationException();

    /// <summary>No expression that is evaluated by then can name a rank.</summary>
    public void ReadRank(Frame frame, Cells<decimal> into) => throw new InvalidOperationException();
}
