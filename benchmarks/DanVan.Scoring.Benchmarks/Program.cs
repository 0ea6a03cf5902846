using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DanVan.Scoring.Benchmarks;

switch (args)
{
    case ["generate", var folder, var units, .. var rest]:
        SyntheticData.Write(folder, SyntheticData.Rules(), int.Parse(units, CultureInfo.InvariantCulture), rest is [var share] ? double.Parse(share, CultureInfo.InvariantCulture) : 0);
        return 0;
    case ["job", var folder, .. var sizes]:
        PublishedJob.Run(folder, sizes.Length == 0 ? [50, 5_000, 100_000, 1_000_000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
        return 0;
    case ["growth", var folder]:
        Growth.Run(folder);
        return 0;
    case ["phases", var folder]:
        JobPhases.Run(folder);
        return 0;
    default:
        // In this process: the projects that BenchmarkDotNet would make know nothing of the central package versions.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args, config);
        return 0;
}
