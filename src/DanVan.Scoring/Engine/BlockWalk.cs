using System.Runtime.ExceptionServices;
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
    void Visit(Frame frame, TFound found, DiagnosticBag diagnostics);
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
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Run<TFound>(
        IReadOnlySet<int>? fields, Func<IBlockWorker<TFound>> newWorker, Func<TFound> newFound, Action<TFound> take, bool reportsCells = false)
    {
        var source = fields is { Count: 0 } ? null : data.Cells;
        int parts = source?.Parts ?? (data.Units.Length + UnitsInPart - 1) / UnitsInPart;
        var order = new PartOrder<(TFound Found, DiagnosticBag Diagnostics)>(part =>
        {
            findings.Take(part.Diagnostics);
            take(part.Found);
        });
        int next = -1;
        Parallelize(Math.Min(parts, Environment.ProcessorCount), () =>
        {
            var worker = newWorker();
            var frame = new Frame(data);
            for (int part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
            {
                var found = newFound();
                var diagnostics = new DiagnosticBag(findings);
                if (source is null)
                    VisitRange(part, frame, worker, found, diagnostics);
                else
                    VisitRead(source.Read(part, fields, reportsCells ? diagnostics : new DiagnosticBag()), frame, worker, found, diagnostics);
                order.Hand(part, (found, diagnostics));
            }
        });
    }

    private void VisitRange<TFound>(int part, Frame frame, IBlockWorker<TFound> worker, TFound found, DiagnosticBag diagnostics)
    {
        int end = Math.Min((part + 1) * UnitsInPart, data.Units.Length);
        for (int first = part * UnitsInPart; first < end; first += Frame.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(first, Math.Min(Frame.BlockSize, end - first));
            worker.Visit(frame, found, diagnostics);
        }
    }

    private void VisitRead<TFound>(IEnumerable<CellBlock> blocks, Frame frame, IBlockWorker<TFound> worker, TFound found, DiagnosticBag diagnostics)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            frame.MoveTo(block);
            worker.Visit(frame, found, diagnostics);
        }
    }

    private static void Parallelize(int workers, Action work)
    {
        if (workers <= 1)
        {
            work();
            return;
        }
        try
        {
            Task.WaitAll([.. Enumerable.Range(0, workers).Select(_ => Task.Run(work))]);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Hands over what parts gave in the order of the parts; a part that is early waits.</summary>
    private sealed class PartOrder<TPart>(Action<TPart> take)
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<int, TPart> _waiting = [];
        private int _next;

        public void Hand(int number, TPart part)
        {
            lock (_lock)
            {
                _waiting[number] = part;
                while (_waiting.Remove(_next, out var due))
                {
                    take(due);
                    _next++;
                }
            }
        }
    }
}
