using DanVan.Scoring.Cli;
using DanVan.Scoring.Cli.Shell;

return await App.RunAsync(args, new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));
