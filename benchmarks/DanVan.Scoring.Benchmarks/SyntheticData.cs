using System.Globalization;
using System.Text;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Benchmarks;

/// <summary>Synthetic units and results for the rules of <c>benchmark.json</c>: 24 criteria, 40 fields. The same for the same seed.</summary>
internal static class SyntheticData
{
    /// <summary>The rules.</summary>
    public static string RulesPath => Path.Combine(AppContext.BaseDirectory, "benchmark.json");

    /// <summary>Loads the rules.</summary>
    public static RuleSet Rules() => RuleSetLoader.Load("benchmark.json", File.ReadAllBytes(RulesPath), new DiagnosticBag())
        ?? throw new InvalidOperationException("benchmark.json has errors; 'danvan check' lists them.");

    /// <summary>Writes a dataset folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="units">How many units.</param>
    /// <param name="emptyShare">Share of cells left empty.</param>
    public static void Write(string folder, RuleSet rules, int units, double emptyShare)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "note.txt"), "Số liệu giả lập để đo tốc độ.\n");
        using (var list = Create(folder, "units.csv"))
        {
            list.Write("code;name;kind;group\n");
            for (int unit = 0; unit < units; unit++)
                list.Write(string.Create(CultureInfo.InvariantCulture, $"{Code(unit)};Công đoàn cơ sở số {unit + 1};union;{Group(unit)}\n"));
        }
        using var results = Create(folder, "results.csv");
        results.Write("code;" + string.Join(';', rules.Fields.Select(field => field.Id)) + "\n");
        var random = new Random(20_231_101);
        var row = new StringBuilder();
        for (int unit = 0; unit < units; unit++)
        {
            row.Clear().Append(Code(unit));
            foreach (var (field, value) in Row(rules, random))
            {
                row.Append(';');
                if (random.NextDouble() >= emptyShare)
                    Append(row, field, value);
            }
            results.Write(row.Append('\n'));
        }
    }

    /// <summary>Makes the same dataset in memory.</summary>
    public static Dataset Build(RuleSet rules, int units, double emptyShare)
    {
        var place = new Place { File = "units.csv" };
        var builder = new DatasetBuilder(rules, Enumerable.Range(0, units).Select(unit => new Unit
        {
            Index = unit,
            Code = Code(unit),
            Name = $"Công đoàn cơ sở số {unit + 1}",
            Kind = "union",
            Group = Group(unit),
            Place = place,
        }), new DiagnosticBag());
        var random = new Random(20_231_101);
        for (int unit = 0; unit < units; unit++)
        {
            builder.NameRow(unit, "results.csv", unit + 2, unit + 1);
            foreach (var (field, value) in Row(rules, random))
            {
                if (random.NextDouble() < emptyShare)
                    continue;
                var column = builder.ColumnOf(field.Index);
                switch (value)
                {
                    case decimal number:
                        DatasetBuilder.Set(column, unit, number);
                        break;
                    case bool yesNo:
                        DatasetBuilder.Set(column, unit, yesNo);
                        break;
                    case DateOnly date:
                        DatasetBuilder.Set(column, unit, date);
                        break;
                }
            }
        }
        return builder.Build();
    }

    private static StreamWriter Create(string folder, string name) => new(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 20);

    private static string Code(int unit) => string.Create(CultureInfo.InvariantCulture, $"U{unit:D8}");

    private static string Group(int unit) => string.Create(CultureInfo.InvariantCulture, $"g{(unit % 8) + 1}");

    private static void Append(StringBuilder row, Field field, object value) => _ = value switch
    {
        decimal share when field.Type == FieldType.Percent => row.Append(CultureInfo.InvariantCulture, $"{share * 100:0.##}"),
        decimal number => row.Append(CultureInfo.InvariantCulture, $"{number}"),
        bool yesNo => row.Append(yesNo ? '1' : '0'),
        DateOnly date => row.Append(CultureInfo.InvariantCulture, $"{date:dd/MM/yyyy}"),
        _ => throw new InvalidOperationException($"No text for {value}."),
    };

    /// <summary>One value a field; parts are at most their wholes.</summary>
    private static IEnumerable<(Field Field, object Value)> Row(RuleSet rules, Random random)
    {
        int whole = 0;
        foreach (var field in rules.Fields)
        {
            object value = field.Id switch
            {
                _ when field.Id.StartsWith("whole", StringComparison.Ordinal) => (decimal)(whole = random.Next(1, 400)),
                _ when field.Id.StartsWith("part", StringComparison.Ordinal) => (decimal)random.Next(whole / 2, whole + 1),
                _ when field.Id.StartsWith("index", StringComparison.Ordinal) => Hundredths(random, 4_000, 10_000),
                _ when field.Id.StartsWith("share", StringComparison.Ordinal) => Hundredths(random, 0, 10_000) / 100,
                _ when field.Id.StartsWith("answer", StringComparison.Ordinal) => Hundredths(random, 100, 500),
                "budget" => (decimal)random.Next(100_000, 90_000_000),
                "spent" => (decimal)random.Next(50_000, 80_000_000),
                "members" => (decimal)random.Next(0, 5_000),
                "forms" => (decimal)random.Next(0, 60),
                "planned" or "officer" => random.Next(4) > 0,
                "reportDate" => new DateOnly(2023, 10, 20).AddDays(random.Next(0, 25)),
                _ => (decimal)random.Next(0, 8),
            };
            yield return (field, value);
        }
    }

    private static decimal Hundredths(Random random, int least, int end) => new(random.Next(least, end), 0, 0, false, 2);
}
