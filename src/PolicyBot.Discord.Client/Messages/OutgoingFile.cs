namespace PolicyBot.Discord.Client.Messages;

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">Its name: letters, digits, hyphens and an ending.</param>
/// <param name="ContentType">Its media type, as in image/png.</param>
/// <param name="Content">What is in it; at most 10 MiB.</param>
/// <param name="Description">Its alternative text; at most 1024 characters.</param>
public sealed record OutgoingFile(string Name, string ContentType, ReadOnlyMemory<byte> Content, string Description);
