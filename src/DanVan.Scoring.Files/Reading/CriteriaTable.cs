using System.Text.RegularExpressions;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Reads a table of criteria as offices have it (TT, Nội dung, Điểm tối đa, Cách chấm) from a workbook: Roman numerals or
/// capital letters are sections, 1 or 1.1 criteria and parts; what could not be read is reported row by row.
/// </summary>
public static partial class CriteriaTable
{
    // Starts of headers, without case, blanks and diacritics.
    private static readonly string[] Ordinals = ["tt", "stt", "sott", "sothutu", "muc"];
    private static readonly string[] Contents = ["noidung", "tieuchi", "cacnoidung", "cactieuchi", "tentieuchi"];
    private static readonly string[] Points = ["diemtoida", "diemchuan", "thangdiem", "sodiem", "diem"];
    private static readonly string[] Manners = ["cachcham", "cachtinh", "phuongphap", "huongdan", "thuyetminh", "ghichu"];
    private static readonly string[] Totals = ["cong", "tong", "tongcong", "tongdiem", "tongsodiem"];

    /// <summary>Reads the first sheet that holds such a table; null if there is none, which is then reported.</summary>
    /// <param name="path">The workbook (.xlsx or .xls).</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<DraftCriterion>? Read(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        string name = Path.GetFileName(path);
        return Workbook.Read<IReadOnlyList<DraftCriterion>>(path, name, diagnostics, workbook =>
        {
            for (int i = 0; i < workbook.SheetNames.Count; i++)
            {
                var sheet = new CriteriaSheet(workbook.SheetNames[i], [.. workbook.Rows(i).Take(MostRows)
                    .Select(row => (row.Number, (IReadOnlyDictionary<int, SheetCell>)row.Cells.GroupBy(cell => cell.Column).ToDictionary(cells => cells.Key, cells => cells.First())))]);
                if (FindHeader(sheet) is { } header)
                    return new Reader(sheet, header, name, diagnostics).Read();
            }
            diagnostics.Add(DatasetDiagnostics.NoCriteriaTable.At(new Place { File = name }, ("sheets", workbook.SheetNames)));
            return null;
        })?.ToImmutableArray();
    }

    private const int MostRows = 20_000;

    private sealed record CriteriaSheet(string Name, IReadOnlyList<(uint Row, IReadOnlyDictionary<int, SheetCell> Cells)> Rows);

    private sealed record Header(int Row, int Ordinal, int Content, int Points, int? Manner);

    private static Header? FindHeader(CriteriaSheet sheet)
    {
        for (int row = 0; row < Math.Min(sheet.Rows.Count, 60); row++)
        {
            var cells = sheet.Rows[row].Cells;
            int? At(string[] starts) => cells.Where(cell => starts.Any(start => TextKey.Loose(cell.Value.Text).StartsWith(start, StringComparison.Ordinal)))
                .Select(cell => (int?)cell.Key).Min();
            if (At(Contents) is { } content && At(Points) is { } points && content != points)
                return new Header(row, At(Ordinals) ?? Math.Max(0, content - 1), content, points, At(Manners));
        }
        return null;
    }

    /// <summary>A criterion while its parts are collected.</summary>
    private sealed record Item(string Id, string Title, decimal? Points, List<string> Notes, List<Item> Parts, long Row);

    private sealed class Reader(CriteriaSheet sheet, Header header, string file, DiagnosticBag diagnostics)
    {
        private readonly List<Item> _sections = [];
        private Item? _section, _criterion, _last;
        private bool _numbersAreSections;
        private long _row; // the one that is read

        public ImmutableArray<DraftCriterion> Read()
        {
            var rows = sheet.Rows.Skip(header.Row + 1).ToList();
            var ordinals = rows.Select(row => Ordinal(row.Cells)).ToList();
            _numbersAreSections = !ordinals.Any(IsSection) && ordinals.Any(text => Nested().IsMatch(text));
            foreach (var (number, cells) in rows)
            {
                _row = number;
                if (!TakeRow(cells))
                    break;
            }
            return [.. _sections.Select(Close)];
        }

        /// <summary>False for the row that ends the table.</summary>
        private bool TakeRow(IReadOnlyDictionary<int, SheetCell> cells)
        {
            string ordinal = Ordinal(cells), title = Text(cells, header.Content), points = Text(cells, header.Points);
            string? manner = header.Manner is { } column && Text(cells, column) is { Length: > 0 } text ? text : null;
            if (Totals.Contains(TextKey.Loose(title.Length > 0 ? title : ordinal).TrimEnd(':')))
            {
                CheckTotal(points);
                return false;
            }
            if (ordinal.Length == 0)
            {
                if (_last is null)
                    Report($"bỏ qua \"{title}\": không có TT.", $"\"{title}\" was passed over: it has no number.");
                else if (points.Length > 0 && title.Length > 0)
                    Add(_criterion ?? _section!, "-", title, points, manner);
                else
                    _last.Notes.AddRange(new[] { title, manner ?? "" }.Where(part => part.Length > 0));
                return true;
            }
            if (title.Length == 0)
            {
                Report($"bỏ qua TT \"{ordinal}\": không có nội dung.", $"number \"{ordinal}\" was passed over: it has no content.");
                return true;
            }
            if (cells.TryGetValue(header.Ordinal, out var cell) && (cell.Text.Contains('-', StringComparison.Ordinal) || (cell.Origin == CellOrigin.Number && cell.Text.Length > 4)))
                Report($"TT \"{ordinal}\" có vẻ là một ngày do Excel tự đổi; hãy xem lại.", $"number \"{ordinal}\" looks like a date that Excel made of it; look at it.");
            if (IsSection(ordinal) || (_numbersAreSections && Whole().IsMatch(ordinal)))
                AddSection(ordinal, title, points, manner);
            else
                AddCriterion(ordinal, title, points, manner);
            return true;
        }

        private void AddSection(string ordinal, string title, string points, string? manner)
        {
            string id = ordinal.TrimEnd('.', ')', ' ');
            if (_sections.Any(section => section.Id == id))
            {
                Report($"TT \"{ordinal}\" đã có; đổi thành \"{id}-{_row}\".", $"number \"{ordinal}\" stands twice; it became \"{id}-{_row}\".");
                id = $"{id}-{_row}";
            }
            if (TextKey.Loose(title) is { } key && (key.StartsWith("diemthuong", StringComparison.Ordinal) || key.StartsWith("diemcong", StringComparison.Ordinal) || key.StartsWith("diemtru", StringComparison.Ordinal)))
                Report($"mục '{id}' có vẻ là điểm thưởng hoặc điểm trừ: chuyển sang 'bonuses' hoặc 'deductions' và sửa 'scale'.",
                    $"section '{id}' looks like bonuses or deductions: move it to 'bonuses' or 'deductions' and correct 'scale'.");
            _section = _last = new Item(id, title, ParsePoints(points), Notes(manner), [], _row);
            _criterion = null;
            _sections.Add(_section);
        }

        private void AddCriterion(string ordinal, string title, string points, string? manner)
        {
            if (_section is null)
            {
                AddSection("I", "Tiêu chí", "", null);
                Report("bảng không có mục: đã đặt mục \"I\".", "the table has no sections: section \"I\" was made.");
            }
            bool isTop = Whole().IsMatch(ordinal) || (_numbersAreSections && Nested().Match(ordinal) is { Success: true } nested && nested.Groups[2].Value.Length == 0);
            var parent = isTop ? _section! : _criterion ?? _section!;
            var added = Add(parent, ordinal, title, points, manner);
            if (isTop)
                _criterion = added;
        }

        private Item Add(Item parent, string ordinal, string title, string points, string? manner)
        {
            int next = parent.Parts.Count + 1;
            string last = ordinal.TrimEnd('.', ')', ' ').Split('.')[^1];
            bool isPlain = last.Length is > 0 and <= 3 && last.All(char.IsLetterOrDigit);
            string id = $"{parent.Id}.{(isPlain ? last : next)}";
            if (parent.Parts.Any(part => part.Id == id))
            {
                Report($"TT \"{ordinal}\" trùng (Excel có thể đã đổi 1.10 thành 1.1); đổi thành \"{parent.Id}.{next}\".",
                    $"number \"{ordinal}\" stands twice (Excel may have made 1.1 of 1.10); it became \"{parent.Id}.{next}\".");
                id = $"{parent.Id}.{next}";
            }
            var item = new Item(id, title, ParsePoints(points), Notes(manner), [], _row);
            parent.Parts.Add(item);
            _last = item;
            return item;
        }

        private DraftCriterion Close(Item item)
        {
            var parts = item.Parts.Select(Close).ToImmutableArray();
            decimal? sum = parts.Length > 0 && parts.All(part => part.MaxPoints is not null) ? parts.Sum(part => part.MaxPoints) : null;
            if (item.Points is null && sum is null)
                Report($"'{item.Id}' không có điểm tối đa đọc được; tạm ghi 0.", $"'{item.Id}' has no maximum that could be read; 0 stands in its place.", item.Row);
            else if (item.Points is { } own && sum is { } total && own != total)
                Report($"'{item.Id}' ghi {ValueText.Number(own, Language.Vietnamese)} điểm nhưng các phần cộng lại {ValueText.Number(total, Language.Vietnamese)}.", $"'{item.Id}' says {ValueText.Number(own, Language.English)} points but its parts add up to {ValueText.Number(total, Language.English)}.", item.Row);
            return new DraftCriterion(item.Id, item.Title, item.Points ?? sum, item.Notes.Count > 0 ? string.Join(" ", item.Notes) : null, parts);
        }

        private void CheckTotal(string points)
        {
            decimal sum = _sections.Select(section => Sum(section)).Sum();
            if (ParsePoints(points) is { } total && total != sum)
                Report($"dòng tổng ghi {ValueText.Number(total, Language.Vietnamese)} điểm, các mục cộng lại {ValueText.Number(sum, Language.Vietnamese)}.", $"the total says {ValueText.Number(total, Language.English)} points, the sections add up to {ValueText.Number(sum, Language.English)}.");

            static decimal Sum(Item item) => item.Points ?? item.Parts.Sum(Sum);
        }

        private decimal? ParsePoints(string text)
        {
            string digits = text.Replace(',', '.').Replace("điểm", "", StringComparison.OrdinalIgnoreCase).Trim();
            if (NumberLimits.TryParse(digits, out decimal value) && digits.Length > 0)
                return value;
            if (text.Length > 0)
                Report($"không đọc được điểm \"{text}\".", $"the points \"{text}\" could not be read.");
            return null;
        }

        private static List<string> Notes(string? manner) => manner is null ? [] : [manner];

        private string Ordinal(IReadOnlyDictionary<int, SheetCell> cells) => Text(cells, header.Ordinal);

        private static string Text(IReadOnlyDictionary<int, SheetCell> cells, int column) => cells.TryGetValue(column, out var cell) ? cell.Text : "";

        private void Report(string vi, string en, long? row = null) => diagnostics.Add(DatasetDiagnostics.CriteriaRow.At(
            new Place { File = file, Line = row ?? _row, ColumnName = sheet.Name }, ("fault", new LocalText(vi, en))));
    }

    private static bool IsSection(string ordinal) => Section().IsMatch(ordinal);

    [GeneratedRegex(@"^([IVXLC]+|[A-HJ-Z])[.)]?$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^\d{1,3}[.)]?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\d{1,3}\.\d{1,3}(\.?)((?:\d{1,3}\.?)*)$")]
    private static partial Regex Nested();
}
