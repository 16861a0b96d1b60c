namespace PolicyBot.Discord.Client.Permissions;

/// <summary>An exception from who may use a command, which a guild's administrators set.</summary>
/// <param name="Id">
/// The id of the role, member or channel; the guild's id for everyone, the guild's id minus 1 for all channels.
/// </param>
/// <param name="Kind">What the id is of.</param>
/// <param name="IsAllowed">Whether it allows or denies the command.</param>
public sealed record CommandOverwrite(ulong Id, CommandOverwriteKind Kind, bool IsAllowed);
