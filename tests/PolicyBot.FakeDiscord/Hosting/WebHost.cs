using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.FakeDiscord.Control;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Http;
using PolicyBot.FakeDiscord.RateLimits;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>
/// The web server. It uses no configuration files, environment, logging or signals, so that many can run in one process
/// and the machine's settings don't matter.
/// </summary>
internal sealed class WebHost : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication _application;
    private readonly OpenConnections _connections;
    private readonly CancellationTokenSource _stopping;
    private readonly RequestRouter _router;
    private int _isDisposed;

    private WebHost(
        WebApplication application, OpenConnections connections, CancellationTokenSource stopping, RequestRouter door,
        int port)
    {
        _application = application;
        _connections = connections;
        _stopping = stopping;
        _router = door;
        ApiUrl = new Uri($"http://127.0.0.1:{port}{ApiPipeline.Prefix}");
        GatewayUrl = new Uri($"ws://127.0.0.1:{port}/gateway");
        ResumeUrl = new Uri($"ws://127.0.0.1:{port}/resume");
    }

    public Uri ApiUrl { get; }

    public Uri GatewayUrl { get; }

    public Uri ResumeUrl { get; }

    public static async Task<WebHost> StartAsync(ServerComponents parts, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var connections = new OpenConnections();
        var stopping = new CancellationTokenSource();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, parts.Options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => connections.RunAsync(connection, next));
            });
        });
        var application = builder.Build();
        var door = new RequestRouter();
        application.Use(next => context =>
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
                context.Features.Set<IHttpUpgradeFeature>(new SilenceableUpgrade(upgrade));
            return next(context);
        });
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        application.Run(door.RunAsync);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            stopping.Dispose();
            throw;
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new WebHost(application, connections, stopping, door, new Uri(addresses.First()).Port);
    }

    /// <summary>Accepts requests. The port, which some responses contain, is known only now.</summary>
    public void Open(FakeDiscordServer server)
    {
        var parts = server.Components;
        var identifies = new SessionStartLimiter(parts.Options);
        var gateway = new GatewayState(
            parts.Options,
            parts.Log,
            parts.Sessions,
            parts.Connections,
            identifies,
            parts.World,
            parts.GatewayFaults,
            new ReadyWriter(parts.World, ResumeUrl));
        var api = new ApiState(
            parts.Options,
            parts.World,
            parts.Commands,
            parts.CommandPermissions,
            parts.Interactions,
            identifies,
            GatewayUrl);
        _router.Open(
            new GatewayEndpoint(gateway, _stopping.Token),
            new ApiPipeline(
                api,
                new RateLimiter(parts.Options),
                parts.HttpFaults,
                parts.Log,
                new ContractCheck(parts.Options, parts.Violations, parts.RequestContract, parts.ResponseContract),
                parts.Violations,
                _stopping.Token),
            new ControlEndpoint(server));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _stopping.CancelAsync();
        _connections.AbortAll();
        using (var patience = new CancellationTokenSource(StopPatience))
            await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
        _stopping.Dispose();
    }
}
