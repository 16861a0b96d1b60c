using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>The server as a program, until Ctrl+C or SIGTERM.</summary>
internal static class ServerProgram
{
    private const int BadArguments = 2;
    private const int PortTaken = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            await Console.Out.WriteLineAsync(ServerArguments.Usage);
            return 0;
        }

        if (ServerArguments.Read(args, out var wrong) is not { } arguments)
        {
            await Console.Error.WriteLineAsync($"{wrong}\n{ServerArguments.Usage}");
            return BadArguments;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        try
        {
            await using var server = await FakeDiscordServer.StartAsync(arguments.Options);
            await Console.Out.WriteLineAsync(Greeting(server));
            if (arguments.Prints)
                await PrintAsync(server, ended.Task);
            else
                await ended.Task;
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on port {arguments.Options.Port}: {exception.Message}")
                ;
            return PortTaken;
        }

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static string Greeting(FakeDiscordServer server)
    {
        var address = server.ApiUrl.GetLeftPart(UriPartial.Authority);
        var checks = server.ContractSkipReason ?? "are checked against Discord's description of its API";
        return $$$"""
            The fake Discord listens at {{{address}}}
              API base address  {{{server.ApiUrl}}}
              bot token         {{{server.Bot.Token}}}
              application id    {{{server.Bot.ApplicationId}}}
              guild             {{{server.Guild.Name}}} ({{{server.Guild.Id}}})
              channel           #{{{server.Channel.Name}}} ({{{server.Channel.Id}}})
              requests          {{{checks}}}

            Start the bot in another terminal:
              DISCORD__TOKEN={{{server.Bot.Token}}} DISCORD__APIURL={{{server.ApiUrl}}} \
                dotnet run --project src/PolicyBot

            Then act as a member in a third, for example:
              curl {{{address}}}/control
              curl {{{address}}}/control/commands -d '{"name":"ask","options":{"question":"who wrote it?"}}'
              curl {{{address}}}/control/messages -d '{"content":"who wrote it?","mention":true}'
              curl {{{address}}}/control/channel

            """;
    }

    private static async Task PrintAsync(FakeDiscordServer server, Task ended)
    {
        var lines = Channel.CreateUnbounded<string>();
        server.Log.Added += record => lines.Writer.TryWrite(record.ToString());
        server.Components.Violations.Added += violation =>
            lines.Writer.TryWrite($"VIOLATION {violation.Method} {violation.Path}: {violation.Problem}");
        _ = ended.ContinueWith(_ => lines.Writer.TryComplete(), TaskScheduler.Default);
        await foreach (var line in lines.Reader.ReadAllAsync())
            await Console.Out.WriteLineAsync(line);
    }
}
