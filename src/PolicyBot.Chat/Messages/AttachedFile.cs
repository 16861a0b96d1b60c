namespace PolicyBot.Chat.Messages;

/// <summary>A file that a reply attaches.</summary>
/// <param name="Name">Its name: letters, digits, hyphens and an extension.</param>
/// <param name="ContentType">Its media type, such as text/csv.</param>
/// <param name="Content">Its content; at most 10 MiB.</param>
/// <param name="Description">What it contains, in at most 1024 characters.</param>
public sealed record AttachedFile(string Name, string ContentType, ReadOnlyMemory<byte> Content, string Description);
