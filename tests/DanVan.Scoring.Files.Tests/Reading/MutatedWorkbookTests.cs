using System.Globalization;
using System.IO.Compression;
using System.Text;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Rules;
using DanVan.Scoring.Scoring;
using DanVan.Scoring.Values;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>
/// Damaged and hostile files end with findings, or are read as what they say: within bounded memory and time, never a
/// crash, never a number that is not in the file.
/// </summary>
public sealed class MutatedWorkbookTests
{
    private const int Count = 1_000;
    private static readonly Sample Plain = new();
    private static readonly RuleSet RuleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(Plain.Rules), new DiagnosticBag())!;

    [Fact]
    public void DamagedBytes_AreRefused_OrChangeNoNumber()
    {
        byte[] good = GoodWorkbook();
        string expected = NumbersOf(good, out _)!;
        int refused = 0, read = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = seed % 10 == 0 ? good[..random.Next(good.Length)] : [.. good];
            for (int i = random.Next(1, 5); i > 0 && bytes.Length > 0 && seed % 10 != 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            string? found = NumbersOf(bytes, out var diagnostics);
            if (found is null || diagnostics.HasErrors)
            {
                refused++;
                Assert.True(diagnostics.HasErrors, $"seed {seed}: refused without an error");
                Assert.All(diagnostics.Sorted(), diagnostic => Assert.NotEmpty(diagnostic.Describe(Language.Vietnamese)));
            }
            else
            {
                read++;
                Assert.True(expected == found, $"seed {seed}: {found}");
            }
        }
        Assert.True(refused > Count / 2 && refused + read == Count, $"{refused} refused, {read} read as they were");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Count} damaged workbooks: {refused} refused, {read} read as they were");
    }

    [Fact]
    public void RewrittenParts_GiveFindings_OrWhatTheySay()
    {
        int read = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = Rewrite(GoodWorkbook(), (name, text) => random.Next(3) > 0 ? text : random.Next(8) switch
            {
                0 => null,
                1 => text[..random.Next(text.Length)],
                2 => "",
                3 => text.Insert(random.Next(text.Length), new[] { "<", "&", "&#0;", "<x/>", "\u0001", "]]>", "<!-- -->", "<row r=\"7\">", "99999999999" }[random.Next(9)]),
                _ => text.Remove(random.Next(text.Length / 2), random.Next(1, 20)),
            });
            if (NumbersOf(bytes, out var diagnostics) is null)
                Assert.True(diagnostics.HasErrors, $"seed {seed}: refused without an error");
            else
                read++;
        }
        Assert.True(read > 20, $"{read} read");
    }

    public static TheoryData<string> Hostiles =>
        ["noSheet", "noStrings", "noWorkbook", "zipBomb", "lyingSizes", "entityBomb", "columns", "farRow", "farColumn", "manySheets", "formulaText", "badStyle", "hugeNumber", "wordFile"];

    [Theory]
    [MemberData(nameof(Hostiles))]
    public void HostileWorkbook_EndsWithFindings(string kind)
    {
        byte[] workbook = Hostile(kind);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var started = System.Diagnostics.Stopwatch.StartNew();
        string? numbers = NumbersOf(workbook, out var diagnostics);
        Assert.True(diagnostics.Sorted().Any(), kind);
        Assert.True(diagnostics.HasErrors || kind is "columns" or "farColumn" or "formulaText" or "manySheets", string.Join('\n', diagnostics.Sorted()));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(30) && GC.GetTotalAllocatedBytes(precise: true) - before < 1L << 30, kind);
        if (kind == "noSheet")
            Assert.Null(numbers);
    }

    private static byte[] Hostile(string kind) => kind switch
    {
        "noSheet" => Rewrite(GoodWorkbook(), (name, text) => name.Contains("worksheets", StringComparison.Ordinal) ? null : text),
        "noStrings" => Rewrite(GoodWorkbook(), (name, text) => name.Contains("sheet1.xml", StringComparison.Ordinal) ? text.Replace("inlineStr", "s", StringComparison.Ordinal) : text),
        "noWorkbook" => Rewrite(GoodWorkbook(), (name, text) => name.EndsWith("workbook.xml", StringComparison.Ordinal) ? null : text),
        "zipBomb" => WithSheet("<sheetData>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 5_000_000)) + "</sheetData>"),
        "lyingSizes" => Lie(WithSheet("<sheetData>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 4_000_000)) + "</sheetData>")),
        "entityBomb" => Rewrite(GoodWorkbook(), (name, text) => name.Contains("sheet1.xml", StringComparison.Ordinal)
            ? "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..].Replace("tốt", "&c;", StringComparison.Ordinal) : text),
        "columns" => WithRows(string.Concat(Enumerable.Range(0, 16_384).Select(i => $"<c t=\"inlineStr\"><is><t>{(i == 0 ? "U1" : $"x{i}")}</t></is></c>"))),
        "farRow" => Rewrite(GoodWorkbook(), (_, text) => text.Replace("<x:row r=\"3\"", "<x:row r=\"2000000000\"", StringComparison.Ordinal).Replace("<x:v>120</x:v>", "<x:v>x</x:v>", StringComparison.Ordinal)),
        "farColumn" => Rewrite(GoodWorkbook(), (_, text) => text.Replace("r=\"J2\"", "r=\"ZZZZZZZ2\"", StringComparison.Ordinal).Replace("r=\"A4\"", "r=\"XFD4\"", StringComparison.Ordinal)),
        "manySheets" => Rewrite(GoodWorkbook(), (name, text) => name.EndsWith("workbook.xml", StringComparison.Ordinal)
            ? text.Replace("<x:sheets>", "<x:sheets>" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<x:sheet name=\"s{i}\" sheetId=\"{i + 9}\" r:id=\"rId{i + 900}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>")), StringComparison.Ordinal) : text),
        "formulaText" => Rewrite(GoodWorkbook(), (_, text) => text.Replace("<x:v>12.5</x:v>", "<x:f>1/0</x:f>", StringComparison.Ordinal)),
        "badStyle" => Rewrite(GoodWorkbook(), (_, text) => text.Replace(" s=\"1\"", " s=\"4000000000\"", StringComparison.Ordinal)),
        "hugeNumber" => Rewrite(GoodWorkbook(), (_, text) => text.Replace("<x:v>12.5</x:v>", "<x:v>1E+300</x:v>", StringComparison.Ordinal)),
        "wordFile" => WordFile(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] GoodWorkbook()
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllBytes(TestWorkbook.Write(Path.Combine(folder.Path, "results.xlsx"), "Trang 1", Sample.TypedCells));
    }

    private static byte[] WordFile()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("Báo cáo")))));
        return stream.ToArray();
    }

    private static byte[] WithSheet(string data) => Rewrite(GoodWorkbook(), (name, text) => name.Contains("sheet1.xml", StringComparison.Ordinal)
        ? $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{data}</worksheet>" : text);

    private static byte[] WithRows(string cells) => WithSheet($"<sheetData><row>{string.Concat(Sample.TypedCells[0].Select(header => $"<c t=\"inlineStr\"><is><t>{header}</t></is></c>"))}</row><row>{cells}</row></sheetData>");

    /// <summary>Unpacks, changes or leaves out members, and packs again.</summary>
    private static byte[] Rewrite(byte[] archive, Func<string, string, string?> change)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(archive)))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in source.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                if (change(entry.FullName, reader.ReadToEnd()) is not { } text)
                    continue;
                using var writer = new StreamWriter(target.CreateEntry(entry.FullName).Open());
                writer.Write(text);
            }
        return result.ToArray();
    }

    /// <summary>Makes the directory of an archive say that its largest member is small.</summary>
    private static byte[] Lie(byte[] archive)
    {
        byte[] bytes = [.. archive];
        for (int i = 0; i + 46 < bytes.Length; i++)
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToUInt32(bytes, i + 24) > 1_000_000)
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), 1_000u);
        return bytes;
    }

    /// <summary>The numbers that were read, and the state of every cell; null if the file was refused.</summary>
    private static string? NumbersOf(byte[] workbook, out DiagnosticBag diagnostics)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "units.csv"), Plain.Units);
        File.WriteAllBytes(Path.Combine(folder.Path, "results.xlsx"), workbook);
        diagnostics = new DiagnosticBag();
        if (DatasetReader.Read(folder.Path, RuleSet, diagnostics) is not { } reading)
            return null;
        Evaluation.Of(RuleSet, reading.Data, diagnostics);
        return string.Join('|', reading.Data.Fields.SelectMany(column => Enumerable.Range(0, reading.Data.Units.Length)
            .Select(unit => column.States[unit] == CellState.Value ? Convert.ToString(column[unit], CultureInfo.InvariantCulture) : column.States[unit].ToString())));
    }
}
