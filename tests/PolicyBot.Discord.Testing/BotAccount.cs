namespace PolicyBot.Discord.Testing;

/// <summary>The one bot that the server knows.</summary>
public sealed record BotAccount(string Token, ulong ApplicationId, ulong UserId, string Name);
