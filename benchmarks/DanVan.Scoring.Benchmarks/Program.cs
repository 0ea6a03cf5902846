using System.Diagnostics;
using System.Globalization;
using DanVan.Scoring.Benchmarks;

switch (args)
{
    case ["generate", var folder, var units, .. var rest]:
        SyntheticData.Write(folder, SyntheticData.Rules(), int.Parse(units, CultureInfo.InvariantCulture), rest is [var share] ? double.Parse(share, CultureInfo.InvariantCulture) : 0);
        return 0;
    case ["parse", var file]:
        for (int i = 0; i < 4; i++)
        {
            var watch = Stopwatch.StartNew();
            long rows = CsvBaseline.Read(file);
            double bare = watch.Elapsed.TotalSeconds;
            watch.Restart();
            decimal sum = CsvBaseline.ParseDecimals(file);
            Console.WriteLine($"{rows} {sum} read {bare:0.000} parse {watch.Elapsed.TotalSeconds:0.000}");
        }
        return 0;
    case ["phases", var data]:
        JobPhases.Run(data);
        return 0;
    case ["engine", var count, .. var empty]:
        EngineTimes.Run(int.Parse(count, CultureInfo.InvariantCulture), empty is [var part] ? double.Parse(part, CultureInfo.InvariantCulture) : 0);
        return 0;
    default:
        return 2;
}
