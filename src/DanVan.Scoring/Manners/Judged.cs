using System.ComponentModel;
using DanVan.Scoring.Data;
using DanVan.Scoring.Engine;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Manners;

/// <summary>Judged, as written in the file.</summary>
[Description("Judged by a panel: points come from appraisal.csv (or from selfscores.csv where total.unappraised is self), else they are missing.")]
public sealed record JudgedDocument : MannerDocument
{
    internal override Manner? Check(MannerCheck check) => new Judged();
}

/// <summary>Judged by a panel, 0 to max; nothing is computed.</summary>
public sealed class Judged : Manner
{
    internal Judged()
    {
    }

    /// <inheritdoc/>
    public override string Type => "judged";

    /// <inheritdoc/>
    public override IEnumerable<Expression> Expressions => [];

    /// <inheritdoc/>
    public override string Describe(RuleText text) => text.Text("hội đồng chấm", "judged by the panel");

    internal override void Score(ScoringFrame frame, long maxPoints, PointCells points) =>
        points.Fill(CellState.Missing, frame.Count);

    internal override void Explain(TraceWriter trace, decimal maxPoints) =>
        trace.Note(trace.Text("hội đồng chấm", "judged by a panel"));
}
