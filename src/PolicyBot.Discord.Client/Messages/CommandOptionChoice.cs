namespace PolicyBot.Discord.Client.Messages;

/// <summary>Something that an option could be.</summary>
/// <param name="Name">What is shown; 1 to 100 characters.</param>
/// <param name="Value">What the option is then; 1 to 100 characters.</param>
public sealed record CommandOptionChoice(string Name, string Value);
