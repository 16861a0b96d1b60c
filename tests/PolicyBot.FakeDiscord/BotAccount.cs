namespace PolicyBot.FakeDiscord;

/// <summary>The one bot that the server knows.</summary>
public sealed record BotAccount(string Token, ulong ApplicationId, ulong UserId, string Name);
