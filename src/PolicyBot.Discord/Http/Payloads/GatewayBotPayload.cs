namespace PolicyBot.Discord.Http.Payloads;

/// <summary>Where the gateway is and how many sessions may be started there.</summary>
internal sealed record GatewayBotPayload(Uri Url, int Shards, SessionStartLimitPayload SessionStartLimit);
