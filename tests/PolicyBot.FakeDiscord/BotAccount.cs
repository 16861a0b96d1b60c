namespace PolicyBot.FakeDiscord;

/// <summary>The bot's account.</summary>
public sealed record BotAccount(string Token, ulong ApplicationId, ulong UserId, string Name);
