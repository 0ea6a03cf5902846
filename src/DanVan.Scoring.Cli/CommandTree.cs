using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;
using DanVan.Scoring.Cli.Commands;
using DanVan.Scoring.Cli.Output;

namespace DanVan.Scoring.Cli;

/// <summary>The commands with their arguments, options and help.</summary>
internal static class CommandTree
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static RootCommand Create(Terminal terminal, Words words)
    {
        var root = new RootCommand(words.Text(
            "danvan: chấm điểm, xếp loại, xếp hạng công tác dân vận chính quyền theo bộ tiêu chí JSON và số liệu CSV, Excel của các đơn vị.",
            "danvan: scores, rates and ranks units on government mass-mobilisation work, from a JSON rule set and results in CSV or Excel."));
        root.Options.Clear();
        root.Add(new HelpOption { Description = words.Text("Hiện cách dùng.", "Show usage."), Action = new HelpPrinter(words) });
        root.Add(new VersionOption { Description = words.Text("Hiện phiên bản.", "Show the version."), Action = new VersionPrinter() });
        root.Add(new Option<string>("--lang")
        {
            Description = words.Text("Ngôn ngữ trên màn hình: vi hoặc en. Các tệp kết quả luôn theo ngôn ngữ của bộ tiêu chí.",
                "Language of the console: vi or en. Result files always use the language of the rule set."),
            HelpName = "vi|en",
            Recursive = true,
        });
        root.Add(ScoreCommand.Create(terminal, words));
        root.Add(CheckCommand.Create(terminal, words));
        root.Add(ExplainCommand.Create(terminal, words));
        root.Add(TemplateCommand.Create(terminal, words));
        root.Add(CollectCommand.Create(terminal, words));
        root.Add(CompareCommand.Create(terminal, words));
        root.Add(ReportCommand.Create(terminal, words));
        root.Add(CardCommand.Create(terminal, words));
        root.Add(RulesCommand.Create(terminal, words));
        return root;
    }

    /// <summary>The command as it was called, such as <c>danvan rules show</c>.</summary>
    public static string PathOf(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = command.Parent)
            names.Insert(0, command.Command is RootCommand ? "danvan" : command.Command.Name);
        return string.Join(' ', names);
    }

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
}
