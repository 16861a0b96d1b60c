namespace PolicyBot.Discord.Testing;

/// <summary>A guild that the bot is in.</summary>
public sealed record DiscordGuild(ulong Id, string Name);
