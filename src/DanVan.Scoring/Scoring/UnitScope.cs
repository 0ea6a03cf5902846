using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring;

/// <summary>Tells which units of a block are scored, as far as that is known before any point is given.</summary>
internal sealed class UnitScope(RuleSet ruleSet, Dataset data)
{
    private readonly ScoreNode[] _readers =
        [.. ruleSet.Leaves.Where(leaf => leaf.Manner!.Expressions.Concat(Applicability.Conditions(ruleSet, leaf)).Any(ReadsFields))];

    private readonly CellState[] _applicability = new CellState[Frame.BlockSize];
    private readonly bool[] _isJudged = new bool[Frame.BlockSize];

    /// <summary>What is evaluated to tell who is scored.</summary>
    public static IEnumerable<Expression> Expressions(RuleSet ruleSet) =>
        ruleSet.Leaves.SelectMany(leaf => Applicability.Conditions(ruleSet, leaf)).Append(ruleSet.ScoredUnits).OfType<Expression>();

    public void Find(CellFrame frame, Span<ScoreState> states)
    {
        var inScope = frame.Rent<bool>();
        ruleSet.ScoredUnits?.Evaluate(frame, inScope);
        for (int i = 0; i < frame.Count; i++)
            states[i] = Find(frame.UnitAt(i), ruleSet.ScoredUnits is null ? CellState.Value : inScope.States[i], ruleSet.ScoredUnits is null || inScope.Values[i]);
        frame.Return(inScope);
        TakeInJudged(frame, states);
    }

    private static bool ReadsFields(Expression expression) =>
        expression.Inputs.Any(input => input.Source is InputSource.Field or InputSource.PreviousField);

    /// <summary>A unit without results is scored all the same if it has points and no criterion that applies to it reads a field.</summary>
    private void TakeInJudged(CellFrame frame, Span<ScoreState> states)
    {
        bool any = false;
        for (int i = 0; i < frame.Count; i++)
            any |= _isJudged[i] = states[i] == ScoreState.NoResults && HasPoints(frame.UnitAt(i));
        if (!any)
            return;
        foreach (var leaf in _readers)
        {
            Applicability.Evaluate(ruleSet, leaf, frame, _applicability);
            for (int i = 0; i < frame.Count; i++)
                _isJudged[i] &= _applicability[i] == CellState.NotApplicable
                    || data.Exemptions.Find(leaf.Index, frame.UnitAt(i)) is not null;
        }
        for (int i = 0; i < frame.Count; i++)
            if (_isJudged[i])
                states[i] = ScoreState.Scored;
    }

    private bool HasPoints(int unit) =>
        data.Appraised.HasUnit(unit) || (ruleSet.Total.Unappraised == UnappraisedRule.Self && data.SelfScores.HasUnit(unit));

    private ScoreState Find(int unit, CellState state, bool isInScope) =>
        state == CellState.Invalid ? ScoreState.FaultyData
        : state == CellState.Missing ? ScoreState.MissingData
        : state == CellState.NotApplicable || !isInScope ? ScoreState.OutOfScope
        : data.UnusableUnits.Count > 0 && data.UnusableUnits.Contains(unit) ? ScoreState.FaultyData
        : !data.HasResults(unit) ? ScoreState.NoResults
        : ScoreState.Scored;
}
