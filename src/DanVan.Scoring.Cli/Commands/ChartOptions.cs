using DanVan.Scoring.Reports.Plotting;

namespace DanVan.Scoring.Cli.Commands;

/// <summary>The options of charts that several commands have.</summary>
internal sealed class ChartOptions(Words words)
{
    public static readonly string[] Formats = ["svg", "png"];

    /// <summary>In which formats charts are written.</summary>
    public Option<string?> Files { get; } = words.Option("--charts", "FORMATS",
        "Dạng tệp biểu đồ: png, svg, png,svg (mặc định) hoặc none.", "File formats of charts: png, svg, png,svg (default) or none.");

    /// <summary>Which charts.</summary>
    public Option<string?> Names { get; } = words.Option("--chart", "NAMES",
        "Chỉ ghi tệp của các biểu đồ này, cách nhau bằng dấu phẩy, ví dụ targets,scores.",
        "Write only the files of these charts, parted by commas, such as targets,scores.");

    public Option<string[]> Titles { get; } = new("--chart-title")
    {
        HelpName = "NAME=TITLE",
        Description = words.Text("Tiêu đề của một biểu đồ, thay cho tiêu đề nêu kết quả; dùng được nhiều lần.",
            "Title of a chart, in place of the one that states the finding; may be repeated."),
    };

    public Option<string?> Width { get; } = words.Option("--chart-width", "CM",
        $"Chiều rộng biểu đồ, từ {ChartStyle.Widths.Least} đến {ChartStyle.Widths.Most} cm. Mặc định: 16.",
        $"Width of charts, {ChartStyle.Widths.Least} to {ChartStyle.Widths.Most} cm. Default: 16.");

    public Option<string?> Palette { get; } = words.Option("--palette", "light|grey",
        "light: màu (mặc định); grey: các mức xám, cho máy in đen trắng.",
            "light: colours (default); grey: greys, for printers without colour.");

    /// <summary>The options that say how charts look.</summary>
    public IEnumerable<Option> Looks => [Names, Titles, Width, Palette];

    /// <summary>The formats of --charts; all without it.</summary>
    /// <exception cref="CommandException">There is no such format.</exception>
    public ImmutableArray<string> ReadFormats(ParseResult parsed)
    {
        if (parsed.GetValue(Files) is not { } text)
            return [.. Formats];
        var chosen = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (chosen is ["none"])
            return [];
        if (chosen.Length == 0 || chosen.Except(Formats).FirstOrDefault() is not null)
            throw words.Wrong($"--charts nhận png, svg, png,svg hoặc none, không phải '{text}'.",
                $"--charts takes png, svg, png,svg or none, not '{text}'.");
        return [.. Formats.Where(chosen.Contains)];
    }

    /// <summary>Which charts, and how they look.</summary>
    /// <exception cref="CommandException">An option is not what it should be.</exception>
    public ChartRequest Read(ParseResult parsed, IEnumerable<string> formats) => new()
    {
        Formats = [.. formats],
        Names = [.. (parsed.GetValue(Names) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Titles = (parsed.GetValue(Titles) ?? []).Select(ReadTitle).GroupBy(title => title.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(title => title.Key, title => title.Last().Title, StringComparer.Ordinal),
        Style = new ChartStyle { Width = ReadWidth(parsed.GetValue(Width)), Palette = ReadPalette(parsed.GetValue(Palette)) },
    };

    /// <summary>Checks the names of charts.</summary>
    /// <exception cref="CommandException">The result has no chart of such a name.</exception>
    public void Check(ChartRequest request, ResultPictures pictures)
    {
        if (request.Names.Concat(request.Titles.Keys).Except(pictures.Names).FirstOrDefault() is { } unknown)
            throw words.Wrong($"Không có biểu đồ '{unknown}'. Các biểu đồ của kết quả này: {string.Join(", ", pictures.Names)}.",
                $"There is no chart '{unknown}'. The charts of this result: {string.Join(", ", pictures.Names)}.");
    }

    private (string Name, string Title) ReadTitle(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, { } title] && title.Trim().Length > 0
        ? (name.Trim(), title.Trim())
        : throw words.Wrong($"--chart-title nhận TÊN=TIÊU ĐỀ, ví dụ targets=\"Chỉ tiêu năm 2023\", không phải '{text}'.",
            $"--chart-title takes NAME=TITLE, such as targets=\"Targets 2023\", not '{text}'.");

    private double ReadWidth(string? text)
    {
        if (text is null)
            return new ChartStyle().Width;
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double width)
            && width >= ChartStyle.Widths.Least && width <= ChartStyle.Widths.Most)
            return width;
        throw words.Wrong($"--chart-width nhận một số từ {ChartStyle.Widths.Least} đến {ChartStyle.Widths.Most} (cm), không phải '{text}'.",
            $"--chart-width takes a number from {ChartStyle.Widths.Least} to {ChartStyle.Widths.Most} (cm), not '{text}'.");
    }

    private ChartPalette ReadPalette(string? text) => text switch
    {
        null or "light" => ChartPalette.Light,
        "grey" => ChartPalette.Grey,
        _ => throw words.Wrong($"--palette nhận 'light' hoặc 'grey', không phải '{text}'.",
            $"--palette takes 'light' or 'grey', not '{text}'."),
    };
}
