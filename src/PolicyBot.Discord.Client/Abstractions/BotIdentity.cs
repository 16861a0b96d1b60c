namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>The bot's identity on Discord.</summary>
/// <param name="ApplicationId">The application's id.</param>
/// <param name="UserId">The id of the bot's user.</param>
/// <param name="Name">The name of the bot's user.</param>
public sealed record BotIdentity(ulong ApplicationId, ulong UserId, string Name);
