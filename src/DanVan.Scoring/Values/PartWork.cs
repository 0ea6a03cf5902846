using System.Runtime.ExceptionServices;

namespace DanVan.Scoring.Values;

/// <summary>
/// Work on the parts of something, on all cores. What the parts gave is handed over in their order, so that nothing
/// depends on which core was faster.
/// </summary>
public static class PartWork
{
    private const int MostAhead = 8; // parts a worker, so that what waits for a slow part stays small

    /// <summary>Works on all parts.</summary>
    /// <typeparam name="TPart">What a part gives.</typeparam>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="newWorker">Makes what works on a part, given its 0-based index; one is made for each core.</param>
    /// <param name="take">Takes over what a part gave; called part by part, by one thread at a time.</param>
    /// <param name="progress">Told which share of the parts is done, 0 to 1; null if nobody asks.</param>
    /// <remarks>An exception of a worker or of <paramref name="take"/> ends the work and is thrown.</remarks>
    public static void Run<TPart>(int parts, Func<Func<int, TPart>> newWorker, Action<TPart> take, IProgress<decimal>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(newWorker);
        ArgumentNullException.ThrowIfNull(take);
        var queue = new Queue<TPart>(parts, take, progress);
        int workers = Math.Min(parts, Environment.ProcessorCount);
        if (workers <= 1)
        {
            queue.Work(newWorker);
            return;
        }
        try
        {
            Task.WaitAll([.. Enumerable.Range(0, workers).Select(_ => Task.Run(() => queue.Work(newWorker)))]);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Gives out the parts, and hands over what they gave; a part that is early waits.</summary>
    private sealed class Queue<TPart>(int parts, Action<TPart> take, IProgress<decimal>? progress)
    {
        private readonly object _lock = new();
        private readonly Dictionary<int, TPart> _waiting = [];
        private int _next;
        private int _due;
        private bool _isStopped;

        public void Work(Func<Func<int, TPart>> newWorker)
        {
            try
            {
                var work = newWorker();
                while (Next() is { } part)
                    Hand(part, work(part));
            }
            catch
            {
                Stop();
                throw;
            }
        }

        private int? Next()
        {
            lock (_lock)
            {
                while (_next < parts && _next >= _due + (MostAhead * Environment.ProcessorCount) && !_isStopped)
                    Monitor.Wait(_lock);
                return _next < parts && !_isStopped ? _next++ : null;
            }
        }

        private void Hand(int number, TPart part)
        {
            lock (_lock)
            {
                _waiting[number] = part;
                while (!_isStopped && _waiting.Remove(_due, out var due))
                {
                    take(due);
                    _due++;
                    progress?.Report((decimal)_due / parts);
                }
                Monitor.PulseAll(_lock);
            }
        }

        private void Stop()
        {
            lock (_lock)
            {
                _isStopped = true;
                Monitor.PulseAll(_lock);
            }
        }
    }
}
