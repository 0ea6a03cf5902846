using System.Collections.Frozen;
using DanVan.Scoring.Data;
using DanVan.Scoring.Manners;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Engine;

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

    /// <summary>Full points because the criterion does not apply and the rule set gives them then.</summary>
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
/// nine decimals; a node's points are the exact sum of its children's, at most its maximum.
/// </summary>
public sealed class ScoreSheet
{
    private readonly decimal[][] _points;
    private readonly CellState[][] _states;
    private readonly decimal[][] _applicableMax;
    private readonly decimal[]?[] _computed;
    private readonly CellState[]?[] _computedStates;
    private readonly FigureSource[]?[] _sources;
    private readonly decimal[] _base;
    private readonly decimal[] _bonus;
    private readonly decimal[] _deduction;
    private readonly decimal[] _applicable;
    private readonly decimal[] _score;
    private readonly decimal[] _comparable;
    private readonly ScoreState[] _unitStates;

    private IReadOnlyDictionary<(PopulationManner Manner, string Scope), PopulationFacts> _facts = FrozenDictionary<(PopulationManner, string), PopulationFacts>.Empty;

    internal ScoreSheet(RuleSet ruleSet, int units)
    {
        int nodes = ruleSet.Nodes.Length;
        _points = Arrays<decimal>(nodes, units);
        _states = Arrays<CellState>(nodes, units);
        _applicableMax = Arrays<decimal>(nodes, units);
        _computed = [.. ruleSet.Nodes.Select(node => node.Manner is null ? null : new decimal[units])];
        _computedStates = [.. ruleSet.Nodes.Select(node => node.Manner is null ? null : new CellState[units])];
        _sources = [.. ruleSet.Nodes.Select(node => node.Manner is null ? null : new FigureSource[units])];
        _base = new decimal[units];
        _bonus = new decimal[units];
        _deduction = new decimal[units];
        _applicable = new decimal[units];
        _score = new decimal[units];
        _comparable = new decimal[units];
        _unitStates = new ScoreState[units];
    }

    /// <summary>Count of units.</summary>
    public int Count => _score.Length;

    /// <summary>Final points of a node; of a deduction 0 or less.</summary>
    public ReadOnlySpan<decimal> Points(int node) => _points[node];

    /// <summary>What the final points of a node are. A node with parts is missing or not applicable if all its parts are.</summary>
    public ReadOnlySpan<CellState> States(int node) => _states[node];

    /// <summary>The node's maximum for each unit, without what does not apply to it.</summary>
    public ReadOnlySpan<decimal> ApplicableMax(int node) => _applicableMax[node];

    /// <summary>Computed points of a leaf; of a deduction 0 or less. Empty for other nodes.</summary>
    public ReadOnlySpan<decimal> Computed(int node) => _computed[node];

    /// <summary>What the computed points of a leaf are. Empty for other nodes.</summary>
    public ReadOnlySpan<CellState> ComputedStates(int node) => _computedStates[node];

    /// <summary>Which figure decided the final points of a leaf. Empty for other nodes.</summary>
    public ReadOnlySpan<FigureSource> Sources(int node) => _sources[node];

    /// <summary>Points of the sections, after the rule for what does not apply.</summary>
    public decimal BasePoints(int unit) => _base[unit];

    /// <summary>Points of the bonuses; 0 or more.</summary>
    public decimal BonusPoints(int unit) => _bonus[unit];

    /// <summary>Points of the deductions; 0 or less.</summary>
    public decimal DeductionPoints(int unit) => _deduction[unit];

    /// <summary>The part of the scale that applies to the unit.</summary>
    public decimal ApplicableScale(int unit) => _applicable[unit];

    /// <summary>The score as shown: on the scale, or on the unit's shorter scale where the rule set says <c>shorten</c>.</summary>
    public decimal Score(int unit) => _score[unit];

    /// <summary>The score on the full scale: what is compared with the edges of ratings and with other units.</summary>
    public decimal ComparableScore(int unit) => _comparable[unit];

    /// <summary>Whether the unit has a score, and if not, why.</summary>
    public ScoreState StateOf(int unit) => _unitStates[unit];

    /// <summary>True if the unit has a score.</summary>
    public bool HasScore(int unit) => _unitStates[unit] == ScoreState.Scored;

    internal PopulationFacts? FactsOf(PopulationManner manner, string scope) => _facts.GetValueOrDefault((manner, scope));

    internal void SetFacts(IReadOnlyDictionary<(PopulationManner Manner, string Scope), PopulationFacts> facts) => _facts = facts;

    internal decimal[] PointsOf(int node) => _points[node];

    internal CellState[] StatesOf(int node) => _states[node];

    internal decimal[] ApplicableMaxOf(int node) => _applicableMax[node];

    internal decimal[] ComputedOf(int node) => _computed[node]!;

    internal CellState[] ComputedStatesOf(int node) => _computedStates[node]!;

    internal FigureSource[] SourcesOf(int node) => _sources[node]!;

    internal void SetState(int unit, ScoreState state) => _unitStates[unit] = state;

    internal void SetTotal(int unit, in UnitTotal total)
    {
        _base[unit] = total.Base;
        _bonus[unit] = total.Bonus;
        _deduction[unit] = total.Deduction;
        _applicable[unit] = total.Applicable;
        _score[unit] = total.Score;
        _comparable[unit] = total.Comparable;
    }

    private static T[][] Arrays<T>(int nodes, int units) => [.. Enumerable.Range(0, nodes).Select(_ => new T[units])];
}
