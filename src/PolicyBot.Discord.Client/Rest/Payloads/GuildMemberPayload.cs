namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a guild's member.</summary>
/// <param name="Roles">The ids of the member's roles, without the one that everyone has.</param>
internal sealed record GuildMemberPayload(IReadOnlyList<ulong> Roles);
