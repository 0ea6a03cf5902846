using BenchmarkDotNet.Attributes;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Benchmarks;

/// <summary>Loading and checking a rule set, once the code is warm.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private byte[] _json = [];

    /// <summary>How many criteria.</summary>
    [Params(30, 300)]
    public int Criteria { get; set; }

    /// <summary>Makes the JSON, and sees that it loads whole.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _json = SyntheticRules.Json(Criteria);
        if (SyntheticRules.Load(_json).Leaves.Count() != Criteria)
            throw new InvalidOperationException("Not all criteria were loaded.");
    }

    /// <summary>From bytes to a rule set: JSON, names, expressions, manners, trial.</summary>
    [Benchmark]
    public RuleSet Load() => SyntheticRules.Load(_json);
}
