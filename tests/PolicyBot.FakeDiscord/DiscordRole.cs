namespace PolicyBot.FakeDiscord;

/// <summary>A role of a guild that the bot has.</summary>
public sealed record DiscordRole(ulong Id, ulong GuildId, string Name, ulong Permissions);
