using CsvHelper;

namespace DanVan.Scoring.Benchmarks;

/// <summary>What CsvHelper alone does with a file of results, on one thread.</summary>
internal static class CsvBaseline
{
    /// <summary>Moves through the records.</summary>
    public static long Read(string path)
    {
        using var reader = CsvReader.FromFile(path, Options());
        reader.ReadHeader();
        long rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }

    /// <summary>Parses every field that holds numbers; the code and the date are taken as text.</summary>
    public static decimal ParseDecimals(string path)
    {
        using var reader = CsvReader.FromFile(path, Options());
        reader.ReadHeader();
        var isText = reader.Headers.Select(header => header is "code" or "reportDate").ToArray();
        decimal sum = 0;
        while (reader.Read())
        {
            for (int i = 0; i < isText.Length; i++)
            {
                if (reader.GetSpan(i).IsEmpty)
                    continue;
                if (isText[i])
                    sum += reader.GetString(i).Length;
                else
                    sum += reader.Parse<decimal>(i);
            }
        }
        return sum;
    }

    private static CsvReaderOptions Options() => new() { Separator = ';', TrackLineNumbers = true, FormatProvider = System.Globalization.CultureInfo.InvariantCulture };
}
