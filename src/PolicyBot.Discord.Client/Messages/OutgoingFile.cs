namespace PolicyBot.Discord.Client.Messages;

/// <summary>A file that is attached to a message.</summary>
/// <param name="Name">Its name: letters, digits, hyphens and an extension.</param>
/// <param name="ContentType">Its media type, such as image/png.</param>
/// <param name="Content">Its content; at most 10 MiB.</param>
/// <param name="Description">Its alternative text; at most 1024 characters.</param>
public sealed record OutgoingFile(string Name, string ContentType, ReadOnlyMemory<byte> Content, string Description);
