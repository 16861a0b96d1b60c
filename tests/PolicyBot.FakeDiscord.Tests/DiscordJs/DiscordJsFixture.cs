namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>One session shared by several tests, because starting Node.js takes longer than they do.</summary>
public sealed class DiscordJsFixture : IAsyncDisposable
{
    private DiscordJsSession? _session;

    internal async Task<DiscordJsSession> SessionAsync() => _session ??= await DiscordJsSession.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
    }
}
