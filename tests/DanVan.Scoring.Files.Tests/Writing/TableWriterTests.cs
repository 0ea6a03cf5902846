using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Writing;

public sealed class TableWriterTests
{
    [Theory]
    [InlineData(CsvStyle.Office)]
    [InlineData(CsvStyle.Plain)]
    public void WrittenTables_ReadBackTheSame(CsvStyle style)
    {
        string[] pieces = ["a", "Ủy ban", ";", ",", "\"", "\"\"", " x", "1,5", "ế", "a\tb", "n/a", "%", "😀", "=1+41", "-", "'", "+", "@", " ", "＝", ",=", ";-", "'="];
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, 3)
                .Select(i => (i == 0 ? "x" : "") + string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray()).ToList();
            using var folder = new TemporaryFolder();
            string path = Path.Combine(folder.Path, "t.csv");
            using (var stream = File.Create(path))
            using (var table = new TableWriter(stream, style, ["code", "name", "kind"]))
                foreach (string[] row in rows)
                    table.Text(row[0]).Text(row[1]).Text(row[2]).EndRow();
            var diagnostics = new DiagnosticBag();
            using var read = CsvTable.Open(path, "t.csv", new KnownHeaders(["code", "name", "kind"]), diagnostics);
            Assert.True(read is not null, $"seed {seed}: {string.Join('\n', diagnostics.Sorted())}");
            foreach (string[] row in rows)
            {
                Assert.True(read.Read());
                for (int i = 0; i < 3; i++)
                    Assert.Equal(TextKey.Clean(row[i]), read.Text(i));
            }
            Assert.False(read.Read());
        }
    }

    [Theory]
    [InlineData("Phuong A,=1+41,B")]
    [InlineData("Phuong A;=1+41;B")]
    [InlineData("a, -1")]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("a\t@x")]
    [InlineData("; ＝1")]
    public void Text_OpenedWithAnySeparator_ShowsNoFormula(string text)
    {
        foreach (var style in new[] { CsvStyle.Office, CsvStyle.Plain })
        {
            using var stream = new MemoryStream();
            using (var table = new TableWriter(stream, style, ["a", "b"]))
                table.Text(text).Text("x").EndRow();
            string row = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n")[1];
            foreach (char separator in ";,\t")
                Assert.DoesNotContain(row.Split(separator), cell => cell.Trim().Trim('"').Trim() is { Length: > 0 } shown && "=+-@＝".Contains(shown[0], StringComparison.Ordinal));
            Assert.Equal(text, FormulaText.Unguard(FormulaText.Guard(text)));
        }
    }

    [Theory]
    [InlineData("-2.5", "-2,5")] // a number stays a number
    [InlineData("84.3750", "84,375")]
    [InlineData("0.000000001", "0,000000001")]
    [InlineData("33.3333333333333333333", "33,333333333")] // what is longer could not be read again
    [InlineData("0.0000000005", "0,000000001")]
    public void Numbers_KeepNineDecimals(string number, string expected)
    {
        using var stream = new MemoryStream();
        using (var table = new TableWriter(stream, CsvStyle.Office, ["a", "b"]))
            table.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Number(null).EndRow();
        Assert.EndsWith($"\r\n{expected};\r\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }
}
