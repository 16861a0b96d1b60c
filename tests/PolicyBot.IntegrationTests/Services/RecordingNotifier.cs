using Microsoft.Extensions.Hosting.Systemd;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Services;

/// <summary>Records each notification to systemd, with the state of the shards at that moment.</summary>
internal sealed class RecordingNotifier(GatewayStatus gateway) : ISystemdNotifier
{
    private readonly Lock _sync = new();
    private readonly List<(string State, IReadOnlyList<ShardState> Shards)> _records = [];
    private TaskCompletionSource _changed = CreateSignal();

    public bool IsEnabled => true;

    public IReadOnlyList<(string State, IReadOnlyList<ShardState> Shards)> Records
    {
        get
        {
            lock (_sync) return [.. _records];
        }
    }

    public void Notify(ServiceState state)
    {
        lock (_sync)
        {
            _records.Add((state.ToString(), [.. gateway.Shards.Select(s => s.Value)]));
            _changed.TrySetResult();
            _changed = CreateSignal();
        }
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until systemd was told a state a number of times.</summary>
    public async Task WaitForAsync(string state, int count = 1)
    {
        while (true)
        {
            Task changed;
            lock (_sync)
            {
                if (_records.Count(r => r.State == state) >= count) return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
        }
    }
}
