using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The user to open a direct message channel with.</summary>
internal sealed record RecipientPayload(string RecipientId)
{
    public static RecipientPayload From(ulong user) => new(Snowflake.Format(user));
}
