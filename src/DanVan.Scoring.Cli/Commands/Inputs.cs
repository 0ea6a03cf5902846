using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Files.Reading;
using DanVan.Scoring.Files.Writing;
using DanVan.Scoring.Loading;

namespace DanVan.Scoring.Cli.Commands;

/// <summary>Finds and reads what the commands work on.</summary>
internal static class Inputs
{
    public static Argument<string> RulesArgument(Words words) => new("RULES")
    {
        Description = words.Text("Tệp bộ tiêu chí (.json).", "The rule set (.json)."),
    };

    public static Option<string?> PreviousOption(Words words) => new("--previous")
    {
        Description = words.Text("Thư mục kết quả của kỳ trước: cho số liệu previous.*, điểm, hạng, xếp loại kỳ trước. Dùng thay cho previous.csv.",
            "The result folder of the last period: gives previous.* figures and last scores, ranks and ratings. In place of previous.csv."),
        HelpName = "OUT",
    };

    public static Option<string?> DecimalOption(Words words) => new("--decimal")
    {
        Description = words.Text(
            "comma hoặc point: dấu thập phân của những cột mà các ô không cho biết (7.981 là 7981 hay 7,981?).",
            "comma or point: the decimal sign of columns whose cells do not show it (is 7.981 7981, or 7 and 981 thousandths?)."),
        HelpName = "comma|point",
    };

    public static Argument<string> DataArgument(Words words, bool isOptional = false) => new("DATA")
    {
        Description = words.Text("Thư mục dữ liệu, có units và results (.csv, .xlsx hoặc .xls).", "The dataset folder, with units and results (.csv, .xlsx or .xls)."),
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    /// <summary>Loads a rule set; null if it has errors, which are then among the findings.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static (RuleSet? RuleSet, ImmutableArray<SourceInfo> Sources) LoadRules(string path, DiagnosticBag diagnostics, Words words)
    {
        if (Directory.Exists(path))
            throw words.Wrong(
                $"'{path}' là một thư mục; cần tệp bộ tiêu chí .json. Có phải hai tham số bị đổi chỗ không?",
                $"'{path}' is a folder; the rule set is a .json file. Were the two arguments swapped?");
        if (!File.Exists(path))
            throw words.Wrong($"Không có tệp '{path}'.{Similar(path, words)}", $"There is no file '{path}'.{Similar(path, words)}");
        byte[] bytes = SourceFiles.ReadBytes(path);
        string name = Path.GetFileName(path);
        var sources = ImmutableArray.CreateBuilder<SourceInfo>();
        sources.Add(SourceFiles.Describe(name, bytes));
        var ruleSet = RuleSetLoader.Load(name, bytes, diagnostics, id =>
        {
            string found = Path.Combine(Path.GetDirectoryName(path) ?? "", id + ".json");
            if (id != Path.GetFileName(id) || !File.Exists(found))
                return null;
            byte[] content = SourceFiles.ReadBytes(found);
            sources.Add(SourceFiles.Describe(id + ".json", content));
            return new RuleSetFile(id + ".json", content);
        });
        return (ruleSet, sources.ToImmutable());
    }

    /// <summary>Checks that a dataset folder is there.</summary>
    /// <exception cref="CommandException">There is no such folder.</exception>
    public static void CheckFolder(string path, Words words)
    {
        if (File.Exists(path))
            throw words.Wrong(
                $"'{path}' là một tệp; cần thư mục dữ liệu có units và results (.csv, .xlsx hoặc .xls).",
                $"'{path}' is a file; the dataset is a folder with units and results (.csv, .xlsx or .xls).");
        if (!Directory.Exists(path))
            throw words.Wrong($"Không có thư mục '{path}'.{Similar(path, words)}", $"There is no folder '{path}'.{Similar(path, words)}");
    }

    /// <summary>Checks that a result folder is there; results that an interrupted run had moved aside are put back first.</summary>
    /// <exception cref="CommandException">There is no such folder.</exception>
    public static void CheckResultFolder(string path, Words words)
    {
        try
        {
            OutputFolder.Restore(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.OutsideWorld, words.Text(
                $"'{path}' không có, kết quả trước nằm ở '{path}.old' nhưng không đổi tên lại được: {e.Message} Kiểm tra quyền ghi, hoặc tự đổi tên thư mục đó.",
                $"There is no '{path}'; the earlier results are in '{path}.old', which could not be renamed back: {e.Message} Check permissions, or rename that folder yourself."));
        }
        if (File.Exists(path))
            throw words.Wrong(
                $"'{path}' là một tệp; cần thư mục kết quả của danvan score.", $"'{path}' is a file; what is needed is a result folder of danvan score.");
        if (!Directory.Exists(path))
            throw words.Wrong(
                $"Không có thư mục kết quả '{path}'.{Similar(path, words)}", $"There is no result folder '{path}'.{Similar(path, words)}");
    }

    /// <summary>Reads and evaluates, with points by criterion or without; null if the structure of the data is faulty, which is then among the findings.</summary>
    public static (Result Result, DatasetReading Reading)? Evaluate(
        RuleSet ruleSet, string dataFolder, string? previous, char? decimalSign, DiagnosticBag diagnostics, Terminal terminal, Words words,
        bool keepsCriteria, CancellationToken cancellation)
    {
        if (previous is not null)
            CheckResultFolder(previous, words);
        var reading = terminal.ShowShare(words.Text("Đọc số liệu…", "Reading the data…"), progress =>
            DatasetReader.Read(dataFolder, ruleSet, diagnostics, previous, keepsCriteria, decimalSign, progress, cancellation));
        if (reading is null)
            return null;
        var result = terminal.ShowShare(words.Text("Chấm điểm…", "Scoring…"), progress => Result.Of(ruleSet, reading.Data, diagnostics, keepsCriteria, progress, cancellation));
        return (result, reading);
    }

    /// <summary>The sign of <c>--decimal</c>; null if it was not given.</summary>
    /// <exception cref="CommandException">It is neither comma nor point.</exception>
    public static char? ChooseDecimal(string? word, Words words) => word switch
    {
        null => null,
        "comma" => ',',
        "point" => '.',
        _ => throw words.Wrong(
            $"--decimal nhận 'comma' (dấu phẩy) hoặc 'point' (dấu chấm), không phải '{word}'.", $"--decimal takes 'comma' or 'point', not '{word}'."),
    };

    /// <summary>Prints findings and ends a command that cannot go on.</summary>
    public static int Fail(DiagnosticBag diagnostics, Terminal terminal, Words words)
    {
        DiagnosticPrinter.Print(terminal.Error, diagnostics, words);
        terminal.Error.WriteLine(DiagnosticPrinter.Count(diagnostics, words));
        return ExitCodes.InputErrors;
    }

    private static string Similar(string path, Words words)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
            return "";
        string? nearest = Suggestion.Nearest(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Take(2_000).Select(Path.GetFileName).OfType<string>());
        return nearest is null ? "" : words.Text($" Có phải là '{nearest}'?", $" Did you mean '{nearest}'?");
    }
}
