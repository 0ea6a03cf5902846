using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Reports;

namespace DanVan.Scoring.Cli.Commands;

/// <summary>What commands that write result folders share.</summary>
internal static class Outputs
{
    private static readonly string[] DateFormats = ["yyyy-M-d", "d/M/yyyy"];

    public static Option<string> CsvOption(Words words) => new Option<string>("--csv")
    {
        Description = words.Text("office: dấu ';' và dấu phẩy thập phân, cho Excel tiếng Việt (mặc định); plain: dấu ',' và dấu chấm thập phân.",
            "office: ';' and decimal comma, for Vietnamese Excel (default); plain: ',' and decimal point."),
        HelpName = "office|plain",
        DefaultValueFactory = _ => "office",
    };

    public static Option<bool> NoTimestampOption(Words words) => words.Flag("--no-timestamp",
        "Không ghi thời điểm chạy vào run.json, để hai lần chạy giống nhau từng byte.",
        "Leave the time out of run.json, so that two runs are the same byte for byte.");

    public static CsvStyle ChooseCsv(string style, Words words) => style switch
    {
        "office" => CsvStyle.Office,
        "plain" => CsvStyle.Plain,
        _ => throw words.Wrong($"--csv nhận 'office' hoặc 'plain', không phải '{style}'.", $"--csv takes 'office' or 'plain', not '{style}'."),
    };

    /// <summary>The parts named in --only; the given ones without it.</summary>
    /// <exception cref="CommandException">There is no such part.</exception>
    public static HashSet<string> ChooseOnly(string? only, IReadOnlyList<string> known, IEnumerable<string> without, Words words)
    {
        if (only is null)
            return [.. without];
        var chosen = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        foreach (string part in chosen.Except(known))
            throw words.Wrong(
                $"--only không có phần '{part}'. Các phần: {string.Join(", ", known)}.", $"--only has no part '{part}'. Parts: {string.Join(", ", known)}.");
        return chosen;
    }

    /// <summary>The day of an option; null if it was not given.</summary>
    /// <exception cref="CommandException">It is no day.</exception>
    public static DateOnly? ReadDate(string option, string? text, Words words) => text is null ? null
        : DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw words.Wrong($"{option} nhận một ngày như 2024-10-29 hoặc 29/10/2024, không phải '{text}'.", $"{option} takes a day such as 2024-10-29 or 29/10/2024, not '{text}'.");

    /// <summary>The time for <c>run.json</c>; null if it is to be left out.</summary>
    public static string? Now(bool noTimestamp) => noTimestamp ? null : TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Says where the results are; the exit code if they could not be put in their place.</summary>
    public static int? Report(OutputFolder folder, bool isSwapped, string path, Terminal terminal, Words words)
    {
        if (folder.EditedFolder is { } edited)
            terminal.Output.WriteLine(words.Text(
                $"Thư mục cũ có tệp được sửa hoặc thêm vào ({folder.EditedFile}); thư mục đó nay ở: {edited}",
                $"A file of the earlier folder was changed or added ({folder.EditedFile}); that folder is now {edited}"));
        if (folder.WasReplaced)
        {
            terminal.Error.WriteLine(words.Text(
                $"'{path}' đã được một lần chạy khác thay thế trong khi lập lại; không ghi đè. Các tệp vừa lập nằm ở: {folder.StagingFolder}",
                $"'{path}' was replaced by another run meanwhile and is not overwritten. What was rendered is in {folder.StagingFolder}"));
            return ExitCodes.OutsideWorld;
        }
        if (!isSwapped)
        {
            terminal.Error.WriteLine(words.Text(
                $"Không thay được '{path}' vì có tệp đang mở trong chương trình khác. Kết quả mới nằm ở: {folder.StagingFolder}",
                $"'{path}' could not be replaced because another program holds a file in it open. The new results are in {folder.StagingFolder}"));
            return ExitCodes.OutsideWorld;
        }
        terminal.Output.WriteLine(words.Text($"Đã ghi {folder.Hashes.Count + 1} tệp vào {path}", $"{folder.Hashes.Count + 1} files written to {path}"));
        return null;
    }

    /// <summary>Says that charts are left out; the exit code if they are.</summary>
    public static int? CheckDrawn(string? problem, Terminal terminal, Words words)
    {
        if (problem is null)
            return null;
        terminal.Error.WriteLine(words.Text(
            $"Biểu đồ bị bỏ qua vì không nạp được thư viện vẽ libSkiaSharp ({problem}). "
                + "Đặt lại tệp đó bên cạnh chương trình: nó có trong gói SkiaSharp.NativeAssets.Linux.NoDependencies, .Win32 hoặc .macOS. Các tệp khác đã ghi đủ.",
            $"Charts are left out, as the library that draws them, libSkiaSharp, could not be loaded ({problem}). "
                + "Put that file beside the program again: it comes with package SkiaSharp.NativeAssets.Linux.NoDependencies, "
                + ".Win32 or .macOS. All other files were written."));
        return ExitCodes.OutsideWorld;
    }

    /// <summary>Writes the outputs that are asked for; says why charts among them are left out, null if none is.</summary>
    public static string? Write(OutputFolder folder, Func<string, bool> isAskedFor, OutputSource source)
    {
        var outputs = ResultOutput.All.Where(output => isAskedFor(output.Name)).ToList();
        if (outputs.Exists(output => output.Name == "charts"))
            source.Pictures.Start(source.Cancellation);
        foreach (var output in outputs)
        {
            foreach (var (file, write) in output.FilesOf(source))
            {
                source.Cancellation.ThrowIfCancellationRequested();
                folder.Write(file, write);
            }
        }
        return outputs.Exists(output => output.TakesPictures) ? source.Pictures.Problem : null;
    }

    /// <summary>Files that a person may have filled in or written on are never overwritten.</summary>
    public static void Refuse(IEnumerable<string> paths, Words words)
    {
        if (paths.FirstOrDefault(path => File.Exists(path) || Directory.Exists(path)) is { } there)
            throw words.Wrong($"'{there}' đã có; không ghi đè. Chọn tên khác bằng --out.", $"'{there}' is there already and is not overwritten. Choose another with --out.");
    }

    /// <summary>Writes a file whole or not at all; one that is there is not overwritten, also if it came meanwhile.</summary>
    /// <exception cref="CommandException">There is a file of that name.</exception>
    public static void WriteFile(string path, Action<Stream> write, Words words)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string staging = Path.Combine(folder, $".danvan-{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(staging, FileMode.CreateNew))
                write(stream);
            Refuse([path], words);
            File.Move(staging, path);
        }
        finally
        {
            File.Delete(staging);
        }
    }

    /// <summary>Starts a result folder.</summary>
    /// <exception cref="CommandException">It holds something that must not be lost, or is read by the same command.</exception>
    public static OutputFolder Start(string path, bool keepEdited, Words words, bool isRevision = false, params IEnumerable<string?> inputs)
    {
        try
        {
            if (inputs.OfType<string>().FirstOrDefault(input => OutputFolder.AreSame(path, input)) is { } read)
                throw words.Wrong(
                    $"--out là chính thư mục kết quả được đọc ('{read}') và sẽ thay mất nó. Chọn thư mục khác cho --out.",
                    $"--out is the result folder that is read ('{read}'), which it would replace. Choose another folder for --out.");
            return OutputFolder.Start(path, keepEdited, isRevision);
        }
        catch (OutputRefusedException e)
        {
            throw new CommandException(ExitCodes.WrongUsage, e.Refusal switch
            {
                OutputRefusal.IsFile => words.Text($"'{e.Folder}' là một tệp; --out cần một thư mục.", $"'{e.Folder}' is a file; --out takes a folder."),
                OutputRefusal.BrokenLink => words.Text(
                    $"'{e.Folder}' là một liên kết không trỏ tới thư mục nào. Tạo thư mục đó, hoặc chọn thư mục khác cho --out.",
                    $"'{e.Folder}' is a link that points to no folder. Make that folder, or choose another for --out."),
                OutputRefusal.HoldsOtherWork => words.Text(
                    $"Thư mục '{e.Folder}' chứa tệp không do chương trình này ghi. Chọn thư mục khác cho --out.",
                    $"Folder '{e.Folder}' holds files that this program did not write. Choose another folder for --out."),
                _ => words.Text(
                    $"Tệp '{e.File}' trong '{e.Folder}' đã được sửa hoặc thêm vào. Chọn thư mục khác, hoặc dùng --keep-edited để dời thư mục cũ sang '{e.Folder}.edited-N'.",
                    $"File '{e.File}' in '{e.Folder}' was changed or added. Choose another folder, or use --keep-edited to move the earlier one to '{e.Folder}.edited-N'."),
            });
        }
    }
}
