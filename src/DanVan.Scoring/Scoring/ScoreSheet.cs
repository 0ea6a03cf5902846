using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring;

/// <summary>Which figure decided the final points of a criterion.</summary>
public enum FigureSource : byte
{
    /// <summary>None: the criterion is missing, not applicable or invalid.</summary>
    None,

    /// <summary>The computed points.</summary>
    Computed,

    /// <summary>The appraised points.</summary>
    Appraised,

    /// <summary>The unit's own points.</summary>
    Self,

    /// <summary>Full points because the criterion, or all of a node's parts, does not apply and the rule set gives them then.</summary>
    FullPoints,
}

/// <summary>Whether a unit has a score, and if not, why.</summary>
public enum ScoreState : byte
{
    /// <summary>It has a score.</summary>
    Scored,

    /// <summary>The rule set does not score it (it may still count in targets).</summary>
    OutOfScope,

    /// <summary>It has no row of results, or a blank one.</summary>
    NoResults,

    /// <summary>A cell or entry that matters could not be read, or a formula has no result; a diagnostic says which.</summary>
    FaultyData,

    /// <summary>Data are missing and the rule set then gives no score.</summary>
    MissingData,

    /// <summary>No criterion applies to it.</summary>
    NothingApplies,
}

/// <summary>
/// The points of all units, as columns: an array a node of the score tree, an element a unit. Points are rounded to
/// nine decimals; a node's points are the exact sum of its children's, at most its maximum. Of a dataset that is read
/// while it is scored, only what the ranking needs is kept; the columns of the other nodes are empty.
/// </summary>
public sealed class ScoreSheet
{
    private readonly NodeColumns?[] _nodes;
    private readonly UnitTotal[] _totals;
    private readonly ScoreState[] _unitStates;

    internal ScoreSheet(RuleSet ruleSet, int units, Func<ScoreNode, bool> isKept)
    {
        _nodes = [.. ruleSet.Nodes.Select(node => isKept(node) ? new NodeColumns(units, node.Manner is not null) : null)];
        _totals = new UnitTotal[units];
        _unitStates = new ScoreState[units];
    }

    /// <summary>Count of units.</summary>
    public int Count => _unitStates.Length;

    /// <summary>Final points of a node; of a deduction 0 or less.</summary>
    public ReadOnlySpan<decimal> Points(int node) => _nodes[node]?.Points;

    /// <summary>What the final points of a node are. A node with parts is missing or not applicable if all its parts are.</summary>
    public ReadOnlySpan<CellState> States(int node) => _nodes[node]?.States;

    /// <summary>The node's maximum for each unit, without what does not apply to it.</summary>
    public ReadOnlySpan<decimal> ApplicableMax(int node) => _nodes[node]?.ApplicableMax;

    /// <summary>Computed points of a leaf; of a deduction 0 or less. Empty for other nodes.</summary>
    public ReadOnlySpan<decimal> Computed(int node) => _nodes[node]?.Computed;

    /// <summary>What the computed points of a leaf are. Empty for other nodes.</summary>
    public ReadOnlySpan<CellState> ComputedStates(int node) => _nodes[node]?.ComputedStates;

    /// <summary>
    /// Which figure decided the final points of a node: of one with parts, full points if none of them applies and the rule
    /// set gives them then, else none.
    /// </summary>
    public ReadOnlySpan<FigureSource> Sources(int node) => _nodes[node]?.Sources;

    /// <summary>Points of the sections, after the rule for what does not apply.</summary>
    public decimal BasePoints(int unit) => _totals[unit].Base;

    /// <summary>Points of the bonuses; 0 or more.</summary>
    public decimal BonusPoints(int unit) => _totals[unit].Bonus;

    /// <summary>Points of the deductions; 0 or less.</summary>
    public decimal DeductionPoints(int unit) => _totals[unit].Deduction;

    /// <summary>The part of the scale that applies to the unit.</summary>
    public decimal ApplicableScale(int unit) => _totals[unit].Applicable;

    /// <summary>The score as shown: on the scale, or on the unit's shorter scale where the rule set says <c>shorten</c>.</summary>
    public decimal Score(int unit) => _totals[unit].Score;

    /// <summary>The score on the full scale: what is compared with the edges of ratings and with other units.</summary>
    public decimal ComparableScore(int unit) => _totals[unit].Comparable;

    /// <summary>Whether the unit has a score, and if not, why.</summary>
    public ScoreState StateOf(int unit) => _unitStates[unit];

    /// <summary>True if the unit has a score.</summary>
    public bool HasScore(int unit) => _unitStates[unit] == ScoreState.Scored;

    /// <summary>What is known of the units that are compared with each other.</summary>
    internal FactTable Facts { get; init; } = FactTable.Empty;

    /// <summary>Takes over the points of the frame's block. Blocks of other units may be taken over at the same time.</summary>
    internal void Keep(CellFrame frame, BlockSheet block)
    {
        for (int node = 0; node < _nodes.Length; node++)
            _nodes[node]?.Keep(block[node], frame);
        for (int i = 0; i < frame.Count; i++)
        {
            int unit = frame.UnitAt(i);
            _unitStates[unit] = block.UnitStates[i];
            if (block.HasScore(i))
                _totals[unit] = block.Totals[i];
        }
    }

    /// <summary>The columns of one node.</summary>
    private sealed class NodeColumns(int units, bool isLeaf)
    {
        public decimal[] Points { get; } = new decimal[units];

        public CellState[] States { get; } = new CellState[units];

        public decimal[] ApplicableMax { get; } = new decimal[units];

        public decimal[] Computed { get; } = isLeaf ? new decimal[units] : [];

        public CellState[] ComputedStates { get; } = isLeaf ? new CellState[units] : [];

        public FigureSource[] Sources { get; } = new FigureSource[units];

        public void Keep(NodeBlock block, CellFrame frame)
        {
            for (int i = 0; i < frame.Count; i++)
            {
                int unit = frame.UnitAt(i);
                Points[unit] = Billionths.ToDecimal(block.Points[i]);
                States[unit] = block.States[i];
                ApplicableMax[unit] = Billionths.ToDecimal(block.ApplicableMax[i]);
                Sources[unit] = block.Sources[i];
                if (block.Computed is not { } computed)
                    continue;
                Computed[unit] = Billionths.ToDecimal(computed.Values[i]);
                ComputedStates[unit] = computed.States[i];
            }
        }
    }
}
