namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>A fake Discord with a discord.js bot that is logged in and has registered its commands.</summary>
internal sealed class DiscordJsSession : IAsyncDisposable
{
    private DiscordJsSession(FakeDiscordServer server, DiscordJsClient client)
    {
        Server = server;
        Client = client;
    }

    public FakeDiscordServer Server { get; }

    public DiscordJsClient Client { get; }

    /// <summary>Skips the test if discord.js can't run.</summary>
    public static async Task<DiscordJsSession> StartAsync(string compression = "zlib-stream")
    {
        var skippedBecause = await NodeInstallation.PrepareAsync();
        Assert.SkipWhen(skippedBecause is not null, skippedBecause ?? "");

        var server = await FakeDiscordServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var session = new DiscordJsSession(server, DiscordJsClient.Start(server, compression: compression));
        try
        {
            await session.Client.WaitForAsync("registered");
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asserts that discord.js sent nothing invalid and reported no error.</summary>
    public void AssertUnderstood()
    {
        Assert.Empty(Server.Violations);
        Assert.DoesNotContain(Client.Events, happened => happened.Name is "error" or "disconnected");
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }
}
