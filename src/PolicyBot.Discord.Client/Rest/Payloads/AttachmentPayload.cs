namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A file that goes with a message.</summary>
/// <param name="Id">Its number among the files of the request.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Description">Its alternative text.</param>
internal sealed record AttachmentPayload(string Id, string Filename, string Description);
