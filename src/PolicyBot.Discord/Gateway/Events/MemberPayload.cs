namespace PolicyBot.Discord.Gateway.Events;

internal sealed record MemberPayload(UserPayload User);
