using System.Diagnostics;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Benchmarks;

/// <summary>The engine beside the two baselines, in one process: first the answers are compared, then they are timed.</summary>
internal static class EngineTimes
{
    public static void Run(int units, double emptyShare)
    {
        var rules = SyntheticData.Rules();
        var data = SyntheticData.Build(rules, units, emptyShare);
        var hand = new HandWritten(rules, data);
        var naive = units > 100_000 ? null : new NaiveEvaluator(rules, data);
        hand.Score();
        naive?.Score();
        var evaluation = Evaluation.Of(rules, data, new DiagnosticBag());
        for (int i = 0; i < units; i++)
        {
            decimal sum = 0;
            foreach (var (k, leaf) in rules.Leaves.Index())
            {
                if (evaluation.Sheet.Points(leaf.Index)[i] != hand.Points[k][i])
                    throw new InvalidOperationException($"unit {i} {leaf.Id}: engine {evaluation.Sheet.Points(leaf.Index)[i]}, by hand {hand.Points[k][i]}");
                sum += hand.Points[k][i];
            }
            if (naive is not null && naive.Totals[i] != sum)
                throw new InvalidOperationException($"unit {i}: naive {naive.Totals[i]}, by hand {sum}");
        }
        for (int round = 0; round < 3; round++)
        {
            var facts = Engine.PopulationObserver.Observe(rules, data, default);
            double score = Time(() => ScoreOnOneThread(rules, data, facts)), observe = Time(() => Engine.PopulationObserver.Observe(rules, data, default));
            long before = GC.GetAllocatedBytesForCurrentThread();
            ScoreOnOneThread(rules, data, facts);
            Console.WriteLine($"score one thread {units * 24 / score / 1e6:0.0} M/s, observe {observe * 1000:0} ms, allocated {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)units:0.00} B/unit");
            foreach (var leaf in rules.Leaves)
            {
                var frame = new Expressions.Frame(data) { Facts = facts };
                var cells = new Engine.PointCells();
                double time = Time(() =>
                {
                    for (int first = 0; first < units; first += 1024)
                    {
                        frame.MoveTo(first, Math.Min(1024, units - first));
                        leaf.Manner!.Score(frame, Data.Billionths.Of(leaf.MaxPoints), cells);
                    }
                });
                Console.Write($"{leaf.Id} {leaf.Manner!.Type} {time / units * 1e9:0} ns; ");
            }
            Console.WriteLine();
            double handTime = Time(hand.Score), naiveTime = naive is null ? 0 : Time(naive.Score), engine = Time(() => Evaluation.Of(rules, data, new DiagnosticBag()));
            Console.WriteLine($"{units} units, {emptyShare:P0} empty: by hand {units * 24 / handTime / 1e6:0.0} M/s, naive {(naive is null ? 0 : units * 24 / naiveTime / 1e6):0.0} M/s, whole evaluation {units * 24 / engine / 1e6:0.0} M/s");
        }
    }

    private static void ScoreOnOneThread(Rules.RuleSet rules, Data.Dataset data, Engine.FactTable facts)
    {
        var frame = new Expressions.Frame(data) { Block = new Engine.BlockSheet(rules), Facts = facts };
        var scorer = new Engine.Scorer(rules, data);
        var findings = new DiagnosticBag();
        for (int first = 0; first < data.Units.Length; first += Expressions.Frame.BlockSize)
        {
            frame.MoveTo(first, Math.Min(Expressions.Frame.BlockSize, data.Units.Length - first));
            scorer.Score(frame, findings);
        }
    }

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }
}
