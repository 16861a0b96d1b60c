namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Who the bot is on Discord.</summary>
/// <param name="ApplicationId">The application's id.</param>
/// <param name="UserId">The bot user's id.</param>
/// <param name="Name">The bot user's name.</param>
public sealed record BotIdentity(ulong ApplicationId, ulong UserId, string Name);
