namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The gateway's address and the limits for starting sessions.</summary>
/// <param name="Url">The gateway's address.</param>
/// <param name="Shards">The recommended number of shards.</param>
/// <param name="SessionStartLimit">The limits for starting sessions.</param>
public sealed record GatewayBotPayload(Uri Url, int Shards, SessionStartLimitPayload SessionStartLimit);
