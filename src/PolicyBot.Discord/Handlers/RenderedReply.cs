using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Handlers;

/// <summary>A reply in Discord's form.</summary>
/// <param name="Messages">Its messages, at least one.</param>
/// <param name="Modal">The modal that opens instead of the messages if Discord allows it, or null.</param>
internal sealed record RenderedReply(IReadOnlyList<OutgoingMessage> Messages, Modal? Modal);
