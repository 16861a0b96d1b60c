namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>What is read of a message that stands in a channel.</summary>
/// <param name="Id">Its id, in which the time stands at which it was posted.</param>
/// <param name="AuthorId">Its author's id.</param>
/// <param name="ComponentIds">The ids of the buttons and menus under it.</param>
public sealed record ChannelMessage(ulong Id, ulong AuthorId, IReadOnlyList<string> ComponentIds);
