using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Scoring;

/// <summary>Works on blocks of units, one after the other, on one thread.</summary>
/// <typeparam name="TFound">What it finds out.</typeparam>
internal interface IBlockWorker<TFound>
{
    /// <summary>Works on the block that the worker's frame stands on.</summary>
    /// <param name="found">Takes what is found out.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    void Visit(TFound found, DiagnosticBag diagnostics);
}

/// <summary>
/// The one place where units are walked, block by block, on all cores. The units come in parts; what the blocks of a part
/// gave is handed over in the order of the parts, so that nothing depends on which core was faster.
/// </summary>
/// <param name="data">The units.</param>
/// <param name="findings">Takes the findings.</param>
/// <param name="cancellation">Stops the work between blocks.</param>
internal sealed class BlockWalk(Dataset data, DiagnosticBag findings, CancellationToken cancellation)
{
    /// <summary>Walks all units.</summary>
    /// <param name="fields">Indexes of the fields needed; null for all.</param>
    /// <param name="newWorker">Makes a worker on a frame; one works for each core.</param>
    /// <param name="newFound">Makes what takes in the findings of a part.</param>
    /// <param name="take">Takes over what a part gave; called part by part, by one thread at a time.</param>
    /// <param name="reportsCells">True to report what is wrong with cells that are read on the way; false if another walk does.</param>
    /// <param name="progress">Told which share of the units is done; null if nobody asks.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Run<TFound>(
        IReadOnlySet<int>? fields, Func<CellFrame, IBlockWorker<TFound>> newWorker, Func<TFound> newFound, Action<TFound> take,
        bool reportsCells = false, IProgress<decimal>? progress = null)
    {
        var source = data.CellsFor(fields);
        PartWork.Run<(TFound Found, DiagnosticBag Diagnostics)>(source.Parts, () =>
        {
            var frame = new CellFrame(data);
            var worker = newWorker(frame);
            return part =>
            {
                var found = newFound();
                var diagnostics = new DiagnosticBag(findings);
                foreach (var block in source.Read(part, fields, reportsCells ? diagnostics : new DiagnosticBag()))
                {
                    cancellation.ThrowIfCancellationRequested();
                    frame.MoveTo(block);
                    worker.Visit(found, diagnostics);
                }
                return (found, diagnostics);
            };
        }, part =>
        {
            findings.Take(part.Diagnostics);
            take(part.Found);
        }, progress);
    }
}
