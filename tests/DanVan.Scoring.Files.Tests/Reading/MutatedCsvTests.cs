using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DanVan.Scoring.Data;
using DanVan.Scoring.Diagnostics;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Loading;
using DanVan.Scoring.Values;

namespace DanVan.Scoring.Files.Tests.Reading;

/// <summary>
/// Tables with slips in them: what is read as a number is what a plain reading of that very cell gives, with one decimal
/// sign for the whole column; everything else is refused, and said.
/// </summary>
public sealed partial class MutatedCsvTests
{
    private static readonly int Count = LongMode.Times(1_000);
    private static readonly string[] NumberColumns = ["staff", "briefed", "spending", "satisfied", "events"];
    private static readonly string[] Slips = ["0", "7", "9", ".", ",", "%", " ", "-", "−", "\u00A0", "'", "O", "l", "x", "000", "\u202F", "e-3", "E2", "1234567890"];

    [Fact]
    public void NumbersRead_AreThoseInTheCells()
    {
        var sample = new Sample();
        var ruleSet = RuleSetLoader.Load("rules.json", Encoding.UTF8.GetBytes(sample.Rules), new DiagnosticBag())!;
        int refused = 0, read = 0, cells = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var rows = Mutate(Good(random), random);
            using var folder = new TemporaryFolder();
            File.WriteAllText(Path.Combine(folder.Path, "units.csv"), "code;name;kind;group\n" + string.Concat(Enumerable.Range(1, 6).Select(i => $"U{i};Đơn vị {i};office;g1\n")));
            File.WriteAllText(Path.Combine(folder.Path, "results.csv"), string.Join('\n', rows.Select(row => string.Join(';', row))) + "\n");
            var diagnostics = new DiagnosticBag();
            if (DatasetReader.Read(folder.Path, ruleSet, diagnostics) is not { } reading)
            {
                refused++;
                Assert.True(diagnostics.HasErrors, $"seed {seed}: refused without an error");
                continue;
            }
            read++;
            cells += NumberColumns.Sum(column => CheckColumn(seed, reading.Data, rows, column, diagnostics));
        }
        Assert.True(read > Count / 3 && refused > 50 && cells > 5_000, $"{read} read, {refused} refused, {cells} cells");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Count} tables with slips: {refused} refused, {read} read, {cells} numbers as in the cells");
    }

    /// <summary>Checks the cells of a column; gives how many numbers there were.</summary>
    private static int CheckColumn(int seed, Dataset data, List<string[]> rows, string name, DiagnosticBag diagnostics)
    {
        int at = Array.IndexOf(rows[0], name);
        var column = (Column<decimal>)data.Fields.Single(field => field.Field.Id == name);
        var cells = rows.Skip(1).Where(row => at >= 0 && at < row.Length)
            .Select(row => (Text: row[at], Unit: data.Units.FirstOrDefault(unit => unit.Code == row[0])))
            .Where(cell => cell.Unit is not null && !data.UnusableUnits.Contains(cell.Unit.Index))
            .Select(cell => (cell.Text, State: column.States[cell.Unit!.Index], Value: column.Values[cell.Unit.Index], cell.Unit.Code)).ToList();
        bool isShare = name == "satisfied";
        foreach (var (text, state, _, code) in cells)
        {
            Assert.True(state == CellState.Missing == string.IsNullOrWhiteSpace(text), $"seed {seed}: '{text}' of {name} is {state}");
            Assert.True(state != CellState.Invalid || diagnostics.Sorted().Any(finding => finding.UnitCode == code && finding.Place.ColumnName == name), $"seed {seed}: '{text}' of {name} is refused in silence");
        }
        var numbers = cells.Where(cell => cell.State == CellState.Value).ToList();
        Assert.True(",.".Any(sign => numbers.All(cell => Plain(cell.Text, sign, isShare) == cell.Value)),
            $"seed {seed}, {name}: {string.Join(" | ", numbers.Select(cell => $"{cell.Text} => {cell.Value.ToString(CultureInfo.InvariantCulture)}"))}");
        return numbers.Count;
    }

    /// <summary>A plain reading: digits, thousands marks every three of them, one decimal sign, a power of ten; to nine decimals.</summary>
    private static decimal? Plain(string text, char sign, bool isShare)
    {
        string mark = sign == ',' ? @"\." : ",", point = sign == ',' ? "," : @"\.";
        var match = Regex.Match(text.Trim(), $@"^([+\-−]?)\s*(\d+|\d{{1,3}}(?:(?:{mark}|\s)\d{{3}})+)(?:{point}(\d+))?(?:[eE](-?\d{{1,3}}|\+\d{{1,3}}))?\s*(%?)$", RegexOptions.CultureInvariant);
        if (!match.Success)
            return null;
        decimal value = decimal.Parse(NoDigit().Replace(match.Groups[2].Value, "") + (match.Groups[3].Length > 0 ? "." + match.Groups[3].Value : ""), CultureInfo.InvariantCulture);
        int power = match.Groups[4].Length > 0 ? int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture) : 0;
        if (value != 0 && Math.Abs(power) > 12)
            return null;
        power = value == 0 ? 0 : power;
        value = decimal.Round(power < 0 ? value / (decimal)Math.Pow(10, -power) : value * (decimal)Math.Pow(10, power), 9, MidpointRounding.AwayFromZero);
        return (match.Groups[1].Value is "-" or "−" ? -value : value) / (isShare || match.Groups[5].Length > 0 ? 100 : 1);
    }

    private static List<string[]> Good(Random random)
    {
        bool comma = random.Next(2) == 0;
        string Decimal(decimal value, string format) => value.ToString(format, new NumberFormatInfo { NumberDecimalSeparator = comma ? "," : ".", NumberGroupSeparator = comma ? "." : "," });
        var rows = new List<string[]> { new[] { "code", "staff", "briefed", "planIssued", "reportDate", "spending", "satisfied", "level", "events", "comment" } };
        for (int i = 1; i <= 6; i++)
            rows.Add([$"U{i}", $"{random.Next(900, 4_000)}", $"{random.Next(0, 900)}", "có", "30/10/2023", Decimal(random.Next(1, 9_999_999) / 100m, "#,##0.##"), Decimal(random.Next(200, 1000) / 10m, "0.#") + "%", "high", "0", ""]);
        return rows;
    }

    private static List<string[]> Mutate(List<string[]> rows, Random random)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int row = random.Next(1, rows.Count), column = Array.IndexOf(rows[0], NumberColumns[random.Next(NumberColumns.Length)]);
            switch (random.Next(12))
            {
                case 0:
                    int gone = random.Next(1, rows[0].Length);
                    rows = [.. rows.Select(cells => cells.Where((_, index) => index != gone).ToArray())];
                    break;
                case 1:
                    foreach (string[] cells in rows.Where(cells => cells.Length > 1))
                        (cells[1], cells[^1]) = (cells[^1], cells[1]);
                    break;
                case 2:
                    rows.Insert(row, [.. rows[row]]);
                    break;
                case 3:
                    rows[row] = rows[row][..random.Next(1, rows[row].Length)];
                    break;
                case 4 when rows.Count > 3:
                    rows.RemoveAt(row);
                    break;
                default:
                    if (column < 0 || column >= rows[row].Length)
                        break;
                    string text = rows[row][column];
                    int at = random.Next(text.Length + 1);
                    rows[row][column] = random.Next(3) == 0 && at < text.Length ? text.Remove(at, 1) : text.Insert(at, Slips[random.Next(Slips.Length)]);
                    break;
            }
        }
        return rows;
    }

    [GeneratedRegex(@"\D")]
    private static partial Regex NoDigit();
}
