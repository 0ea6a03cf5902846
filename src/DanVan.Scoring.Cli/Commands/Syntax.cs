namespace DanVan.Scoring.Cli.Commands;

/// <summary>Arguments and options with their texts in the console's language, and what a command does.</summary>
internal static class Syntax
{
    public static Argument<string> Argument(this Words words, string name, string vi, string en) => new(name) { Description = words.Text(vi, en) };

    public static Option<string?> Option(this Words words, string name, string value, string vi, string en) =>
        new(name) { HelpName = value, Description = words.Text(vi, en) };

    public static Option<string> Required(this Words words, string name, string value, string vi, string en) =>
        new(name) { HelpName = value, Description = words.Text(vi, en), Required = true };

    public static Option<bool> Flag(this Words words, string name, string vi, string en) => new(name) { Description = words.Text(vi, en) };

    /// <summary>Says what a command does; it ends when its work ends, also after Ctrl-C.</summary>
    public static Command Runs(this Command command, Func<ParseResult, CancellationToken, int> run)
    {
        command.SetAction((result, cancellation) => Task.Run(() => run(result, cancellation), CancellationToken.None));
        return command;
    }
}
