using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.Scoring.Cli.Tests;

/// <summary>A page in a headless browser of the Chromium family, driven by its own protocol; what it logs and asks of the network is kept.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly string? Program = new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly string _profile;
    private int _id;

    private ChromiumPage(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>Errors and warnings of the page.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What was requested, without the page itself.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<ChromiumPage> Open(string path)
    {
        Assert.SkipWhen(Program is null, "No browser of the Chromium family is installed.");
        string profile = Path.Combine(Path.GetTempPath(), "danvan-browser-" + Guid.NewGuid().ToString("N"));
        var process = Process.Start(new ProcessStartInfo(Program!, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=1200,900", $"--user-data-dir={profile}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var page = new ChromiumPage(process, profile);
        string portFile = Path.Combine(profile, "DevToolsActivePort");
        var started = Stopwatch.StartNew();
        while (!File.Exists(portFile) || File.ReadAllLines(portFile).Length < 2)
        {
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(60), "the browser did not start");
            await Task.Delay(50);
        }
        using var http = new HttpClient();
        JsonNode? target = null;
        while (target is null)
            target = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{File.ReadAllLines(portFile)[0]}/json")))!.AsArray().FirstOrDefault(item => (string?)item!["type"] == "page");
        await page._socket.ConnectAsync(new Uri((string)target["webSocketDebuggerUrl"]!), CancellationToken.None);
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
            await page.Send(domain + ".enable");
        await page.Send("Page.navigate", new JsonObject { ["url"] = new Uri(Path.GetFullPath(path)).AbsoluteUri });
        while ((await page.Evaluate("document.readyState + ' ' + location.protocol")) != "complete file:")
            await Task.Delay(50);
        return page;
    }

    /// <summary>The value of an expression, as text.</summary>
    public async Task<string> Evaluate(string expression)
    {
        var result = await Send("Runtime.evaluate", new JsonObject { ["expression"] = $"String({expression})", ["returnByValue"] = true });
        Assert.Null(result["exceptionDetails"]);
        return (string)result["result"]!["value"]!;
    }

    /// <summary>Presses a key.</summary>
    public async Task Press(string key, int code, string? text = null)
    {
        foreach (string type in new[] { "keyDown", "keyUp" })
        {
            var arguments = new JsonObject { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
            if (text is not null && type == "keyDown")
                arguments["text"] = text;
            await Send("Input.dispatchKeyEvent", arguments);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser still ends: the folder is temporary.
        }
    }

    private async Task<JsonNode> Send(string method, JsonObject? arguments = null)
    {
        int id = ++_id;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = arguments ?? [] }.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var message = await Receive(timeout.Token);
            if ((int?)message["id"] == id)
                return message["result"] ?? throw new InvalidOperationException(message.ToJsonString());
            Keep(message);
        }
    }

    private void Keep(JsonNode message)
    {
        switch ((string?)message["method"])
        {
            case "Runtime.exceptionThrown":
            case "Log.entryAdded":
                Complaints.Add(message.ToJsonString());
                break;
            case "Runtime.consoleAPICalled" when (string?)message["params"]!["type"] is "error" or "warning":
                Complaints.Add(message.ToJsonString());
                break;
            case "Network.requestWillBeSent" when (string?)message["params"]!["type"] != "Document":
                Requests.Add((string)message["params"]!["request"]!["url"]!);
                break;
        }
    }

    private async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer), cancellation);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonSerializer.Deserialize<JsonNode>(bytes.ToArray())!;
    }
}
