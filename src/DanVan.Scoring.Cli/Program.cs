using DanVan.Scoring.Cli;

return await App.RunAsync(args, new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));
