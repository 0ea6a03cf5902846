using System.CommandLine.Help;
using DanVan.Scoring.Cli.Commands;
using DanVan.Scoring.Cli.Output;

namespace DanVan.Scoring.Cli;

/// <summary>The commands with their arguments, options and help.</summary>
internal static class CommandTree
{
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
        root.Add(new ScoreCommand(terminal, words).Create());
        root.Add(new CheckCommand(terminal, words).Create());
        root.Add(new ExplainCommand(terminal, words).Create());
        root.Add(new TemplateCommand(terminal, words).Create());
        root.Add(new CollectCommand(terminal, words).Create());
        root.Add(new CompareCommand(terminal, words).Create());
        root.Add(new ReportCommand(terminal, words).Create());
        root.Add(new CardCommand(terminal, words).Create());
        root.Add(new RulesCommand(terminal, words).Create());
        return root;
    }
}
