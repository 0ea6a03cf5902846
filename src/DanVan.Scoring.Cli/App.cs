using DanVan.Scoring.Cli.Output;
using DanVan.Scoring.Files.Reading;

namespace DanVan.Scoring.Cli;

/// <summary>The danvan command: reads the arguments, runs a command, turns failures into one sentence and an exit code.</summary>
internal static class App
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var language = FindLanguage(args);
        var words = new Words(language);
        if (language is null)
        {
            terminal.Error.WriteLine(words.BadLanguage);
            return ExitCodes.WrongUsage;
        }
        var root = CommandTree.Create(terminal, words);
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not HelpPrinter && result.Action is not VersionPrinter && UsageFaults.Describe(result, words) is { Count: > 0 } faults)
        {
            foreach (string fault in faults)
                terminal.Error.WriteLine(fault);
            terminal.Error.WriteLine(words.TryHelp(ProgramName.PathOf(result)));
            return ExitCodes.WrongUsage;
        }
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
                Output = terminal.Output,
                Error = terminal.Error,
            }, cancellation);
        }
        catch (CommandException e)
        {
            terminal.Error.WriteLine(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(words.Stopped);
            return ExitCodes.Stopped;
        }
        catch (NotRegularFileException e)
        {
            terminal.Error.WriteLine(words.NotRegular(e.Path));
            return ExitCodes.WrongUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(words.OutsideFault(e.Message));
            return ExitCodes.OutsideWorld;
        }
        catch (OutOfMemoryException)
        {
            terminal.Error.WriteLine(words.OutOfMemory);
            return ExitCodes.OutsideWorld;
        }
    }

    /// <summary>The console's language: as asked for with --lang, else Vietnamese under a Vietnamese culture, else English; null if asked for another.</summary>
    private static Language? FindLanguage(string[] args)
    {
        string? asked = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Length)
                asked = args[i + 1];
            else if (args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal))
                asked = args[i][7..];
        }
        return asked switch
        {
            "vi" => Language.Vietnamese,
            "en" => Language.English,
            null => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? Language.Vietnamese : Language.English,
            _ => null,
        };
    }
}
