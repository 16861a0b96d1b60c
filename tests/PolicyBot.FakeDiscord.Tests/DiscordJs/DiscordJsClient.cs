using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.TestUtilities;

namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>discord.js as a process that is connected to a fake Discord.</summary>
internal sealed class DiscordJsClient : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Lock _lock = new();
    private readonly List<ClientEvent> _events = [];
    private readonly StringBuilder _faults = new();
    private readonly Task _reading;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DiscordJsClient(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Tell(() => _faults.AppendLine(line.Data));
        process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    public IReadOnlyList<ClientEvent> Events
    {
        get { lock (_lock) return [.. _events]; }
    }

    public static DiscordJsClient Start(
        FakeDiscordServer server, string? token = null, string compression = "zlib-stream")
    {
        var start = new ProcessStartInfo("node", ["client.mjs"])
        {
            WorkingDirectory = NodeInstallation.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DISCORD_API"] = new Uri(server.ApiUrl, "/api").ToString();
        start.Environment["DISCORD_TOKEN"] = token ?? server.Bot.Token;
        start.Environment["DISCORD_COMPRESS"] = compression;
        return new DiscordJsClient(Process.Start(start)!);
    }

    /// <summary>Waits for the count-th event with this name that matches, from the beginning.</summary>
    public async Task<ClientEvent> WaitForAsync(string name, Func<ClientEvent, bool>? predicate = null, int count = 1)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        guard.CancelAfter(TestGuard.Timeout);
        while (true)
        {
            Task news;
            lock (_lock)
            {
                var fitting =
                    _events.Where(happened => happened.Name == name && (predicate is null || predicate(happened)));
                if (fitting.ElementAtOrDefault(count - 1) is { } found) return found;
                news = _news.Task;
            }

            try
            {
                await news.WaitAsync(guard.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"discord.js sent no '{name}'. {this}");
            }
        }
    }

    public override string ToString()
    {
        lock (_lock) return string.Join(Environment.NewLine, ["Events:", .. _events, $"{_faults}"]);
    }

    public async ValueTask DisposeAsync()
    {
        // It ends when its input is closed.
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TestGuard.Timeout);
            await _reading;
        }
        finally
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var data = JsonNode.Parse(line)!.AsObject();
            Tell(() => _events.Add(new ClientEvent(data["event"]!.GetValue<string>(), data)));
        }
    }

    private void Tell(Action what)
    {
        lock (_lock)
        {
            what();
            _news.SetResult();
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
