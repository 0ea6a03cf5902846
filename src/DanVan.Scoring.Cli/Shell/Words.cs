namespace DanVan.Scoring.Cli.Shell;

/// <summary>The console's own texts, in the language of the console.</summary>
internal sealed class Words(Language? language)
{
    public Language Language { get; } = language ?? Language.English;

    public string BadLanguage => Text("--lang nhận 'vi' hoặc 'en'.", "--lang takes 'vi' or 'en'.");

    public string Stopped => Text("Đã dừng theo yêu cầu. Kết quả cũ (nếu có) còn nguyên.", "Stopped. Earlier results, if any, are untouched.");

    public string OutOfMemory => Text("Máy không đủ bộ nhớ cho bộ dữ liệu này. Kết quả cũ (nếu có) còn nguyên.", "There is not enough memory for this dataset. Earlier results, if any, are untouched.");

    public string Text(string vi, string en) => Language == Language.Vietnamese ? vi : en;

    /// <summary>What ends a command because it was called wrongly.</summary>
    public CommandException Wrong(string vi, string en) => new(ExitCodes.WrongUsage, Text(vi, en));

    public string TryHelp(string path) => Text($"Xem cách dùng: {path} --help", $"For usage: {path} --help");

    public string NotRegular(string path) => Text(
        $"'{path}' là ống dẫn hoặc thiết bị, không phải tệp; chương trình chỉ đọc tệp và thư mục.",
        $"'{path}' is a pipe or a device, not a file; only files and folders are read.");

    public string OutsideFault(string detail) => Text(
        $"Không đọc hoặc ghi được tệp: {detail} Kiểm tra quyền ghi, dung lượng đĩa, và xem tệp có đang mở trong chương trình khác không.",
        $"A file could not be read or written: {detail} Check permissions and disk space, and whether another program holds the file open.");
}
