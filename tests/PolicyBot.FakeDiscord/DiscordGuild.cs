namespace PolicyBot.FakeDiscord;

/// <summary>A guild that the bot is in.</summary>
public sealed record DiscordGuild(ulong Id, string Name);
