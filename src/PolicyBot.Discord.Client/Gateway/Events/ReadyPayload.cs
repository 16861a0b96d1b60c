namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of READY.</summary>
internal sealed record ReadyPayload(
    string SessionId, Uri ResumeGatewayUrl, UserPayload User, ApplicationPayload Application);
