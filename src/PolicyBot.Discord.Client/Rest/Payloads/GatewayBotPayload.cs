namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>Where the gateway is and how many sessions may be started there.</summary>
public sealed record GatewayBotPayload(Uri Url, int Shards, SessionStartLimitPayload SessionStartLimit);
