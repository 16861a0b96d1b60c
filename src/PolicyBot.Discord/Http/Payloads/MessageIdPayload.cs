namespace PolicyBot.Discord.Http.Payloads;

/// <summary>What is read of a message that was posted.</summary>
internal sealed record MessageIdPayload(ulong Id);
