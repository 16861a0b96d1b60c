using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Systemd;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Services;

namespace PolicyBot.IntegrationTests.Services;

/// <summary>Which notifications systemd gets, and when.</summary>
public sealed class SystemdTests
{
    private const string Ready = "READY=1";
    private const string Alive = "WATCHDOG=1";
    private const string Stopping = "STOPPING=1";

    private static readonly TimeSpan WatchdogTimeout = TimeSpan.FromSeconds(14);

    private RecordingNotifier _systemd = null!;

    [Fact]
    public async Task Ready_SeveralShards_IsToldWhenAllAreConnected()
    {
        await using var bot = await LaunchAsync(new FakeDiscordOptions { RecommendedShards = 2 });
        await bot.Log.WaitForAsync("Connected to Discord");
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5.5));

        await _systemd.WaitForAsync(Ready);

        Assert.Equal([ShardState.Connected, ShardState.Connected], _systemd.Records[0].Shards);
        Assert.Equal(Ready, _systemd.Records[0].State);
    }

    [Fact]
    public async Task Watchdog_ConnectionLost_IsNotifiedOnlyAfterReconnect()
    {
        await using var bot = await LaunchAsync(new FakeDiscordOptions());
        await _systemd.WaitForAsync(Alive);

        bot.Server.GatewayFaults.Drop();
        await bot.Log.WaitForAsync("Connection lost");
        // The bot reconnects in this time, too.
        await bot.Clock.AdvanceToTimerAsync(WatchdogTimeout / 2);
        await _systemd.WaitForAsync(Alive, 2);
        bot.Stop();
        await bot.EndedAsync();

        Assert.Equal([Ready, Alive, Alive, Stopping], _systemd.Records.Select(r => r.State));
        Assert.All(_systemd.Records, r => Assert.Equal([ShardState.Connected], r.Shards));
    }

    private Task<RunningBot> LaunchAsync(FakeDiscordOptions options) => RunningBot.LaunchAsync(new RunningBot.Setup
    {
        ServerOptions = options,
        Random = 0.5,
        Register = services => services
            .AddSingleton<ISystemdNotifier>(s =>
                _systemd = new RecordingNotifier(s.GetRequiredService<GatewayStatus>()))
            .AddSystemdNotifications(new WatchdogSettings(WatchdogTimeout)),
    });
}
