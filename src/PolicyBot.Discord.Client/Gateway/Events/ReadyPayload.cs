namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>What is read of READY; the guilds are passed over.</summary>
internal sealed record ReadyPayload(string SessionId, Uri ResumeGatewayUrl, UserPayload User, ApplicationPayload Application);
