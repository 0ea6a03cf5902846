using System.CommandLine.Parsing;

namespace DanVan.Scoring.Cli.Shell;

/// <summary>Says what is wrong with the arguments, in the console's language.</summary>
internal static class UsageFaults
{
    public static IReadOnlyList<string> Describe(ParseResult result, Words words)
    {
        var faults = new List<string>();
        var command = result.CommandResult.Command;
        foreach (string token in result.UnmatchedTokens)
            faults.Add(Unknown(token, result, words));
        if (command.Subcommands.Count > 0)
        {
            if (faults.Count == 0)
                faults.Add(words.Text($"Cần một lệnh: {Names(command)}.", $"A command is needed: {Names(command)}."));
            return faults;
        }
        foreach (var argument in command.Arguments)
        {
            var found = result.GetResult(argument);
            if (found is { Tokens.Count: > 0 } && found.Tokens.Any(IsEmpty))
                faults.Add(words.Text($"{argument.Name} để trống: {argument.Description}", $"{argument.Name} is empty: {argument.Description}"));
            else if (argument.Arity.MinimumNumberOfValues > 0 && found is not { Tokens.Count: > 0 })
                faults.Add(words.Text($"Thiếu {argument.Name}: {argument.Description}", $"{argument.Name} is missing: {argument.Description}"));
        }
        foreach (var option in command.Options)
        {
            var found = result.GetResult(option);
            if (option.Required && found is null or { Implicit: true, Option.Required: true })
                faults.Add(words.Text($"Thiếu {option.Name}: {option.Description}", $"{option.Name} is missing: {option.Description}"));
            else if (found is { Implicit: false } && option.Arity.MinimumNumberOfValues > 0 && (found.Tokens.Count == 0 || found.Tokens[0].Value.StartsWith("--", StringComparison.Ordinal)))
                faults.Add(words.Text($"{option.Name} cần một giá trị: {option.Description}", $"{option.Name} needs a value: {option.Description}"));
            else if (found?.Tokens.Any(IsEmpty) == true)
                faults.Add(words.Text($"{option.Name} để trống: {option.Description}", $"{option.Name} is empty: {option.Description}"));
        }
        if (faults.Count == 0)
            faults.AddRange(result.Errors.Select(error => error.Message));
        return faults;
    }

    private static bool IsEmpty(Token token) => string.IsNullOrWhiteSpace(token.Value);

    private static string Unknown(string token, ParseResult result, Words words)
    {
        var command = result.CommandResult.Command;
        var known = token.StartsWith('-')
            ? command.Options.Concat(result.RootCommandResult.Command.Options).Select(option => option.Name)
            : command.Subcommands.Select(sub => sub.Name);
        string? suggestion = Suggestion.Nearest(token, known);
        string hint = suggestion is null ? "" : words.Text($" Có phải là '{suggestion}'?", $" Did you mean '{suggestion}'?");
        return words.Text($"Không hiểu '{token}'.{hint}", $"'{token}' is not understood.{hint}");
    }

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(sub => sub.Name));
}
