using System.CommandLine.Parsing;
using System.Reflection;

namespace DanVan.Scoring.Cli.Shell;

/// <summary>What the program and its commands are called.</summary>
internal static class ProgramName
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Program and version.</summary>
    public static string Full => $"danvan {Version}";

    /// <summary>The command as it was called, such as <c>danvan rules show</c>.</summary>
    public static string PathOf(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = command.Parent)
            names.Insert(0, command.Command is RootCommand ? "danvan" : command.Command.Name);
        return string.Join(' ', names);
    }
}
