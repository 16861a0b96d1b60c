namespace PolicyBot.Discord.Client.Messages;

/// <summary>A suggested value of a command's option.</summary>
/// <param name="Name">The text that is shown; 1 to 100 characters.</param>
/// <param name="Value">The option's value if the user chooses it; 1 to 100 characters.</param>
public sealed record CommandOptionChoice(string Name, string Value);
