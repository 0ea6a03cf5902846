namespace DanVan.Scoring.Cli.Shell;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>Fine; warnings and hints included.</summary>
    public const int Fine = 0;

    /// <summary>Errors in the rule set or the data.</summary>
    public const int InputErrors = 1;

    /// <summary>Wrong arguments, a path that is not there, an output folder that must not be overwritten.</summary>
    public const int WrongUsage = 2;

    /// <summary>The disk, a locked file, or a fault of the program.</summary>
    public const int OutsideWorld = 3;

    /// <summary>Stopped with Ctrl-C.</summary>
    public const int Stopped = 130;
}

/// <summary>Something that ends the command with one sentence.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
