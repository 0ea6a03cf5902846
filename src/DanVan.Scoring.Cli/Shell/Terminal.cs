using Spectre.Console;

namespace DanVan.Scoring.Cli.Shell;

/// <summary>Where the program writes. On a terminal it may use colours and show progress; in a pipe it writes plain text.</summary>
internal sealed class Terminal
{
    private const int PipeWidth = 160;

    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal)
    {
        Output = output;
        Error = error;
        ErrorIsTerminal = errorIsTerminal;
        Rich = Create(output, outputIsTerminal);
        RichError = Create(error, errorIsTerminal);
    }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Findings and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>True if progress may be shown.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>Results, as tables.</summary>
    public IAnsiConsole Rich { get; }

    private IAnsiConsole RichError { get; }

    /// <summary>Does a piece of work, and says what it is while it lasts if somebody is looking.</summary>
    public T Show<T>(string step, Func<T> work) =>
        ErrorIsTerminal ? RichError.Status().Start(Markup.Escape(step), _ => work()) : work();

    /// <summary>As <see cref="Show{T}(string, Func{T})"/>, for work that says how far it is.</summary>
    public T Show<T>(string step, Func<Action<string>, T> work) =>
        ErrorIsTerminal ? RichError.Status().Start(Markup.Escape(step), status => work(text => status.Status(Markup.Escape(text)))) : work(_ => { });

    /// <summary>As <see cref="Show{T}(string, Func{T})"/>, for work that says which share of it is done.</summary>
    public T ShowShare<T>(string step, Func<IProgress<decimal>?, T> work) =>
        ErrorIsTerminal ? Show(step, show => work(new Share(step, show))) : work(null);

    /// <summary>Shows each percent once; told by one thread at a time.</summary>
    private sealed class Share(string step, Action<string> show) : IProgress<decimal>
    {
        private int _percent;

        public void Report(decimal value)
        {
            int percent = (int)(value * 100);
            if (percent == _percent)
                return;
            _percent = percent;
            show($"{step} {percent} %");
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
            console.Profile.Width = PipeWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
