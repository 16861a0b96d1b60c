namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A message in a channel.</summary>
/// <param name="Id">Its id, which contains the time at which it was sent.</param>
/// <param name="AuthorId">Its author's id.</param>
/// <param name="ComponentIds">The custom ids of its buttons and menus.</param>
public sealed record ChannelMessage(ulong Id, ulong AuthorId, IReadOnlyList<string> ComponentIds);
