using DanVan.Scoring.Data;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>A manner with its arithmetic, said once for scoring and explaining.</summary>
internal abstract class ScoringManner : Manner
{
    /// <summary>True if every unit gets the same points, whatever its data say.</summary>
    public virtual bool IsConstant => Expressions.All(expression => expression.IsConstant);

    /// <summary>Gives the block's units their points, in the kernel's operations.</summary>
    public abstract void Run(Kernel kernel);

    /// <summary>Says at which positions of the block the data deserve a look although they give points.</summary>
    public virtual void Doubt(CellFrame frame, Action<int, LocalText> report)
    {
    }
}
