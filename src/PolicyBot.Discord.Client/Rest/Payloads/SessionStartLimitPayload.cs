namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <param name="Total">How many sessions may be started in a day.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="ResetAfter">When they are new again, in milliseconds.</param>
/// <param name="MaxConcurrency">How many may be started in the same five seconds.</param>
public sealed record SessionStartLimitPayload(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
