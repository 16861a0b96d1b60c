namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>What is read of a member of a guild.</summary>
/// <param name="Roles">The ids of their roles; the one that everybody has is not among them.</param>
internal sealed record GuildMemberPayload(IReadOnlyList<ulong> Roles);
