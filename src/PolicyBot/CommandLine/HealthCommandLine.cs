using System.CommandLine;
using System.Net;
using System.Text.Json;
using PolicyBot.ConsoleChat;
using PolicyBot.Health;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>health</c>: asks a running bot how it is, at the address of the settings. Exit code 1 if it can't answer
/// questions.
/// </summary>
internal static class HealthCommandLine
{
    // Longer than the checks may take.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static Command Create(BotCommandLine line)
    {
        var command = new Command("health", "Show the health of the bot that runs at Health:Address.");
        command.SetAction((call, cancellationToken) => line.UseSettingsAsync(
            call,
            (options, terminal) => options.Health.Address is { } address
                ? AskAsync(address, terminal, cancellationToken)
                : Fail(
                    terminal,
                    "Health:Address is not set; set it for the bot and for this command, such as to "
                        + "http://127.0.0.1:8080.")));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
            {
                BaseAddress = address,
                Timeout = Timeout,
            };
            using var response = await http.GetAsync(HealthServer.Paths.All, cancellationToken);
            var report = HealthJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            terminal.Out.Write($"{report.Status}\n");
            foreach (var (name, result) in report.Results)
            {
                terminal.Out.Write($"{name}: {result.Status}. {result.Description}\n");
                foreach (var (key, value) in result.Data) terminal.Out.Write($"  {key}: {value}\n");
            }

            return response.StatusCode == HttpStatusCode.OK ? ExitCodes.Success : ExitCodes.BadData;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return await Fail(
                terminal,
                $"No bot answers at {address.GetLeftPart(UriPartial.Authority)} ({e.Message.TrimEnd('.')}). Start it "
                    + "with this Health:Address.");
        }
    }

    private static Task<int> Fail(Terminal terminal, string problem)
    {
        terminal.WriteErrorLine($"policybot: {problem}");
        return Task.FromResult(ExitCodes.BadData);
    }
}
