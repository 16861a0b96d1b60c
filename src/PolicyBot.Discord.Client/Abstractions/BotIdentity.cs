namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Who the bot is on Discord.</summary>
/// <param name="Application">The application's id.</param>
/// <param name="User">The bot user's id.</param>
/// <param name="Name">The bot user's name.</param>
public sealed record BotIdentity(ulong Application, ulong User, string Name);
