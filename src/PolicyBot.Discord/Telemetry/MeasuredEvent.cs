using System.Diagnostics;

namespace PolicyBot.Discord.Telemetry;

/// <summary>An event of a user that is being answered. It ends when it is disposed.</summary>
internal sealed class MeasuredEvent(
    DiscordMetrics metrics, Activity? activity, string name, string command, long receivedAt) : IDisposable
{
    private bool _isSent;
    private bool _isIgnored;

    /// <summary>Records that the reply was sent.</summary>
    public void MarkSent() => _isSent = true;

    /// <summary>Records that the event gets no reply, so that it isn't counted.</summary>
    public void Ignore() => _isIgnored = true;

    public void Dispose()
    {
        if (!_isIgnored) metrics.Record(name, command, receivedAt, _isSent);
        if (activity is null) return;
        if (_isIgnored) activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        else if (!_isSent) activity.SetStatus(ActivityStatusCode.Error);
        activity.Dispose();
    }
}
