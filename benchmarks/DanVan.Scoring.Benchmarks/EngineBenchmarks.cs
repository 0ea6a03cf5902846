using BenchmarkDotNet.Attributes;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Benchmarks;

/// <summary>
/// The engine on one thread beside the two baselines, in one run: points of 24 criteria and totals. The answers are
/// compared before anything is timed.
/// </summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private RuleSet _rules = null!;
    private Dataset _data = null!;
    private HandWritten _hand = null!;
    private NaiveEvaluator _naive = null!;
    private Scorer _scorer = null!;
    private CellFrame _frame = null!;

    /// <summary>How many units.</summary>
    [Params(1_000, 10_000, 1_000_000)]
    public int Units { get; set; }

    /// <summary>Share of cells left empty.</summary>
    [Params(0, 0.1)]
    public double EmptyShare { get; set; }

    /// <summary>Makes the data, and compares the answers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rules = SyntheticData.Rules();
        _data = SyntheticData.Build(_rules, Units, EmptyShare);
        (_hand, _naive) = (new HandWritten(_rules, _data), new NaiveEvaluator(_rules, _data));
        _frame = new CellFrame(_data);
        _scorer = new Scorer(_rules, _data, _frame, PopulationObserver.Observe(_rules, _data, default), new BlockSheet(_rules));
        _hand.Score();
        _naive.Score();
        Compare(Evaluation.Of(_rules, _data, new DiagnosticBag()));
    }

    /// <summary>Loops written by hand over <c>decimal[]</c>: the ceiling.</summary>
    [Benchmark(Baseline = true)]
    public void ByHand() => _hand.Score();

    /// <summary>The engine.</summary>
    [Benchmark]
    public void Engine()
    {
        var findings = new DiagnosticBag();
        for (int first = 0; first < Units; first += Frame.BlockSize)
        {
            _frame.MoveTo(first, Math.Min(Frame.BlockSize, Units - first));
            _scorer.Score(findings);
        }
    }

    /// <summary>A dictionary a unit, an object a value.</summary>
    [Benchmark]
    public void Naive() => _naive.Score();

    private void Compare(Evaluation evaluation)
    {
        for (int unit = 0; unit < Units; unit++)
        {
            decimal sum = 0;
            foreach (var (i, leaf) in _rules.Leaves.Index())
            {
                decimal points = evaluation.Sheet.Points(leaf.Index)[unit];
                if (points != _hand.Points[i][unit])
                    throw new InvalidOperationException($"Unit {unit}, {leaf.Id}: {points} by the engine, {_hand.Points[i][unit]} by hand.");
                sum += points;
            }
            if (sum != _naive.Totals[unit])
                throw new InvalidOperationException($"Unit {unit}: {sum} by the engine, {_naive.Totals[unit]} by the naive evaluator.");
        }
    }
}
