using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Reports.Word;

namespace DanVan.Scoring.Cli.Commands;

/// <summary>Options that documents share, and the result they are made from.</summary>
internal sealed class ReportInputs
{
    private readonly Words _words;

    public ReportInputs(Words words)
    {
        _words = words;
        Folder = words.Argument("OUT", "Thư mục kết quả của danvan score.", "A result folder of danvan score.");
        Template = words.Option("--template", "FILE",
            "Tệp .docx của cơ quan: nội dung của nó (quốc hiệu, tên cơ quan) đứng đầu, kiểu chữ và trang giấy của nó được giữ.",
            "A .docx of the office: its content (letterhead) stands at the top, its styles and page set-up are kept.");
        Date = words.Option("--date", "DATE",
            "Ngày ghi trên văn bản, ví dụ 2024-11-05. Mặc định: để trống.",
            "The date on the document, such as 2024-11-05. Default: left blank.");
        Place = words.Option("--place", "NAME",
            "Địa danh ghi trên văn bản. Mặc định: để trống.",
            "The place on the document. Default: left blank.");
    }

    public Argument<string> Folder { get; }

    public Option<string?> Template { get; }

    public Option<string?> Date { get; }

    public Option<string?> Place { get; }

    /// <summary>The options of a document, without sentences.</summary>
    /// <exception cref="CommandException">An option is not what it should be.</exception>
    public ReportOptions Options(ParseResult parsed) => new()
    {
        Date = Outputs.ReadDate("--date", parsed.GetValue(Date), _words),
        Place = parsed.GetValue(Place),
        Template = parsed.GetValue(Template) is { } template ? ReadTemplate(template) : null,
    };

    /// <summary>The sentences of a file over those that come with the program; null if no file is given.</summary>
    /// <exception cref="CommandException">The file is missing or faulty.</exception>
    public Sentences? ReadSentences(string? path, Language language)
    {
        if (path is null)
            return null;
        var faults = new List<SentenceFault>();
        if (Sentences.Default(language).With(ReadText(path), faults) is { } sentences)
            return sentences;
        throw new CommandException(ExitCodes.InputErrors, string.Join(Environment.NewLine, faults.Select(fault =>
            $"{path}({fault.Line.ToString(CultureInfo.InvariantCulture)}): {Severity.Error.In(_words.Language)}: {fault.Fault.In(_words.Language)}")));
    }

    /// <summary>The result of a folder; null if it cannot be used, which is then among the findings.</summary>
    public Result? ReadResult(string folder, DiagnosticBag diagnostics)
    {
        Inputs.CheckResultFolder(folder, _words);
        return ResultReader.Read(folder, diagnostics)?.Result;
    }

    private byte[] ReadTemplate(string path)
    {
        Require(path);
        byte[] bytes = SourceFiles.ReadBytes(path);
        if (!WordTemplate.IsUsable(bytes))
            throw new CommandException(ExitCodes.InputErrors, _words.Text($"'{path}' không phải là tệp .docx đọc được. Mở bằng Word và lưu lại dạng .docx, không đặt mật khẩu.", $"'{path}' is no .docx that can be read. Open it in Word and save it as .docx, without a password."));
        return bytes;
    }

    private string ReadText(string path)
    {
        Require(path);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(SourceFiles.ReadBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new CommandException(ExitCodes.InputErrors, _words.Text($"'{path}' không phải văn bản UTF-8. Lưu lại dạng UTF-8.", $"'{path}' is not UTF-8 text. Save it as UTF-8."));
        }
    }

    private void Require(string path)
    {
        if (!File.Exists(path))
            throw _words.Wrong($"Không có tệp '{path}'.", $"There is no file '{path}'.");
    }
}
