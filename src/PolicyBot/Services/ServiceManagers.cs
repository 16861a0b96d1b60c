using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Services;

/// <summary>Registers what the bot needs to run as a service.</summary>
internal static class ServiceManagers
{
    private const string NotifySocket = "NOTIFY_SOCKET";
    private const string ServiceName = "PolicyBot";

    /// <summary>
    /// Adds what tells systemd or Windows how the bot is, if one of them started it. The state of the gateway, the
    /// article and a <see cref="TimeProvider"/> must be registered. Call it last, so that the service manager hears
    /// first that the bot stops.
    /// </summary>
    public static HostApplicationBuilder AddServiceManager(this HostApplicationBuilder builder)
    {
        if (OperatingSystem.IsWindows()) builder.Services.AddWindowsService(o => o.ServiceName = ServiceName);
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NotifySocket))) return builder;
        // The journal reads a line's level from its start.
        if (SystemdHelpers.IsSystemdService()) builder.Logging.AddSystemdConsole();
        builder.Services
            .AddSingleton<ISystemdNotifier, SystemdNotifier>()
            .AddSystemdNotifications(
                WatchdogSettings.Read(Environment.GetEnvironmentVariable, Environment.ProcessId));
        return builder;
    }

    /// <summary>Adds what notifies systemd. The host adds an <see cref="ISystemdNotifier"/>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="watchdog">Whether systemd expects a sign of life, and how often.</param>
    public static IServiceCollection AddSystemdNotifications(
        this IServiceCollection services, WatchdogSettings watchdog) => services
        .AddSingleton(watchdog)
        .AddHostedService<SystemdNotifications>();
}
