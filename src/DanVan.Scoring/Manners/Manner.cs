using DanVan.Scoring.Expressions;

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

    /// <summary>
    /// Fills the block's points, before rounding, within 0 and <paramref name="maxPoints"/>. A cell that is not a value
    /// carries its state.
    /// </summary>
    internal abstract void Score(Frame frame, decimal maxPoints, Cells<decimal> points);

    /// <summary>Writes the arithmetic for the frame's single unit.</summary>
    internal abstract void Explain(Engine.TraceWriter trace, decimal maxPoints);
}
