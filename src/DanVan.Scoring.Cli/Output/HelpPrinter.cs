using System.CommandLine.Invocation;

namespace DanVan.Scoring.Cli.Output;

/// <summary>Prints the help of a command in the console's language.</summary>
internal sealed class HelpPrinter(Words words) : SynchronousCommandLineAction
{
    private const int TextWidth = 76;
    private const int DescriptionWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        foreach (string line in Wrap(command.Description ?? "", DescriptionWidth))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine(words.Text("Cách dùng:", "Usage:"));
        string arguments = string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}"));
        string subcommand = command.Subcommands.Count > 0 ? words.Text(" LỆNH", " COMMAND") : "";
        output.WriteLine($"  {ProgramName.PathOf(parseResult)}{subcommand}{arguments}{words.Text(" [tùy chọn]", " [options]")}");
        Section(output, words.Text("Lệnh:", "Commands:"), command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(output, words.Text("Tham số:", "Arguments:"), command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(output, words.Text("Tùy chọn:", "Options:"), command.Options
            .Concat(command is RootCommand ? [] : parseResult.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .DistinctBy(option => option.Name)
            .Select(option => (option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}", option.Description)));
        return ExitCodes.Fine;
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        int width = all.Max(row => row.Name.Length) + 2;
        foreach (var (name, text) in all)
        {
            string indent = "  " + new string(' ', width);
            string start = "  " + name.PadRight(width);
            foreach (string line in Wrap(text ?? "", TextWidth))
            {
                output.WriteLine(start + line);
                start = indent;
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}

/// <summary>Prints the program's version.</summary>
internal sealed class VersionPrinter : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProgramName.Version);
        return ExitCodes.Fine;
    }
}
