using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Manners;

/// <summary>A checked scoring manner: how data become the points of one criterion. A closed family.</summary>
public abstract class Manner
{
    private protected Manner()
    {
    }

    /// <summary>The word that names it in a rule set, such as <c>proportional</c>.</summary>
    public abstract string Type { get; }

    /// <summary>What it reads.</summary>
    public abstract IEnumerable<Expression> Expressions { get; }

    /// <summary>The rule in one line, in words.</summary>
    public abstract string Describe(RuleText text);

    private protected static CellState WhenBlank(WhenMissing rule) => rule switch
    {
        WhenMissing.Zero => CellState.Value,
        WhenMissing.Missing => CellState.Missing,
        _ => CellState.NotApplicable,
    };

    /// <summary>
    /// Fills the block's points, in billionths, within 0 and <paramref name="maxPoints"/>. A cell that is not a value
    /// carries its state.
    /// </summary>
    internal abstract void Score(ScoringFrame frame, long maxPoints, PointCells points);

    /// <summary>Says at which positions of the block the data deserve a look although they give points.</summary>
    internal virtual void Doubt(ScoringFrame frame, Action<int, LocalText> report)
    {
    }

    /// <summary>Writes the arithmetic for the frame's single unit.</summary>
    internal abstract void Explain(TraceWriter trace, decimal maxPoints);
}
