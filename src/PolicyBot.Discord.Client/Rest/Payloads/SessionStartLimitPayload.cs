namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The limits for starting sessions.</summary>
/// <param name="Total">How many sessions can be started in a day.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="ResetAfter">The time until all are available again, in milliseconds.</param>
/// <param name="MaxConcurrency">How many sessions can be started within five seconds.</param>
public sealed record SessionStartLimitPayload(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
