using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DanVan.Scoring.Files.Workbooks;
using DanVan.Scoring.Reports.Charts;
using DanVan.Scoring.Reports.Plotting;
using DanVan.Scoring.Scoring;

namespace DanVan.Scoring.Reports.Html;

/// <summary>
/// Writes <c>index.html</c>: one page for the screen that opens from disk and asks nothing of the network. Tables are
/// there without script; script sorts, filters and opens the card of a unit.
/// </summary>
public sealed class ResultPage
{
    /// <summary>Most units whose cards are in the page.</summary>
    public const int MostCards = 1_000;

    private const int MostRows = 5_000;
    private readonly Result _result;
    private readonly ResultPictures _pictures;
    private readonly ResultWords _words;
    private readonly StringBuilder _html = new();

    private ResultPage(Result result, ResultPictures pictures)
    {
        (_result, _pictures) = (result, pictures);
        _words = ResultWords.Of(result);
    }

    private ResultRules Rules => _result.RuleSet;

    /// <summary>Writes the page.</summary>
    public static void Write(Stream stream, Result result, ResultPictures? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        stream.Write(new UTF8Encoding(false).GetBytes(new ResultPage(result, pictures ?? new ResultPictures(result, new ChartRequest())).Page()));
    }

    private string Page()
    {
        string language = _result.Language == Language.Vietnamese ? "vi" : "en";
        Line($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{Encode(Rules.Title)}</title>\n<style>\n{Resource("page.css")}</style>\n</head>\n<body>");
        WriteHead();
        WriteTargets();
        WriteRanking();
        WriteCharts();
        WriteBasis();
        Line($"<dialog id=\"card\"></dialog>\n<script type=\"application/json\" id=\"data\">{DataJson()}</script>\n<script>\n{Resource("page.js")}</script>\n</body>\n</html>");
        return _html.ToString();
    }

    private void WriteHead()
    {
        Line($"<header>\n<h1>{Encode(Rules.Title)}</h1>\n<p class=\"soft\">{Encode(Rules.Id)} {Encode(Rules.Version)} · {Text("kỳ", "period")} {Rules.Period}{(Rules.Issuer is null ? "" : " · " + Encode(Rules.Issuer))}</p>");
        if (_result.Note is { } note)
            Line($"<p class=\"note\">{Encode(note)}</p>");
        if (Rules.Assumptions.Length > 0)
            Line($"<p class=\"note\">{Text("Bộ tiêu chí có giả định, nêu ở cuối trang.", "The rule set rests on assumptions, listed at the end.")}</p>");
        Line($"<noscript><p class=\"note\">{Text("Trình duyệt tắt script: bảng vẫn xem được, nhưng không sắp xếp, lọc hay mở phiếu điểm.", "Script is off: the tables are there, but cannot be sorted or filtered, and cards do not open.")}</p></noscript>\n</header>\n<main>");
        var scored = _result.Scored.ToList();
        Line("<ul class=\"tiles\">");
        Tile($"{_result.Units.Count}", Text("đơn vị", "units"));
        Tile($"{scored.Count}", Text("được chấm điểm", "with a score"));
        if (scored.Count > 0)
        {
            Tile(_words.Shown(Result.AverageOf(scored)), Text($"điểm bình quân / {_words.Exact(Rules.Scale)}", $"average of {_words.Exact(Rules.Scale)}"));
            foreach (var rating in Rules.Ratings)
                Tile($"{_result.Units.Count(unit => unit.Rating == rating.Id)}", Encode(rating.Name));
        }
        if (!_result.Targets.IsEmpty)
            Tile($"{_result.Targets.Count(target => target.Verdict == TargetVerdict.Met)}/{_result.Targets.Length}", Text("chỉ tiêu đạt", "targets met"));
        Line("</ul>");

        void Tile(string figure, string label) => Line($"<li><b>{figure}</b>{label}</li>");
    }

    private void WriteTargets()
    {
        if (_result.Targets.IsEmpty)
            return;
        decimal end = Math.Max(1, _result.Targets.Max(target => Math.Max(target.Achieved ?? 0, target.Required)));
        Line($"<section aria-labelledby=\"h-targets\">\n<h2 id=\"h-targets\">{Text("Chỉ tiêu", "Targets")}</h2>\n<div class=\"scroll\"><table>\n<thead><tr>{Head(Text("Mã", "Id"), Text("Nội dung", "Title"))}<th scope=\"col\" class=\"wide\">{Text("Căn cứ", "Clause")}</th>{Head(Text("Thực hiện", "Achieved"))}<td class=\"wide\"></td>{Head(Text("Yêu cầu", "Required"), Text("Kết quả", "Verdict"))}</tr></thead>\n<tbody>");
        foreach (var target in _result.Targets)
        {
            string bar = target.Achieved is not { } share ? ""
                : $"<div class=\"bar{(target.Verdict == TargetVerdict.Met ? "" : " miss")}\" aria-hidden=\"true\">"
                    + $"<i style=\"width:{Css(share / end)}\"></i><b style=\"left:{Css(target.Required / end)}\"></b></div>";
            Line($"<tr><td>{Encode(target.Id)}</td><td>{Encode(_words.Title(target))}</td>"
                + $"<td class=\"wide\">{Encode(target.Clause)}</td><td class=\"n\">{_words.Achieved(target)}</td><td class=\"wide\">{bar}</td>"
                + $"<td class=\"n\">{_words.Required(target)}</td><td><b>{_words.Verdict(target.Verdict)}</b></td></tr>");
        }
        Line("</tbody></table></div>\n</section>");
    }

    private void WriteRanking()
    {
        bool hasPrevious = _result.Units.Any(unit => unit.Previous?.Score is not null);
        var groups = _result.RankedGroups.Select(group => group.Name).Where(name => name.Length > 0).ToList();
        var ratings = _result.Outcomes.ToList();
        Line($"<section aria-labelledby=\"h-ranking\">\n<h2 id=\"h-ranking\">{Text("Xếp hạng", "Ranking")}</h2>\n<div class=\"filters\">");
        Line($"<label>{Text("Tìm đơn vị", "Find a unit")}<input id=\"filter-text\" type=\"search\" autocomplete=\"off\"></label>");
        if (groups.Count > 1)
            Select("group", Text("Khối", "Group"), groups);
        Select("rating", Text("Xếp loại", "Rating"), ratings);
        Line("</div>\n<p id=\"count\" class=\"soft\" role=\"status\"></p>");
        if (_result.Units.Count > MostCards)
            Line($"<p class=\"note\">{Text($"Trang này có phiếu điểm của {MostCards} đơn vị đầu trong {_result.Units.Count}; các đơn vị khác xem scorecards.csv.", $"This page holds the cards of the first {MostCards} of {_result.Units.Count} units; see scorecards.csv for the others.")}</p>");
        Line($"<div class=\"scroll\"><table id=\"ranking\">\n<thead><tr>{Sortable("Hạng", "Rank", true)}{Sortable("Đơn vị", "Unit")}"
            + $"{Sortable("Khối", "Group", isWide: true)}{Sortable("Điểm", "Score", true)}{Sortable("Xếp loại", "Rating")}"
            + $"{(hasPrevious ? Sortable("So với kỳ trước", "Against last", true, isWide: true) : "")}"
            + $"<th scope=\"col\" class=\"wide\">{Text("Ghi chú", "Note")}</th></tr></thead>\n<tbody>");
        var names = _result.Units.OrderBy(unit => VietnameseOrder.Key(unit.Name), StringComparer.Ordinal).ThenBy(unit => unit.Code, StringComparer.Ordinal).Index().ToDictionary(unit => unit.Item.Code, unit => unit.Index, StringComparer.Ordinal);
        foreach (var (index, unit) in _result.Units.Take(MostRows).Index())
        {
            string group = _result.GroupOf(unit);
            string name = index < MostCards && !unit.Nodes.IsEmpty ? $"<button type=\"button\" class=\"open\" data-card=\"{index}\">{Encode(unit.Name)}</button>" : Encode(unit.Name);
            decimal? change = unit.ComparableScore - unit.Previous?.Score;
            string text = Encode($"{unit.Name} {unit.Code}");
            Line($"<tr data-order=\"{index}\" data-text=\"{text}\" data-group=\"{Encode(group)}\" data-rating=\"{Encode(unit.RatingName)}\">"
                + $"<td class=\"n\" data-key=\"{(unit.RankWithin > 0 ? unit.RankWithin : "")}\">{unit.Rank()}</td>"
                + $"<td data-key=\"{names[unit.Code]}\">{name} <span class=\"soft\">{Encode(unit.Code)}</span></td>"
                + $"<td class=\"wide\" data-key=\"{groups.IndexOf(group)}\">{Encode(group)}</td>"
                + $"<td class=\"n\" data-key=\"{Key(unit.ComparableScore)}\">{_words.Points(unit.ComparableScore)}</td>"
                + $"<td data-key=\"{ratings.IndexOf(unit.RatingName)}\">{Encode(unit.RatingName)}</td>"
                + (hasPrevious ? $"<td class=\"n wide\" data-key=\"{Key(change)}\">{(change is { } move ? _words.Difference(move) : "–")}</td>" : "")
                + $"<td class=\"wide\">{Encode(unit.Remark)}</td></tr>");
        }
        Line("</tbody></table></div>");
        if (_result.Units.Count > MostRows)
            Line($"<p class=\"note\">{_words.More(_result.Units.Count - MostRows)}</p>");
        Line("</section>");

        void Select(string id, string label, IEnumerable<string> values) =>
            Line($"<label>{label}<select id=\"filter-{id}\"><option value=\"\">{Text("tất cả", "all")}</option>{string.Concat(values.Select(value => $"<option value=\"{Encode(value)}\">{Encode(value)}</option>"))}</select></label>");
    }

    private void WriteCharts()
    {
        Line($"<section aria-labelledby=\"h-charts\">\n<h2 id=\"h-charts\">{Text("Biểu đồ", "Charts")}</h2>");
        foreach (var pictures in _pictures.All.GroupBy(picture => picture.Chart))
        {
            Line("<figure>");
            foreach (var picture in pictures)
            {
                using var stream = new MemoryStream();
                picture.WriteSvg(stream);
                Line(Encoding.UTF8.GetString(stream.ToArray()));
            }
            string lines = string.Concat(pictures.Key.Words.Select(text => $"<tr><td>{Encode(text)}</td></tr>"));
            Line($"<details><summary>{Text("Số liệu của biểu đồ", "Figures of the chart")}</summary><div class=\"scroll\"><table>"
                + $"<caption>{Encode(pictures.Key.Title)}</caption><tbody>{lines}</tbody></table></div></details>\n</figure>");
        }
        foreach (string sentence in _pictures.Absent)
            Line($"<p class=\"soft\">{Encode(sentence)}</p>");
        if (_pictures.Problem is not null)
            Line($"<p class=\"note\">{Text("Máy này không vẽ được biểu đồ.", "Charts could not be drawn on this machine.")}</p>");
        Line("</section>");
    }

    private void WriteBasis()
    {
        Line($"<section aria-labelledby=\"h-basis\">\n<h2 id=\"h-basis\">{Text("Căn cứ và giả định", "Basis and assumptions")}</h2>\n<ul>");
        foreach (var basis in Rules.Basis)
            Line($"<li>{Encode(basis.Id)}: {Encode(basis.Label)}</li>");
        foreach (string assumption in Rules.Assumptions)
            Line($"<li>{Text("Giả định", "Assumption")}: {Encode(assumption)}</li>");
        Line("</ul>\n</section>\n</main>");
    }

    /// <summary>What the script needs. Letters that could end the element are escaped.</summary>
    private string DataJson()
    {
        string Figure(decimal? value) => _words.Points(value, "");
        IEnumerable<string>? Lines(IEnumerable<string> lines) => lines.Any() ? lines.Select(Clean) : null;
        var cards = _result.Units.Take(MostCards).Where(unit => !unit.Nodes.IsEmpty).Select(unit => new
        {
            code = Clean(unit.Code),
            name = Clean(unit.Name),
            result = unit.ComparableScore is { } score ? $"{_words.Shown(score)}/{_words.Exact(Rules.Scale)} · {unit.RatingName} · {Text("hạng", "rank")} {unit.RankWithin}" : unit.RatingName,
            steps = unit.TotalSteps.Concat(unit.RatingSteps).Select(Clean),
            nodes = Rules.Nodes.Zip(unit.Nodes, (node, points) => new
            {
                c = Figure(points.Computed),
                s = Figure(node.Sign * points.Self),
                a = Figure(node.Sign * points.Appraised),
                f = Figure(points.Final),
                r = Clean(_words.Reason(points)),
                t = Lines(points.Steps),
                i = Lines(points.Inputs.Select(input => $"{input.Name} ({input.Label}) = {input.Value}"
                    + (input.Source is null ? "" : $"  ← {input.Source}") + (input.Correction is null ? "" : $"; {input.Correction}"))),
            }),
        });
        var data = new
        {
            words = new
            {
                shown = Text("Hiện {0}/{1} đơn vị.", "Showing {0} of {1} units."),
                close = Text("Đóng", "Close"),
                how = Text("phép tính, số liệu", "arithmetic, cells"),
                columns = new[] { Text("Tiêu chí", "Criterion"), Text("Tối đa", "Max"), Text("Máy tính", "Computed"), Text("Tự chấm", "Self"), Text("Thẩm định", "Appraised"), Text("Chính thức", "Final"), Text("Lý do", "Reason") },
            },
            criteria = Rules.Nodes.Select(node => new { id = node.Id, title = Clean(node.Title), clause = node.Clause, max = _words.Shown(node.Sign * node.MaxPoints), part = node.Manner is null }),
            cards,
        };
        return JsonSerializer.Serialize(data, JsonOptions);
    }

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // escapes < > & ' as the default does
    };

    private static string Head(params string[] texts) => string.Concat(texts.Select(text => $"<th scope=\"col\">{text}</th>"));

    private string Sortable(string vi, string en, bool isNumber = false, bool isWide = false) =>
        $"<th scope=\"col\" class=\"{(isNumber ? "n" : "")}{(isWide ? " wide" : "")}\"><button type=\"button\">{Text(vi, en)}</button></th>";

    private static string Clean(string? text) => OfficeText.Clean(text);

    private static string Encode(string? text) => Encoder.Encode(Clean(text));

    private static string Css(decimal share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Key(decimal? value) => value is { } number ? OfficeText.Number(number) : "";

    private void Line(string html) => _html.Append(html).Append('\n');

    private string Text(string vi, string en) => _words.Text(vi, en);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ResultPage).Assembly.GetManifestResourceStream("DanVan.Scoring.Reports.Html." + name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
