using System.ComponentModel;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Rules.Documents;
using DanVan.Scoring.Scoring.Kernels;

namespace DanVan.Scoring.Scoring.Manners;

/// <summary>Judged, as written in the file.</summary>
[Description("Judged by a panel: points come from appraisal.csv (or from selfscores.csv where total.unappraised is self), else they are missing.")]
public sealed record JudgedDocument : MannerDocument
{
    internal override Manner? Check(MannerCheck check) => new Judged();
}

/// <summary>Judged by a panel, 0 to max; nothing is computed.</summary>
internal sealed class Judged : ScoringManner
{
    public override bool IsConstant => false;

    public override IEnumerable<Expression> Expressions => [];

    public override string Describe(RuleText text) => text.Text("hội đồng chấm", "judged by the panel");

    public override void Run(Kernel kernel)
    {
        kernel.Note($"{("hội đồng chấm", "judged by a panel")}");
        kernel.Demand(CellState.Missing);
    }
}
