namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A file that is attached to a message.</summary>
/// <param name="Id">Its index among the files of the request.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Description">Its alternative text.</param>
internal sealed record AttachmentPayload(string Id, string Filename, string Description);
