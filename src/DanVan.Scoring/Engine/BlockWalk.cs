using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Engine;

/// <summary>Works on blocks of units, one after the other, on one thread.</summary>
/// <typeparam name="TFound">What it finds out.</typeparam>
internal interface IBlockWorker<TFound>
{
    /// <summary>Works on the frame's block.</summary>
    /// <param name="frame">The block.</param>
    /// <param name="found">Takes what is found out.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    void Visit(ScoringFrame frame, TFound found, DiagnosticBag diagnostics);
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
    private const int UnitsInPart = 16 * Frame.BlockSize;

    /// <summary>Walks all units.</summary>
    /// <param name="fields">Indexes of the fields needed; null for all.</param>
    /// <param name="newWorker">Makes a worker; one works for each core.</param>
    /// <param name="newFound">Makes what takes in the findings of a part.</param>
    /// <param name="take">Takes over what a part gave; called part by part, by one thread at a time.</param>
    /// <param name="reportsCells">True to report what is wrong with cells that are read on the way; false if another walk does.</param>
    /// <param name="progress">Told which share of the units is done; null if nobody asks.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Run<TFound>(
        IReadOnlySet<int>? fields, Func<IBlockWorker<TFound>> newWorker, Func<TFound> newFound, Action<TFound> take, bool reportsCells = false,
        IProgress<decimal>? progress = null)
    {
        var source = fields is { Count: 0 } ? null : data.Cells;
        int parts = source?.Parts ?? (data.Units.Length + UnitsInPart - 1) / UnitsInPart;
        PartWork.Run<(TFound Found, DiagnosticBag Diagnostics)>(parts, () =>
        {
            var worker = newWorker();
            var frame = new ScoringFrame(data);
            return part =>
            {
                var found = newFound();
                var diagnostics = new DiagnosticBag(findings);
                if (source is null)
                    VisitRange(part, frame, worker, found, diagnostics);
                else
                    VisitRead(source.Read(part, fields, reportsCells ? diagnostics : new DiagnosticBag()), frame, worker, found, diagnostics);
                return (found, diagnostics);
            };
        }, part =>
        {
            findings.Take(part.Diagnostics);
            take(part.Found);
        }, progress);
    }

    private void VisitRange<TFound>(int part, ScoringFrame frame, IBlockWorker<TFound> worker, TFound found, DiagnosticBag diagnostics)
    {
        int end = Math.Min((part + 1) * UnitsInPart, data.Units.Length);
        for (int first = part * UnitsInPart; first < end; first += Frame.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(first, Math.Min(Frame.BlockSize, end - first));
            worker.Visit(frame, found, diagnostics);
        }
    }

    private void VisitRead<TFound>(IEnumerable<CellBlock> blocks, ScoringFrame frame, IBlockWorker<TFound> worker, TFound found, DiagnosticBag diagnostics)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(block);
            worker.Visit(frame, found, diagnostics);
        }
    }
}
